import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { notices, takedownOrders, waiting } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { aListedEntry, aProposal, aVerifiedEntry, aWork } from '@/db/testing/listings'
import { type Actor, clock } from '../kernel/actor'
import { look, perform } from '../perform'
import { tellDeadlines } from '../process/clock'
import { answerOrder } from '../takedown/commands/answer'
import { openNotice, readAllNotices } from './commands/read'
import { tellWaiting } from './commands/tell'
import { noticesOf, unreadCount } from './queries/notices'
import { holdersOf } from './queries/parties'
import { PARTIES } from './workflow'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const on = { db, owner }
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const beijing = as('chen.li@beijing.example')
const zhou = as('zhou.min@nrta.example')
const yehang = as('wu.tong@yehang.example')
const qinghe = as('lin.zhi@qinghe.example')
const hands = { proposer: kuaishou, verifier: beijing, approver: zhou }

const told = (actor: Actor, filter: Parameters<typeof noticesOf>[2] = {}) =>
  look(actor, async (tx) => (await noticesOf(tx, actor, filter)).rows, db)
const kinds = async (actor: Actor) => (await told(actor)).map(({ kind }) => kind).sort()
const unread = (actor: Actor) => look(actor, (tx) => unreadCount(tx, actor), db)
const orderOf = async (entryId: string, { organizationId }: Actor) =>
  (await owner.select().from(takedownOrders).where(eq(takedownOrders.entryId, entryId))).find(
    ({ platformId }) => platformId === organizationId,
  )!

beforeEach(async () => {
  await owner.delete(notices)
})

test('a listing tells each whom it concerns, once, with its number and by when; and nobody else, nor whoever did it', async () => {
  const work = await aWork(on, { title: '夜宴' })
  const entry = await aListedEntry(on, hands, { dramaId: work.id })
  expect(await kinds(douyin)).toEqual(['order_issued'])
  const order = await orderOf(entry.id, douyin)
  expect((await told(douyin))[0]).toMatchObject({
    noun: 'takedown',
    number: order.number,
    title: '夜宴',
    dueAt: order.dueAt,
    readAt: null,
    stands: 1,
  })
  // The proposer's platform is told of its proposal and of its order.
  expect(await kinds(kuaishou)).toEqual(['listed', 'order_issued', 'verified'])
  for (const apart of [zhou, qinghe]) expect(await kinds(apart)).toEqual([])
  const [row] = await owner.execute<{ n: number; members: number }>(
    sql`select count(*)::int as n, count(distinct (member_id, about))::int as members from notices`,
  )
  expect(row!.n).toBe(row!.members)
  const holders = await owner.execute<{ n: number }>(sql`
    select count(*)::int as n from members where organization_id = ${douyin.organizationId} and state = 'active' and duties && '{platform.moderator,platform.compliance}'`)
  const ofDouyin = await owner.execute<{ n: number }>(sql`
    select count(*)::int as n from notices n join members m on m.id = n.member_id where m.organization_id = ${douyin.organizationId}`)
  expect(ofDouyin[0]!.n).toBe(holders[0]!.n)
})

test('an act that is refused tells nobody', async () => {
  const entry = await aListedEntry(on, hands)
  const order = await orderOf(entry.id, douyin)
  await owner.delete(notices)
  expect(await perform(answerOrder, yehang, { id: order.id, version: 1, answer: 'removed' } as never, { on: db })).toMatchObject({
    ok: false,
  })
  expect(await owner.select().from(notices)).toEqual([])
})

