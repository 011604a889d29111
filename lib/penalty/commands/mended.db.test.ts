import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { penaltyReasons, placements } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, remembered } from '@/db/testing/fixtures'
import { accountNamed, choosing, decisionsOn, penaltyOf, upheldAccount, upheldWork } from '@/db/testing/penalties'
import { anAccount, recorded } from '@/db/testing/records'
import { handedIn, rectificationOf } from '@/db/testing/rectifications'
import { filedReport, rulingsOf, subjectsOf } from '@/db/testing/reports'
import { type Actor, clock } from '../../kernel/actor'
import { newId } from '../../kernel/id'
import { type Command, look, perform } from '../../perform'
import { refuseUnmended } from '../../rectification/commands/end'
import { orderOnReport } from '../../rectification/commands/order'
import { acceptRectification } from '../../rectification/commands/rule'
import { dismissViolation, upholdViolation } from '../../violation/commands/decide'
import { takeUp } from '../../violation/commands/record'
import { decisionAt } from '../queries/decision'
import type { TargetKind } from '../workflow'
import { imposePenalty, spareTarget } from './decide'
import { revokePenalty } from './end'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const [kuaishou, douyin] = [as('compliance@kuaishou.example'), as('compliance@douyin.example')]
const [liuQing, beijing] = [as('liu.qing@kuaishou.example'), as('chen.li@beijing.example')]
const decidedAt = new Date('2026-11-20T15:40:00+08:00')
const later = (hours: number) => new Date(decidedAt.getTime() + hours * 3_600_000)
const on = { db, owner, at: decidedAt }
const why = '同一要求，先引导。'
const act = <I, T, C extends string>(command: Command<I, T, C>, actor: Actor, input: I, hours: number) =>
  perform(command, actor, input, { on: db, at: later(hours) })

type Target = { violationId: string; targetKind: TargetKind; targetId: string }
const decide = (target: Target, text: string, hours: number, { actor = kuaishou as Actor, reason = null as string | null } = {}) =>
  act(imposePenalty, actor, { ...target, episodes: [], ...choosing(text, { reason }) }, hours)
async function guide(target: Target, hours: number, actor: Actor = kuaishou) {
  const outcome = await decide(target, 'P1:72', hours, { actor, reason: why })
  if (!outcome.ok) throw new Error(outcome.code)
  const penalty = await penaltyOf(owner, outcome.value.opened[0]!.id)
  return { penalty, rectificationId: penalty.rectificationId! }
}
/** A work that stands on Kuaishou and on Douyin, upheld: each has it before it. */
async function onBoth(): Promise<Target> {
  const { id, version } = await filedReport(on, kuaishou, { title: `夜宴${newId()}`, items: ['V04-02'] })
  const targetId = (await subjectsOf(owner, id))[0]!.dramaId!
  const place = { id: newId(), dramaId: targetId, platformId: douyin.organizationId!, address: `https://d.example/${targetId}` }
  await owner.insert(placements).values({ ...place, seenAt: decidedAt })
  expect(await act(upholdViolation, beijing, { id, version, rulings: await rulingsOf(owner, id) }, 0)).toMatchObject({ ok: true })
  return { violationId: id, targetKind: 'drama', targetId }
}
const handIn = (id: string, hours: number) => handedIn({ ...on, at: later(hours) }, liuQing, id)
const accept = async (id: string, hours: number, actor: Actor = kuaishou) =>
  act(acceptRectification, actor, { id, version: (await rectificationOf(owner, id)).version, note: null }, hours)
const dueOf = async ({ targetId, violationId }: Pick<Target, 'targetId' | 'violationId'>, { organizationId }: Actor) =>
  (await decisionsOn(owner, targetId)).find(
    (one) => one.state === 'due' && one.violationId === violationId && one.platformId === organizationId,
  )!
const reasonsOf = async (id: string) => (await owner.select().from(penaltyReasons).where(eq(penaltyReasons.penaltyId, id)))[0]!
const read = async (due: { number: string | null }, actor: Actor, hours: number, episodes = false) =>
  (await look(actor, (tx) => decisionAt(tx, actor, { due: due.number!, episodes }, later(hours)), db))!

