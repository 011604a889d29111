import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Act, type ActEvent, advance, openCase } from '@/db/act'
import { blacklistEntries, blacklistHands, takedownOrders } from '@/db/schema'
import { isOrdered, reachOf } from '../blacklist/queries/preview'
import { clockCode } from '../blacklist/rules'
import { admittedPlatforms } from '../organization/queries/organizations'
import type { Severity } from '../violation/rules'
import { takedownWorkflow } from './workflow'

type Approved = { entry: typeof blacklistEntries.$inferSelect; approvedBy: string | null }
const approved = { entry: blacklistEntries, approvedBy: blacklistHands.approvedBy }

/** A listing and an admission that miss each other would leave a platform without its order: the one waits for the other. */
const LOCK = sql`hashtext('takedown.orders')`

async function issue(act: Act, { entry, approvedBy }: Approved, platformId: string) {
  const opened = await openCase(act, takedownOrders, takedownWorkflow, 'issue', {
    entryId: entry.id,
    title: entry.title,
    titleKind: entry.titleKind,
    platformId,
    bureauId: entry.bureauId,
    severity: entry.severity,
    approvedBy: approvedBy!,
    orderedDueAt: act.deadlines.dueAt(clockCode('answer', entry.severity as Severity), act.now),
  })
  if (!opened.ok) throw new Error(`takedown.issue: ${opened.code}`)
}

/** A listed work puts every admitted platform under an order, a mini-program its host alone. */
export async function issueOrders(act: Act, { subjectId }: ActEvent) {
  await act.tx.execute(sql`select pg_advisory_xact_lock_shared(${LOCK})`)
  const [listed] = await act.tx
    .select(approved)
    .from(blacklistEntries)
    .innerJoin(blacklistHands, eq(blacklistHands.entryId, blacklistEntries.id))
    .where(eq(blacklistEntries.id, subjectId))
  const reach = (await reachOf(act.tx, [subjectId]))(subjectId)
  for (const { id } of await admittedPlatforms(act.tx)) if (isOrdered(id, reach)) await issue(act, listed!, id)
}

/** Lifting an entry withdraws the orders that still run. */
export async function withdrawOrders(act: Act, { subjectId }: ActEvent) {
  const open = await act.tx
    .select()
    .from(takedownOrders)
    .where(and(eq(takedownOrders.entryId, subjectId), inArray(takedownOrders.state, ['issued', 'objected', 'reappeared'])))
    .orderBy(asc(takedownOrders.id))
    .for('update')
  for (const order of open) {
    const moved = await advance(act, takedownOrders, takedownWorkflow, 'withdraw', order)
    if (!moved.ok) throw new Error(`takedown.withdraw: ${moved.code}`)
  }
}

/** A platform that is admitted, again or for the first time, gets an order for everything listed that it has none for. */
export async function issueMissingOrders(act: Act, { subjectId }: ActEvent) {
  await act.tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
  const listed = await act.tx
    .select(approved)
    .from(blacklistEntries)
    .innerJoin(blacklistHands, eq(blacklistHands.entryId, blacklistEntries.id))
    .leftJoin(takedownOrders, and(eq(takedownOrders.entryId, blacklistEntries.id), eq(takedownOrders.platformId, subjectId)))
    .where(and(eq(blacklistEntries.state, 'listed'), isNull(takedownOrders.id)))
    .orderBy(asc(blacklistEntries.listedAt), asc(blacklistEntries.id))
  const reach = await reachOf(
    act.tx,
    listed.map(({ entry }) => entry.id),
  )
  for (const one of listed) if (isOrdered(subjectId, reach(one.entry.id))) await issue(act, one, subjectId)
}
