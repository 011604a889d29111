import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import {
  blacklistClauses,
  blacklistEntries,
  blacklistProposals,
  blacklistSubjects,
  events,
  eventWords,
  miniPrograms,
  penalties,
  placements,
  takedownOrders,
  violationClauses,
} from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { entryOf, scopeSeenBy } from '@/db/testing/listings'
import { operatorOf } from '@/db/testing/operators'
import { choosing, penaltyOf, upheldMiniProgram, upheldWork } from '@/db/testing/penalties'
import { type Actor, mintActor, visitor } from '../kernel/actor'
import { newId } from '../kernel/id'
import { imposePenalty } from '../penalty/commands/decide'
import type { TargetKind } from '../penalty/workflow'
import { look, perform } from '../perform'
import { approveEntry, liftEntry } from './commands/approve'
import { proposeEntry, withdrawProposal } from './commands/propose'
import { declineEntry, dismissProposal, verifyEntry } from './commands/verify'
import { entriesOf } from './queries/entries'
import { entryByNumber } from './queries/entry'
import { entryProposedBy } from './queries/imposed'
import { listedBeside } from './queries/programs'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const [beijing, zhou, gao] = [as('chen.li@beijing.example'), as('zhou.min@nrta.example'), as('gao.yuan@nrta.example')]
const cnsa = as('fang.zheng@cnsa.example')
const on = { db, owner }
const why = '同一运营人换马甲再上架。'

type Target = { violationId: string; targetKind: TargetKind; targetId: string }
const impose = (target: Target, actor: Actor = kuaishou, rung = 'P10') =>
  perform(imposePenalty, actor, { ...target, episodes: [], ...choosing(rung, { reason: why }) }, { on: db })
async function imposed(target: Target, actor: Actor = kuaishou) {
  const outcome = await impose(target, actor)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.opened[0]!
}
async function entryOn({ targetId }: Target) {
  const [row] = await owner
    .select({ id: blacklistSubjects.entryId })
    .from(blacklistSubjects)
    .where(sql`${targetId} in (${blacklistSubjects.dramaId}, ${blacklistSubjects.miniProgramId})`)
    .orderBy(sql`${blacklistSubjects.active} desc`)
  return entryOf(owner, row!.id)
}
const proposalsOf = (entryId: string) => owner.select().from(blacklistProposals).where(eq(blacklistProposals.entryId, entryId))
const scopeOf = ({ targetKind, targetId }: Target) =>
  targetKind === 'drama' ? { dramaIds: [targetId], miniProgramIds: [] } : { dramaIds: [], miniProgramIds: [targetId] }
const aWork = () => upheldWork(on, kuaishou, beijing)
const aProgram = async () => upheldMiniProgram(on, kuaishou, beijing)

