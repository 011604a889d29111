import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  blacklistSubjects,
  events,
  inspectionFindings,
  inspectionFrames,
  inspectionItems,
  inspectionPlans,
  inspectionSeeds,
  inspectionSheets,
  placements,
  takedownOrders,
  takedownSightings,
  violationClauses,
  violationEvidence,
  violationFilings,
  violationPlaces,
  violations,
  waiting,
} from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { aFrozenFrame, anActivePlan, aPicture, aPlan, picturesKept, planOf, sheetOf, someMiniPrograms } from '@/db/testing/inspections'
import { aListedEntry, aWork } from '@/db/testing/listings'
import { type Actor, clock, mintActor } from '../kernel/actor'
import { newId } from '../kernel/id'
import { addDays, asDay, type Day, dayOf, instantAt } from '../kernel/time'
import { look, perform } from '../perform'
import { inspectDaily } from '../process/inspection'
import { answerOrder } from '../takedown/commands/answer'
import { ruleOnObjection } from '../takedown/commands/rule'
import { drawLook, freezeFrame, revealSeed } from './commands/draw'
import { amendPlan, endPlan, openPlan, startPlan, withdrawPlan } from './commands/plan'
import { referFinding } from './commands/refer'
import { findBreach, findClean, missSheet } from './commands/sheet'
import type { Find } from './input'
import { coverageOf } from './queries/coverage'
import { watchDay } from './rules/day'
import { frameFile, nodeCommand, shellCommand } from './rules/sample'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const on = { db, owner }
const [fang, xu] = [as('fang.zheng@cnsa.example'), as('xu.qing@cnsa.example')]
const kuaishou = as('compliance@kuaishou.example')
const hands = { proposer: kuaishou, verifier: as('chen.li@beijing.example'), approver: as('zhou.min@nrta.example') }
const DAY = asDay('2026-11-24')
const at = (time: `${number}:${number}`, day: Day = DAY) => instantAt(day, time)
const directory = mkdtempSync(join(tmpdir(), 'sheets-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const pictured = (sheetId: string, name?: string) => aPicture(on, fang, sheetId, name)
const kept = { directory: picturesKept() }
const finding = (id: string, version: number, over: Partial<Find> = {}): Find => ({
  id,
  version,
  address: null,
  episode: null,
  start: null,
  end: null,
  items: [],
  note: '首页弹窗诱导连续付费',
  ...over,
})
const sampled = async (size = 3, time: `${number}:${number}` = '00:00') => {
  const plan = await anActivePlan(on, [fang, xu], { sampleSize: size }, at('09:00', addDays(DAY, -1)))
  return { plan, ...(await aFrozenFrame(on, plan.id, at(time))) }
}

beforeAll(async () => {
  await someMiniPrograms(owner, kuaishou.organizationId!, 12)
})

describe('a plan', () => {
  test('is written by one and started by another, who sees its number drawn', async () => {
    const before = await lastEvent(owner)
    const opened = await perform(openPlan, fang, aPlan(), { on: db })
    if (!opened.ok) throw new Error(opened.code)
    const { id } = opened.value
    expect(await planOf(owner, id)).toMatchObject({ state: 'draft', number: null, openedBy: fang.memberId })
    expect(await perform(startPlan, fang, { id, version: 1 }, { on: db })).toMatchObject({ ok: false, code: 'same_person' })
    expect(await perform(startPlan, xu, { id, version: 1 }, { on: db })).toMatchObject({ ok: true })
    expect(await planOf(owner, id)).toMatchObject({
      state: 'active',
      number: expect.stringMatching(/^JK-\d{4}-\d{4}$/),
      startedBy: xu.memberId,
    })
    expect(await eventsSince(owner, before)).toEqual(['plan.started'])
    expect(await perform(endPlan, fang, { id, version: 2 }, { on: db })).toMatchObject({ ok: true })
    expect(await planOf(owner, id)).toMatchObject({ state: 'ended' })
  })

  test('that two monitors wrote in is started by neither of them', async () => {
    const opened = await perform(openPlan, fang, aPlan(), { on: db })
    if (!opened.ok) throw new Error(opened.code)
    const { id } = opened.value
    expect(await perform(amendPlan, xu, { id, version: 1, ...aPlan({ sampleSize: 9 }) }, { on: db })).toMatchObject({ ok: true })
    expect(await perform(startPlan, xu, { id, version: 2 }, { on: db })).toMatchObject({ ok: false, code: 'same_person' })
    expect(await perform(startPlan, fang, { id, version: 2 }, { on: db })).toMatchObject({ ok: false, code: 'same_person' })
    const third = mintActor({ ...xu, memberId: newId() })
    expect(await perform(startPlan, third, { id, version: 2 }, { on: db })).toMatchObject({ ok: true })
    expect(await planOf(owner, id)).toMatchObject({ openedBy: fang.memberId, startedBy: third.memberId })
    for (const writer of [fang, xu])
      await expect(owner.update(inspectionPlans).set({ startedBy: writer.memberId }).where(eq(inspectionPlans.id, id))).rejects.toThrow()
  })

  test('is thrown away as a draft and in no other state, by any monitor and nobody else', async () => {
    const opened = await perform(openPlan, fang, aPlan(), { on: db })
    if (!opened.ok) throw new Error(opened.code)
    const { id } = opened.value
    for (const [by, version, code] of [
      [as('wu.tong@yehang.example'), 1, 'not_found'],
      [xu, 2, 'stale'],
    ] as const)
      expect(await perform(withdrawPlan, by, { id, version }, { on: db })).toMatchObject({ ok: false, code })
    const active = await anActivePlan(on, [fang, xu])
    expect(await perform(withdrawPlan, xu, { id: active.id, version: active.version }, { on: db })).toMatchObject({ code: 'wrong_state' })
    const last = await lastEvent(owner)
    expect(await perform(withdrawPlan, xu, { id, version: 1 }, { on: db })).toMatchObject({ ok: true })
    expect(await planOf(owner, id)).toBeUndefined()
    expect(await eventsSince(owner, last)).toEqual([])
  })

  test('is started by one of twenty', async () => {
    const opened = await perform(openPlan, fang, aPlan(), { on: db })
    if (!opened.ok) throw new Error(opened.code)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        perform(startPlan, mintActor({ ...xu, memberId: newId() }), { id: opened.value.id, version: 1 }, { on: db }),
      ),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('a frame', () => {
  test('is frozen with its hash and the seed’s at the start of the day, and sheets for its sample that are due by its end', async () => {
    const { plan, frame, sheets } = await sampled(4)
    expect(frame).toMatchObject({ day: DAY, sampleSize: 4, seed: null, planNumber: plan.number })
    expect(frame.content.trim().split('\n')).toHaveLength(frame.itemCount)
    expect(frame.content).not.toMatch(/小剧场|wx/)
    expect(sheets).toHaveLength(4)
    for (const sheet of sheets)
      expect(sheet).toMatchObject({ state: 'drawn', drawnOn: DAY, number: expect.stringMatching(/^XC-2026-\d{4}$/), dueAt: at('24:00') })
    expect(await owner.select().from(waiting).where(eq(waiting.subjectId, sheets[0]!.id))).toMatchObject([
      { organizationId: fang.organizationId, duties: ['association.monitor'], step: 'find_clean' },
    ])
  })

  test('is frozen once, however many workers try, and once more on the next day', async () => {
    const plan = await anActivePlan(on, [fang, xu], {}, at('09:00', addDays(DAY, -1)))
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => perform(freezeFrame, clock, plan.id, { on: db, at: at('00:00') })))
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code)).sort()).toEqual([...Array(19).fill('already_frozen'), 'ok'])
    expect(await owner.$count(inspectionFrames, eq(inspectionFrames.planId, plan.id))).toBe(1)
    expect(await owner.$count(inspectionSheets, eq(inspectionSheets.planId, plan.id))).toBe(3)
    expect(await perform(freezeFrame, clock, plan.id, { on: db, at: at('00:00', addDays(DAY, 1)) })).toMatchObject({ ok: true })
    expect(await owner.$count(inspectionFrames, eq(inspectionFrames.planId, plan.id))).toBe(2)
  })

  test('belongs to the day in Beijing', async () => {
    const plan = await anActivePlan(on, [fang, xu], { startsOn: DAY, endsOn: DAY }, at('09:00', addDays(DAY, -2)))
    const freeze = (when: Date) => perform(freezeFrame, clock, plan.id, { on: db, at: when })
    expect(await freeze(new Date('2026-11-23T15:59:59Z'))).toMatchObject({ ok: false, code: 'no_such_day' })
    expect(await freeze(new Date('2026-11-24T16:00:00Z'))).toMatchObject({ ok: false, code: 'no_such_day' })
    expect(await freeze(new Date('2026-11-23T16:00:00Z'))).toMatchObject({ ok: true })
  })

  test('gives up its seed the next day and not before, and then anyone draws the same sample by the printed commands', async () => {
    const { frame, sheets, plan } = await sampled(5)
    expect(await perform(revealSeed, clock, frame.id, { on: db, at: at('23:59') })).toMatchObject({ ok: false, code: 'day_not_over' })
    expect(await perform(revealSeed, fang, frame.id, { on: db, at: at('00:00', addDays(DAY, 1)) })).toMatchObject({ ok: false })
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => perform(revealSeed, clock, frame.id, { on: db, at: at('00:00', addDays(DAY, 1)) })),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const [shown] = await owner.select().from(inspectionFrames).where(eq(inspectionFrames.id, frame.id))
    expect(shown!.seed).toMatch(/^[0-9a-f]{64}$/)
    expect(await owner.$count(inspectionSeeds, eq(inspectionSeeds.frameId, frame.id))).toBe(0)
    const file = frameFile(plan.number!, DAY)
    writeFileSync(join(directory, file), shown!.content)
    const drawn = sheets.map(({ opaqueId }) => opaqueId).sort()
    for (const command of [shellCommand(file, shown!.seed!, 5), nodeCommand(file, shown!.seed!, 5)])
      expect(execFileSync('bash', ['-c', command], { cwd: directory, encoding: 'utf8' }).trim().split('\n').sort()).toEqual(drawn)
  })

  test('stays as it was published', async () => {
    const { frame } = await sampled(2)
    const change = (set: Partial<typeof inspectionFrames.$inferInsert>) =>
      owner.update(inspectionFrames).set(set).where(eq(inspectionFrames.id, frame.id))
    await expect(change({ content: 'x\n' })).rejects.toThrow()
    await expect(change({ seed: 'guessed', revealedAt: new Date() })).rejects.toThrow()
    await expect(change({ itemCount: 1 })).rejects.toThrow()
  })

  test('holds a platform’s public works that are not listed, by opaque ids', async () => {
    const shownWork = await aWork(on)
    const hidden = await aWork(on, { publicSince: null })
    const listed = await aWork(on, { listedCount: 1 })
    await owner.insert(placements).values(
      [shownWork, hidden, listed].map(({ id }) => ({
        id: newId(),
        dramaId: id,
        platformId: kuaishou.organizationId!,
        address: `https://v.example/${id}`,
        seenAt: at('08:00'),
      })),
    )
    const plan = await anActivePlan(
      on,
      [fang, xu],
      { frame: 'platform', platformId: kuaishou.organizationId, sampleSize: 500 },
      at('09:00'),
    )
    const { frame, sheets } = await aFrozenFrame(on, plan.id, at('09:01'))
    const items = await owner.select().from(inspectionItems).where(eq(inspectionItems.frameId, frame.id))
    const works = items.map(({ dramaId }) => dramaId)
    expect(works).toContain(shownWork.id)
    expect(works).not.toContain(hidden.id)
    expect(works).not.toContain(listed.id)
    expect(new Set(items.map(({ platformId }) => platformId))).toEqual(new Set([kuaishou.organizationId]))
    expect(sheets.find(({ dramaId }) => dramaId === shownWork.id)).toMatchObject({ addresses: [`https://v.example/${shownWork.id}`] })
    for (const id of works) expect(frame.content).not.toContain(id)
  })
})

