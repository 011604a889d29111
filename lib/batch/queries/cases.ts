import { and, asc, desc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { batches, batchRows, dramas, penalties, violationSubjects, violations } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import { organizationNames } from '../../organization/queries/organizations'
import type { Entry } from '../rules/row'
import type { CellFault } from '../rules/table'
import type { RowStanding } from '../workflow'

const PAGE = 50

/** Batches that the worker goes on with, the longest waiting first. */
export const batchesRunning = (tx: Tx): Promise<{ id: string; filerId: string; confirmedBy: string }[]> =>
  tx
    .select({ id: batches.id, filerId: batches.filerId, confirmedBy: sql<string>`${batches.confirmedBy}` })
    .from(batches)
    .where(eq(batches.state, 'running'))
    .orderBy(asc(batches.confirmedAt), asc(batches.id))
    .limit(20)

export type BatchCase = typeof batches.$inferSelect & { filer: { shortName: string; nameEn: string | null } | null }

/** A batch by its number, as far as the reader sees it. */
export async function batchNumbered(tx: Tx, number: string): Promise<BatchCase | null> {
  const [row] = await tx.select().from(batches).where(eq(batches.number, number))
  if (!row) return null
  const names = await organizationNames(tx, [row.filerId])
  return { ...row, filer: names.get(row.filerId) ?? null }
}

export type Counts = Record<RowStanding, number>
const NONE: Counts = { good: 0, wrong: 0, on_file: 0, filed: 0, failed: 0, withdrawn: 0, kept: 0 }

/** How many rows stand where; a bureau counts those that became its cases. */
export async function countsOf(tx: Tx, batchId: string): Promise<Counts> {
  const rows = await tx
    .select({ standing: batchRows.standing, n: sql<number>`count(*)::int` })
    .from(batchRows)
    .where(eq(batchRows.batchId, batchId))
    .groupBy(batchRows.standing)
  return { ...NONE, ...Object.fromEntries(rows.map(({ standing, n }) => [standing, n])) }
}

export type Tally = {
  kind: Entry['kind']
  rung: string | null
  rows: number
  targets: number
  episodes: number
  unknownEpisodes: number
  seconds: number
  unknownSeconds: number
}

/** What the rows hold that are to be recorded or are, by what they are about and what was done. */
export const tallyOf = async (tx: Tx, batchId: string): Promise<Tally[]> => {
  const kind = sql<Entry['kind']>`${batchRows.entry} ->> 'kind'`
  const rung = sql<string | null>`${batchRows.entry} #>> '{measure,rung}'`
  const isWork = sql`${batchRows.entry} ->> 'kind' in ('drama', 'episode')`
  const episodes = sql`(${batchRows.entry} ->> 'episodeCount')::int`
  const seconds = sql`(${batchRows.entry} ->> 'totalSeconds')::int`
  return tx
    .select({
      kind,
      rung,
      rows: sql<number>`count(*)::int`,
      targets: sql<number>`count(distinct coalesce(${batchRows.entry} ->> 'number', ${batchRows.entry} ->> 'name'))::int`,
      episodes: sql<number>`coalesce(sum(${episodes}), 0)::int`,
      unknownEpisodes: sql<number>`count(*) filter (where ${isWork} and ${episodes} is null)::int`,
      seconds: sql<number>`coalesce(sum(${seconds}), 0)::int`,
      unknownSeconds: sql<number>`count(*) filter (where ${isWork} and ${seconds} is null)::int`,
    })
    .from(batchRows)
    .where(and(eq(batchRows.batchId, batchId), inArray(batchRows.standing, ['good', 'filed', 'kept'])))
    .groupBy(kind, rung)
    .orderBy(sql`array_position(array['drama', 'episode', 'mini_program', 'account'], ${kind})`, sql`length(${rung})`, rung)
}

export type BatchRow = {
  line: number
  reference: string | null
  standing: RowStanding
  typed: Record<string, string>
  entry: Entry | null
  faults: CellFault[]
  /** The report and the measure that record it; of a row that was on file before, that report. */
  report: string | null
  reportState: string | null
  measure: string | null
  /** What is on file under the reference of a row that says it again. */
  onFile: Entry | null
  /** Whom that report is about: the work by its code, a mini-program or an account by its id. */
  about: { work: string } | { subject: string } | null
}
export const ROW_VIEWS = ['all', 'good', 'wrong', 'on_file', 'filed', 'failed', 'withdrawn', 'kept'] as const
export type RowView = (typeof ROW_VIEWS)[number]

/** The row that recorded what another one says again. */
const recordedAs = alias(batchRows, 'recorded_as')
const isOnFileAs = and(
  eq(batchRows.standing, 'on_file'),
  eq(recordedAs.violationId, batchRows.violationId),
  inArray(recordedAs.standing, ['filed', 'kept']),
)

/** How many rows say otherwise than what is on file under their references. */
export async function differingOf(tx: Tx, batchId: string): Promise<number> {
  const [found] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(batchRows)
    .innerJoin(recordedAs, isOnFileAs)
    .where(and(eq(batchRows.batchId, batchId), sql`${batchRows.entry} <> ${recordedAs.entry}`))
  return found!.n
}

/** Rows in the order of the file, 50 a page; `limit` raises the page for a file. */
export async function rowsOf(
  tx: Tx,
  batchId: string,
  { view = 'all', after = 0 }: { view?: RowView; after?: number },
  limit = PAGE,
): Promise<{ rows: BatchRow[]; next: number | null }> {
  const found = await tx
    .select({
      row: batchRows,
      report: violations.number,
      reportState: violations.state,
      measure: penalties.number,
      onFile: recordedAs.entry,
      work: dramas.code,
      subject: sql<string | null>`coalesce(${violationSubjects.miniProgramId}, ${violationSubjects.accountId})`,
    })
    .from(batchRows)
    .leftJoin(violations, eq(violations.id, batchRows.violationId))
    .leftJoin(penalties, eq(penalties.id, batchRows.penaltyId))
    .leftJoin(recordedAs, isOnFileAs)
    .leftJoin(violationSubjects, eq(violationSubjects.violationId, violations.id))
    .leftJoin(dramas, eq(dramas.id, violationSubjects.dramaId))
    .where(and(eq(batchRows.batchId, batchId), gt(batchRows.line, after), view === 'all' ? undefined : eq(batchRows.standing, view)))
    .orderBy(asc(batchRows.line))
    .limit(limit + 1)
  const shown = found.slice(0, limit).map(({ row, onFile, work, subject, ...numbers }) => ({
    line: row.line,
    reference: row.reference,
    standing: row.standing,
    typed: row.typed,
    entry: row.entry as Entry | null,
    faults: row.faults as unknown as CellFault[],
    onFile: onFile as Entry | null,
    about: work ? { work } : subject ? { subject } : null,
    ...numbers,
  }))
  return { rows: shown, next: found.length > limit ? shown.at(-1)!.line : null }
}

export type BatchLine = typeof batches.$inferSelect & {
  filer: { shortName: string; nameEn: string | null } | null
  filed: number
  wrong: number
}

/** A platform's own files, or those that a regulator may read, newest first, 50 a page. */
export async function batchesOf(tx: Tx, actor: Actor, after?: string): Promise<Page<BatchLine>> {
  const from = readCursor(after)
  const own = actor.kind === 'platform' ? eq(batches.filerId, actor.organizationId!) : isNotNull(batches.confirmedBy)
  const count = (standing: RowStanding) =>
    sql<number>`(select count(*)::int from batch_rows r where r.batch_id = ${batches.id} and r.standing = ${standing})`
  const rows = await tx
    .select({ row: batches, filed: count('filed'), wrong: count('wrong') })
    .from(batches)
    .where(
      and(
        own,
        from && from.at !== 'infinity'
          ? sql`(${batches.openedAt}, ${batches.id}) < (${from.at}::timestamptz, ${from.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(batches.openedAt), desc(batches.id))
    .limit(PAGE + 1)
  const page = cut(rows, PAGE, ({ row }) => cursorOf(row.openedAt, row.id))
  const names = await organizationNames(
    tx,
    page.rows.map(({ row }) => row.filerId),
  )
  return { next: page.next, rows: page.rows.map(({ row, ...counts }) => ({ ...row, ...counts, filer: names.get(row.filerId) ?? null })) }
}
