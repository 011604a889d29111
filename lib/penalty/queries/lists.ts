import { and, asc, desc, eq, gt, ilike, isNull, lte, ne, not, notExists, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { penalties, penaltyReasons, platformAccounts, violationSubjects, violations } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import { addHours } from '../../kernel/time'
import { organizationNames } from '../../organization/queries/organizations'
import { GUIDANCE } from '../rules/measure'
import type { Against, PenaltyState } from '../workflow'

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
  /** Where the reader may read reasons: only what is not as the guide has it. */
  deviating?: boolean
  platformId?: string
  after?: string
}

/** What all may read who may know of a penalty at all: the account's handle, the items, the measure and its dates. How it ended they do not. */
export type Outline = {
  id: string
  number: string | null
  handle: string
  clauses: string[]
  rung: string
  parameter: string | null
  state: PenaltyState | 'running' | 'closed'
  startsAt: Date
  endsAt: Date | null
  endedAt: Date | null
}
export type PenaltyRow = Outline & {
  openedAt: Date
  decision: Against
  platform: { shortName: string; nameEn: string | null } | null
}

/** The columns of an outline: whether it is in force, and no more of its state. */
export const outline = {
  id: penalties.id,
  number: penalties.number,
  handle: penalties.handle,
  clauses: penalties.clauses,
  rung: penalties.rung,
  parameter: penalties.parameter,
  state: sql<'running' | 'closed'>`case when ${penalties.state} = 'active' then 'running' else 'closed' end`,
  startsAt: penalties.startsAt,
  endsAt: penalties.endsAt,
  endedAt: penalties.endedAt,
}
const whole = { ...outline, state: penalties.state, openedAt: penalties.openedAt }

const literal = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
const named = (q: string | undefined): SQL | undefined =>
  q ? or(ilike(penalties.handle, literal(q)), ilike(penalties.number, literal(q))) : undefined
const standingIs = (standing: Standing | undefined): SQL | undefined =>
  standing && (standing === 'active' ? eq(penalties.state, 'active') : ne(penalties.state, 'active'))