describe('a sheet', () => {
  test('is clean, with who looked and when', async () => {
    const { sheets } = await sampled(1)
    const before = await lastEvent(owner)
    expect(await perform(findClean, fang, { id: sheets[0]!.id, version: 1, note: null }, { on: db, at: at('10:00') })).toMatchObject({
      ok: true,
    })
    expect(await eventsSince(owner, before)).toEqual(['sheet.found_clean'])
    expect(await sheetOf(owner, sheets[0]!.id)).toMatchObject({
      state: 'clean',
      late: false,
      inspectedBy: fang.memberId,
      inspectedAt: at('10:00'),
    })
    expect(await owner.$count(waiting, eq(waiting.subjectId, sheets[0]!.id))).toBe(0)
  })

  test('that nobody filled in is missed by the clock, once, and may be filled in late', async () => {
    const { sheets } = await sampled(3)
    const before = await lastEvent(owner)
    await inspectDaily(db, at('23:59'))
    expect((await eventsSince(owner, before)).filter((name) => name === 'sheet.missed')).toEqual([])
    await Promise.all(Array.from({ length: 4 }, () => inspectDaily(db, at('00:00', addDays(DAY, 1)))))
    const mine = await owner
      .select()
      .from(events)
      .where(and(eq(events.name, 'sheet.missed'), sql`${events.subjectId} = any(${sql.param(sheets.map(({ id }) => id))}::uuid[])`))
    expect(mine).toHaveLength(3)
    expect(await perform(missSheet, clock, sheets[0]!.id, { on: db, at: at('01:00', addDays(DAY, 1)) })).toMatchObject({
      code: 'wrong_state',
    })
    expect(
      await perform(findClean, xu, { id: sheets[0]!.id, version: 2, note: null }, { on: db, at: at('09:00', addDays(DAY, 1)) }),
    ).toMatchObject({ ok: true })
    expect(await sheetOf(owner, sheets[0]!.id)).toMatchObject({ state: 'clean', late: true })
  })

  test('with a finding is filed as a referral by one act, with place, item, address and picture', async () => {
    const { sheets } = await sampled(1)
    const { id } = sheets[0]!
    await pictured(id, '弹窗.png')
    const found = finding(id, 1, { items: ['V12-01'], address: 'https://v.example/pay' })
    expect(await perform(findBreach, fang, found, { on: db, at: at('11:00') })).toMatchObject({ ok: true })
    expect(await sheetOf(owner, id)).toMatchObject({ state: 'found' })
    const before = await lastEvent(owner)
    const referred = await perform(referFinding, xu, { id, version: 2, ...kept }, { on: db, at: at('11:05') })
    expect(referred).toMatchObject({ ok: true, value: { violation: { number: expect.stringMatching(/^JB-/) } } })
    expect(await eventsSince(owner, before)).toEqual(['violation.filed', 'sheet.referred'])
    const { violationId } = await sheetOf(owner, id)
    expect((await owner.select().from(violations).where(eq(violations.id, violationId!)))[0]).toMatchObject({
      state: 'filed',
      source: 'association',
      seenOn: DAY,
      severity: 3,
    })
    expect((await owner.select().from(violationFilings).where(eq(violationFilings.violationId, violationId!)))[0]).toMatchObject({
      filerId: fang.organizationId,
      links: ['https://v.example/pay'],
      description: found.note,
    })
    expect(await owner.select().from(violationClauses).where(eq(violationClauses.violationId, violationId!))).toMatchObject([
      { code: 'V12-01' },
    ])
    expect(await owner.select().from(violationEvidence).where(eq(violationEvidence.violationId, violationId!))).toMatchObject([
      { name: '弹窗.png' },
    ])
    expect(await perform(referFinding, xu, { id, version: 3, ...kept }, { on: db })).toMatchObject({ code: 'wrong_state' })
  })

  test('on a work carries episode and timecode into the report', async () => {
    const work = await aWork(on)
    await owner
      .insert(placements)
      .values({ id: newId(), dramaId: work.id, platformId: kuaishou.organizationId!, address: 'https://v.example/w', seenAt: at('08:00') })
    const plan = await anActivePlan(
      on,
      [fang, xu],
      { frame: 'platform', platformId: kuaishou.organizationId, sampleSize: 500 },
      at('08:30'),
    )
    const { sheets } = await aFrozenFrame(on, plan.id, at('08:31'))
    const { id } = sheets.find(({ dramaId }) => dramaId === work.id)!
    expect(await perform(findBreach, fang, finding(id, 1), { on: db })).toMatchObject({
      code: 'required',
      faults: [
        { field: 'episode', code: 'required' },
        { field: 'start', code: 'timecode_missing' },
        { field: 'items', code: 'item_missing' },
        { field: 'picture', code: 'picture_missing' },
      ],
    })
    const untimed = finding(id, 1, { items: ['V04-02'], episode: 12 })
    expect(await perform(findBreach, fang, untimed, { on: db })).toMatchObject({ code: 'timecode_missing' })
    await pictured(id)
    await owner.execute(
      sql`insert into episodes (drama_id, number) select ${work.id}, n from generate_series(1, 12) n on conflict do nothing`,
    )
    expect(await perform(findBreach, fang, finding(id, 1, { items: ['V04-02'], episode: 99, start: 0 }), { on: db })).toMatchObject({
      code: 'episode_beyond_work',
      faults: [{ field: 'episode', params: { episode: 99 } }],
    })
    const found = finding(id, 1, { items: ['V04-02'], episode: 12, start: 38, end: 62 })
    expect(await perform(findBreach, fang, found, { on: db, at: at('09:00') })).toMatchObject({ ok: true })
    expect(await perform(referFinding, fang, { id, version: 2, ...kept }, { on: db, at: at('09:01') })).toMatchObject({ ok: true })
    const { violationId } = await sheetOf(owner, id)
    expect(await owner.select().from(violationPlaces).where(eq(violationPlaces.violationId, violationId!))).toMatchObject([
      { episode: 12, startSecond: 38, endSecond: 62 },
    ])
  })

  test('is filled in by one of twenty', async () => {
    const { sheets } = await sampled(1)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        perform(findClean, mintActor({ ...fang, memberId: newId() }), { id: sheets[0]!.id, version: 1, note: null }, { on: db }),
      ),
    )
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code)).sort()).toEqual(['ok', ...Array(19).fill('stale')])
  })
})

