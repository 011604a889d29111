import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { GuidanceKind, Precision } from '@/lib/guidance/workflow'
import { asDay, type Day } from '@/lib/kernel/time'

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
  parse(readFileSync(new URL(`./guidance/${file}.csv`, import.meta.url), 'utf8'), { columns: true, bom: true }) as Record<string, string>[]
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