describe('a member’s notices', () => {
  test('unread ones of one case and kind are shown as one; opening it reads them all, and later ones are told anew', async () => {
    const entry = await aListedEntry(on, hands)
    const order = await orderOf(entry.id, douyin)
    const [first] = await told(douyin)
    const again = (about: string, at: Date) =>
      owner.insert(notices).values({
        id: crypto.randomUUID(),
        memberId: douyin.memberId!,
        kind: 'order_issued',
        noun: 'takedown',
        subjectId: order.id,
        number: order.number,
        title: 't',
        about,
        at,
      })
    await again('second', new Date(first!.at.getTime() + 1000))
    const elsewhere = { id: crypto.randomUUID(), memberId: douyin.memberId!, noun: 'takedown', title: 't', at: first!.at }
    await owner.insert(notices).values({ ...elsewhere, kind: 'overdue', subjectId: order.id, about: 'of another kind' })
    expect(await told(douyin)).toMatchObject([
      { kind: 'order_issued', stands: 2 },
      { kind: 'overdue', stands: 1 },
    ])
    expect(await unread(douyin)).toBe(2)
    await owner.delete(notices).where(eq(notices.about, 'of another kind'))
    const [newest] = await told(douyin)
    expect(await perform(openNotice, douyin, { id: newest!.id }, { on: db })).toMatchObject({ ok: true, value: { number: order.number } })
    expect(await unread(douyin)).toBe(0)
    expect(await told(douyin)).toHaveLength(2)
    expect(await told(douyin, { unread: true })).toEqual([])
    await again('third', new Date(first!.at.getTime() + 2000))
    expect(await told(douyin, { unread: true })).toMatchObject([{ stands: 1 }])
  })

  test('are nobody else’s: not to read, not to open', async () => {
    await aListedEntry(on, hands)
    const [mine] = await told(douyin)
    expect(await perform(openNotice, as('he.shan@douyin.example'), { id: mine!.id }, { on: db })).toMatchObject({
      ok: false,
      code: 'not_found',
    })
    expect(await look(zhou, (tx) => tx.select().from(notices), db)).toEqual([])
    expect(await look(douyin, (tx) => tx.select().from(notices), db)).toHaveLength((await told(douyin)).length)
    expect((await owner.select().from(notices).where(eq(notices.id, mine!.id)))[0]!.readAt).toBeNull()
  })

  test('are all marked as read up to what the page showed', async () => {
    await aListedEntry(on, hands)
    const [shown] = await told(douyin)
    const until = shown!.at.toISOString()
    await owner.insert(notices).values({
      ...(await owner.select().from(notices).where(eq(notices.id, shown!.id)))[0]!,
      id: crypto.randomUUID(),
      about: 'later',
      subjectId: crypto.randomUUID(),
      at: new Date(shown!.at.getTime() + 1),
    })
    await perform(readAllNotices, douyin, { until }, { on: db })
    expect(await told(douyin, { unread: true })).toMatchObject([{ stands: 1 }])
  })
})

describe('a deadline', () => {
  const rowOf = async (subjectId: string, { organizationId }: Actor) =>
    (await owner.select().from(waiting).where(eq(waiting.subjectId, subjectId))).find((row) => row.organizationId === organizationId)!

  test('is told of when a quarter of the time is left and again when it has passed, once each, to those whose step it is', async () => {
    const entry = await aListedEntry(on, hands)
    const order = await orderOf(entry.id, douyin)
    await owner.delete(notices)
    const row = await rowOf(order.id, douyin)
    const [since, due] = [row.since.getTime(), new Date(row.dueAt).getTime()]
    expect(row.tellsAt!.getTime()).toBe(due - (due - since) / 4)
    const at = (instant: number) =>
      Promise.all(
        Array.from({ length: 5 }, () =>
          perform(tellWaiting, clock, { subjectId: order.id, organizationId: douyin.organizationId! }, { on: db, at: new Date(instant) }),
        ),
      )
    await at(row.tellsAt!.getTime() - 1)
    expect(await kinds(douyin)).toEqual([])
    await at(row.tellsAt!.getTime())
    expect(await told(douyin)).toMatchObject([{ kind: 'due_soon', number: order.number, dueAt: new Date(due) }])
    expect((await rowOf(order.id, douyin)).tellsAt!.getTime()).toBe(due)
    await at(due)
    expect(await kinds(douyin)).toEqual(['due_soon', 'overdue'])
    expect((await rowOf(order.id, douyin)).tellsAt).toBeNull()
    expect(await kinds(kuaishou)).toEqual([])
  })

  test('is told of by the clock, and not to whoever the table keeps from the step', async () => {
    const verified = await aVerifiedEntry(on, hands)
    const row = (await owner.select().from(waiting).where(eq(waiting.subjectId, verified.id)))[0]!
    await owner
      .update(waiting)
      .set({ apart: [zhou.memberId!] })
      .where(eq(waiting.subjectId, verified.id))
    await owner.delete(notices)
    await tellDeadlines(db, row.tellsAt!)
    expect(
      (await owner.select().from(notices).where(eq(notices.subjectId, verified.id))).filter(({ memberId }) => memberId === zhou.memberId),
    ).toEqual([])
    expect(await kinds(as('gao.yuan@nrta.example'))).toContain('due_soon')
  })

  test('that is answered before is told of no more', async () => {
    const entry = await aProposal(on, hands)
    await owner.delete(waiting).where(eq(waiting.subjectId, entry.id))
    await owner.delete(notices)
    await perform(
      tellWaiting,
      clock,
      { subjectId: entry.id, organizationId: beijing.organizationId! },
      { on: db, at: new Date('2099-01-01') },
    )
    expect(await owner.select().from(notices)).toEqual([])
  })
})

test('every party that the law names can be asked for, and of a case that is not there it is nobody', async () => {
  expect(
    await look(
      clock,
      (tx) =>
        holdersOf(
          tx,
          PARTIES.map((to) => ({ to, subjectId: crypto.randomUUID(), duties: ['admin'], but: null })),
        ),
      db,
    ),
  ).toEqual([])
})
