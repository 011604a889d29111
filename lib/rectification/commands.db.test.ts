import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import {
  events,
  rectificationJoiners,
  rectificationOrders,
  rectificationReasons,
  rectificationTasks,
  rectificationTurns,
  waiting,
} from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { aSubjectToMend, aWorkToMend, handedIn, handing, ordered, rectificationOf, standsOn } from '@/db/testing/rectifications'
import { type Actor, clock, houseFor, visitor } from '../kernel/actor'
import { newId } from '../kernel/id'
import { enrollMember } from '../organization/commands/enroll'
import { type Command, perform } from '../perform'
import { refuseRectifications } from '../process/clock'
import { endRectification, escalateUnruled, refuseUnmended } from './commands/end'
import { handIn } from './commands/hand-in'
import { orderRectification } from './commands/order'
import { acceptRectification, extendRectification, returnRectification } from './commands/rule'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const heShan = as('he.shan@douyin.example')
const beijing = as('chen.li@beijing.example')
const zhejiang = as('he.qing@zhejiang.example')
const zhou = as('zhou.min@nrta.example')
const cnsa = as('fang.zheng@cnsa.example')
const yehang = as('wu.tong@yehang.example')
const qinghe = as('lin.zhi@qinghe.example')
const editor = as('lu.yao@qinghe.example')
const house = houseFor(visitor)
const HOUR = 3_600_000
/** Ten o'clock on a Friday. */
const orderedAt = new Date('2026-11-20T10:00:00+08:00')
const hoursOn = (hours: number, ms = 0) => new Date(orderedAt.getTime() + hours * HOUR + ms)
const at = (hours: number) => ({ db, owner, at: hoursOn(hours) })
const dueAt = hoursOn(72)

const act = <I, T, C extends string>(command: Command<I, T, C>, actor: Actor, input: I, hours = 1, ms = 0) =>
  perform(command, actor, input, { on: db, at: hoursOn(hours, ms) })
const waits = (id: string) =>
  owner
    .select({
      step: waiting.step,
      organizationId: waiting.organizationId,
      duties: waiting.duties,
      dueAt: waiting.dueAt,
      apart: waiting.apart,
    })
    .from(waiting)
    .where(eq(waiting.subjectId, id))
const instant = (text: string) => new Date(text)
/** Ordered by 快手 on a work of 夜航. */
const running = async (opener = kuaishou) => ordered(at(0), opener, await aWorkToMend({ db, owner }, kuaishou, yehang))
const inHand = async (opener = kuaishou) => handedIn(at(10), yehang, (await running(opener)).id)
const detailOf = async (id: string, name: string) =>
  (
    await owner
      .select()
      .from(events)
      .where(and(eq(events.subjectId, id), eq(events.name, name)))
  ).at(-1)?.detail