describe('P10', () => {
  test.for([
    ['a work', aWork],
    ['a mini-program', aProgram],
  ] as const)('on %s opens a proposal by the house, in the name of the member who imposed it', async ([, make]) => {
    const target = await make()
    const last = await lastEvent(owner)
    const penalty = await imposed(target)
    expect(await eventsSince(owner, last)).toEqual(['penalty.imposed', 'blacklist.proposed'])
    const entry = await entryOn(target)
    const { clauses } = await penaltyOf(owner, penalty.id)
    expect(entry).toMatchObject({
      state: 'proposed',
      number: expect.stringMatching(/^HM-2026-\d{4}$/),
      titleKind: target.targetKind,
      severity: 3,
      proposedBy: kuaishou.memberId,
      bureauId: beijing.organizationId,
    })
    expect(await proposalsOf(entry.id)).toMatchObject([
      { first: true, violationId: target.violationId, proposerId: kuaishou.organizationId, penaltyIds: [penalty.id] },
    ])
    const codes = await owner.select({ code: blacklistClauses.code }).from(blacklistClauses).where(eq(blacklistClauses.entryId, entry.id))
    expect(codes.map(({ code }) => code).sort()).toEqual([...clauses].sort())
    const [event] = await owner.select().from(events).where(eq(events.subjectId, entry.id))
    expect(event).toMatchObject({ actorKind: 'house' })
  })

  test('is imposed by a platform that filed nothing', async () => {
    const target = await upheldMiniProgram(on, cnsa, beijing, {
      miniProgram: { platformId: kuaishou.organizationId!, appId: 'wx-p10-cnsa', name: '夜航剧场' },
    })
    await imposed(target)
    expect(await entryOn(target)).toMatchObject({ proposedBy: kuaishou.memberId })
  })

  test('keeps its member from verifying and approving, and lets the platform withdraw', async () => {
    const target = await aWork()
    const { id } = await imposed(target)
    const entry = await entryOn(target)
    const verdict = { id: entry.id, version: 1, severity: 3, ...scopeOf(target), remark: null }
    const same = mintActor({ ...beijing, memberId: kuaishou.memberId })
    expect(await perform(verifyEntry, same, verdict, { on: db })).toMatchObject({ ok: false, code: 'same_person' })
    const taken = { id: entry.id, version: 1, reason: '证据要补' }
    expect(await perform(withdrawProposal, douyin, taken, { on: db })).toMatchObject({ ok: false, code: 'not_found' })
    const last = await lastEvent(owner)
    expect(await perform(withdrawProposal, kuaishou, taken, { on: db })).toMatchObject({ ok: true })
    expect(await eventsSince(owner, last)).toEqual(['blacklist.withdrawn', 'penalty.undone'])
    expect(await penaltyOf(owner, id)).toMatchObject({ state: 'withdrawn' })
    expect(await impose(target)).toMatchObject({ ok: true })
  })

  test('is taken back where the bureau or 总局 refuses, and stands where it is listed', async () => {
    const dismissed = await aWork()
    const one = await imposed(dismissed)
    await perform(dismissProposal, beijing, { id: (await entryOn(dismissed)).id, version: 1, reason: '只涉及一集' }, { on: db })
    expect(await penaltyOf(owner, one.id)).toMatchObject({ state: 'withdrawn', endedAt: expect.any(Date) })

    for (const step of ['decline', 'approve'] as const) {
      const target = await aWork()
      const penalty = await imposed(target)
      const { id } = await entryOn(target)
      await perform(verifyEntry, beijing, { id, version: 1, severity: 3, ...scopeOf(target), remark: null }, { on: db })
      const seen = await scopeSeenBy(on, zhou, id)
      const done =
        step === 'decline'
          ? await perform(declineEntry, zhou, { id, version: 2, reason: '范围不清' }, { on: db })
          : await perform(approveEntry, zhou, { id, version: 2, ...seen, checked: 'on', remark: '依据充分' }, { on: db })
      expect(done).toMatchObject({ ok: true })
      expect(await penaltyOf(owner, penalty.id)).toMatchObject({ state: step === 'decline' ? 'withdrawn' : 'active' })
    }
  })

  test('joins the entry on which its target stands, and what the platform proposed before', async () => {
    const target = await aWork()
    const proposal = { violationId: target.violationId, codes: ['V04-02'], ...scopeOf(target), names: [], reason: why }
    const first = await perform(proposeEntry, cnsa, proposal, { on: db })
    expect(first).toMatchObject({ ok: true })
    const last = await lastEvent(owner)
    const penalty = await imposed(target)
    expect(await eventsSince(owner, last)).toEqual(['penalty.imposed', 'blacklist.supported'])
    const entry = await entryOn(target)
    expect(await proposalsOf(entry.id)).toHaveLength(2)

    const own = await aWork()
    await perform(proposeEntry, kuaishou, { ...proposal, violationId: own.violationId, ...scopeOf(own) }, { on: db })
    const before = await lastEvent(owner)
    const second = await imposed(own)
    expect(await eventsSince(owner, before)).toEqual(['penalty.imposed'])
    expect(await proposalsOf((await entryOn(own)).id)).toMatchObject([{ penaltyIds: [second.id] }])

    await perform(dismissProposal, beijing, { id: entry.id, version: 1, reason: '证据不足' }, { on: db })
    expect(await penaltyOf(owner, penalty.id)).toMatchObject({ state: 'withdrawn' })
  })

  describe('of two platforms on one work', () => {
    const both = async () => {
      const target = await aWork()
      const place = {
        id: newId(),
        dramaId: target.targetId,
        platformId: douyin.organizationId!,
        address: `https://d.example/${target.targetId}`,
      }
      await owner.insert(placements).values({ ...place, seenAt: new Date() })
      const own = await imposed(target)
      const others = await imposed(target, douyin)
      const entry = await entryOn(target)
      expect(await proposalsOf(entry.id)).toHaveLength(2)
      return { target, own, others, entry }
    }

    test('one takes its proposal back: the other’s stands, and proposes in the name of who imposed it', async () => {
      const { target, own, others, entry } = await both()
      const last = await lastEvent(owner)
      const taken = { id: entry.id, version: entry.version, reason: '证据要补' }
      expect(await perform(withdrawProposal, kuaishou, taken, { on: db })).toMatchObject({ ok: true })
      expect(await eventsSince(owner, last)).toEqual(['blacklist.withdrawn', 'penalty.undone', 'blacklist.proposed'])
      expect(await penaltyOf(owner, own.id)).toMatchObject({ state: 'withdrawn' })
      expect(await penaltyOf(owner, others.id)).toMatchObject({ state: 'active' })
      const next = await entryOn(target)
      expect(next).toMatchObject({ state: 'proposed', proposedBy: douyin.memberId, bureauId: beijing.organizationId })
      expect(next.id).not.toBe(entry.id)
      expect(await proposalsOf(next.id)).toMatchObject([
        { first: true, proposerId: douyin.organizationId, proposedByName: douyin.name, penaltyIds: [others.id] },
      ])
      expect(await look(douyin, (tx) => entryProposedBy(tx, others.id), db)).toEqual({ number: next.number, state: 'proposed' })
      const verdict = { id: next.id, version: 1, severity: 3, ...scopeOf(target), remark: null }
      const same = mintActor({ ...beijing, memberId: douyin.memberId })
      expect(await perform(verifyEntry, same, verdict, { on: db })).toMatchObject({ ok: false, code: 'same_person' })
      expect(await perform(verifyEntry, beijing, verdict, { on: db })).toMatchObject({ ok: true })
    })

    test('the other’s that cannot be proposed anew is taken back, and says why', async () => {
      const { target, others, entry } = await both()
      await owner.update(violationClauses).set({ upheld: 'no' }).where(eq(violationClauses.violationId, target.violationId))
      const last = await lastEvent(owner)
      const taken = { id: entry.id, version: entry.version, reason: '证据要补' }
      expect(await perform(withdrawProposal, kuaishou, taken, { on: db })).toMatchObject({ ok: true })
      expect(await eventsSince(owner, last)).toEqual(['blacklist.withdrawn', 'penalty.undone', 'penalty.undone'])
      expect(await penaltyOf(owner, others.id)).toMatchObject({ state: 'withdrawn' })
      const told = await owner
        .select()
        .from(events)
        .where(and(eq(events.subjectId, others.id), eq(events.name, 'penalty.undone')))
      expect(told).toMatchObject([{ detail: { because: 'not_found' } }])
      expect(await owner.select().from(eventWords).where(eq(eventWords.eventId, told[0]!.id))).toEqual([])
    })

    test('a support without an imposition goes with what it joined: its platform reads that in its list, and may propose anew', async () => {
      const target = await aWork()
      await owner.insert(placements).values({
        id: newId(),
        dramaId: target.targetId,
        platformId: douyin.organizationId!,
        address: `https://d.example/${target.targetId}`,
        seenAt: new Date(),
      })
      const proposal = { violationId: target.violationId, codes: ['V04-02'], ...scopeOf(target), names: [], reason: why }
      await perform(proposeEntry, kuaishou, proposal, { on: db })
      expect(await perform(proposeEntry, cnsa, proposal, { on: db })).toMatchObject({ ok: true })
      const entry = await entryOn(target)
      const listOf = async (actor: Actor) =>
        (await look(actor, (tx) => entriesOf(tx, actor, { view: 'own' }), db)).rows.find(({ id }) => id === entry.id)
      expect(await listOf(cnsa)).toMatchObject({ state: 'proposed', supports: true })
      expect(await listOf(kuaishou)).toMatchObject({ state: 'proposed', supports: false })
      await perform(withdrawProposal, kuaishou, { id: entry.id, version: 1, reason: '证据要补' }, { on: db })
      expect(await listOf(cnsa)).toMatchObject({ state: 'withdrawn', supports: true })
      expect(await look(cnsa, (tx) => entryByNumber(tx, entry.number!), db)).toMatchObject({
        proposals: [{ proposerId: cnsa.organizationId, first: false }],
      })
      expect(await perform(proposeEntry, cnsa, proposal, { on: db })).toMatchObject({ ok: true })
      expect(await entryOn(target)).toMatchObject({ state: 'proposed', proposedBy: cnsa.memberId })
    })

    test('the bureau dismisses what both proposed: both are taken back', async () => {
      const { own, others, entry } = await both()
      await perform(dismissProposal, beijing, { id: entry.id, version: entry.version, reason: '证据不足' }, { on: db })
      for (const { id } of [own, others]) expect(await penaltyOf(owner, id)).toMatchObject({ state: 'withdrawn' })
    })
  })

  test('that cannot be proposed is not imposed', async () => {
    const target = await upheldMiniProgram(on, kuaishou, beijing, { severity: 2 })
    const before = await remembered(owner)
    expect(await impose(target)).toMatchObject({ ok: false, code: 'severity_too_low', field: 'rungs' })
    expect(await remembered(owner)).toEqual(before)
  })

  test('no other rung proposes', async () => {
    const target = await aWork()
    const last = await lastEvent(owner)
    expect(await impose(target, kuaishou, 'P3')).toMatchObject({ ok: true })
    expect(await eventsSince(owner, last)).toEqual(['penalty.imposed'])
  })

  test('imposed by twenty at once is one proposal', async () => {
    const target = await aProgram()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => impose(target, mintActor({ ...kuaishou, memberId: newId() }))))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await owner.$count(blacklistSubjects, eq(blacklistSubjects.miniProgramId, target.targetId))).toBe(1)
    expect(await owner.$count(penalties, sql`${penalties.targetId} = ${target.targetId} and ${penalties.rung} = 'P10'`)).toBe(1)
  })

  test('is told to its platform and its bureau, not to another platform', async () => {
    const target = await aWork()
    const penalty = await imposed(target)
    const { number } = await entryOn(target)
    const read = (actor: Actor) => look(actor, (tx) => entryByNumber(tx, number!), db)
    expect((await read(kuaishou))!.proposals).toMatchObject([{ penalties: [(await penaltyOf(owner, penalty.id)).number] }])
    expect((await read(beijing))!.proposals).toMatchObject([{ penalties: [(await penaltyOf(owner, penalty.id)).number] }])
    expect(await read(douyin)).toBeNull()
  })
})