describe('what somebody else had mended', () => {
  test('and accepted is met for another platform too: the rest is imposed as the guide has it, and P1 no more', async () => {
    const target = await onBoth()
    const due = await dueOf(target, douyin)
    const [before, was] = [await read(due, douyin, 1), await reasonsOf(due.id)]
    expect(before.mending).toBeNull()
    expect(was.guided).toMatch(/^P1:72 /)
    const { rectificationId } = await guide(target, 1)
    await handIn(rectificationId, 2)
    expect(await accept(rectificationId, 3)).toMatchObject({ ok: true })
    const after = await read(due, douyin, 4)
    expect(after.mending).toBe('met')
    expect(after.suggestion).toEqual({ ...before.suggestion, now: before.suggestion.now.slice(1), waiting: [] })
    const rest = was.guided.slice('P1:72 '.length)
    expect(await reasonsOf(due.id)).toMatchObject({ guided: rest, decision: null })
    const remains = await remembered(owner)
    expect(await decide(target, was.guided, 4, { actor: douyin })).toMatchObject({ ok: false, code: 'already_accepted', field: 'rungs' })
    expect(await remembered(owner)).toEqual(remains)
    expect(await decide(target, rest, 4, { actor: douyin })).toMatchObject({ ok: true, value: { opened: [{ id: due.id }] } })
    expect(await reasonsOf(due.id)).toMatchObject({ guided: rest, decision: 'as_guided', reason: null })
    // The platform whose own guidance it was has imposed it, and reads so.
    expect(await look(kuaishou, (tx) => decisionAt(tx, kuaishou, { report: before.found.violation.number! }, later(4)), db)).toMatchObject({
      mending: null,
    })
  })

  test('leaves nothing to impose where the guide asks for P1 alone, and to spare is as guided', async () => {
    const subject = await upheldAccount(on, kuaishou, beijing)
    const due = await dueOf({ ...subject, targetId: subject.accountId }, kuaishou)
    const violationSubjectId = (await subjectsOf(owner, subject.violationId))[0]!.id
    const tasks = [{ code: 'V12-04', what: '停止引流', episode: null, startSecond: null, endSecond: null }]
    const order = { violationSubjectId, platformId: kuaishou.organizationId, hours: 72, tasks }
    const ordered = await act(orderOnReport, beijing, order, 1)
    if (!ordered.ok) throw new Error(ordered.code)
    expect(await read(due, kuaishou, 1)).toMatchObject({ mending: 'running', suggestion: { now: [{ rung: 'P1' }] } })
    await handIn(ordered.value.id, 2)
    expect(await accept(ordered.value.id, 3, beijing)).toMatchObject({ ok: true })
    const { sight, ...decision } = await read(due, kuaishou, 4)
    expect(decision).toMatchObject({ mending: 'met', suggestion: { now: [], waiting: [] } })
    const spared = { id: due.id, version: due.version, reason: '已整改。', sight }
    expect(await act(spareTarget, kuaishou, spared, 4)).toMatchObject({ ok: true })
    expect(await reasonsOf(due.id)).toMatchObject({ guided: '', decision: 'as_guided', against: 'as_guided' })
  })

  test.for(['ordered', 'handed_in'] as const)('and is %s is joined: the whole guide is imposed, and met with it', async (state) => {
    const target = await onBoth()
    const due = await dueOf(target, douyin)
    const { guided } = await reasonsOf(due.id)
    const { rectificationId } = await guide(target, 1)
    if (state === 'handed_in') await handIn(rectificationId, 2)
    expect(await read(due, douyin, 3)).toMatchObject({ mending: 'running', suggestion: { now: [{ rung: 'P1' }, {}] } })
    expect(await decide(target, guided, 3, { actor: douyin })).toMatchObject({ ok: true })
    expect(await penaltyOf(owner, due.id)).toMatchObject({ rung: 'P1', state: 'active', rectificationId })
    if (state === 'ordered') await handIn(rectificationId, 4)
    expect(await accept(rectificationId, 5)).toMatchObject({ ok: true })
    expect(await penaltyOf(owner, due.id)).toMatchObject({ state: 'met', endedAt: later(5) })
  })

  test('of twenty who accept it and join it at once none is left waiting for what is ruled on', async () => {
    const targets = await Promise.all(Array.from({ length: 10 }, () => onBoth()))
    const outcomes = await Promise.all(
      targets.map(async (target) => {
        const { rectificationId } = await guide(target, 1)
        await handIn(rectificationId, 2)
        const due = await dueOf(target, douyin)
        const [accepted, joined] = await Promise.all([
          accept(rectificationId, 3),
          decide(target, 'P1:72', 3, { actor: douyin, reason: why }),
        ])
        return { accepted, joined, row: await penaltyOf(owner, due.id), said: await reasonsOf(due.id) }
      }),
    )
    for (const { accepted, joined, row, said } of outcomes) {
      expect(accepted).toMatchObject({ ok: true })
      if (joined.ok) expect(row).toMatchObject({ rung: 'P1', state: 'met' })
      else {
        expect(joined).toMatchObject({ code: 'already_accepted' })
        expect(row).toMatchObject({ rung: null, state: 'due' })
        expect(said.guided).not.toContain('P1')
      }
    }
  })
})

