import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { and, desc, eq, getTableColumns, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { REFERENCE, type ReferenceFile, type ReferenceRow } from '@/lib/rulebook/input'
import { contradictions, type Files } from '@/lib/rulebook/rules/coherence'
import type { Db } from '../client'
import {
  deadlines,
  papers,
  penaltyGuide,
  penaltyLadder,
  platformNames,
  publishedCampaigns,
  publishedNotices,
  regulators,
  rulebookVersions,
  sources,
  tierRules,
  violationItems,
  workingDays,
} from '../schema/rulebook'

type Keyed = { table: PgTable; key: Record<string, AnyPgColumn>; endedBy: AnyPgColumn | null }
const TABLES: Record<ReferenceFile, Keyed> = {
  tier_rules: {
    table: tierRules,
    key: { effectiveFrom: tierRules.effectiveFrom, aiMade: tierRules.aiMade },
    endedBy: tierRules.effectiveTo,
  },
  violation_taxonomy: { table: violationItems, key: { code: violationItems.code }, endedBy: violationItems.effectiveTo },
  penalty_ladder: {
    table: penaltyLadder,
    key: { code: penaltyLadder.code, effectiveFrom: penaltyLadder.effectiveFrom },
    endedBy: penaltyLadder.effectiveTo,
  },
  penalty_guide: {
    table: penaltyGuide,
    key: {
      severity: penaltyGuide.severity,
      occurrence: penaltyGuide.occurrence,
      target: penaltyGuide.target,
      penalty: penaltyGuide.penalty,
    },
    endedBy: penaltyGuide.effectiveTo,
  },
  deadlines: { table: deadlines, key: { code: deadlines.code, effectiveFrom: deadlines.effectiveFrom }, endedBy: deadlines.effectiveTo },
  working_days: { table: workingDays, key: { date: workingDays.date }, endedBy: null },
  regulators: { table: regulators, key: { code: regulators.code }, endedBy: regulators.effectiveTo },
  platforms: { table: platformNames, key: { code: platformNames.code }, endedBy: platformNames.effectiveTo },
  papers: { table: papers, key: { code: papers.code, effectiveFrom: papers.effectiveFrom }, endedBy: papers.effectiveTo },
  sources: { table: sources, key: { key: sources.key }, endedBy: null },
  campaigns: {
    table: publishedCampaigns,
    key: { code: publishedCampaigns.code, kind: publishedCampaigns.kind, metric: publishedCampaigns.metric },
    endedBy: null,
  },
  reference_cases: {
    table: publishedNotices,
    key: {
      date: publishedNotices.date,
      publisher: publishedNotices.publisher,
      kind: publishedNotices.kind,
      subject: publishedNotices.subject,
    },
    endedBy: null,
  },
}
const NAMES = Object.keys(TABLES) as ReferenceFile[]

type Line = Record<string, unknown>
const keyOf = (file: ReferenceFile, row: Line) =>
  Object.keys(TABLES[file].key)
    .map((name) => String(row[name]))
    .join('/')

/** The rows of a file's text, each checked; throws with file and line at the first bad one. */
export function readRows<F extends ReferenceFile>(file: F, text: string): ReferenceRow<F>[] {
  const lines = parse(text, { columns: true, info: true, bom: true }) as unknown as { record: Line; info: { lines: number } }[]
  const seen = new Map<string, number>()
  return lines.map(({ record, info }) => {
    const checked = REFERENCE[file].safeParse(record)
    const bad = checked.error?.issues[0]
    if (bad) throw new Error(`${file}.csv:${info.lines}: ${[bad.path.join('.'), bad.message].filter(Boolean).join(': ')}`)
    const row = checked.data as Line
    const key = keyOf(file, row)
    if (seen.has(key)) throw new Error(`${file}.csv:${info.lines}: ${key} stands in line ${seen.get(key)} already`)
    seen.set(key, info.lines)
    return row as ReferenceRow<F>
  })
}

const textOf = (file: ReferenceFile) => readFileSync(`db/seed/reference/${file}.csv`, 'utf8')
/** The rows of one file as they are kept in this folder. */
export const referenceRows = <F extends ReferenceFile>(file: F): ReferenceRow<F>[] => readRows(file, textOf(file))

const isRow = ({ key }: Keyed, row: Line) => and(...Object.entries(key).map(([name, column]) => eq(column, row[name])))

async function store(on: Db, file: ReferenceFile, rows: Line[]) {
  const keyed = TABLES[file]
  const columns = Object.entries(getTableColumns(keyed.table)) as [string, AnyPgColumn][]
  const rest = columns.filter(([name]) => !(name in keyed.key))
  const set = Object.fromEntries(rest.map(([name, column]) => [name, sql.raw(`excluded."${column.name}"`)]))
  await on
    .insert(keyed.table)
    .values(rows)
    .onConflictDoUpdate({ target: Object.values(keyed.key), set, setWhere: sql`${keyed.table} is distinct from excluded` })
  const absent = not(or(...rows.map((row) => isRow(keyed, row))) as SQL)
  if (!keyed.endedBy) return on.delete(keyed.table).where(absent)
  const today = sql`greatest((now() at time zone 'Asia/Shanghai')::date, ${sql.raw('"effective_from"')})`
  return on
    .update(keyed.table)
    .set({ effectiveTo: today })
    .where(and(isNull(keyed.endedBy), absent))
}

async function noteVersion(on: Db, file: ReferenceFile, version: string) {
  const [latest] = await on
    .select()
    .from(rulebookVersions)
    .where(eq(rulebookVersions.file, file))
    .orderBy(desc(rulebookVersions.loadedAt))
    .limit(1)
  if (latest?.version !== version) await on.insert(rulebookVersions).values({ file, version })
}

/**
 * Loads every file of `reference/` in one transaction; again is harmless. A code is never deleted: one that left its file ends today.
 * Days off are no codes: one that the notice has dropped goes. Throws, and loads nothing, on a bad row or a contradiction.
 */
export async function loadReference(db: Db, texts: (file: ReferenceFile) => string = textOf): Promise<void> {
  const files = Object.fromEntries(NAMES.map((file) => [file, readRows(file, texts(file))])) as unknown as Files
  const [wrong] = contradictions(files)
  if (wrong) throw new Error(wrong)
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('rulebook'))`)
    for (const file of NAMES) {
      await store(tx, file, files[file])
      await noteVersion(tx, file, createHash('sha256').update(texts(file)).digest('hex'))
    }
  })
}