describe('a mini-program that is listed', () => {
  const listed = async () => {
    const target = await aProgram()
    await imposed(target)
    const { id } = await entryOn(target)
    await perform(verifyEntry, beijing, { id, version: 1, severity: 3, ...scopeOf(target), remark: null }, { on: db })
    const seen = await scopeSeenBy(on, zhou, id)
    const approved = await perform(approveEntry, zhou, { id, version: 2, ...seen, checked: 'on', remark: '依据充分' }, { on: db })
    expect(approved).toMatchObject({ ok: true })
    return { target, id, seen }
  }

  test('is ordered from its host alone, and no work is touched', async () => {
    const { target, id, seen } = await listed()
    expect(seen.shown).toBe('0·0·0·0·1·0·1·0')
    const orders = await owner.select().from(takedownOrders).where(eq(takedownOrders.entryId, id))
    expect(orders).toMatchObject([{ platformId: kuaishou.organizationId, titleKind: 'mini_program' }])
    const [event] = await owner.select().from(events).where(sql`${events.subjectId} = ${id} and ${events.name} = 'blacklist.approved'`)
    expect(event!.detail).toMatchObject({ dramaIds: [], miniProgramIds: [target.targetId] })
  })

  test('is pointed out where another has its operator, or just its name; the public reads no operator', async () => {
    const { target } = await listed()
    const [app] = await owner.select().from(miniPrograms).where(eq(miniPrograms.id, target.targetId))
    const operatorId = await operatorOf(owner, as('wu.tong@yehang.example').organizationId!)
    const made = (over: Partial<typeof miniPrograms.$inferInsert>) =>
      owner
        .insert(miniPrograms)
        .values({ id: newId(), platformId: douyin.organizationId!, appId: newId(), name: '别的', createdAt: new Date(), ...over })
        .returning()
    await owner.update(miniPrograms).set({ operatorId }).where(eq(miniPrograms.id, app!.id))
    const [[same], [named], [other]] = [await made({ operatorId }), await made({ name: app!.name }), await made({})]
    const beside = (actor: Actor, ...ones: { id: string; name: string }[]) => look(actor, (tx) => listedBeside(tx, ones), db)
    const told = await beside(douyin, same!, named!, other!, app!)
    expect(told.map(({ subjectId, why }) => [subjectId, why])).toEqual([
      [same!.id, 'operator'],
      [named!.id, 'name'],
      [app!.id, 'same'],
    ])
    expect(told[0]).toMatchObject({ appId: app!.appId, operator: { creditCode: expect.stringMatching(/^[0-9A-Z]{18}$/) } })
    const [read] = await beside(visitor, app!)
    expect(read).toMatchObject({ operator: null })
  })

  test('stands on one active entry, and is free again when that is lifted', async () => {
    const { target, id } = await listed()
    const again = { violationId: target.violationId, codes: ['V12-03'], ...scopeOf(target), names: [], reason: why }
    expect(await perform(proposeEntry, cnsa, again, { on: db })).toMatchObject({ ok: true, value: { id } })
    expect(await owner.$count(blacklistEntries, sql`${blacklistEntries.id} = ${id} and ${blacklistEntries.state} = 'listed'`)).toBe(1)
    expect(await perform(liftEntry, gao, { id, version: 3, reason: '已改正' }, { on: db })).toMatchObject({ ok: true })
    expect(await perform(proposeEntry, cnsa, again, { on: db })).toMatchObject({ ok: true })
    const next = await entryOn(target)
    expect(next).toMatchObject({ previousEntryId: id, state: 'proposed' })
  })
})

