import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { events, eventWords, takedownAnswers, takedownOrders, waiting } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { aListedEntry } from '@/db/testing/listings'
import type { Actor } from '../kernel/actor'
import { mintActor } from '../kernel/actor'
import { NATIONAL_ID, newId } from '../kernel/id'
import { perform } from '../perform'
import { escalateOverdue } from '../process/clock'
import { answerOrder, supplementAnswer } from './commands/answer'
import { remindPlatform, ruleOnObjection } from './commands/rule'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const moderator = as('he.shan@douyin.example')
const beijing = as('chen.li@beijing.example')
const zhou = as('zhou.min@nrta.example')
const gao = as('gao.yuan@nrta.example')
const hands = { proposer: kuaishou, verifier: beijing, approver: zhou }
const HOUR = 3_600_000
/** Half past nine on a Tuesday, so that two working days later is Thursday 17:30. */
const issuedAt = new Date('2026-11-24T09:40:00+08:00')
const hoursIn = (hours: number) => new Date(issuedAt.getTime() + hours * HOUR)

const orderOf = async (id: string) => (await owner.select().from(takedownOrders).where(eq(takedownOrders.id, id)))[0]!
const anOrder = async (platform: Actor, severity = 3) => {
  const { id } = await aListedEntry({ db, owner }, hands, { at: issuedAt, severity })
  const [order] = await owner
    .select()
    .from(takedownOrders)
    .where(and(eq(takedownOrders.entryId, id), eq(takedownOrders.platformId, platform.organizationId!)))
  return order!
}
const waits = (id: string) =>
  owner
    .select({ step: waiting.step, organizationId: waiting.organizationId, dueAt: waiting.dueAt })
    .from(waiting)
    .where(eq(waiting.subjectId, id))
type Kind = 'removed' | 'absent' | 'objection'
const answer = (id: string, version: number, kind: Kind) =>
  ({
    removed: { id, version, answer: 'removed' as const, episodeCount: 80, links: ['https://v.example/1', 'https://v.example/2'] },
    absent: { id, version, answer: 'absent' as const, note: '检索全站，没有找到' },
    objection: { id, version, answer: 'objection' as const, reason: '同名不同作品' },
  })[kind]
const say = async (actor: Actor, id: string, kind: Kind, hours = 1, version?: number) =>
  perform(answerOrder, actor, answer(id, version ?? (await orderOf(id)).version, kind), { on: db, at: hoursIn(hours) })
const rule = async (ruling: 'overrule' | 'excuse', actor: Actor, id: string, hours: number) =>
  perform(
    ruleOnObjection,
    actor,
    { id, version: (await orderOf(id)).version, ruling, reason: '链接在平台自有账号下' },
    { on: db, at: hoursIn(hours) },
  )