describe('to impose by what was read before', () => {
  type Read = Awaited<ReturnType<typeof read>>
  const imposeRead = (target: Target, { called, imposing: sight, found }: Read, text: string, hours: number, episodes: number[] = []) => {
    const said = { ...target, targetKind: found.target.kind, episodes, ...choosing(text, { reason: why }), sight }
    return act(imposePenalty, douyin, { ...said, ...(called && { dueId: called.id }) }, hours)
  }

  test('is heard as it was read; a second hand that read the same is stale, since the decision is due no more', async () => {
    const target = await onBoth()
    const due = await dueOf(target, douyin)
    const seen = await read(due, douyin, 1)
    expect(await imposeRead(target, seen, 'P3', 1)).toMatchObject({ ok: true })
    const before = await remembered(owner)
    expect(await imposeRead(target, seen, 'P4:7', 2)).toMatchObject({ ok: false, code: 'stale' })
    expect(await remembered(owner)).toEqual(before)
  })

  test('is stale once a refusal has set the next row', async () => {
    const target = await onBoth()
    const due = await dueOf(target, douyin)
    const seen = await read(due, douyin, 1)
    const { rectificationId } = await guide(target, 1)
    expect(await act(refuseUnmended, clock, rectificationId, 73)).toMatchObject({ ok: true })
    const before = await remembered(owner)
    expect(await imposeRead(target, seen, 'P3', 74)).toMatchObject({ ok: false, code: 'stale' })
    expect(await remembered(owner)).toEqual(before)
    expect(await imposeRead(target, await read(due, douyin, 74), 'P3', 74)).toMatchObject({ ok: true })
  })

  test('kept to episodes it is heard one by one, each as it was read', async () => {
    const target = await onBoth()
    const due = await dueOf(target, douyin)
    const kept = await read(due, douyin, 1, true)
    expect(kept.found.target.kind).toBe('episode')
    expect(await imposeRead(target, kept, 'P2', 1, [kept.found.episodes[0]!])).toMatchObject({ ok: true })
  })
})