const orderOf = async (entryId: string) =>
  (
    await owner
      .select()
      .from(takedownOrders)
      .where(and(eq(takedownOrders.entryId, entryId), eq(takedownOrders.platformId, kuaishou.organizationId!)))
  )[0]!
const answered = (order: { id: string }, version: number, when: Date, answer: 'removed' | 'objection' = 'removed') =>
  perform(
    answerOrder,
    kuaishou,
    answer === 'removed'
      ? { id: order.id, version, answer, episodeCount: 80, links: ['https://v.example/removed'] }
      : { id: order.id, version, answer, reason: '同名不同作品' },
    { on: db, at: when },
  )
const LISTED = at('09:00', addDays(DAY, -40))
/** A listed work that 快手 had removed, and the sheet on which it is looked for. */
async function aLook() {
  const { id, dramaId } = await aListedEntry(on, hands, { at: LISTED })
  const order = await orderOf(id)
  await answered(order, 1, new Date(LISTED.getTime() + 3_600_000))
  const day = watchDay(order.id, dramaId, order.openedAt)
  const drawn = await perform(drawLook, clock, { orderId: order.id, dramaId }, { on: db, at: at('00:05', day) })
  if (!drawn.ok) throw new Error(drawn.code)
  const [sheet] = await owner.select().from(inspectionSheets).where(eq(inspectionSheets.orderId, order.id))
  return { order, dramaId, day, sheet: sheet!, entryId: id }
}

