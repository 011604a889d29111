import { and, arrayContains, asc, desc, eq, exists, gt, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import {
  blacklistClauses,
  blacklistEntries,
  blacklistSubjects,
  dramas,
  events,
  eventWords,
  registerNames,
  registrations,
  takedownOrders,
} from '@/db/schema'
import { cut, type Page } from '../kernel/page'
import { type Day, dayOf, startOf } from '../kernel/time'
import { fold, gramsOf } from '../matching/rules/fold'
import { organizationNames } from '../organization/queries/organizations'
import { type Promised, promiseOf } from '../registration/rules/promise'

const PAGE = 50
/** A search stops here and says so. */
export const SEARCH_LIMIT = 1000

export type RegisterFilter = {
  q?: string
  class?: number
  bureauId?: string
  year?: number
  standing?: 'listed' | 'unlisted'
  after?: string
}
export type PublicWork = {
  id: string
  code: string
  title: string
  aliases: string[]
  producerName: string | null
  class: number | null
  officialNumber: string | null
  episodeCount: number | null
  totalSeconds: number | null
  publicSince: Date
  listed: boolean
  promised: Promised
}

const PUBLIC_STATES = ['offered', 'registered', 'published', 'suspended'] as const

const CASE = /^(BA|HM)-?(\d{4})-?(\d+)$/

/** Works that a public filing or entry of this case number is about; null where the words are no case number. */
async function ofCase(tx: Tx, q: string): Promise<string[] | null> {
  const [, noun, year, no] = CASE.exec(q.normalize('NFKC').replace(/\s/g, '').toUpperCase()) ?? []
  if (!noun) return null
  const number = `${noun}-${year}-${no!.padStart(4, '0')}`
  const rows =
    noun === 'HM'
      ? await tx
          .select({ id: blacklistSubjects.dramaId })
          .from(blacklistSubjects)
          .innerJoin(blacklistEntries, eq(blacklistEntries.id, blacklistSubjects.entryId))
          .where(eq(blacklistEntries.number, number))
      : await tx.select({ id: registrations.dramaId }).from(registrations).where(eq(registrations.number, number))
  return rows.flatMap(({ id }) => id ?? [])
}

/** Works by title, alias or number: the ids that carry all the pairs of characters asked for, at most one more than the limit. */
async function named(tx: Tx, q: string): Promise<string[]> {
  const cases = await ofCase(tx, q)
  if (cases) return cases
  const folded = fold(q)
  if (!folded) return []
  const pairs = gramsOf(folded).filter((gram) => [...gram].length === 2)
  const rows = await tx
    .selectDistinct({ id: registerNames.dramaId })
    .from(registerNames)
    .where(arrayContains(registerNames.grams, pairs.length ? pairs : [folded]))
    .limit(SEARCH_LIMIT + 1)
  return rows.map(({ id }) => id)
}

const position = (work: { publicSince: Date; id: string }) => `${work.publicSince.toISOString()}_${work.id}`
function behind(after: string | undefined): SQL | undefined {
  const [instant, id] = after?.split('_') ?? []
  if (!instant || !id || !/^[0-9a-f-]{36}$/.test(id) || Number.isNaN(Date.parse(instant))) return
  const since = new Date(instant)
  return or(lt(dramas.publicSince, since), and(eq(dramas.publicSince, since), lt(dramas.id, id)))
}

/** What each of these works may be called in public: its best filing, by the words that promise no more than its state does. */
async function filingsOf(tx: Tx, ids: string[]) {
  if (!ids.length) return new Map<string, typeof registrations.$inferSelect>()
  const rows = await tx
    .selectDistinctOn([registrations.dramaId])
    .from(registrations)
    .where(and(inArray(registrations.dramaId, ids), inArray(registrations.state, [...PUBLIC_STATES])))
    .orderBy(registrations.dramaId, asc(sql`${registrations.officialNumber} is null`), desc(registrations.decidedAt), registrations.id)
  return new Map(rows.map((row) => [row.dramaId, row]))
}

/** A work that is public and filed nowhere was listed; where it is so no longer, that was lifted. */
const promised = (filing: typeof registrations.$inferSelect | undefined, listed: boolean, recordedCount = 0): Promised =>
  filing
    ? promiseOf({
        class: (filing.class ?? 3) as 1 | 2 | 3,
        state: filing.state,
        filedOn: (filing.ruledOn ?? dayOf(filing.openedAt)) as Day,
        listed,
        pendingCount: filing.pendingCount,
        recordedCount,
      })!
    : listed
      ? 'listed'
      : 'lifted'

/**
 * The public register, newest first, 50 a page. With `q`: works whose title, alias or number holds it, the exact ones first;
 * `capped` says that the search stopped at its limit.
 */
export async function worksInRegister(
  tx: Tx,
  { q, class: ofClass, bureauId, year, standing, after }: RegisterFilter,
): Promise<Page<PublicWork> & { capped: boolean; found: number | null }> {
  const ids = q ? await named(tx, q) : undefined
  if (ids && !ids.length) return { rows: [], next: null, capped: false, found: 0 }
  const filing = and(eq(registrations.dramaId, dramas.id), ofClass ? eq(registrations.class, ofClass) : undefined)
  const where = and(
    isNotNull(dramas.publicSince),
    ids && inArray(dramas.id, ids.slice(0, SEARCH_LIMIT)),
    bureauId ? eq(dramas.bureauId, bureauId) : undefined,
    standing === 'listed' ? gt(dramas.listedCount, 0) : standing === 'unlisted' ? eq(dramas.listedCount, 0) : undefined,
    year
      ? and(
          sql`${dramas.publicSince} >= ${startOf(`${year}-01-01` as Day).toISOString()}`,
          sql`${dramas.publicSince} < ${startOf(`${year + 1}-01-01` as Day).toISOString()}`,
        )
      : undefined,
    ofClass ? exists(tx.select({ one: sql`1` }).from(registrations).where(filing)) : undefined,
  )
  const [count] = ids ? await tx.select({ n: sql<number>`count(*)::int` }).from(dramas).where(where) : []
  const exact = q ? [desc(sql`${dramas.folded} = ${fold(q)}`)] : []
  const offset = q ? Math.min(Number(after) || 0, SEARCH_LIMIT) : 0
  const rows = await tx
    .select({
      id: dramas.id,
      code: dramas.code,
      title: dramas.title,
      aliases: dramas.aliases,
      producerName: dramas.producerName,
      episodeCount: dramas.episodeCount,
      totalSeconds: dramas.totalSeconds,
      publicSince: dramas.publicSince,
      listedCount: dramas.listedCount,
    })
    .from(dramas)
    .where(and(where, q ? undefined : behind(after)))
    .orderBy(...exact, desc(dramas.publicSince), desc(dramas.id))
    .limit(PAGE + 1)
    .offset(offset)
  const filings = await filingsOf(
    tx,
    rows.map(({ id }) => id),
  )
  const works = rows.map(({ listedCount, publicSince, ...row }) => {
    const found = filings.get(row.id)
    return {
      ...row,
      publicSince: publicSince!,
      listed: listedCount > 0,
      class: found?.class ?? null,
      officialNumber: found?.officialNumber ?? null,
      promised: promised(found, listedCount > 0),
    }
  })
  return {
    ...cut(works, PAGE, q ? () => String(offset + PAGE) : position),
    capped: (ids?.length ?? 0) > SEARCH_LIMIT,
    found: count?.n ?? null,
  }
}

/** How many public works carry exactly this title, marks and script variants aside. */
export async function sameNamed(tx: Tx, q: string): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(dramas)
    .where(and(eq(dramas.folded, fold(q)), isNotNull(dramas.publicSince)))
  return row?.n ?? 0
}