describe('a proposal that names a mini-program', () => {
  test.for([
    [
      'no_item_for_mini_program',
      ['V04-02'],
      (own: Target, program: Target) => ({ dramaIds: [own.targetId], miniProgramIds: [program.targetId] }),
    ],
    ['mini_program_unknown', ['V10-05'], (own: Target) => ({ dramaIds: [own.targetId], miniProgramIds: [newId()] })],
    ['work_missing', ['V10-05'], () => ({ dramaIds: [], miniProgramIds: [] })],
    ['report_work_missing', ['V10-05'], (_: Target, program: Target) => ({ dramaIds: [], miniProgramIds: [program.targetId] })],
  ] as const)('%s writes nothing', async ([code, codes, scope]) => {
    const own = await upheldWork(on, kuaishou, beijing, { items: ['V04-02', 'V10-05'] })
    const program = await aProgram()
    const before = await remembered(owner)
    const proposal = { violationId: own.violationId, codes: [...codes], ...scope(own, program), names: [], reason: why }
    expect(await perform(proposeEntry, kuaishou, proposal, { on: db })).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })

  test('lists it beside the work: all are ordered to remove the work, and another entry cannot take it', async () => {
    const own = await upheldWork(on, kuaishou, beijing, { items: ['V10-05'] })
    const program = await aProgram()
    const scope = { dramaIds: [own.targetId], miniProgramIds: [program.targetId] }
    const proposal = { violationId: own.violationId, codes: ['V10-05'], ...scope, names: [], reason: why }
    const opened = await perform(proposeEntry, kuaishou, proposal, { on: db })
    if (!opened.ok) throw new Error(opened.code)
    expect(
      await perform(
        proposeEntry,
        kuaishou,
        { ...proposal, ...scopeOf(program), codes: ['V12-03'], violationId: program.violationId },
        { on: db },
      ),
    ).toMatchObject({
      ok: true,
      value: { id: opened.value.id },
    })
    const third = await upheldWork(on, kuaishou, beijing, { items: ['V10-05'] })
    const taken = { ...proposal, violationId: third.violationId, dramaIds: [third.targetId], miniProgramIds: [program.targetId] }
    expect(await perform(proposeEntry, kuaishou, taken, { on: db })).toMatchObject({ ok: false, code: 'mini_program_on_other_entry' })
  })
})