describe('an order', () => {
  test('opens a case that waits for the creator until the hour, with every task', async () => {
    const order = await aWorkToMend({ db, owner }, kuaishou, yehang)
    const before = await lastEvent(owner)
    const outcome = await act(orderRectification, kuaishou, order, 0)
    expect(outcome).toMatchObject({ ok: true, value: { number: expect.stringMatching(/^ZG-2026-\d{4}$/), joined: false } })
    expect(await eventsSince(owner, before)).toEqual(['rectification.ordered'])
    const { id } = (outcome as { value: { id: string } }).value
    expect(await rectificationOf(owner, id)).toMatchObject({
      state: 'ordered',
      dueAt,
      orderedDueAt: dueAt,
      producerId: yehang.organizationId,
      byPlatform: false,
      bureauId: order.bureauId,
    })
    expect(await waits(id)).toMatchObject([
      { step: 'hand_in', organizationId: yehang.organizationId, duties: expect.arrayContaining(['creator.signatory']) },
    ])
    expect(instant((await waits(id))[0]!.dueAt)).toEqual(dueAt)
    expect(
      await owner.select().from(rectificationTasks).where(eq(rectificationTasks.rectificationId, id)).orderBy(rectificationTasks.position),
    ).toMatchObject([
      { position: 0, code: 'V04-02', what: '剪去片头擦边镜头', episode: 12, startSecond: 38, endSecond: 62 },
      { position: 1, episode: null },
    ])
    expect(await detailOf(id, 'rectification.ordered')).toEqual({
      violationId: order.violationId,
      violationSubjectId: order.violationSubjectId,
      targetKind: 'drama',
      targetId: order.targetId,
      tasks: 2,
      hours: 72,
    })
  })

  test('is due by the hours that the measure names, and by the bureau where that orders it', async () => {
    const order = await aWorkToMend({ db, owner }, kuaishou, yehang, { hours: 24 })
    const { id } = await ordered(at(0), beijing, order)
    expect((await rectificationOf(owner, id)).dueAt).toEqual(hoursOn(24))
    expect(await owner.select().from(rectificationOrders).where(eq(rectificationOrders.rectificationId, id))).toMatchObject([
      { openerId: beijing.organizationId, openedBy: beijing.memberId, platformId: kuaishou.organizationId },
    ])
  })

  test('waits for the platform where the subject has no member here', async () => {
    const { id } = await ordered(at(0), douyin, await aSubjectToMend({ db, owner }, douyin, null))
    expect(await rectificationOf(owner, id)).toMatchObject({ byPlatform: true, producerId: null, targetKind: 'account' })
    expect(await waits(id)).toMatchObject([
      { organizationId: douyin.organizationId, duties: expect.arrayContaining(['platform.moderator']) },
    ])
  })

  test('of a second platform joins: noted, once, and it decides nothing', async () => {
    const order = await aWorkToMend({ db, owner }, kuaishou, yehang)
    const first = await ordered(at(0), kuaishou, order)
    const again = await standsOn({ db, owner }, douyin, order)
    const before = await lastEvent(owner)
    expect(await act(orderRectification, douyin, again)).toEqual({ ok: true, value: { id: first.id, number: first.number, joined: true } })
    expect(await act(orderRectification, douyin, again, 2)).toMatchObject({ ok: true, value: { joined: true } })
    expect(await act(orderRectification, kuaishou, order, 2)).toMatchObject({ ok: true, value: { joined: true } })
    expect(await eventsSince(owner, before)).toEqual(['rectification.joined'])
    expect(await owner.select().from(rectificationJoiners).where(eq(rectificationJoiners.rectificationId, first.id))).toMatchObject([
      { platformId: douyin.organizationId, bureauId: order.bureauId },
    ])
    const handed = await handedIn(at(5), yehang, first.id)
    expect(await act(acceptRectification, douyin, { id: first.id, version: handed.version, note: null }, 6)).toEqual({
      ok: false,
      code: 'not_found',
    })
  })

  test('of twenty who order at once opens one case', async () => {
    const order = await aWorkToMend({ db, owner }, kuaishou, yehang)
    const there = await standsOn({ db, owner }, douyin, order)
    const before = await lastEvent(owner)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? act(orderRectification, kuaishou, order) : act(orderRectification, douyin, there))),
    )
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(new Set(outcomes.map((one) => one.ok && one.value.id)).size).toBe(1)
    expect(outcomes.filter((one) => one.ok && !one.value.joined)).toHaveLength(1)
    expect((await eventsSince(owner, before)).filter((name) => name === 'rectification.ordered')).toHaveLength(1)
  })

  test('may be given anew after the first was ended', async () => {
    const order = await aWorkToMend({ db, owner }, kuaishou, yehang)
    const { id } = await ordered(at(0), kuaishou, order)
    expect(await act(endRectification, house, id)).toMatchObject({ ok: true })
    expect(await act(orderRectification, kuaishou, order, 2)).toMatchObject({ ok: true, value: { joined: false } })
  })
})