/** What was said to everybody in these events, by case. */
async function wordsOf(tx: Tx, entryIds: string[], event: string) {
  const rows = entryIds.length
    ? await tx
        .select({ id: events.subjectId, words: eventWords.words })
        .from(eventWords)
        .innerJoin(events, eq(events.id, eventWords.eventId))
        .where(and(inArray(events.subjectId, entryIds), eq(events.name, event), eq(eventWords.audience, 'everyone')))
    : []
  return new Map(rows.map(({ id, words }) => [id, words]))
}

/** The entries that a work was on and was taken off again, newest first: from when to when, and why they were lifted. */
async function liftedEntriesOf(tx: Tx, dramaId: string) {
  const rows = await tx
    .select({
      id: blacklistEntries.id,
      number: blacklistEntries.number,
      listedAt: blacklistEntries.listedAt,
      liftedAt: blacklistEntries.liftedAt,
    })
    .from(blacklistEntries)
    .innerJoin(blacklistSubjects, eq(blacklistSubjects.entryId, blacklistEntries.id))
    .where(and(eq(blacklistSubjects.dramaId, dramaId), eq(blacklistEntries.state, 'lifted')))
    .orderBy(desc(blacklistEntries.liftedAt))
  const reasons = await wordsOf(
    tx,
    rows.map(({ id }) => id),
    'blacklist.lifted',
  )
  return rows.map((row) => ({ ...row, reason: reasons.get(row.id) ?? null }))
}

