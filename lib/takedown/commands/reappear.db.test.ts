import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { events, takedownAnswers, takedownOrders, takedownSightings, waiting } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { aLookFor } from '@/db/testing/inspections'
import { aListedEntry } from '@/db/testing/listings'
import { liftEntry } from '../../blacklist/commands/approve'
import { type Actor, mintActor, visitor } from '../../kernel/actor'
import { newId } from '../../kernel/id'
import { look, perform } from '../../perform'
import { boardCounts, boardOf } from '../queries/board'
import { orderByNumber } from '../queries/orders'
import { answerOrder } from './answer'
import { reappearOrder } from './reappear'
import { remindPlatform, ruleOnObjection } from './rule'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const [beijing, zhejiang] = [as('chen.li@beijing.example'), as('he.qing@zhejiang.example')]
const [zhou, gao] = [as('zhou.min@nrta.example'), as('gao.yuan@nrta.example')]
const fang = as('fang.zheng@cnsa.example')
const hands = { proposer: kuaishou, verifier: beijing, approver: zhou }
const HOUR = 3_600_000
const issuedAt = new Date('2026-11-17T09:40:00+08:00')
const hoursIn = (hours: number) => new Date(issuedAt.getTime() + hours * HOUR)
/** A week after the order. */
const SEEN = 168
const orderOf = async (id: string) => (await owner.select().from(takedownOrders).where(eq(takedownOrders.id, id)))[0]!

async function say(actor: Actor, id: string, answer: 'removed' | 'absent' | 'objection', hours: number) {
  const { version } = await orderOf(id)
  const said = {
    removed: { answer: 'removed' as const, episodeCount: 80, links: ['https://v.example/1'] },
    absent: { answer: 'absent' as const, note: null },
    objection: { answer: 'objection' as const, reason: '同名不同作品' },
  }[answer]
  return perform(answerOrder, actor, { id, version, ...said }, { on: db, at: hoursIn(hours) })
}
async function rule(id: string, ruling: 'overrule' | 'excuse', hours: number, actor = gao) {
  const { version } = await orderOf(id)
  return perform(ruleOnObjection, actor, { id, version, ruling, reason: '证据清楚' }, { on: db, at: hoursIn(hours) })
}
async function answered(answer: 'removed' | 'absent' | null = 'removed', severity = 3) {
  const entry = await aListedEntry({ db, owner }, hands, { at: issuedAt, severity })
  const [order] = await owner
    .select()
    .from(takedownOrders)
    .where(and(eq(takedownOrders.entryId, entry.id), eq(takedownOrders.platformId, kuaishou.organizationId!)))
  await aLookFor(owner, order!.id)
  if (answer) await say(kuaishou, order!.id, answer, 1)
  return { id: order!.id, entryId: entry.id }
}
const sighting = (orderId: string) => ({
  orderId,
  sheetId: newId(),
  address: 'https://v.example/again',
  episode: 3,
  startSecond: 12,
  note: '换封面再上架',
  sha256: null,
  pictureName: null,
})
const see = (id: string, hours = SEEN, actor: Actor = fang) => perform(reappearOrder, actor, sighting(id), { on: db, at: hoursIn(hours) })
const waits = (id: string) =>
  owner
    .select({ step: waiting.step, organizationId: waiting.organizationId, dueAt: waiting.dueAt })
    .from(waiting)
    .where(eq(waiting.subjectId, id))