describe('an answer', () => {
  test('removes no more episodes than the listed works have, where that is known', async () => {
    const order = await anOrder(kuaishou)
    const removed = (episodeCount: number) =>
      perform(
        answerOrder,
        kuaishou,
        { id: order.id, version: order.version, answer: 'removed', episodeCount, links: [] },
        { on: db, at: hoursIn(1) },
      )
    await owner.execute(
      sql`update dramas set episode_count = 80 where id in (select drama_id from blacklist_subjects where entry_id = ${order.entryId})`,
    )
    expect(await removed(81)).toMatchObject({ ok: false, code: 'count_beyond_work', field: 'episodeCount', params: { most: 80 } })
    expect(await removed(80)).toMatchObject({ ok: true })
  })
  test('of removal keeps episodes and links, and takes the order out of the queue', async () => {
    const { id } = await anOrder(kuaishou)
    const before = await lastEvent(owner)
    expect(await say(kuaishou, id, 'removed')).toMatchObject({ ok: true, value: { number: expect.stringMatching(/^XJ-/) } })
    expect(await eventsSince(owner, before)).toEqual(['takedown.removed'])
    expect(await orderOf(id)).toMatchObject({
      state: 'removed',
      late: false,
      removedAt: hoursIn(1),
      answeredAt: hoursIn(1),
      version: 2,
      dueAt: null,
    })
    expect(await owner.select().from(takedownAnswers).where(eq(takedownAnswers.orderId, id))).toMatchObject([
      {
        kind: 'removed',
        episodeCount: 80,
        links: ['https://v.example/1', 'https://v.example/2'],
        late: false,
        platformId: kuaishou.organizationId,
      },
    ])
    expect(await waits(id)).toEqual([])
  })

  test('may come from either duty, late too, and is marked', async () => {
    const { id } = await anOrder(douyin)
    expect(await say(moderator, id, 'absent', 24.7)).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'absent', late: true })
    expect(await say(douyin, id, 'removed', 25)).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'removed', late: true, removedAt: hoursIn(25) })
  })

  test('leaves nothing of itself in what others read of the act', async () => {
    const { id } = await anOrder(kuaishou)
    await say(kuaishou, id, 'objection')
    const [event] = await owner
      .select()
      .from(events)
      .where(and(eq(events.subjectId, id), eq(events.name, 'takedown.objected')))
    expect(event!.detail).toEqual({ late: false })
    expect(await owner.select().from(eventWords).where(eq(eventWords.eventId, event!.id))).toMatchObject([
      { audience: 'parties', organizationId: kuaishou.organizationId, words: '同名不同作品' },
    ])
  })

  const permutations: Kind[][] = [
    ['removed', 'absent', 'objection'],
    ['removed', 'objection', 'absent'],
    ['absent', 'removed', 'objection'],
    ['absent', 'objection', 'removed'],
    ['objection', 'removed', 'absent'],
    ['objection', 'absent', 'removed'],
  ]
  test.for(permutations)('in the order %s, %s, %s ends with the work removed', async (kinds) => {
    const { id } = await anOrder(kuaishou)
    for (const kind of [...kinds, ...kinds.toReversed()]) await say(kuaishou, id, kind)
    expect(await orderOf(id)).toMatchObject({ state: 'removed', late: false })
    expect(
      (await owner.select().from(takedownAnswers).where(eq(takedownAnswers.orderId, id))).filter(({ kind }) => kind === 'removed'),
    ).toHaveLength(1)
  })

  test('of twenty at once counts once, the same form twenty times is answered alike', async () => {
    const { id } = await anOrder(kuaishou)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        say(mintActor({ ...kuaishou, memberId: newId() }), id, (['removed', 'absent', 'objection'] as const)[i % 3]!, 1, 1),
      ),
    )
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code)).sort()).toEqual(['ok', ...Array(19).fill('stale')])
    expect(await owner.$count(takedownAnswers, eq(takedownAnswers.orderId, id))).toBe(1)
    const { id: other } = await anOrder(kuaishou)
    const key = newId()
    const same = await Promise.all(
      Array.from({ length: 20 }, () => perform(answerOrder, kuaishou, answer(other, 1, 'removed'), { on: db, key })),
    )
    expect(new Set(same.map((outcome) => JSON.stringify(outcome)))).toHaveLength(1)
    expect(await owner.$count(takedownAnswers, eq(takedownAnswers.orderId, other))).toBe(1)
  })

  test('of removal says how much was removed', async () => {
    const { id } = await anOrder(kuaishou)
    const nothing = { id, version: 1, answer: 'removed' as const, episodeCount: 0, links: [] }
    expect(await perform(answerOrder, kuaishou, nothing, { on: db })).toMatchObject({ ok: false, code: 'nothing_removed' })
    expect(await orderOf(id)).toMatchObject({ state: 'issued', version: 1 })
    expect(await perform(answerOrder, kuaishou, { ...nothing, links: ['https://v.example/1'] }, { on: db })).toMatchObject({ ok: true })
  })

  test('of removal is added to, never taken back', async () => {
    const { id } = await anOrder(kuaishou)
    await say(kuaishou, id, 'removed')
    const more = { id, version: 2, episodeCount: 0, links: ['https://v.example/3'] }
    expect(await perform(supplementAnswer, kuaishou, { ...more, links: [] }, { on: db })).toMatchObject({
      ok: false,
      code: 'nothing_added',
    })
    expect(await perform(supplementAnswer, douyin, more, { on: db })).toMatchObject({ ok: false, code: 'not_found' })
    expect(await perform(supplementAnswer, kuaishou, more, { on: db })).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'removed', removedAt: hoursIn(1), version: 2 })
    expect(await owner.$count(takedownAnswers, eq(takedownAnswers.orderId, id))).toBe(2)
  })
})

