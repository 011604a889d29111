import type { When } from './when'

/** What became of a file: confirmed under whose hand, recorded, taken back; one row taken up by the bureau or taken back by the platform. */
export type SeededBatch = {
  key: string
  file: string
  code: string
  dramas: number
  accounts: number
  by: string
  readAt: When
  confirmedAt?: When
  /** The worker records it at this moment; none: it still runs, or was never confirmed. */
  recordedAt?: When
  /** After so many rows the administrator takes the duty from whoever confirmed. */
  stoppedAt?: { at: When; rows: number; administrator: string }
  withdrawnAt?: When
  takenUp?: { by: string; at: When }
  takenBackAt?: When
  /** Cells as somebody mistyped them: row from 0, column from 0. */
  mistyped?: readonly (readonly [row: number, column: number, text: string])[]
  /** Rows that are hidden in the file. */
  hidden?: readonly number[]
}

export const batches: readonly SeededBatch[] = [
  {
    key: 'douyin notice',
    file: '第 41 期公告处置明细.xlsx',
    code: 'DY41',
    dramas: 14,
    accounts: 46,
    by: '韩越',
    readAt: '9d 10:02',
    confirmedAt: '9d 10:15',
    recordedAt: '9d 10:16',
    takenUp: { by: '陈立', at: '2d 15:20' },
  },
  {
    key: 'kuaishou notice',
    file: '快手处置清单-旬报.csv',
    code: 'KS07',
    dramas: 6,
    accounts: 15,
    by: '李宁',
    readAt: '8d 16:31',
    confirmedAt: '8d 16:40',
    recordedAt: '8d 16:41',
    takenBackAt: '7d 09:30',
  },
  {
    key: 'wechat notice',
    file: '小程序巡查结果.xlsx',
    code: 'WX11',
    dramas: 3,
    accounts: 6,
    by: '赵磊',
    readAt: '7d 11:05',
    confirmedAt: '7d 11:06',
    recordedAt: '7d 11:07',
    withdrawnAt: '7d 15:45',
  },
  {
    key: 'hongguo notice',
    file: '红果处置明细.xlsx',
    code: 'HG03',
    dramas: 2,
    accounts: 22,
    by: '丁竹',
    readAt: '6d 10:00',
    confirmedAt: '6d 10:12',
    stoppedAt: { at: '6d 10:13', rows: 9, administrator: '杜鹃' },
  },
  {
    key: 'kuaishou correction',
    file: '快手处置清单-补充.xlsx',
    code: 'KS07',
    dramas: 8,
    accounts: 18,
    by: '李宁',
    readAt: '2h',
    mistyped: [
      [6, 11, 'P10'],
      [7, 7, 'V05'],
      [23, 3, '1.23457E+17'],
      [24, 8, '2026-02-30'],
    ],
    hidden: [25],
  },
  {
    key: 'douyin supplement',
    file: '第 41 期补充.xlsx',
    code: 'DY41B',
    dramas: 2,
    accounts: 9,
    by: '韩越',
    readAt: '0.2h',
    confirmedAt: '0.1h',
  },
]
