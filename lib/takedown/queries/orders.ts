import { and, asc, desc, eq, getViewSelectedFields, ilike, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { keyset } from '@/db/keyset'
import {
  blacklistClauses,
  blacklistEntries,
  blacklistSubjects,
  dramas,
  placements,
  registrationFaces,
  takedownAnswers,
  takedownOrders,
  takedownOutlines,
  takedownSightings,
} from '@/db/schema'
import { during } from '@/db/span'
import { type ProgramNamed, programsById } from '../../blacklist/queries/programs'
import type { ListedKind } from '../../blacklist/rules'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import type { Span } from '../../kernel/time'
import { organizationNames } from '../../organization/queries/organizations'
import type { TakedownState } from '../workflow'
import type { OrganizationName } from './board'

const PAGE = 50
export const ORDER_VIEWS = ['open', 'overdue', 'reappeared', 'answered', 'late', 'all'] as const
export type OrderView = (typeof ORDER_VIEWS)[number]
/** What has become of an order: its state, or that it was removed and not seen again since, by which the time to dark is measured. */
export const OUTCOMES = ['issued', 'reappeared', 'objected', 'removed', 'dark', 'absent', 'excused', 'withdrawn'] as const
export type OrderOutcome = (typeof OUTCOMES)[number]
/** `span`: on which days it was issued. */
export type OrderFilter = {
  view: OrderView
  outcome?: OrderOutcome
  span?: Span
  bureauId?: string
  platformId?: string
  severity?: number
  q?: string
  numbers?: readonly string[]
  oldest?: boolean
  after?: string
}
export type OrderRow = {
  id: string
  number: string | null
  entryId: string
  platformId: string
  version: number
  entryNumber: string | null
  title: string
  titleKind: ListedKind
  platform: OrganizationName
  state: TakedownState
  severity: number
  openedAt: Date
  dueAt: Date | null
  orderedDueAt: Date
  reappearedAt: Date | null
  reappearedDueAt: Date | null
  answeredAt: Date | null
  late: boolean
  remindedAt: Date | null
}

/** Whose orders a list holds: a platform its own, a bureau those of its entries, 总局 all. */
const within = ({ kind, organizationId }: Actor): SQL | undefined =>
  kind === 'national'
    ? undefined
    : kind === 'province'
      ? eq(takedownOrders.bureauId, organizationId!)
      : eq(takedownOrders.platformId, organizationId!)

const OPEN = ['issued', 'objected', 'reappeared'] as const
const seen = (view: OrderView, now: Date): SQL | undefined =>
  ({
    open: inArray(takedownOrders.state, [...OPEN]),
    overdue: and(inArray(takedownOrders.state, [...OPEN]), isNotNull(takedownOrders.dueAt), lte(takedownOrders.dueAt, now)),
    reappeared: isNotNull(takedownOrders.reappearedAt),
    answered: inArray(takedownOrders.state, ['removed', 'absent', 'excused']),
    late: eq(takedownOrders.late, true),
    all: undefined,
  })[view]

const became = (outcome: OrderOutcome): SQL | undefined =>
  outcome === 'dark' ? and(eq(takedownOrders.state, 'removed'), isNull(takedownOrders.reappearedAt)) : eq(takedownOrders.state, outcome)

const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** Orders by what they wait for, newest first unless the oldest are asked for, 50 a page; `limit` raises the page for a file. */
export async function ordersOf(
  tx: Tx,
  actor: Actor,
  { view, outcome, span, bureauId, platformId, severity, q, numbers, oldest, after }: OrderFilter,
  now: Date,
  limit = PAGE,
): Promise<Page<OrderRow>> {
  const { behind, order: ordered } = keyset(takedownOrders.openedAt, takedownOrders.id, readCursor(after), oldest)
  const rows = await tx
    .select({ order: takedownOrders, entryNumber: blacklistEntries.number })
    .from(takedownOrders)
    .innerJoin(blacklistEntries, eq(blacklistEntries.id, takedownOrders.entryId))
    .where(
      and(
        within(actor),
        seen(view, now),
        outcome ? became(outcome) : undefined,
        during(takedownOrders.openedAt, span),
        bureauId ? eq(takedownOrders.bureauId, bureauId) : undefined,
        platformId ? eq(takedownOrders.platformId, platformId) : undefined,
        severity ? eq(takedownOrders.severity, severity) : undefined,
        numbers ? inArray(takedownOrders.number, [...numbers]) : undefined,
        q
          ? or(
              ilike(takedownOrders.title, `%${literal(q)}%`),
              ilike(takedownOrders.number, `%${literal(q)}%`),
              ilike(blacklistEntries.number, `%${literal(q)}%`),
            )
          : undefined,
        behind,
      ),
    )
    .orderBy(...ordered)
    .limit(limit + 1)
  const names = await organizationNames(
    tx,
    rows.map(({ order }) => order.platformId),
  )
  const page = cut(rows, limit, ({ order }) => cursorOf(order.openedAt, order.id))
  return {
    next: page.next,
    rows: page.rows.map(({ order, entryNumber }) => ({
      ...order,
      entryNumber,
      platform: names.get(order.platformId) ?? { shortName: '', nameEn: null },
    })),
  }
}

const COUNTED = 100
/** How many orders each view holds, counted up to 100. */
export async function orderCounts(tx: Tx, actor: Actor, now: Date): Promise<Record<OrderView, number>> {
  const counts = await Promise.all(
    ORDER_VIEWS.map(async (view) => {
      const some = tx
        .select({ one: sql`1` })
        .from(takedownOrders)
        .where(and(within(actor), seen(view, now)))
        .limit(COUNTED)
        .as('some')
      const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(some)
      return [view, row?.n ?? 0] as const
    }),
  )
  return Object.fromEntries(counts) as Record<OrderView, number>
}

/** How many orders issued on these days are overdue and not answered, by platform; of them all at most 1,000 are counted. */
export async function overdueOrders(
  tx: Tx,
  actor: Actor,
  { span, bureauId }: Pick<OrderFilter, 'span' | 'bureauId'>,
  now: Date,
): Promise<Map<string, number>> {
  const some = tx
    .select({ platformId: takedownOrders.platformId })
    .from(takedownOrders)
    .where(
      and(
        within(actor),
        seen('overdue', now),
        during(takedownOrders.openedAt, span),
        bureauId ? eq(takedownOrders.bureauId, bureauId) : undefined,
      ),
    )
    .limit(1000)
    .as('some')
  const rows = await tx.select({ platformId: some.platformId, n: sql<number>`count(*)::int` }).from(some).groupBy(some.platformId)
  return new Map(rows.map(({ platformId, n }) => [platformId, n]))
}

/** How many episodes the works of a listing have together, where that is known of each of them. */
export async function episodesListed(tx: Tx, entryId: string): Promise<number | null> {
  const works = await tx
    .select({ count: dramas.episodeCount })
    .from(blacklistSubjects)
    .innerJoin(dramas, eq(dramas.id, blacklistSubjects.dramaId))
    .where(eq(blacklistSubjects.entryId, entryId))
  const counts = works.map(({ count }) => count).filter((count) => count !== null)
  return works.length > 0 && counts.length === works.length ? counts.reduce((sum, count) => sum + count, 0) : null
}

export type OrderWork = {
  id: string
  code: string
  title: string
  aliases: string[]
  producerName: string | null
  episodeCount: number | null
  numbers: string[]
}

/** One order with the works that it is about; answers and known links as far as the reader may read them. */
export async function orderByNumber(tx: Tx, number: string) {
  const [found] = await tx
    .select({
      order: getViewSelectedFields(takedownOutlines),
      followed: takedownOrders,
      entry: {
        id: blacklistEntries.id,
        number: blacklistEntries.number,
        state: blacklistEntries.state,
        bureauId: blacklistEntries.bureauId,
        listedAt: blacklistEntries.listedAt,
      },
    })
    .from(takedownOutlines)
    .innerJoin(blacklistEntries, eq(blacklistEntries.id, takedownOutlines.entryId))
    .leftJoin(takedownOrders, eq(takedownOrders.id, takedownOutlines.id))
    .where(eq(takedownOutlines.number, number))
  if (!found) return null
  const { order, followed, entry } = found
  const works = await tx
    .select({
      id: dramas.id,
      code: dramas.code,
      title: dramas.title,
      aliases: dramas.aliases,
      producerName: dramas.producerName,
      episodeCount: dramas.episodeCount,
    })
    .from(blacklistSubjects)
    .innerJoin(dramas, eq(dramas.id, blacklistSubjects.dramaId))
    .where(eq(blacklistSubjects.entryId, entry.id))
    .orderBy(sql`${blacklistSubjects.chosen} <> 'report'`, asc(dramas.code))
  const ids = works.map(({ id }) => id)
  const listed = await tx
    .select({ id: blacklistSubjects.miniProgramId })
    .from(blacklistSubjects)
    .where(and(eq(blacklistSubjects.entryId, entry.id), isNotNull(blacklistSubjects.miniProgramId)))
  const programs: ProgramNamed[] = await programsById(
    tx,
    listed.flatMap(({ id }) => id ?? []),
  )
  const numbers = ids.length
    ? await tx
        .select({ dramaId: registrationFaces.dramaId, number: registrationFaces.officialNumber })
        .from(registrationFaces)
        .where(and(inArray(registrationFaces.dramaId, ids), isNotNull(registrationFaces.officialNumber)))
        .orderBy(asc(registrationFaces.officialNumber))
    : []
  const known = ids.length
    ? await tx
        .select({ address: placements.address })
        .from(placements)
        .where(and(inArray(placements.dramaId, ids), eq(placements.platformId, order.platformId)))
        .orderBy(asc(placements.seenAt))
        .limit(200)
    : []
  const clauses = await tx
    .select({ code: blacklistClauses.code })
    .from(blacklistClauses)
    .where(eq(blacklistClauses.entryId, entry.id))
    .orderBy(asc(blacklistClauses.code))
  const answers = await tx.select().from(takedownAnswers).where(eq(takedownAnswers.orderId, order.id)).orderBy(desc(takedownAnswers.at))
  const sightings = await tx
    .select()
    .from(takedownSightings)
    .where(eq(takedownSightings.orderId, order.id))
    .orderBy(desc(takedownSightings.at))
  const names = await organizationNames(tx, [order.platformId, entry.bureauId])
  return {
    order,
    /** Its whole row; nothing to who reads state and time only. */
    followed,
    entry,
    works: works.map((work) => ({
      ...work,
      numbers: numbers.filter(({ dramaId }) => dramaId === work.id).flatMap(({ number: one }) => one ?? []),
    })) satisfies OrderWork[],
    /** Of this platform; what stands elsewhere is no matter of this order. */
    programs: programs.filter(({ platformId }) => platformId === order.platformId),
    knownLinks: known.map(({ address }) => address),
    answers,
    sightings,
    clauses: clauses.map(({ code }) => code),
    platform: names.get(order.platformId) ?? { shortName: '', nameEn: null },
    bureau: names.get(entry.bureauId) ?? { shortName: '', nameEn: null },
  }
}