describe('an objection', () => {
  test('stops the clock until 总局 rules, within two working days', async () => {
    const { id } = await anOrder(kuaishou)
    expect(await say(kuaishou, id, 'objection', 1)).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'objected', clockLeft: 23 * 3600, dueAt: new Date('2026-11-26T17:30:00+08:00') })
    expect(await waits(id)).toMatchObject([{ step: 'overrule' }])
  })

  test('that is overruled runs on with what was left, and cannot be raised again', async () => {
    const { id } = await anOrder(kuaishou)
    await say(kuaishou, id, 'objection', 1)
    expect(await rule('overrule', zhou, id, 30)).toMatchObject({ ok: false, code: 'same_person' })
    expect(await rule('overrule', gao, id, 30)).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({
      state: 'issued',
      ruled: true,
      ruledBy: gao.memberId,
      dueAt: hoursIn(53),
      orderedDueAt: hoursIn(24),
    })
    expect(await waits(id)).toMatchObject([{ step: 'remove', organizationId: kuaishou.organizationId }])
    const before = await remembered(owner)
    expect(await say(kuaishou, id, 'objection', 31)).toMatchObject({ ok: false, code: 'already_ruled', field: 'answer' })
    expect(await remembered(owner)).toEqual(before)
    expect(await say(kuaishou, id, 'removed', 52)).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'removed', late: false })
  })

  test('at severity 4 stops nothing, and is ruled on within two hours', async () => {
    const { id } = await anOrder(kuaishou, 4)
    await say(kuaishou, id, 'objection', 0.5)
    expect(await orderOf(id)).toMatchObject({ state: 'objected', dueAt: hoursIn(2.5) })
    await rule('overrule', gao, id, 1)
    expect(await orderOf(id)).toMatchObject({ dueAt: hoursIn(3) })
  })

  const escalations = (id: string) => owner.$count(events, and(eq(events.subjectId, id), eq(events.name, 'takedown.escalated')))

  test('stands still for the answer: nobody is told of its old deadline, nor of a ruling that is late; once overruled, of the new one', async () => {
    const { id } = await anOrder(kuaishou)
    await say(kuaishou, id, 'objection', 20)
    await escalateOverdue(db, hoursIn(24.1))
    expect(await escalations(id)).toBe(0)
    const ruleBy = new Date('2026-11-27T17:30:00+08:00')
    expect(await waits(id)).toMatchObject([{ step: 'overrule', organizationId: NATIONAL_ID, dueAt: expect.any(String) }])
    expect((await orderOf(id)).dueAt).toEqual(ruleBy)
    await escalateOverdue(db, new Date(ruleBy.getTime() + HOUR))
    expect([await escalations(id), (await orderOf(id)).state]).toEqual([0, 'objected'])
    expect(await rule('overrule', gao, id, 90)).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'issued', dueAt: hoursIn(94), orderedDueAt: hoursIn(24) })
    await escalateOverdue(db, hoursIn(93.9))
    expect(await escalations(id)).toBe(0)
    await escalateOverdue(db, hoursIn(94.1))
    await escalateOverdue(db, hoursIn(95))
    expect(await escalations(id)).toBe(1)
    expect((await waits(id)).map(({ step }) => step).toSorted()).toEqual(['remind', 'remove'])
  })

  test.for([41, 43])(
    'raised when the time was over gives two hours once it is overruled, and what was late stays late: removed at %i h',
    async (removed) => {
      const { id } = await anOrder(kuaishou)
      await say(kuaishou, id, 'objection', 25)
      expect(await orderOf(id)).toMatchObject({ state: 'objected', late: true, clockLeft: 0 })
      await rule('overrule', gao, id, 40)
      expect(await orderOf(id)).toMatchObject({ state: 'issued', dueAt: hoursIn(42), late: true })
      await say(kuaishou, id, 'removed', removed)
      expect(await orderOf(id)).toMatchObject({ state: 'removed', late: true })
    },
  )

  test.for([
    [3, 1, 60, false],
    [3, 25, 26, true],
    [4, 1, 1.9, false],
    [4, 1, 2.1, true],
  ] as const)(
    'at severity %i raised after %s h and the work removed after %s h while it stands: late %s',
    async ([severity, raised, removed, late]) => {
      const { id } = await anOrder(kuaishou, severity)
      await say(kuaishou, id, 'objection', raised)
      await say(kuaishou, id, 'removed', removed)
      expect(await orderOf(id)).toMatchObject({ state: 'removed', late, dueAt: null })
      expect(await waits(id)).toEqual([])
    },
  )

  test('at severity 4 overruled late leaves two hours and not what an objection would have saved', async () => {
    const { id } = await anOrder(kuaishou, 4)
    await say(kuaishou, id, 'objection', 0.5)
    await rule('overrule', gao, id, 10)
    expect(await orderOf(id)).toMatchObject({ state: 'issued', dueAt: hoursIn(12) })
  })

  test('that holds excuses the platform, in words that it reads and other platforms do not', async () => {
    const { id } = await anOrder(kuaishou)
    await say(kuaishou, id, 'objection', 1)
    expect(await rule('excuse', zhou, id, 2)).toMatchObject({ ok: false, code: 'same_person' })
    expect(await rule('excuse', gao, id, 2)).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'excused', ruled: true })
    const [event] = await owner
      .select()
      .from(events)
      .where(and(eq(events.subjectId, id), eq(events.name, 'takedown.excused')))
    expect(await owner.select().from(eventWords).where(eq(eventWords.eventId, event!.id))).toMatchObject([
      { audience: 'parties', organizationId: kuaishou.organizationId },
    ])
    expect(await say(kuaishou, id, 'removed', 3)).toMatchObject({ ok: false, code: 'wrong_state' })
  })

  test('is ruled on by another approver than the one who listed the work: the database wants it too', async () => {
    const { id } = await anOrder(kuaishou)
    await expect(owner.execute(sql`update takedown_orders set ruled_by = approved_by where id = ${id}`)).rejects.toMatchObject({
      cause: { constraint_name: 'takedown_ruler_is_another' },
    })
  })

  test('of twenty rulings at once takes one', async () => {
    const { id } = await anOrder(kuaishou)
    await say(kuaishou, id, 'objection', 1)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        perform(
          ruleOnObjection,
          mintActor({ ...gao, memberId: newId() }),
          { id, version: 2, ruling: i % 2 ? 'excuse' : 'overrule', reason: '裁定' },
          { on: db, at: hoursIn(2) },
        ),
      ),
    )
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code)).sort()).toEqual(['ok', ...Array(19).fill('stale')])
  })
})

