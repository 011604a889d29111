import { and, asc, desc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { batches, batchRows, dramas, facts, penalties, violationSubjects, violations } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import { organizationNames } from '../../organization/queries/organizations'
import type { PenaltyState } from '../../penalty/workflow'
import type { ViolationState } from '../../violation/workflow'
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
  /** It aired and no measure stands any more: the one that was recorded was taken back. */
  lapsed: boolean
  rows: number
  episodes: number
  unknownEpisodes: number
  seconds: number
  unknownSeconds: number
}

/** What rows that are still to be recorded would come to. */
const toRecord = (batchId: string) => sql`
  select entry ->> 'kind' as kind, entry #>> '{measure,rung}' as rung, false as lapsed, coalesce(entry ->> 'number', entry ->> 'name') as target,
    entry ->> 'episode' as episode, (entry ->> 'episodeCount')::int as episodes, (entry ->> 'totalSeconds')::int as seconds
  from ${batchRows} where batch_id = ${batchId} and standing = 'good'`

/** What counts of a confirmed batch: its measures that stand, and what was found where none does. */
const counting = (batchId: string) => sql`
  select case when f.target_kind = 'drama' and f.episode is not null then 'episode' else f.target_kind end as kind, f.rung,
    f.what = 'found' and f.stage = 'after_airing' as lapsed, f.target_id::text as target, f.episode::text as episode, f.episodes, f.seconds
  from ${facts} f
  where f.batch_id = ${batchId} and f.voided_in is null and (f.what = 'measured' or (f.what = 'found' and f.case_id not in (
    select r.violation_id from ${batchRows} r join ${facts} m on m.case_id = r.penalty_id
    where r.batch_id = ${batchId} and m.batch_id = ${batchId} and m.what = 'measured' and m.voided_in is null)))`

/**
 * What a batch comes to, by what its rows are about and what was done: once it is confirmed from the facts that its figures count, before
 * that from the rows. Each line counts a work and each of its episodes once.
 */
export async function tallyOf(tx: Tx, { id, confirmedBy }: { id: string; confirmedBy: string | null }): Promise<Tally[]> {
  const rows = await tx.execute<Tally>(sql`
    select kind, rung, lapsed, sum(rows)::int as rows,
      coalesce(sum(episodes), 0)::int as episodes, (count(*) filter (where kind in ('drama', 'episode') and episodes is null))::int as "unknownEpisodes",
      coalesce(sum(seconds), 0)::int as seconds, (count(*) filter (where kind in ('drama', 'episode') and seconds is null))::int as "unknownSeconds"
    from (select kind, rung, lapsed, target, episode, count(*) as rows, max(episodes) as episodes, max(seconds) as seconds
      from (${confirmedBy ? counting(id) : toRecord(id)}) as one group by kind, rung, lapsed, target, episode) as each
    group by kind, rung, lapsed
    order by array_position(array['drama', 'episode', 'mini_program', 'account'], kind), length(rung), rung, lapsed`)
  return [...rows]
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
  reportState: ViolationState | null
  measure: string | null
  measureState: PenaltyState | null
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
      measureState: penalties.state,
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
