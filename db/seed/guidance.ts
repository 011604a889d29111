import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { GuidanceKind, Precision } from '@/lib/guidance/workflow'
import { asDay, type Day } from '@/lib/kernel/time'
import type { When } from './when'

/** A notice, call or recommendation as it was published before the portal stood, with its source. */
export type Carried = {
  key: string
  kind: GuidanceKind
  issuer: string
  title: string
  titleEn: string
  body: string
  bodyEn: string
  issuedOn: Day
  precision: Precision
  closesOn: Day | null
  batch: string | null
  workCount: number | null
  clauses: string[]
  sources: string[]
  works: { title: string; producer: string | null }[]
}

const rows = (file: string) =>
  parse(readFileSync(`db/seed/guidance/${file}.csv`, 'utf8'), { columns: true, bom: true }) as Record<string, string>[]
const list = (cell: string | undefined) => (cell ? cell.split('|') : [])

/** What the house takes over into the library; facts and sources as they stand in the files of this folder. */
export function carriedGuidance(): Carried[] {
  const works = rows('works')
  return rows('items').map((row) => ({
    key: row.key!,
    kind: row.kind as GuidanceKind,
    issuer: row.issuer!,
    title: row.title_zh!,
    titleEn: row.title_en!,
    body: row.body_zh!,
    bodyEn: row.body_en!,
    issuedOn: asDay(row.issued_on!),
    precision: row.issued_on_precision as Precision,
    closesOn: row.closes_on ? asDay(row.closes_on) : null,
    batch: row.batch || null,
    workCount: row.work_count ? Number(row.work_count) : null,
    clauses: list(row.clauses),
    sources: list(row.source),
    works: works.filter(({ item }) => item === row.key).map(({ title, producer }) => ({ title: title!, producer: producer || null })),
  }))
}

export type WrittenStep = { at: When; by: string } & ({ step: 'publish' } | { step: 'withdraw'; reason: string })
/** What bureaus of the demonstration write themselves: invented, and marked as such in its title. */
export type Written = {
  key: string
  kind: GuidanceKind
  by: string
  at: When
  title: string
  titleEn: string
  body: string
  bodyEn: string
  /** A call is open this many days after the demonstration's day. */
  closesInDays?: number
  source: string
  clauses?: string[]
  course: readonly WrittenStep[]
}

export const writtenGuidance: readonly Written[] = [
  {
    key: 'beijing-call',
    kind: 'call',
    by: '陈立',
    at: '16d 10:20',
    title: '现实题材微短剧选题征集（演示）',
    titleEn: 'Call for realistic micro-dramas (demonstration)',
    body: '面向本市制作机构征集现实题材选题，每家不超过 3 个。提交片名、500 字梗概、拟投资额和拍摄计划；入选的由省局专人辅导，备案时走绿色通道。',
    bodyEn:
      'For producers in Beijing: up to three plans each, with title, synopsis of 500 characters, investment and schedule. Plans that are chosen get guidance and a fast lane at filing.',
    closesInDays: 40,
    source: '北京市广播电视局（演示通知）',
    course: [{ at: '15d 15:00', by: '郑洁', step: 'publish' }],
  },
  {
    key: 'beijing-call-old',
    kind: 'call',
    by: '郑洁',
    at: '30d 09:40',
    title: '古都主题微短剧选题征集（演示）',
    titleEn: 'Call on the ancient capital (demonstration)',
    body: '征集以古都中轴线为背景的选题。',
    bodyEn: 'Plans set along the central axis of the old city.',
    closesInDays: 20,
    source: '北京市广播电视局（演示通知）',
    course: [
      { at: '29d 11:10', by: '陈立', step: 'publish' },
      { at: '17d 16:30', by: '陈立', step: 'withdraw', reason: '并入现实题材选题征集，不再单独受理。' },
    ],
  },
  {
    key: 'beijing-draft',
    kind: 'notice',
    by: '陈立',
    at: '22h',
    title: '漫剧备案常见退回原因提示（演示）',
    titleEn: 'Why filings of comics are returned (demonstration)',
    body: '近期退回的漫剧备案，多因未写明 AI 使用环节、梗概缺结局。请在提交前对照。',
    bodyEn: 'Filings of comics were mostly returned because the use of AI was not described or the synopsis had no ending.',
    source: '北京市广播电视局（演示提示）',
    clauses: ['V09-11', 'V09-05'],
    course: [],
  },
]
