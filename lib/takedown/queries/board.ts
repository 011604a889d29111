import { and, asc, eq, getViewSelectedFields, inArray, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { takedownAnswers, takedownOrders, takedownOutlines } from '@/db/schema'
import { medianTimeToDark } from '../../blacklist/rules'
import type { Actor } from '../../kernel/actor'
import { organizationNames } from '../../organization/queries/organizations'
import { askedBy, byUrgency, isAnswered } from '../rules'
import type { TakedownState } from '../workflow'

export type OrganizationName = { shortName: string; nameEn: string | null }
/** What a platform answered; absent where the reader sees state and time only. */
export type Given = { episodeCount: number | null; linkCount: number }
export type Lane = {
  id: string
  number: string | null
  platformId: string
  platform: OrganizationName
  state: TakedownState
  openedAt: Date
  dueAt: Date | null
  orderedDueAt: Date
  /** When the work was last seen again, if it was. */
  reappearedAt: Date | null
  reappearedDueAt: Date | null
  /** From when and until when the answer is measured: the order, or the latest reappearance. */
  askedAt: Date
  askedBy: Date
  answeredAt: Date | null
  removedAt: Date | null
  late: boolean
  clockLeft: number | null
  isMine: boolean
  /** What its platform and its regulators read of it beside state and time. */
  followed: { version: number; escalatedAt: Date | null; remindedAt: Date | null } | null
  /** Sent after the listing, to a platform that came later. */
  isLater: boolean
  given: Given | null
}
/** Counts are of the orders that went out with the listing; what was sent later stands apart. */
export type Board = {
  lanes: Lane[]
  later: number
  answered: number
  removed: number
  /** Seen again and not removed since: not dark, whatever was answered before. */
  reappeared: number
  /** Links over all platforms; null where the reader may not count them. */
  linkCount: number | null
  /** Milliseconds until the work was dark, in the middle of those that removed it and where it stayed so, and how many these are. */
  median: { milliseconds: number; of: number } | null
}

const unknown: OrganizationName = { shortName: '', nameEn: null }

/** The orders of an entry as the reader may see them, the most urgent first; withdrawn ones only where nothing else is left. */
export async function boardOf(
  tx: Tx,
  actor: Actor,
  entry: { id: string; bureauId: string; listedAt: Date | null },
  now: Date,
): Promise<Board> {
  const rows = await tx
    .select({
      order: getViewSelectedFields(takedownOutlines),
      followed: { version: takedownOrders.version, escalatedAt: takedownOrders.escalatedAt, remindedAt: takedownOrders.remindedAt },
    })
    .from(takedownOutlines)
    .leftJoin(takedownOrders, eq(takedownOrders.id, takedownOutlines.id))
    .where(eq(takedownOutlines.entryId, entry.id))
    .orderBy(asc(takedownOutlines.number))
  const orders = rows.map(({ order, followed }) => ({ ...order, followed }))
  const given = await givenOf(
    tx,
    orders.map(({ id }) => id),
  )
  const names = await organizationNames(
    tx,
    orders.map(({ platformId }) => platformId),
  )
  const readsAll = actor.kind === 'national' || (actor.kind === 'province' && actor.organizationId === entry.bureauId)
  const isLater = ({ openedAt }: { openedAt: Date }) => entry.listedAt !== null && openedAt > entry.listedAt
  const lanes = byUrgency(orders, now).map((order) => ({
    ...order,
    platform: names.get(order.platformId) ?? unknown,
    askedAt: order.reappearedAt ?? order.openedAt,
    askedBy: askedBy(order),
    isLater: isLater(order),
    isMine: order.platformId === actor.organizationId,
    given: given.get(order.id) ?? null,
  }))
  const first = orders.filter((order) => !isLater(order))
  const removed = first.filter(({ state }) => state === 'removed')
  return {
    lanes,
    later: orders.length - first.length,
    answered: first.filter(({ state }) => isAnswered(state)).length,
    removed: removed.length,
    reappeared: orders.filter(({ state }) => state === 'reappeared').length,
    linkCount: readsAll ? orders.reduce((sum, { id }) => sum + (given.get(id)?.linkCount ?? 0), 0) : null,
    median: medianTimeToDark(
      removed.filter(({ reappearedAt }) => !reappearedAt).map(({ openedAt, removedAt }) => ({ issuedAt: openedAt, removedAt })),
    ),
  }
}

/** Episodes and links that were reported as removed, by order; row-level security leaves out what others reported. */
async function givenOf(tx: Tx, ids: string[]): Promise<Map<string, Given>> {
  if (!ids.length) return new Map()
  const rows = await tx
    .select({
      orderId: takedownAnswers.orderId,
      episodeCount: sql<number | null>`sum(${takedownAnswers.episodeCount})::int`,
      linkCount: sql<number>`coalesce(sum(cardinality(${takedownAnswers.links})), 0)::int`,
    })
    .from(takedownAnswers)
    .where(inArray(takedownAnswers.orderId, ids))
    .groupBy(takedownAnswers.orderId)
  return new Map(rows.map(({ orderId, ...counts }) => [orderId, counts]))
}

export type BoardCounts = {
  /** All that were sent, those that a lift withdrew too. */
  orders: number
  answered: number
  removed: number
  absent: number
  reappeared: number
  withdrawn: number
  /** Of these, sent after the listing to platforms that came later. */
  later: number
}
const NONE: BoardCounts = { orders: 0, answered: 0, removed: 0, absent: 0, reappeared: 0, withdrawn: 0, later: 0 }
/** How an entry stands in numbers alone, for readers who do not see it platform by platform. */
export async function boardCounts(tx: Tx, entryId: string): Promise<BoardCounts> {
  const [row] = await tx.execute<BoardCounts>(
    sql`select orders::int, answered::int, removed::int, absent::int, reappeared::int, withdrawn::int, later::int from board_counts(${entryId})`,
  )
  return row ?? NONE
}

export type RemovedLink = { number: string | null; platform: OrganizationName; link: string; at: Date; late: boolean }
/** Every link that was reported as removed for an entry, as far as the reader may read the answers. */
export async function linksOf(tx: Tx, entryId: string): Promise<RemovedLink[]> {
  const rows = await tx
    .select({
      number: takedownOrders.number,
      platformId: takedownOrders.platformId,
      links: takedownAnswers.links,
      at: takedownAnswers.at,
      late: takedownAnswers.late,
    })
    .from(takedownAnswers)
    .innerJoin(takedownOrders, eq(takedownOrders.id, takedownAnswers.orderId))
    .where(and(eq(takedownOrders.entryId, entryId), ne(takedownAnswers.kind, 'objection')))
    .orderBy(asc(takedownOrders.number), asc(takedownAnswers.at))
  const names = await organizationNames(
    tx,
    rows.map(({ platformId }) => platformId),
  )
  return rows.flatMap(({ links, platformId, ...row }) =>
    links.map((link) => ({ ...row, link, platform: names.get(platformId) ?? unknown })),
  )
}
