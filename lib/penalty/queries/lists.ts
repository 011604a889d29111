import { and, asc, desc, eq, gt, ilike, lte, ne, not, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { penalties, penaltyOutlines, penaltyReasons } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import { addHours } from '../../kernel/time'
import { organizationNames } from '../../organization/queries/organizations'
import type { Occurrence } from '../rules/guide'
import { GUIDANCE } from '../rules/measure'
import type { Against, PenaltyState, TargetKind } from '../workflow'

const PAGE = 50
const COUNTED = 100
export const OWN_VIEWS = ['due', 'active', 'ended'] as const
export type OwnView = (typeof OWN_VIEWS)[number]
export const STANDINGS = ['active', 'ended'] as const
export type Standing = (typeof STANDINGS)[number]
export type PenaltyFilter = {
  standing?: Standing
  q?: string
  rung?: string
  targetKind?: TargetKind
  state?: PenaltyState
  /** Where the reader may read reasons: only what is not as the guide has it. */
  deviating?: boolean
  platformId?: string
  after?: string
}

/** What all may read who may know of a penalty at all: the account's handle, the items, the measure and its dates. How it ended they do not. */
export type Outline = {
  id: string
  number: string | null
  targetKind: TargetKind
  targetName: string
  episode: number | null
  clauses: string[]
  /** None where nothing was imposed. */
  rung: string | null
  parameter: string | null
  state: PenaltyState | 'running' | 'closed'
  startsAt: Date | null
  endsAt: Date | null
  endedAt: Date | null
}
export type PenaltyRow = Outline & {
  openedAt: Date
  /** None of what was only recorded. */
  decision: Against | null
  platform: { shortName: string; nameEn: string | null } | null
}

/** What still runs: imposed and not ended, or recorded with an end that has not come. Nothing that is due was imposed yet. */
export const runs = sql`(${penalties.state} in ('active', 'acknowledged') or (${penalties.state} = 'recorded' and (${penalties.endsAt} is null or ${penalties.endsAt} > now())))`

/** What is listed of a penalty for whoever reads it whole. */
export const whole = {
  id: penalties.id,
  number: penalties.number,
  targetKind: penalties.targetKind,
  targetName: penalties.targetName,
  episode: penalties.episode,
  clauses: penalties.clauses,
  rung: penalties.rung,
  parameter: penalties.parameter,
  state: penalties.state,
  startsAt: penalties.startsAt,
  endsAt: penalties.endsAt,
  endedAt: penalties.endedAt,
}
/** What is read of a penalty by whoever is no party to it: whether it is in force, and no more of its state. */
export const outline = {
  id: penaltyOutlines.id,
  number: penaltyOutlines.number,
  targetKind: penaltyOutlines.targetKind,
  targetName: penaltyOutlines.targetName,
  episode: penaltyOutlines.episode,
  clauses: penaltyOutlines.clauses,
  rung: penaltyOutlines.rung,
  parameter: penaltyOutlines.parameter,
  state: sql<'running' | 'closed'>`case when ${penaltyOutlines.runs} then 'running' else 'closed' end`,
  startsAt: penaltyOutlines.startsAt,
  endsAt: penaltyOutlines.endsAt,
  endedAt: penaltyOutlines.endedAt,
}

const literal = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
type Listed = typeof penalties | typeof penaltyOutlines
const named = (of: Listed, q: string | undefined): SQL | undefined =>
  q ? or(ilike(of.targetName, literal(q)), ilike(of.number, literal(q))) : undefined
const standingIs = (standing: Standing | undefined): SQL | undefined =>
  and(ne(penalties.state, 'due'), standing && (standing === 'active' ? runs : not(runs)))
const behind = (of: Listed, after: string | undefined): SQL | undefined => {
  const from = readCursor(after)
  return from && from.at !== 'infinity' ? sql`(${of.openedAt}, ${of.id}) < (${from.at}::timestamptz, ${from.id}::uuid)` : undefined
}
const newestFirst = (of: Listed) => [desc(of.openedAt), desc(of.id)]
/** To the microsecond, as the index has it. */
const openedAt = (of: Listed) => sql<string>`to_char(${of.openedAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Whose penalties a list holds: a platform its own, a bureau those of its cases, 总局 all. */
const within = ({ kind, organizationId }: Actor): SQL | undefined =>
  kind === 'national'
    ? undefined
    : kind === 'province'
      ? eq(penalties.bureauId, organizationId!)
      : eq(penalties.platformId, organizationId!)

/** A platform's own penalties, or those that a regulator has before it, whole, newest first, 50 a page; `limit` raises the page for a file. */
export async function penaltiesOf(tx: Tx, actor: Actor, filter: PenaltyFilter, limit = PAGE): Promise<Page<PenaltyRow>> {
  const { standing, q, rung, targetKind, state, deviating, platformId, after } = filter
  const rows = await tx
    .select({
      ...whole,
      openedAt: penalties.openedAt,
      at: openedAt(penalties),
      platformId: penalties.platformId,
      decision: penaltyReasons.decision,
    })
    .from(penalties)
    .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
    .where(
      and(
        within(actor),
        standingIs(standing),
        named(penalties, q),
        rung ? eq(penalties.rung, rung) : undefined,
        targetKind ? eq(penalties.targetKind, targetKind) : undefined,
        state ? eq(penalties.state, state) : undefined,
        deviating ? ne(penaltyReasons.decision, 'as_guided') : undefined,
        platformId ? eq(penalties.platformId, platformId) : undefined,
        behind(penalties, after),
      ),
    )
    .orderBy(...newestFirst(penalties))
    .limit(limit + 1)
  const page = cut(rows, limit, ({ at, id }) => cursorOf(at, id))
  const names = await organizationNames(
    tx,
    page.rows.map((row) => row.platformId),
  )
  return { next: page.next, rows: page.rows.map(({ platformId: id, at: _, ...row }) => ({ ...row, platform: names.get(id) ?? null })) }
}

const SHARED_WITH: ReadonlySet<string> = new Set(['platform', 'association', 'creator'])

/**
 * What others imposed, in outline: for platforms and CNSA the shared list, for a creator what was imposed on what is its own. Which
 * platform it was is not to be had from it.
 */
export async function penaltiesInOutline(
  tx: Tx,
  actor: Actor,
  { standing, q, rung, targetKind, after }: PenaltyFilter,
  limit = PAGE,
): Promise<Page<Outline>> {
  if (!SHARED_WITH.has(actor.kind)) return { rows: [], next: null }
  const rows = await tx
    .select({ ...outline, at: openedAt(penaltyOutlines) })
    .from(penaltyOutlines)
    .where(
      and(
        standing && eq(penaltyOutlines.runs, standing === 'active'),
        named(penaltyOutlines, q),
        rung ? eq(penaltyOutlines.rung, rung) : undefined,
        targetKind ? eq(penaltyOutlines.targetKind, targetKind) : undefined,
        behind(penaltyOutlines, after),
      ),
    )
    .orderBy(...newestFirst(penaltyOutlines))
    .limit(limit + 1)
  const page = cut(rows, limit, ({ at, id }) => cursorOf(at, id))
  return { next: page.next, rows: page.rows.map(({ at: _, ...row }) => row) }
}

export type DueRow = {
  id: string
  number: string | null
  targetKind: TargetKind
  targetName: string
  clauses: string[]
  severity: number
  occurrence: Occurrence
  /** It follows from what was refused to be mended. */
  isUnmet: boolean
  dueAt: Date
  platform: { shortName: string; nameEn: string | null } | null
}
type DueFilter = Pick<PenaltyFilter, 'q' | 'after' | 'targetKind' | 'platformId'>

/** Decisions that are due, a platform's own or those that a regulator has before it, the nearest first, 50 a page. */
export async function decisionsDue(
  tx: Tx,
  actor: Actor,
  { q, after, targetKind, platformId }: DueFilter,
  limit = PAGE,
): Promise<Page<DueRow>> {
  const from = readCursor(after)
  const rows = await tx
    .select({
      id: penalties.id,
      number: penalties.number,
      targetKind: penalties.targetKind,
      targetName: penalties.targetName,
      clauses: penalties.clauses,
      severity: penaltyReasons.severity,
      occurrence: penaltyReasons.occurrence,
      isUnmet: sql<boolean>`${penaltyReasons.refusedId} is not null`,
      dueAt: sql<Date>`${penalties.dueAt}`.mapWith(penalties.dueAt),
      platformId: penalties.platformId,
      at: sql<string>`to_char(${penalties.dueAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    })
    .from(penalties)
    .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
    .where(
      and(
        within(actor),
        eq(penalties.state, 'due'),
        named(penalties, q),
        targetKind ? eq(penalties.targetKind, targetKind) : undefined,
        platformId ? eq(penalties.platformId, platformId) : undefined,
        from && from.at !== 'infinity'
          ? sql`(${penalties.dueAt}, ${penalties.id}) > (${from.at}::timestamptz, ${from.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(penalties.dueAt), asc(penalties.id))
    .limit(limit + 1)
  const page = cut(rows, limit, ({ at, id }) => cursorOf(at, id))
  const names = await organizationNames(
    tx,
    page.rows.map((row) => row.platformId),
  )
  return { next: page.next, rows: page.rows.map(({ at: _, platformId: id, ...row }) => ({ ...row, platform: names.get(id) ?? null })) }
}

/** How many each view of a platform's own list holds, counted up to 100. */
export async function ownCounts(tx: Tx, actor: Actor): Promise<Record<OwnView, number>> {
  const count = async (view: OwnView) => {
    const some = tx
      .select({ one: sql`1` })
      .from(penalties)
      .where(and(within(actor), view === 'due' ? eq(penalties.state, 'due') : standingIs(view)))
      .limit(COUNTED)
      .as('some')
    const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(some)
    return row?.n ?? 0
  }
  return { due: await count('due'), active: await count('active'), ended: await count('ended') }
}

export type EndingRow = Omit<Outline, 'endsAt' | 'rung'> & { rung: string; targetId: string; endsAt: Date }
const SOON_DAYS = 7

/** A platform's measures of some days that end by themselves within a week, the nearest first; guidance is answered and not among them. */
export async function endingSoon(tx: Tx, actor: Actor, now: Date, limit = PAGE): Promise<EndingRow[]> {
  return tx
    .select({
      ...whole,
      rung: sql<string>`${penalties.rung}`,
      targetId: penalties.targetId,
      endsAt: sql<Date>`${penalties.endsAt}`.mapWith(penalties.endsAt),
    })
    .from(penalties)
    .where(
      and(
        eq(penalties.platformId, actor.organizationId!),
        eq(penalties.state, 'active'),
        ne(penalties.rung, GUIDANCE),
        gt(penalties.endsAt, now),
        lte(penalties.endsAt, addHours(now, SOON_DAYS * 24)),
      ),
    )
    .orderBy(asc(penalties.endsAt), asc(penalties.id))
    .limit(limit)
}

/** For the clock: measures whose last instant has passed. */
export async function penaltiesRunOut(tx: Tx, now: Date, limit = COUNTED): Promise<string[]> {
  const rows = await tx
    .select({ id: penalties.id })
    .from(penalties)
    .where(and(eq(penalties.state, 'active'), ne(penalties.rung, GUIDANCE), lte(penalties.endsAt, now)))
    .orderBy(asc(penalties.endsAt))
    .limit(limit)
  return rows.map(({ id }) => id)
}