/** A listed work's entry as the public reads it: why, since when, by which organs, and how far it is down. */
async function publicEntryOf(tx: Tx, dramaId: string) {
  const [entry] = await tx
    .select({
      id: blacklistEntries.id,
      number: blacklistEntries.number,
      severity: blacklistEntries.severity,
      severityProposed: blacklistEntries.severityProposed,
      bureauId: blacklistEntries.bureauId,
      listedAt: blacklistEntries.listedAt,
      verifiedAt: blacklistEntries.verifiedAt,
    })
    .from(blacklistEntries)
    .innerJoin(blacklistSubjects, eq(blacklistSubjects.entryId, blacklistEntries.id))
    .where(and(eq(blacklistSubjects.dramaId, dramaId), eq(blacklistSubjects.active, true), eq(blacklistEntries.state, 'listed')))
    .limit(1)
  if (!entry) return null
  const clauses = await tx
    .select({ code: blacklistClauses.code })
    .from(blacklistClauses)
    .where(eq(blacklistClauses.entryId, entry.id))
    .orderBy(blacklistClauses.code)
  const remarks = await wordsOf(tx, [entry.id], 'blacklist.approved')
  const [proposed] = await tx
    .select({ by: events.actorKind })
    .from(events)
    .where(and(eq(events.subjectId, entry.id), eq(events.name, 'blacklist.proposed')))
    .limit(1)
  const [counts] = await tx.execute<{ orders: number; removed: number; later: number; laterRemoved: number }>(
    sql`select (orders - later)::int as orders, (removed - later_removed)::int as removed, later::int, later_removed::int as "laterRemoved" from board_counts(${entry.id})`,
  )
  const board = await tx
    .select({
      platformId: takedownOrders.platformId,
      state: takedownOrders.state,
      answeredAt: takedownOrders.answeredAt,
      reappearedAt: takedownOrders.reappearedAt,
      dueAt: sql<Date>`coalesce(${takedownOrders.reappearedDueAt}, ${takedownOrders.orderedDueAt})`.mapWith(takedownOrders.orderedDueAt),
    })
    .from(takedownOrders)
    .where(and(eq(takedownOrders.entryId, entry.id), sql`${takedownOrders.state} <> 'withdrawn'`))
    .orderBy(asc(takedownOrders.openedAt), asc(takedownOrders.answeredAt))
  const names = await organizationNames(tx, [...board.map(({ platformId }) => platformId), entry.bureauId])
  return {
    ...entry,
    clauses: clauses.map(({ code }) => code),
    remark: remarks.get(entry.id) ?? null,
    proposedBy: proposed?.by === 'association' ? ('association' as const) : ('platform' as const),
    bureau: names.get(entry.bureauId) ?? null,
    counts: counts ?? { orders: 0, removed: 0, later: 0, laterRemoved: 0 },
    board: board.map((row) => ({ ...row, platform: names.get(row.platformId) ?? null })),
  }
}

