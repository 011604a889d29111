import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { type Act, escalate, hold } from '@/db/act'
import { takedownOrders, waiting } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered, setClock } from '@/db/testing/fixtures'
import { aListedEntry, aProposal, aVerifiedEntry } from '@/db/testing/listings'
import { clock } from '../kernel/actor'
import { NATIONAL_ID } from '../kernel/id'
import { perform } from '../perform'
import { answerOrder } from '../takedown/commands/answer'
import { remindPlatform } from '../takedown/commands/rule'
import { takedownWorkflow } from '../takedown/workflow'
import { escalateOverdue, strike } from './clock'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const on = { db, owner }
const zhou = as('zhou.min@nrta.example')
const kuaishou = as('compliance@kuaishou.example')
const hands = { proposer: kuaishou, verifier: as('chen.li@beijing.example'), approver: zhou }
const HOUR = 3600

beforeEach(() => setClock(owner, 0))
const waits = (id: string) =>
  owner.select().from(waiting).where(eq(waiting.subjectId, id)).orderBy(sql`${waiting.organizationId} = ${NATIONAL_ID}`)
const orderOf = async (entryId: string) =>
  (
    await owner
      .select()
      .from(takedownOrders)
      .where(and(eq(takedownOrders.entryId, entryId), eq(takedownOrders.platformId, kuaishou.organizationId!)))
  )[0]!
const escalations = async (work: () => Promise<unknown>) => {
  const before = await lastEvent(owner)
  await work()
  return (await eventsSince(owner, before)).filter((name) => name.endsWith('.escalated'))
}

test('nothing is escalated before its deadline', async () => {
  await aListedEntry(on, hands)
  await setClock(owner, 23 * HOUR)
  expect(await escalations(() => strike(db))).not.toContain('takedown.escalated')
})

test('an order that nobody answered is escalated once, whatever number of workers look, and 总局 may remind', async () => {
  const { id } = await aListedEntry(on, hands)
  const order = await orderOf(id)
  await perform(
    answerOrder,
    as('compliance@douyin.example'),
    {
      id: (
        await owner
          .select()
          .from(takedownOrders)
          .where(and(eq(takedownOrders.entryId, id), eq(takedownOrders.platformId, as('compliance@douyin.example').organizationId!)))
      )[0]!.id,
      version: 1,
      answer: 'absent',
      note: null,
    },
    { on: db },
  )
  await setClock(owner, 24 * HOUR + 60)
  const found = await escalations(() => Promise.all(Array.from({ length: 5 }, () => escalateOverdue(db))))
  const mine = await owner.execute<{ n: number }>(
    sql`select count(*)::int as n from events e join takedown_orders o on o.id = e.subject_id where e.name = 'takedown.escalated' and o.entry_id = ${id}`,
  )
  expect(mine[0]!.n).toBe(4)
  expect(found.length).toBe(new Set(await owner.execute(sql`select subject_id from events where name = 'takedown.escalated'`)).size)
  expect(await waits(order.id)).toMatchObject([
    { organizationId: kuaishou.organizationId, step: 'remove', escalatesTo: null },
    { organizationId: NATIONAL_ID, step: 'remind', duties: ['national.approver'], escalatedFrom: kuaishou.organizationId },
  ])
  expect(await orderOf(id)).toMatchObject({ state: 'issued', version: 1, escalatedAt: expect.any(Date) })
  expect(await escalations(() => strike(db))).toEqual([])
})

test('a reminder leaves it where it is seen, and starts no second escalation; the answer ends both', async () => {
  const { id } = await aListedEntry(on, hands)
  const order = await orderOf(id)
  await setClock(owner, 25 * HOUR)
  await strike(db)
  expect(await perform(remindPlatform, zhou, { id: order.id, version: 1, note: '请即答复' }, { on: db })).toMatchObject({ ok: true })
  expect(await waits(order.id)).toHaveLength(2)
  expect(await escalations(() => strike(db))).toEqual([])
  expect(
    await perform(answerOrder, kuaishou, { id: order.id, version: 1, answer: 'removed', episodeCount: 80, links: [] }, { on: db }),
  ).toMatchObject({ ok: true })
  expect(await waits(order.id)).toEqual([])
  expect(await orderOf(id)).toMatchObject({ state: 'removed', late: true, escalatedAt: null })
})

test('a proposal that its bureau leaves lying goes to 总局; what lies with 总局 itself is overdue and nothing more', async () => {
  const proposal = await aProposal(on, { proposer: kuaishou })
  const verified = await aVerifiedEntry(on, hands, { severity: 4 })
  await setClock(owner, 3 * HOUR)
  const found = await escalations(() => strike(db))
  expect(found).toContain('blacklist.escalated')
  expect((await waits(proposal.id)).map(({ organizationId, duties }) => [organizationId === NATIONAL_ID, duties])).toEqual([
    [false, ['province.reviewer', 'national.reviewer']],
    [true, ['national.reviewer']],
  ])
  expect(await waits(verified.id)).toMatchObject([{ organizationId: NATIONAL_ID, escalatedFrom: null }])
})

test('a case that cannot be escalated does not hold up the others', async () => {
  const { id } = await aListedEntry(on, hands)
  await owner.execute(
    sql`insert into waiting (subject_id, organization_id, noun, title, step, duties, due_at, since, escalates_to) values (gen_random_uuid(), ${NATIONAL_ID}, 'nobody', 'x', 'x', '{}', '2020-01-01', now(), 'national.reviewer')`,
  )
  await setClock(owner, 25 * HOUR)
  await expect(escalateOverdue(db)).rejects.toThrow('1 of')
  expect(await orderOf(id)).toMatchObject({ escalatedAt: expect.any(Date) })
  await owner.execute(sql`delete from waiting where noun = 'nobody'`)
})

test('the act itself refuses to escalate before the deadline, and a second time after it', async () => {
  const { id, dueAt } = await orderOf((await aListedEntry(on, hands)).id)
  const pass = async (act: Act) => {
    const held = await hold(act, takedownOrders, id)
    return held.ok ? escalate(act, takedownOrders, takedownWorkflow, 'escalate', held.value) : held
  }
  const passAt = (at: Date) => perform(pass, clock, undefined, { on: db, at })
  const before = await remembered(owner)
  expect(await passAt(new Date(dueAt!.getTime() - 1))).toEqual({ ok: false, code: 'not_overdue' })
  expect(await remembered(owner)).toEqual(before)
  expect(await passAt(dueAt!)).toMatchObject({ ok: true })
  expect(await passAt(dueAt!)).toEqual({ ok: false, code: 'not_overdue' })
})