describe('to spare by what was read before', () => {
  const spare = ({ id, version }: { id: string; version: number }, sight: string, actor: Actor, hours: number) =>
    act(spareTarget, actor, { id, version, reason: '另有说明。', sight }, hours)

  test('is stale once a refusal has set the next row, although the case stands at its version', async () => {
    const target = await onBoth()
    const due = await dueOf(target, douyin)
    const { sight } = await read(due, douyin, 1)
    const { rectificationId } = await guide(target, 1)
    expect(await act(refuseUnmended, clock, rectificationId, 73)).toMatchObject({ ok: true })
    expect(await penaltyOf(owner, due.id)).toMatchObject({ state: 'due', version: due.version })
    const before = await remembered(owner)
    expect(await spare(due, sight, douyin, 74)).toMatchObject({ ok: false, code: 'stale' })
    expect(await remembered(owner)).toEqual(before)
    expect(await spare(due, (await read(due, douyin, 74)).sight, douyin, 74)).toMatchObject({ ok: true })
    expect(await reasonsOf(due.id)).toMatchObject({ decision: 'lighter', refusedId: rectificationId })
  })

  test('is stale once it is a repetition no more, or met', async () => {
    const row = await anAccount(on, kuaishou)
    const [was] = await recorded({ ...on, at: later(-200) }, kuaishou, beijing, row, [{ seenOn: '2026-11-02' }])
    const { platformId, accountId, handle } = row
    const subject = await upheldAccount(on, kuaishou, beijing, { account: { ...accountNamed(kuaishou, accountId), platformId, handle } })
    const due = await dueOf({ ...subject, targetId: row.id }, kuaishou)
    const { sight } = await read(due, kuaishou, 1)
    await act(takeUp, beijing, { id: was!.violationId, version: 1 }, 1)
    await act(dismissViolation, beijing, { id: was!.violationId, version: 2, reason: '没有看到。' }, 2)
    expect(await spare(due, sight, kuaishou, 3)).toMatchObject({ ok: false, code: 'stale' })
    expect(await spare(due, (await read(due, kuaishou, 3)).sight, kuaishou, 3)).toMatchObject({ ok: true })
    expect(await reasonsOf(due.id)).toMatchObject({ occurrence: 'first', guided: 'P1:72' })

    const target = await onBoth()
    const other = await dueOf(target, douyin)
    const read1 = await read(other, douyin, 1)
    const { rectificationId } = await guide(target, 1)
    await handIn(rectificationId, 2)
    await accept(rectificationId, 3)
    expect(await spare(other, read1.sight, douyin, 4)).toMatchObject({ ok: false, code: 'stale' })
  })

  test('is heard as it was read, whole or by the episode', async () => {
    const target = await upheldWork(on, kuaishou, beijing)
    const due = await dueOf(target, kuaishou)
    const [whole, kept] = [await read(due, kuaishou, 1), await read(due, kuaishou, 1, true)]
    expect(kept.found.target.kind).toBe('episode')
    expect(kept.sight).toBe(whole.sight)
    expect(await spare(due, kept.sight, kuaishou, 1)).toMatchObject({ ok: true })
  })

  test('of twenty who spare by the old sight while the clock refuses none spares the next row', async () => {
    const targets = await Promise.all(Array.from({ length: 10 }, () => onBoth()))
    const outcomes = await Promise.all(
      targets.map(async (target) => {
        const due = await dueOf(target, douyin)
        const { sight } = await read(due, douyin, 1)
        const { rectificationId } = await guide(target, 1)
        const [refused, spared] = await Promise.all([act(refuseUnmended, clock, rectificationId, 73), spare(due, sight, douyin, 73)])
        return { refused, spared, row: await penaltyOf(owner, due.id), said: await reasonsOf(due.id) }
      }),
    )
    for (const { refused, spared, row, said } of outcomes) {
      expect(refused).toMatchObject({ ok: true })
      if (spared.ok) expect([row.state, said.refusedId]).toEqual(['spared', null])
      else expect([spared.code, row.state, said.refusedId !== null]).toEqual(['stale', 'due', true])
    }
  })
})

test('of twenty guidances that are taken back, by one platform and by another, at the instant at which the clock refuses them, each has one end', async () => {
  const guided = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const target = await onBoth()
      const [first, second] = [await guide(target, 1), await guide(target, 1, douyin)]
      return { rectificationId: first.rectificationId, first: first.penalty, second: second.penalty }
    }),
  )
  const back = ({ id, version }: { id: string; version: number }, actor: Actor) =>
    act(revokePenalty, actor, { id, version, reason: '核对有误。' }, 73)
  const outcomes = await Promise.all(
    guided.flatMap(({ rectificationId, first, second }) => [
      act(refuseUnmended, clock, rectificationId, 73),
      back(first, kuaishou),
      back(second, douyin),
    ]),
  )
  for (const [at, { rectificationId, first, second }] of guided.entries()) {
    const [refused, ...revoked] = outcomes.slice(at * 3, at * 3 + 3)
    const states = await Promise.all([first, second].map(async ({ id }) => (await penaltyOf(owner, id)).state))
    expect(states).toEqual(revoked.map(({ ok }) => (ok ? 'revoked' : 'unmet')))
    expect((await rectificationOf(owner, rectificationId)).state).toBe(refused!.ok ? 'refused' : 'ended')
    if (!refused!.ok) expect(revoked.every(({ ok }) => ok)).toBe(true)
  }
})