describe('a work that is seen again', () => {
  test.for([
    ['removed', 3, 24],
    ['absent', 3, 24],
    ['removed', 4, 2],
  ] as const)('after %s at severity %i makes its order wait anew, for %i hours', async ([answer, severity, hours]) => {
    const { id } = await answered(answer, severity)
    const before = await orderOf(id)
    const last = await lastEvent(owner)
    expect(await see(id)).toMatchObject({ ok: true })
    expect(await eventsSince(owner, last)).toEqual(['takedown.reappeared'])
    expect(await orderOf(id)).toMatchObject({
      state: 'reappeared',
      version: before.version + 1,
      dueAt: hoursIn(SEEN + hours),
      reappearedAt: hoursIn(SEEN),
      reappearedDueAt: hoursIn(SEEN + hours),
      orderedDueAt: before.orderedDueAt,
      removedAt: before.removedAt,
      answeredAt: before.answeredAt,
    })
    expect(await waits(id)).toMatchObject([{ step: 'remove', organizationId: kuaishou.organizationId }])
    expect(new Date((await waits(id))[0]!.dueAt)).toEqual(hoursIn(SEEN + hours))
    const [event] = await owner
      .select()
      .from(events)
      .where(and(eq(events.subjectId, id), eq(events.name, 'takedown.reappeared')))
    expect(event!.detail).toEqual({ sheetId: expect.any(String) })
    expect(await owner.$count(takedownAnswers, eq(takedownAnswers.orderId, id))).toBe(1)
    expect(await owner.$count(takedownSightings, eq(takedownSightings.orderId, id))).toBe(1)
  })

  test('is removed anew in time, and what was answered before stays', async () => {
    const { id } = await answered()
    await see(id)
    expect(await say(kuaishou, id, 'absent', SEEN + 1)).toMatchObject({ ok: false, code: 'wrong_state' })
    expect(await say(kuaishou, id, 'removed', SEEN + 23)).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'removed', late: false, removedAt: hoursIn(SEEN + 23) })
    expect(await owner.select({ late: takedownAnswers.late }).from(takedownAnswers).where(eq(takedownAnswers.orderId, id))).toEqual([
      { late: false },
      { late: false },
    ])
    expect(await waits(id)).toEqual([])
    expect(await see(id, SEEN + 100)).toMatchObject({ ok: true })
    expect(await say(kuaishou, id, 'removed', SEEN + 125)).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'removed', late: true })
  })

  test('may be objected to once, and again when it is seen again; overruled, it is still one that was seen again', async () => {
    const { id } = await answered()
    await see(id)
    expect(await say(kuaishou, id, 'objection', SEEN + 4)).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'objected', clockLeft: 20 * 3600, stateBefore: 'reappeared' })
    expect(await rule(id, 'overrule', SEEN + 30, zhou)).toMatchObject({ code: 'same_person' })
    expect(await rule(id, 'overrule', SEEN + 30)).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'reappeared', dueAt: hoursIn(SEEN + 50), ruled: true })
    expect(await say(kuaishou, id, 'objection', SEEN + 31)).toMatchObject({ code: 'already_ruled' })
    expect(await say(kuaishou, id, 'removed', SEEN + 49)).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'removed', late: false })
    await see(id, SEEN + 200)
    expect(await orderOf(id)).toMatchObject({ ruled: false, ruledBy: null })
    expect(await say(kuaishou, id, 'objection', SEEN + 201)).toMatchObject({ ok: true })
    expect(await rule(id, 'excuse', SEEN + 202)).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'excused' })
  })

  test('once objected to before it was ever removed, may be objected to anew', async () => {
    const { id } = await answered(null)
    await say(kuaishou, id, 'objection', 1)
    await rule(id, 'overrule', 2)
    expect(await orderOf(id)).toMatchObject({ state: 'issued' })
    await say(kuaishou, id, 'removed', 3)
    await see(id)
    expect(await say(kuaishou, id, 'objection', SEEN + 1)).toMatchObject({ ok: true })
  })

  test('is reminded of, and goes with the listing', async () => {
    const { id, entryId } = await answered()
    await see(id)
    expect(await perform(remindPlatform, zhou, { id, version: 3, note: '请即下架' }, { on: db, at: hoursIn(SEEN + 2) })).toMatchObject({
      ok: true,
    })
    expect(await orderOf(id)).toMatchObject({ state: 'reappeared', version: 3, remindedAt: hoursIn(SEEN + 2) })
    expect(await perform(liftEntry, gao, { id: entryId, version: 3, reason: '新版本已过审' }, { on: db })).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'withdrawn' })
    expect(await waits(id)).toEqual([])
  })

  test('is reported once of twenty at once', async () => {
    const { id } = await answered()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => see(id, SEEN, mintActor({ ...fang, memberId: newId() }))))
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code)).sort()).toEqual(['ok', ...Array(19).fill('wrong_state')])
    expect(await owner.$count(takedownSightings, eq(takedownSightings.orderId, id))).toBe(1)
  })

  test.for([
    ['not_yours', kuaishou, 'removed'],
    ['not_yours', zhou, 'removed'],
    ['wrong_state', fang, null],
  ] as const)('refused as %s writes nothing', async ([code, actor, answer]) => {
    const { id } = await answered(answer)
    const before = await remembered(owner)
    expect(await see(id, SEEN, actor)).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })
})

describe('who reads of it', () => {
  test('the board and the public count do not take it for dark, nor for answered', async () => {
    const { id, entryId } = await answered()
    await say(kuaishou, id, 'removed', 1)
    const counted = () => look(visitor, (tx) => boardCounts(tx, entryId), db)
    expect(await counted()).toMatchObject({ answered: 1, removed: 1, reappeared: 0 })
    await see(id)
    expect(await counted()).toMatchObject({ answered: 0, removed: 0, reappeared: 1 })
    const board = await look(
      zhou,
      (tx, now) => boardOf(tx, zhou, { id: entryId, bureauId: beijing.organizationId!, listedAt: issuedAt }, now),
      db,
    )
    expect(board).toMatchObject({ answered: 0, removed: 0, reappeared: 1, median: null })
    await say(kuaishou, id, 'removed', SEEN + 2)
    expect(await counted()).toMatchObject({ answered: 1, removed: 1, reappeared: 0 })
    const [lane] = (
      await look(zhou, (tx, now) => boardOf(tx, zhou, { id: entryId, bureauId: beijing.organizationId!, listedAt: issuedAt }, now), db)
    ).lanes.filter((one) => one.id === id)
    expect(lane).toMatchObject({ askedAt: hoursIn(SEEN), askedBy: hoursIn(SEEN + 24), removedAt: hoursIn(SEEN + 2) })
  })

  test('its platform, its bureau, 总局 and CNSA read the evidence, other platforms and bureaus do not; CNSA reads no answer', async () => {
    const { id } = await answered()
    await see(id)
    const { number } = await orderOf(id)
    const read = (actor: Actor) => look(actor, (tx) => orderByNumber(tx, number!), db)
    for (const actor of [kuaishou, beijing, zhou, fang])
      expect((await read(actor))!.sightings).toMatchObject([{ address: 'https://v.example/again' }])
    for (const actor of [douyin, zhejiang]) expect((await read(actor))!.sightings).toEqual([])
    expect((await read(fang))!.answers).toEqual([])
    expect((await read(visitor))!.sightings).toEqual([])
    expect(await owner.execute(sql`select 1 from takedown_orders where id = ${id} and state = 'reappeared'`)).toHaveLength(1)
  })
})