describe('handing in', () => {
  test('takes no episode that the work does not have, where it is known how many there are', async () => {
    const { id, version, targetId } = await running()
    await owner.execute(sql`insert into episodes (drama_id, number, seconds) select ${targetId}, n, 90 from generate_series(1, 80) n`)
    const replacing = (episode: number) => act(handIn, yehang, { ...handing(id, version), replacedEpisodes: [80, episode] }, 10)
    expect(await replacing(81)).toMatchObject({
      code: 'episode_beyond_work',
      faults: [{ field: 'replacedEpisodes', params: { episode: 81, last: 80 } }],
    })
    expect(await replacing(79)).toMatchObject({ ok: true })
  })
  test('stops the creator’s clock and starts the accepting one’s, by working days', async () => {
    const { id, version } = await running()
    const before = await lastEvent(owner)
    expect(await act(handIn, yehang, handing(id, version), 10)).toMatchObject({ ok: true })
    expect(await eventsSince(owner, before)).toEqual(['rectification.handed_in'])
    expect(await rectificationOf(owner, id)).toMatchObject({
      state: 'handed_in',
      turn: 1,
      clockLeft: 62 * 3600,
      handedInBy: yehang.memberId,
      dueAt: new Date('2026-11-24T17:30:00+08:00'),
    })
    expect(await waits(id)).toMatchObject([{ step: 'accept', organizationId: kuaishou.organizationId, apart: [yehang.memberId] }])
    expect(await owner.select().from(rectificationTurns).where(eq(rectificationTurns.rectificationId, id))).toMatchObject([
      { turn: 1, account: '已剪去并重新上传。', replacedEpisodes: [12], ruling: null },
    ])
  })

  test('counts to the last millisecond, and not at the deadline', async () => {
    const [one, two] = [await running(), await running()]
    expect(await act(handIn, yehang, handing(one.id, 1), 72, -1)).toMatchObject({ ok: true })
    expect((await rectificationOf(owner, one.id)).clockLeft).toBe(0)
    expect(await act(handIn, yehang, handing(two.id, 1), 72)).toEqual({ ok: false, code: 'deadline_passed' })
  })

  test('for a subject without a member here is its platform’s, and another hand of that platform accepts', async () => {
    const { id } = await ordered(at(0), douyin, await aSubjectToMend({ db, owner }, douyin, null, 'mini_program'))
    expect(await act(handIn, heShan, handing(id, 1))).toMatchObject({ ok: true })
    expect(await act(acceptRectification, douyin, { id, version: 2, note: null }, 2)).toMatchObject({ ok: true })
  })
})

describe('the ruling', () => {
  test('accepts, and nothing waits any more', async () => {
    const { id, version } = await inHand()
    const before = await lastEvent(owner)
    expect(await act(acceptRectification, kuaishou, { id, version, note: '已核对' }, 20)).toMatchObject({ ok: true })
    expect(await eventsSince(owner, before)).toEqual(['rectification.accepted'])
    expect(await rectificationOf(owner, id)).toMatchObject({
      state: 'accepted',
      endedAt: hoursOn(20),
      dueAt: null,
      ruledBy: kuaishou.memberId,
    })
    expect(await waits(id)).toEqual([])
    expect(await owner.select().from(rectificationTurns).where(eq(rectificationTurns.rectificationId, id))).toMatchObject([
      { ruling: 'accepted', ruledAt: hoursOn(20), note: '已核对' },
    ])
    expect(await detailOf(id, 'rectification.accepted')).toMatchObject({ targetKind: 'drama', violationId: expect.any(String) })
  })

  test('returns with reasons task by task, and what was left runs on', async () => {
    const { id, version } = await inHand()
    expect(await act(returnRectification, kuaishou, { id, version, reasons: { 0: '片头仍在', 1: null }, note: null }, 30)).toMatchObject({
      ok: true,
    })
    expect(await rectificationOf(owner, id)).toMatchObject({ state: 'returned', dueAt: hoursOn(30 + 62) })
    expect(await owner.select().from(rectificationReasons).where(eq(rectificationReasons.rectificationId, id))).toMatchObject([
      { turn: 1, position: 0, reason: '片头仍在' },
    ])
    expect(await waits(id)).toMatchObject([{ step: 'hand_in', organizationId: yehang.organizationId }])
    expect(await act(handIn, yehang, handing(id, version + 1), 40)).toMatchObject({ ok: true })
    expect(await rectificationOf(owner, id)).toMatchObject({ turn: 2, clockLeft: 52 * 3600 })
  })

  test('gives a day at least', async () => {
    const { id } = await running()
    const { version } = await handedIn({ db, owner, at: hoursOn(71) }, yehang, id)
    expect(await act(returnRectification, kuaishou, { id, version, reasons: { 0: '片头仍在' }, note: null }, 100)).toMatchObject({
      ok: true,
    })
    expect((await rectificationOf(owner, id)).dueAt).toEqual(hoursOn(124))
  })

  test('of a bureau that ordered it is the bureau’s', async () => {
    const { id, version } = await inHand(beijing)
    expect(await act(acceptRectification, kuaishou, { id, version, note: null }, 20)).toEqual({ ok: false, code: 'not_found' })
    expect(await act(acceptRectification, beijing, { id, version, note: null }, 20)).toMatchObject({ ok: true })
  })

  test('of twenty who rule at once is given once', async () => {
    const { id, version } = await inHand()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        i % 2
          ? act(acceptRectification, kuaishou, { id, version, note: null }, 20)
          : act(returnRectification, kuaishou, { id, version, reasons: { 0: '片头仍在' }, note: null }, 20),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.filter((one) => !one.ok && one.code === 'stale')).toHaveLength(19)
  })
})