describe('a listed work', () => {
  test('is looked for on every platform at least once in its first thirty days, whatever is missed', async () => {
    const { id } = await aListedEntry(on, hands, { at: LISTED })
    for (let day = dayOf(LISTED); day < addDays(dayOf(LISTED), 29); day = addDays(day, 1)) await inspectDaily(db, at('00:00', day))
    const orders = await owner.select().from(takedownOrders).where(eq(takedownOrders.entryId, id))
    const subjects = await owner.select().from(blacklistSubjects).where(eq(blacklistSubjects.entryId, id))
    expect(orders.length).toBeGreaterThan(1)
    for (const order of orders)
      for (const { dramaId } of subjects) {
        const sheets = await owner
          .select()
          .from(inspectionSheets)
          .where(and(eq(inspectionSheets.orderId, order.id), eq(inspectionSheets.dramaId, dramaId!)))
        expect(sheets.length).toBeGreaterThan(1)
        expect(new Set(sheets.map(({ drawnOn }) => drawnOn)).size).toBe(sheets.length)
      }
    const pairs = orders.length * subjects.length
    const listed = async (days: number) =>
      (await look(fang, (tx) => coverageOf(tx, fang, at('12:00', addDays(dayOf(LISTED), days))), db)).listed
    expect(await listed(29)).toEqual({ pairs, looked: 0, unlooked: 0, reappeared: 0 })
    expect(await listed(30)).toEqual({ pairs, looked: 0, unlooked: pairs, reappeared: 0 })
    const [one] = await owner
      .select()
      .from(inspectionSheets)
      .where(eq(inspectionSheets.orderId, orders[0]!.id))
      .orderBy(inspectionSheets.drawnOn)
    const late = { id: one!.id, version: one!.version, note: null }
    expect(await perform(findClean, fang, late, { on: db, at: at('12:00', addDays(dayOf(LISTED), 29)) })).toMatchObject({ ok: true })
    expect(await listed(30)).toEqual({ pairs, looked: 1, unlooked: pairs - 1, reappeared: 0 })
  }, 60_000)

  test('counts as not looked for where no sheet was ever drawn, and where its only sheet is older than the weeks shown', async () => {
    const began = at('09:00', addDays(DAY, -400))
    const { id } = await aListedEntry(on, hands, { at: began })
    const orders = await owner.select().from(takedownOrders).where(eq(takedownOrders.entryId, id))
    const [subject] = await owner.select().from(blacklistSubjects).where(eq(blacklistSubjects.entryId, id))
    const listed = async (actor: Actor, days: number) =>
      (await look(actor, (tx) => coverageOf(tx, actor, at('12:00', addDays(dayOf(began), days))), db)).listed
    const pairs = orders.length
    expect(pairs).toBeGreaterThanOrEqual(5)
    expect(await listed(fang, 29)).toEqual({ pairs, looked: 0, unlooked: 0, reappeared: 0 })
    expect(await listed(fang, 31)).toEqual({ pairs, looked: 0, unlooked: pairs, reappeared: 0 })
    const another = [as('chen.li@beijing.example'), as('he.qing@zhejiang.example')].find(
      ({ organizationId }) => organizationId !== orders[0]!.bureauId,
    )!
    expect(await listed(another, 31)).toMatchObject({ pairs: 0, unlooked: 0 })
    await perform(
      drawLook,
      clock,
      { orderId: orders[0]!.id, dramaId: subject!.dramaId! },
      { on: db, at: at('00:05', watchDay(orders[0]!.id, subject!.dramaId!, began)) },
    )
    const [sheet] = await owner.select().from(inspectionSheets).where(eq(inspectionSheets.orderId, orders[0]!.id))
    expect(
      await perform(findClean, fang, { id: sheet!.id, version: 1, note: null }, { on: db, at: at('12:00', asDay(sheet!.drawnOn)) }),
    ).toMatchObject({ ok: true })
    expect(await listed(fang, 75)).toEqual({ pairs, looked: 1, unlooked: pairs - 1, reappeared: 0 })
    expect(await listed(fang, 120)).toEqual({ pairs: 0, looked: 0, unlooked: 0, reappeared: 0 })
  })

  test('is looked for with the address that its platform reported, and not twice', async () => {
    const { order, dramaId, day, sheet } = await aLook()
    expect(sheet).toMatchObject({ purpose: 'listed', addresses: ['https://v.example/removed'], planId: null })
    const again = await Promise.all(
      Array.from({ length: 5 }, () => perform(drawLook, clock, { orderId: order.id, dramaId }, { on: db, at: at('08:00', day) })),
    )
    expect(again.every((outcome) => !outcome.ok && outcome.code === 'already_drawn')).toBe(true)
  })

  test('seen again moves its order to reappeared with the evidence, and the order waits anew', async () => {
    const { order, day, sheet, entryId } = await aLook()
    const found = finding(sheet.id, 1, { address: 'https://v.example/again', episode: 3, start: 5, note: '换了封面重新上架' })
    const bare = { ...found, address: null, episode: null, start: null }
    expect(await perform(findBreach, fang, bare, { on: db, at: at('10:00', day) })).toMatchObject({
      faults: [
        { field: 'address', code: 'required' },
        { field: 'episode', code: 'required' },
        { field: 'start', code: 'timecode_missing' },
        { field: 'picture', code: 'picture_missing' },
      ],
    })
    await pictured(sheet.id, '再现.png')
    const before = await lastEvent(owner)
    expect(await perform(findBreach, fang, found, { on: db, at: at('10:00', day) })).toMatchObject({ ok: true })
    expect(await eventsSince(owner, before)).toEqual(['takedown.reappeared', 'sheet.found'])
    expect(await orderOf(entryId)).toMatchObject({
      state: 'reappeared',
      version: 3,
      reappearedAt: at('10:00', day),
      reappearedDueAt: at('10:00', addDays(day, 1)),
      dueAt: at('10:00', addDays(day, 1)),
      removedAt: new Date(LISTED.getTime() + 3_600_000),
    })
    expect(await owner.select().from(takedownSightings).where(eq(takedownSightings.orderId, order.id))).toMatchObject([
      { sheetId: sheet.id, address: 'https://v.example/again', episode: 3, startSecond: 5, pictureName: '再现.png' },
    ])
    expect(await owner.select().from(inspectionFindings).where(eq(inspectionFindings.sheetId, sheet.id))).toMatchObject([
      { codes: ['V10-01'], episode: 3, startSecond: 5 },
    ])
    const [event] = await owner
      .select()
      .from(events)
      .where(and(eq(events.subjectId, order.id), eq(events.name, 'takedown.reappeared')))
    expect(event!.detail).toEqual({ sheetId: sheet.id })
    expect(await owner.select().from(waiting).where(eq(waiting.subjectId, order.id))).toMatchObject([
      { step: 'remove', organizationId: kuaishou.organizationId },
    ])
  })

  test('that its platform never answered for is reported, and its order stays as it is', async () => {
    const { id, dramaId } = await aListedEntry(on, hands, { at: LISTED })
    const order = await orderOf(id)
    const day = watchDay(order.id, dramaId, order.openedAt)
    await perform(drawLook, clock, { orderId: order.id, dramaId }, { on: db, at: at('00:05', day) })
    const [sheet] = await owner.select().from(inspectionSheets).where(eq(inspectionSheets.orderId, order.id))
    await pictured(sheet!.id)
    const found = finding(sheet!.id, 1, { address: 'https://v.example/still', episode: 1, start: 0 })
    expect(await perform(findBreach, fang, found, { on: db, at: at('10:00', day) })).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'issued', version: 1 })
    expect(await perform(referFinding, fang, { id: sheet!.id, version: 2, ...kept }, { on: db })).toMatchObject({ ok: true })
    const { violationId } = await sheetOf(owner, sheet!.id)
    expect(await owner.select().from(violationClauses).where(eq(violationClauses.violationId, violationId!))).toMatchObject([
      { code: 'V10-01' },
    ])
  })

  test('is looked for where its platform was excused, too; what is found leaves the order alone', async () => {
    const { id, dramaId } = await aListedEntry(on, hands, { at: LISTED })
    const order = await orderOf(id)
    await answered(order, 1, new Date(LISTED.getTime() + 3_600_000), 'objection')
    const excused = { id: order.id, version: 2, ruling: 'excuse' as const, reason: '同名不同作品，属实。' }
    expect(await perform(ruleOnObjection, as('gao.yuan@nrta.example'), excused, { on: db })).toMatchObject({ ok: true })
    const day = watchDay(order.id, dramaId, order.openedAt)
    await inspectDaily(db, at('00:05', day))
    const [sheet] = await owner.select().from(inspectionSheets).where(eq(inspectionSheets.orderId, order.id))
    await pictured(sheet!.id)
    const found = finding(sheet!.id, 1, { address: 'https://v.example/same', episode: 1, start: 0 })
    expect(await perform(findBreach, fang, found, { on: db, at: at('10:00', day) })).toMatchObject({ ok: true })
    expect(await orderOf(id)).toMatchObject({ state: 'excused' })
  })
})