const behind = (after: string | undefined): SQL | undefined => {
  const from = readCursor(after)
  return from && from.at !== 'infinity'
    ? sql`(${penalties.openedAt}, ${penalties.id}) < (${from.at}::timestamptz, ${from.id}::uuid)`
    : undefined
}
const newestFirst = [desc(penalties.openedAt), desc(penalties.id)]
/** To the microsecond, as the index has it. */
const openedAt = sql<string>`to_char(${penalties.openedAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Whose penalties a list holds: a platform its own, a bureau those of its cases, 总局 all. */
const within = ({ kind, organizationId }: Actor): SQL | undefined =>
  kind === 'national'
    ? undefined
    : kind === 'province'
      ? eq(penalties.bureauId, organizationId!)
      : eq(penalties.platformId, organizationId!)

/** A platform's own penalties, or those that a regulator has before it, whole, newest first, 50 a page; `limit` raises the page for a file. */
export async function penaltiesOf(tx: Tx, actor: Actor, filter: PenaltyFilter, limit = PAGE): Promise<Page<PenaltyRow>> {
  const { standing, q, rung, deviating, platformId, after } = filter
  const rows = await tx
    .select({ ...whole, at: openedAt, platformId: penalties.platformId, decision: penaltyReasons.decision })
    .from(penalties)
    .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
    .where(
      and(
        within(actor),
        standingIs(standing),
        named(q),
        rung ? eq(penalties.rung, rung) : undefined,
        deviating ? ne(penaltyReasons.decision, 'as_guided') : undefined,
        platformId ? eq(penalties.platformId, platformId) : undefined,
        behind(after),
      ),
    )
    .orderBy(...newestFirst)
    .limit(limit + 1)
  const page = cut(rows, limit, ({ at, id }) => cursorOf(at, id))
  const names = await organizationNames(
    tx,
    page.rows.map((row) => row.platformId),
  )
  return { next: page.next, rows: page.rows.map(({ platformId: id, at: _, ...row }) => ({ ...row, platform: names.get(id) ?? null })) }
}

/**
 * What others imposed, in outline: for platforms and CNSA the shared list, for a creator what was imposed on its accounts (row-level
 * security leaves out the rest). Which platform it was is not fetched.
 */
export async function penaltiesInOutline(
  tx: Tx,
  actor: Actor,
  { standing, q, rung, after }: PenaltyFilter,
  limit = PAGE,
): Promise<Page<Outline>> {
  const rows = await tx
    .select({ ...outline, at: openedAt })
    .from(penalties)
    .where(
      and(
        actor.kind === 'platform' ? ne(penalties.platformId, actor.organizationId!) : undefined,
        standingIs(standing),
        named(q),
        rung ? eq(penalties.rung, rung) : undefined,
        behind(after),
      ),
    )
    .orderBy(...newestFirst)
    .limit(limit + 1)
  const page = cut(rows, limit, ({ at, id }) => cursorOf(at, id))
  return { next: page.next, rows: page.rows.map(({ at: _, ...row }) => row) }
}

export type DueRow = {
  id: string
  violationId: string
  number: string | null
  accountId: string
  handle: string
  severity: number | null
  decidedAt: Date
}

/** Reports of one's own that were upheld against an own account and that nothing has been decided on. */
function undecided(actor: Actor): SQL | undefined {
  const root = alias(violations, 'root')
  return and(
    eq(violationSubjects.kind, 'account'),
    eq(platformAccounts.platformId, actor.organizationId!),
    eq(violations.outcome, 'upheld'),
    or(eq(violations.state, 'merged'), eq(violationSubjects.outcome, 'upheld')),
    notExists(
      sql`(select from ${penalties} where ${penalties.violationId} = ${violations.id} and ${penalties.accountId} = ${platformAccounts.id})`,
    ),
    // A report of one's own that was merged into another of one's own is decided on with that one.
    or(isNull(violations.rootId), not(sql`exists (select from ${violations} as ${root} where ${root.id} = ${violations.rootId})`)),
  )
}

/** What a platform has to decide on, the longest waiting first, 50 a page. */
export async function accountsToDecide(
  tx: Tx,
  actor: Actor,
  { q, after }: Pick<PenaltyFilter, 'q' | 'after'>,
  limit = PAGE,
): Promise<Page<DueRow>> {
  const from = readCursor(after)
  const rows = await tx
    .select({
      id: violationSubjects.id,
      violationId: violations.id,
      number: violations.number,
      accountId: platformAccounts.accountId,
      handle: platformAccounts.handle,
      severity: sql<number | null>`coalesce(${violationSubjects.severity}, ${violations.severity})`,
      decidedAt: sql<Date>`${violations.decidedAt}`.mapWith(violations.decidedAt),
      at: sql<string>`to_char(${violations.decidedAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    })
    .from(violationSubjects)
    .innerJoin(platformAccounts, eq(platformAccounts.id, violationSubjects.accountId))
    .innerJoin(violations, eq(violations.id, violationSubjects.violationId))
    .where(
      and(
        undecided(actor),
        q
          ? or(
              ilike(platformAccounts.handle, literal(q)),
              ilike(platformAccounts.accountId, literal(q)),
              ilike(violations.number, literal(q)),
            )
          : undefined,
        from && from.at !== 'infinity'
          ? sql`(${violations.decidedAt}, ${violationSubjects.id}) > (${from.at}::timestamptz, ${from.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(violations.decidedAt), asc(violationSubjects.id))
    .limit(limit + 1)
  const page = cut(rows, limit, ({ at, id }) => cursorOf(at, id))
  return { next: page.next, rows: page.rows.map(({ at: _, ...row }) => row) }
}

/** How many each view of a platform's own list holds, counted up to 100. */
export async function ownCounts(tx: Tx, actor: Actor): Promise<Record<OwnView, number>> {
  const count = async (view: Standing) => {
    const some = tx
      .select({ one: sql`1` })
      .from(penalties)
      .where(and(within(actor), standingIs(view)))
      .limit(COUNTED)
      .as('some')
    const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(some)
    return row?.n ?? 0
  }
  const due = await accountsToDecide(tx, actor, {}, COUNTED - 1)
  return { due: due.rows.length + (due.next ? 1 : 0), active: await count('active'), ended: await count('ended') }
}

export type EndingRow = Omit<Outline, 'endsAt'> & { accountId: string; endsAt: Date }
const SOON_DAYS = 7

/** A platform's measures of some days that end by themselves within a week, the nearest first; guidance is answered and not among them. */
export async function endingSoon(tx: Tx, actor: Actor, now: Date, limit = PAGE): Promise<EndingRow[]> {
  return tx
    .select({
      ...outline,
      state: penalties.state,
      accountId: penalties.accountId,
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