/** One public work with all its public filings. */
export async function workByCode(tx: Tx, code: string) {
  const [work] = await tx
    .select()
    .from(dramas)
    .where(and(eq(dramas.code, code), isNotNull(dramas.publicSince)))
  if (!work) return null
  const filings = await tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.dramaId, work.id), inArray(registrations.state, [...PUBLIC_STATES])))
    .orderBy(asc(registrations.openedAt))
  const names = await organizationNames(
    tx,
    filings.map(({ issuerId, bureauId }) => issuerId ?? bureauId),
  )
  const listed = work.listedCount > 0
  const best = (await filingsOf(tx, [work.id])).get(work.id)
  return {
    work,
    listed,
    promised: promised(best, listed),
    best,
    filings: filings.map((filing) => ({
      ...filing,
      issuer: filing.officialNumber ? (names.get(filing.issuerId ?? filing.bureauId) ?? null) : null,
      promised: promised(filing, false, filings.filter(({ offerId }) => offerId === filing.id).length),
    })),
    entry: listed ? await publicEntryOf(tx, work.id) : null,
    lifted: await liftedEntriesOf(tx, work.id),
  }
}

/** The list in force, newest first, 50 a page. */
export async function publicBlacklist(tx: Tx, { after }: { after?: string }) {
  const [instant, id] = after?.split('_') ?? []
  const since = instant && !Number.isNaN(Date.parse(instant)) ? new Date(instant) : undefined
  const rows = await tx
    .select({
      id: blacklistEntries.id,
      number: blacklistEntries.number,
      title: blacklistEntries.title,
      titleKind: blacklistEntries.titleKind,
      severity: blacklistEntries.severity,
      listedAt: blacklistEntries.listedAt,
      bureauId: blacklistEntries.bureauId,
    })
    .from(blacklistEntries)
    .where(
      and(
        eq(blacklistEntries.state, 'listed'),
        since && id && /^[0-9a-f-]{36}$/.test(id)
          ? or(lt(blacklistEntries.listedAt, since), and(eq(blacklistEntries.listedAt, since), lt(blacklistEntries.id, id)))
          : undefined,
      ),
    )
    .orderBy(desc(blacklistEntries.listedAt), desc(blacklistEntries.id))
    .limit(PAGE + 1)
  const page = cut(rows, PAGE, (last) => `${last.listedAt!.toISOString()}_${last.id}`)
  const ids = page.rows.map((row) => row.id)
  if (!ids.length) return { rows: [], next: null }
  const clauses = await tx
    .select({ entryId: blacklistClauses.entryId, code: blacklistClauses.code })
    .from(blacklistClauses)
    .where(inArray(blacklistClauses.entryId, ids))
    .orderBy(blacklistClauses.code)
  const works = await tx
    .select({ entryId: blacklistSubjects.entryId, code: dramas.code, title: dramas.title, producerName: dramas.producerName })
    .from(blacklistSubjects)
    .innerJoin(dramas, eq(dramas.id, blacklistSubjects.dramaId))
    .where(inArray(blacklistSubjects.entryId, ids))
  const counts = await tx.execute<{ id: string; orders: number; removed: number }>(
    sql`select e.id, (c.orders - c.later)::int as orders, (c.removed - c.later_removed)::int as removed from unnest(${sql.param(ids)}::uuid[]) as e (id), lateral board_counts(e.id) c`,
  )
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      ...row,
      clauses: clauses.filter(({ entryId }) => entryId === row.id).map(({ code }) => code),
      works: works.filter(({ entryId }) => entryId === row.id),
      orders: counts.find((count) => count.id === row.id)?.orders ?? 0,
      removed: counts.find((count) => count.id === row.id)?.removed ?? 0,
    })),
  }
}