describe('refusals write nothing', () => {
  let sample: Awaited<ReturnType<typeof sampled>>
  beforeAll(async () => {
    sample = await sampled(4)
    await pictured(sheet(2))
  })
  type Try = (actor: Actor) => Promise<unknown>
  const sheet = (n: number) => sample.sheets[n]!.id
  const clean =
    (n: number, version = 1): Try =>
    (actor) =>
      perform(findClean, actor, { id: sheet(n), version, note: null }, { on: db, at: at('12:00') })
  const find =
    (over: Partial<Find>): Try =>
    (actor) =>
      perform(findBreach, actor, finding(sheet(0), 1, over), { on: db, at: at('12:00') })
  const zhou = as('zhou.min@nrta.example')
  const refusals: [string, Actor, Try][] = [
    ['not_yours', zhou, clean(0)],
    ['not_found', kuaishou, clean(0)],
    ['stale', fang, clean(0, 7)],
    ['item_missing', fang, find({})],
    ['picture_missing', fang, find({ items: ['V12-01'] })],
    [
      'item_unknown',
      fang,
      async (actor) => perform(findBreach, actor, finding(sheet(2), 1, { items: ['V99-99'] }), { on: db, at: at('12:00') }),
    ],
    ['not_yours', fang, (actor) => perform(freezeFrame, actor, sample.plan.id, { on: db, at: at('00:00', addDays(DAY, 3)) })],
    ['not_yours', fang, (actor) => perform(missSheet, actor, sheet(1), { on: db, at: at('00:00', addDays(DAY, 1)) })],
    ['not_overdue', clock, (actor) => perform(missSheet, actor, sheet(1), { on: db, at: at('23:59') })],
    ['not_yours', zhou, (actor) => perform(openPlan, actor, aPlan(), { on: db })],
    ['platform_unknown', fang, (actor) => perform(openPlan, actor, aPlan({ platformId: newId() }), { on: db })],
    ['wrong_state', fang, (actor) => perform(referFinding, actor, { id: sheet(0), version: 1 }, { on: db })],
    ['wrong_state', xu, (actor) => perform(startPlan, actor, { id: sample.plan.id, version: 2 }, { on: db })],
  ]
  test.for(refusals)('%s', async ([code, actor, act]) => {
    const before = await remembered(owner)
    expect(await act(actor)).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })
})