describe('the extension', () => {
  test('is given once, adds to the end, and its reason stands', async () => {
    const { id, version } = await running()
    expect(await act(extendRectification, kuaishou, { id, version, reason: '原片素材在外地' }, 71)).toMatchObject({ ok: true })
    expect(await rectificationOf(owner, id)).toMatchObject({
      state: 'ordered',
      version,
      dueAt: hoursOn(144),
      orderedDueAt: dueAt,
      extensionReason: '原片素材在外地',
    })
    expect(instant((await waits(id))[0]!.dueAt)).toEqual(hoursOn(144))
    expect(await act(extendRectification, kuaishou, { id, version, reason: '再一次' }, 72)).toEqual({ ok: false, code: 'already_extended' })
    expect(await act(refuseUnmended, clock, id, 72)).toEqual({ ok: false, code: 'not_over' })
  })

  test('of twenty at once is one', async () => {
    const { id, version } = await running()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => act(extendRectification, kuaishou, { id, version, reason: '理由' }, 2)),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await rectificationOf(owner, id)).dueAt).toEqual(hoursOn(144))
  })
})

describe('the clock', () => {
  test('refuses at the deadline, to the second, once', async () => {
    const { id } = await running()
    expect(await act(refuseUnmended, clock, id, 72, -1)).toEqual({ ok: false, code: 'not_over' })
    const before = await lastEvent(owner)
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => act(refuseUnmended, clock, id, 72)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await eventsSince(owner, before)).toEqual(['rectification.refused', 'penalty.called'])
    expect(await rectificationOf(owner, id)).toMatchObject({ state: 'refused', endedAt: dueAt, dueAt: null })
    expect(await waits(id)).toEqual([])
  })

  test('finds by itself what ran out, however many workers look', async () => {
    const [{ id }, { id: later }] = [await running(), await ordered(at(5), kuaishou, await fresh())]
    const before = await lastEvent(owner)
    await Promise.all(Array.from({ length: 5 }, () => refuseRectifications(db, hoursOn(73))))
    expect((await rectificationOf(owner, id)).state).toBe('refused')
    expect((await rectificationOf(owner, later)).state).toBe('ordered')
    const refusedNow = await eventsSince(owner, before)
    expect(new Set(refusedNow)).toEqual(new Set(['rectification.refused', 'penalty.called']))
    const mine = await owner
      .select()
      .from(events)
      .where(and(eq(events.subjectId, id), eq(events.name, 'rectification.refused')))
    expect(mine).toHaveLength(1)
  })

  test('and a hand-in at the same instant: exactly one of them', async () => {
    const { id, version } = await running()
    const outcomes = await Promise.all([
      ...Array.from({ length: 10 }, () => act(refuseUnmended, clock, id, 72)),
      ...Array.from({ length: 10 }, () => act(handIn, yehang, handing(id, version), 72, -1)),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('refuses nothing that was handed in in time', async () => {
    const { id } = await inHand()
    expect(await act(refuseUnmended, clock, id, 500)).toEqual({ ok: false, code: 'wrong_state' })
  })

  test('shows a platform’s ruling that is late to the bureau, and the bureau’s own to 总局', async () => {
    const { id } = await inHand()
    const { id: bureaus } = await inHand(beijing)
    expect(await act(escalateUnruled, clock, id, 100)).toEqual({ ok: false, code: 'not_overdue' })
    expect(await act(escalateUnruled, clock, id, 104)).toMatchObject({ ok: true })
    expect((await waits(id)).map(({ organizationId }) => organizationId).sort()).toEqual(
      [kuaishou.organizationId!, beijing.organizationId!].sort(),
    )
    expect(await act(escalateUnruled, clock, bureaus, 104)).toMatchObject({ ok: true })
    expect((await waits(bureaus)).map(({ organizationId }) => organizationId).sort()).toEqual(
      [zhou.organizationId!, beijing.organizationId!].sort(),
    )
    expect(await act(escalateUnruled, clock, id, 105)).toEqual({ ok: false, code: 'not_overdue' })
  })
})

/** One refusal: what there is, what is tried, and why it is not done; nothing may be written. */
const refusal = <G>(
  name: string,
  given: () => Promise<G>,
  attempt: (given: G) => Promise<{ ok: boolean; code?: string }>,
  code: string,
) => ({
  name,
  run: async () => {
    const subject = await given()
    const before = await remembered(owner)
    expect(await attempt(subject)).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  },
})
const fresh = () => aWorkToMend({ db, owner }, kuaishou, yehang)
const orphan = () => aWorkToMend({ db, owner }, kuaishou, null)
/** The same order once more, as another platform or a bureau would give it. */
async function again(from: () => Promise<{ id: string }>) {
  const row = await rectificationOf(owner, (await from()).id)
  const { violationId, violationSubjectId, targetId, bureauId } = row
  return standsOn({ db, owner }, douyin, { ...(await fresh()), violationId, violationSubjectId, targetId, bureauId })
}
async function accepted() {
  const { id, version } = await inHand()
  await act(acceptRectification, kuaishou, { id, version, note: null }, 20)
  return rectificationOf(owner, id)
}
async function refused() {
  const { id } = await running()
  await act(refuseUnmended, clock, id, 72)
  return rectificationOf(owner, id)
}
/** At 快手 one person holds every duty. */
async function byOneHand() {
  const { id } = await ordered(at(0), kuaishou, await aSubjectToMend({ db, owner }, kuaishou, null))
  return handedIn(at(10), kuaishou, id)
}
const qinghes = async () => ordered(at(0), kuaishou, await aWorkToMend({ db, owner }, kuaishou, qinghe))
const asked = (reasons: Record<string, string | null> = { 0: '片头仍在' }) => ({ reasons, note: null })
const more = (version = 1) => ({ version, reason: '素材在外地' })
const done = (version = 1) => ({ version, note: null })

const refusals = [
  refusal('an order by a creator', fresh, (order) => act(orderRectification, yehang, order), 'not_yours'),
  refusal('an order by a moderator', fresh, (order) => act(orderRectification, heShan, order), 'not_yours'),
  refusal('an order by CNSA', fresh, (order) => act(orderRectification, cnsa, order), 'not_yours'),
  refusal('an order in another platform’s name', fresh, (order) => act(orderRectification, douyin, order), 'not_found'),
  refusal('an order by another bureau', fresh, (order) => act(orderRectification, zhejiang, order), 'not_found'),
  refusal('an order by 总局 for a bureau', fresh, (order) => act(orderRectification, zhou, order), 'not_found'),
  refusal(
    'what nobody upheld',
    fresh,
    (order) => act(orderRectification, kuaishou, { ...order, violationSubjectId: newId() }),
    'not_upheld',
  ),
  refusal('another target', fresh, (order) => act(orderRectification, kuaishou, { ...order, targetId: newId() }), 'not_upheld'),
  refusal('no task', fresh, (order) => act(orderRectification, kuaishou, { ...order, tasks: [] }), 'task_missing'),
  refusal(
    'an item that was not upheld',
    fresh,
    (order) => act(orderRectification, kuaishou, { ...order, tasks: [{ code: 'V01-01', what: 'x' }] }),
    'item_not_upheld',
  ),
  refusal('nobody to hand in', orphan, (order) => act(orderRectification, beijing, { ...order, platformId: null }), 'platform_missing'),
  refusal(
    'a bureau’s beside one',
    () => again(running),
    (order) => act(orderRectification, beijing, order),
    'already_ordered',
  ),
  refusal(
    'joining what was accepted',
    () => again(accepted),
    (order) => act(orderRectification, douyin, order),
    'already_accepted',
  ),
  refusal(
    'joining what was refused',
    () => again(refused),
    (order) => act(orderRectification, douyin, order),
    'already_refused',
  ),
  refusal('handing in as an editor', qinghes, ({ id }) => act(handIn, editor, handing(id, 1)), 'not_yours'),
  refusal('handing in another’s', running, ({ id }) => act(handIn, qinghe, handing(id, 1)), 'not_found'),
  refusal('handing in for a creator who is here', running, ({ id }) => act(handIn, heShan, handing(id, 1)), 'not_found'),
  refusal('handing in what was changed', running, ({ id }) => act(handIn, yehang, handing(id, 9)), 'stale'),
  refusal('handing in twice', inHand, ({ id, version }) => act(handIn, yehang, handing(id, version), 20), 'wrong_state'),
  refusal('handing in at the deadline', running, ({ id }) => act(handIn, yehang, handing(id, 1), 72), 'deadline_passed'),
  refusal('extending as the creator', running, ({ id }) => act(extendRectification, yehang, { id, ...more() }), 'not_yours'),
  refusal('extending as another', running, ({ id }) => act(extendRectification, douyin, { id, ...more() }), 'not_found'),
  refusal('extending after the end', running, ({ id }) => act(extendRectification, kuaishou, { id, ...more() }, 72), 'deadline_passed'),
  refusal(
    'extending in hand',
    inHand,
    ({ id, version }) => act(extendRectification, kuaishou, { id, ...more(version) }, 20),
    'wrong_state',
  ),
  refusal('accepting too early', running, ({ id }) => act(acceptRectification, kuaishou, { id, ...done() }), 'wrong_state'),
  refusal(
    'accepting as the creator',
    inHand,
    ({ id, version }) => act(acceptRectification, yehang, { id, ...done(version) }, 20),
    'not_yours',
  ),
  refusal(
    'accepting by one hand',
    byOneHand,
    ({ id, version }) => act(acceptRectification, kuaishou, { id, ...done(version) }, 20),
    'nobody_apart',
  ),
  refusal(
    'returning without a reason',
    inHand,
    ({ id, version }) => act(returnRectification, kuaishou, { id, version, ...asked({ 0: null }) }, 20),
    'reason_missing',
  ),
  refusal(
    'returning an unknown task',
    inHand,
    ({ id, version }) => act(returnRectification, kuaishou, { id, version, ...asked({ 7: 'x' }) }, 20),
    'task_unknown',
  ),
  refusal(
    'returning as the bureau',
    inHand,
    ({ id, version }) => act(returnRectification, beijing, { id, version, ...asked() }, 20),
    'not_found',
  ),
  refusal(
    'returning by one hand',
    byOneHand,
    ({ id, version }) => act(returnRectification, kuaishou, { id, version, ...asked() }, 20),
    'nobody_apart',
  ),
  refusal('refusing by hand', running, ({ id }) => act(refuseUnmended, kuaishou, id, 80), 'not_yours'),
  refusal('refusing in time', running, ({ id }) => act(refuseUnmended, clock, id, 71), 'not_over'),
  refusal('ending by hand', running, ({ id }) => act(endRectification, kuaishou, id), 'not_yours'),
  refusal('ending what was refused', refused, ({ id }) => act(endRectification, house, id, 100), 'wrong_state'),
  refusal('escalating in time', inHand, ({ id }) => act(escalateUnruled, clock, id, 20), 'not_overdue'),
]

test.for(refusals)('refused, and nothing is written: $name', ({ run }) => run())

test('where another hand is left, the refusal says only that it must be another', async () => {
  const { id } = await ordered(at(0), kuaishou, await aSubjectToMend({ db, owner }, kuaishou, null))
  const { version } = await handedIn(at(10), kuaishou, id)
  const colleague = { organizationId: kuaishou.organizationId!, kind: 'platform' as const, name: '温雅', email: 'wen.ya@kuaishou.example' }
  await act(enrollMember, house, { ...colleague, password: 'yeyan-2026-demo', duties: ['platform.compliance'], demonstration: true })
  expect(await act(acceptRectification, kuaishou, { id, version, note: null }, 20)).toMatchObject({ ok: false, code: 'same_person' })
  const wen = (await cast(db))(colleague.email)
  expect(await act(acceptRectification, wen, { id, version, note: null }, 20)).toMatchObject({ ok: true })
})
