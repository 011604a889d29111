import type { When } from './when'

/** What came after a decision: mended and restored, suspended and then removed, a referral taken on and concluded. */
export type Followed =
  /** Accepted so many hours after the decision, handed in two hours before. */
  | { after: number; step: 'mend'; by: string; hands: string; note: string; replaced?: readonly number[] }
  | ({ at: When; by: string } & (
      | { step: 'lift'; rung: string; shown: string }
      | { step: 'harden'; reason: string }
      | { step: 'acknowledge'; note: string }
      | { step: 'conclude'; result: string }
    ))
/**
 * How the decisions on an upheld report were taken where not as the guide has it: kept to the episodes named, nothing imposed, with a
 * proposal for the blacklist, or not yet. Each platform decides by its own compliance, the next working day, at severity 4
 * within the hour.
 */
export type Decided = {
  report: string
  spare?: string
  episodes?: true
  proposes?: true
  left?: true
  followed?: readonly Followed[]
}

export const decisions: readonly Decided[] = [
  { report: 'shishe', spare: '认定前本平台已下架该剧并清退上传者，剧目没有恢复，不另作处罚。' },
  {
    report: 'tianjiang',
    episodes: true,
    followed: [
      { after: 29, step: 'mend', by: '李宁', hands: '柳青', note: '两集删去赌石桥段，重新配音。', replaced: [6, 19] },
      { at: '22d 11:10', step: 'lift', by: '李宁', rung: 'P2', shown: '新版两集逐帧核对，没有所列画面。' },
    ],
  },
  {
    report: 'huajiao',
    followed: [
      { after: 28, step: 'mend', by: '杜鹃', hands: '丁竹', note: '删去换装镜头 9 秒，片头重做。', replaced: [1] },
      { at: '14d 16:00', step: 'lift', by: '杜鹃', rung: 'P3', shown: '整改通过，上架前再核对全部剧集。' },
    ],
  },
  { report: 'tuihun', followed: [{ at: '13d 10:30', step: 'lift', by: '赵磊', rung: 'P3', shown: '血腥镜头已打码，重新审核后上架。' }] },
  {
    report: 'anye',
    followed: [
      { at: '43d 10:05', step: 'acknowledge', by: '陈立', note: '已转市文化市场综合执法总队。' },
      { at: '38d 16:20', step: 'conclude', by: '陈立', result: '已立案，没收违法所得，移送公安的部分另案办理。' },
    ],
  },
  { report: 'yeyan-kuaishou', followed: [{ at: '5d 11:40', step: 'acknowledge', by: '郑洁', note: '制作方已约谈。' }] },
  { report: 'app-majia', proposes: true },
  {
    report: 'app-xufei',
    followed: [{ at: '19d 10:50', step: 'harden', by: '赵磊', reason: '暂停两周，取消入口仍未改到首页，用户投诉不减。' }],
  },
  { report: 'app-yinliu', left: true },
  { report: 'qingshi-cnsa', left: true },
  { report: 'longwang', left: true },
  { report: 'guanggao', left: true },
  { report: 'zhuiju', left: true },
]