describe('refusals', () => {
  test.for([
    ['not_found', douyin, 'removed', 1],
    ['not_yours', beijing, 'removed', 1],
    ['not_yours', zhou, 'absent', 1],
    ['stale', kuaishou, 'removed', 2],
  ] as const)('%s writes nothing', async ([code, actor, kind, version]) => {
    const { id } = await anOrder(kuaishou)
    const before = await remembered(owner)
    expect(await say(actor, id, kind, 1, version)).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })

  test('of a ruling or reminder that is not due write nothing', async () => {
    const { id } = await anOrder(kuaishou)
    const before = await remembered(owner)
    expect(await rule('overrule', gao, id, 1)).toMatchObject({ ok: false, code: 'wrong_state' })
    expect(await rule('excuse', beijing, id, 1)).toMatchObject({ ok: false, code: 'not_yours' })
    expect(await perform(remindPlatform, beijing, { id, version: 1, note: null }, { on: db })).toMatchObject({
      ok: false,
      code: 'not_yours',
    })
    expect(await remembered(owner)).toEqual(before)
  })
})

test('a reminder reaches the platform in words, and an answer written meanwhile is not stale', async () => {
  const { id } = await anOrder(kuaishou)
  expect(await perform(remindPlatform, zhou, { id, version: 1, note: '请于今天 14:00 前答复' }, { on: db, at: hoursIn(26) })).toMatchObject(
    {
      ok: true,
    },
  )
  expect(await orderOf(id)).toMatchObject({ state: 'issued', version: 1, remindedAt: hoursIn(26) })
  expect(await waits(id)).toHaveLength(1)
  const [event] = await owner
    .select()
    .from(events)
    .where(and(eq(events.subjectId, id), eq(events.name, 'takedown.reminded')))
  expect(await owner.select().from(eventWords).where(eq(eventWords.eventId, event!.id))).toMatchObject([
    { words: '请于今天 14:00 前答复', organizationId: kuaishou.organizationId },
  ])
  expect(await say(kuaishou, id, 'removed', 27, 1)).toMatchObject({ ok: true })
})
