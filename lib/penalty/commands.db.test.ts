import { asc, eq, inArray, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { events, eventWords, penalties, penaltyReasons, waiting } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered, setClock } from '@/db/testing/fixtures'
import { accountNamed, choosing, imposed, penaltyOf, upheldAccount } from '@/db/testing/penalties'
import { filedReport, rulingsOf } from '@/db/testing/reports'
import { type Actor, clock } from '../kernel/actor'
import { newId } from '../kernel/id'
import { perform } from '../perform'
import { endPenalties } from '../process/clock'
import { upholdViolation } from '../violation/commands/decide'
import { mergeViolation } from '../violation/commands/merge'
import { imposePenalty } from './commands/decide'
import { expirePenalty, revokePenalty } from './commands/end'
import type { Chosen } from './input'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const moderator = as('liu.qing@kuaishou.example')
const beijing = as('chen.li@beijing.example')
const cnsa = as('fang.zheng@cnsa.example')
const HOUR = 3_600_000
const decidedAt = new Date('2026-11-20T15:40:00+08:00')
const later = (hours: number) => new Date(decidedAt.getTime() + hours * HOUR)
const on = { db, owner, at: decidedAt }
const why = '同一运营人名下另一账号 11-02 因同一条目封禁，解除当天改用本账号投放。'

type Subject = { violationId: string; accountId: string }
const impose = (
  actor: Actor,
  { violationId, accountId }: Subject,
  chosen: Chosen,
  { hours = 1, key }: { hours?: number; key?: string } = {},
) =>
  perform(
    imposePenalty,
    actor,
    { violationId, targetKind: 'account', targetId: accountId, episodes: [], ...chosen },
    { on: db, at: later(hours), ...(key && { key }) },
  )
const guided = async (severity = 3) => {
  const subject = await upheldAccount(on, kuaishou, beijing, { severity })
  const [guidance] = await imposed({ ...on, at: later(1) }, kuaishou, subject, choosing('P1:72'))
  return { ...subject, guidance: guidance! }
}
const repeated = async (severity: number) => {
  const account = accountNamed(kuaishou)
  await upheldAccount({ ...on, at: later(-24 * 30) }, kuaishou, beijing, { account })
  return upheldAccount(on, kuaishou, beijing, { account, severity })
}
const reasonsOf = async (ids: string[]) => {
  const rows = await owner.select().from(penaltyReasons).where(inArray(penaltyReasons.penaltyId, ids))
  return ids.map((id) => rows.find(({ penaltyId }) => penaltyId === id)!)
}
const onAccount = (accountId: string) =>
  owner.select().from(penalties).where(eq(penalties.targetId, accountId)).orderBy(asc(penalties.number))
const waits = (id: string) => owner.select().from(waiting).where(eq(waiting.subjectId, id))
const during = async (work: () => Promise<unknown>) => {
  const before = await lastEvent(owner)
  await work()
  return eventsSince(owner, before)
}

beforeEach(() => setClock(owner, 0))

describe('a decision', () => {
  test('as the guide has it opens the case, waits for its deadline in the platform’s queue, and needs no reason', async () => {
    const subject = await upheldAccount(on, kuaishou, beijing)
    const before = await lastEvent(owner)
    const outcome = await impose(kuaishou, subject, choosing('P1:72'))
    expect(outcome).toMatchObject({ ok: true, value: { opened: [{ number: expect.stringMatching(/^CF-2026-\d{4}$/) }] } })
    expect(await eventsSince(owner, before)).toEqual(['rectification.ordered', 'penalty.imposed'])
    const [row] = await onAccount(subject.accountId)
    expect(row).toMatchObject({
      state: 'active',
      rung: 'P1',
      parameter: '72',
      startsAt: later(1),
      endsAt: later(73),
      dueAt: null,
      endedAt: null,
      clauses: ['V12-04'],
      platformId: kuaishou.organizationId,
      bureauId: beijing.organizationId,
      targetKind: 'account',
      targetName: subject.account.handle,
      violationId: subject.violationId,
      rectificationId: expect.any(String),
    })
    // What is to be mended waits with the rectification; nothing waits for the decision any more.
    expect(await waits(row!.id)).toEqual([])
    expect(await waits(row!.rectificationId!)).toMatchObject([{ step: 'hand_in', organizationId: kuaishou.organizationId }])
    expect(await reasonsOf([row!.id])).toMatchObject([
      { against: 'as_guided', decision: 'as_guided', severity: 3, occurrence: 'first', guided: 'P1:72', reason: null, afterId: null },
    ])
  })

  test('of several measures opens a case for each, each with its event and the next number, in one act', async () => {
    const subject = await upheldAccount(on, kuaishou, beijing, { severity: 4 })
    expect(await during(() => impose(kuaishou, subject, choosing('P11 P9')))).toEqual(['penalty.imposed', 'penalty.imposed'])
    const rows = await onAccount(subject.accountId)
    expect(rows).toMatchObject([
      { rung: 'P9', parameter: null, endsAt: null, dueAt: null },
      { rung: 'P11', parameter: null, endsAt: null, dueAt: expect.any(Date) },
    ])
    const [first, second] = rows.map(({ number }) => Number(number!.slice(-4)))
    expect(second).toBe(first! + 1)
    expect(await waits(rows[0]!.id)).toEqual([])
    const [event] = await owner.select().from(events).where(eq(events.subjectId, rows[0]!.id))
    expect(event!.name).toBe('penalty.called')
    const [imposing] = await owner.select().from(events).where(sql`${events.subjectId} = ${rows[0]!.id} and name = 'penalty.imposed'`)
    expect(imposing!.detail).toEqual({
      rung: 'P9',
      parameter: null,
      targetKind: 'account',
      targetId: subject.accountId,
      episode: null,
      violationId: subject.violationId,
      platformId: kuaishou.organizationId,
    })
    expect(await owner.select().from(eventWords).where(eq(eventWords.subjectId, rows[0]!.id))).toEqual([])
  })

  test('starts when it is told to, and ends so many days later', async () => {
    const subject = await repeated(3)
    const startsAt = later(20)
    await impose(kuaishou, subject, choosing('P6:30', { startsAt }))
    expect((await onAccount(subject.accountId)).slice(-1)).toMatchObject([
      { rung: 'P6', startsAt, endsAt: later(20 + 30 * 24), dueAt: null },
    ])
  })

  test('made in the minute that it is to start in starts at once', async () => {
    const subject = await repeated(3)
    const outcome = await perform(
      imposePenalty,
      kuaishou,
      { ...targetOf(subject), episodes: [], ...choosing('P6:30', { startsAt: later(2) }) },
      { on: db, at: new Date(later(2).getTime() + 40_000) },
    )
    expect(outcome).toMatchObject({ ok: true })
    expect((await onAccount(subject.accountId)).slice(-1)).toMatchObject([{ startsAt: new Date(later(2).getTime() + 40_000) }])
  })
})

const targetOf = ({ violationId, accountId }: Subject) => ({ violationId, targetKind: 'account' as const, targetId: accountId })

describe('against the guide', () => {
  test.for([
    [1, 'first', 'P1:72', 'as_guided', 'P1:72'],
    [1, 'first', 'P1:24', 'heavier', 'P1:72'],
    [1, 'first', 'P1:96', 'lighter', 'P1:72'],
    [3, 'first', 'P6:7', 'heavier', 'P1:72'],
    [3, 'first', 'P1:72 P6:7', 'heavier', 'P1:72'],
    [3, 'first', 'P1:72 P7:7', 'not_listed', 'P1:72'],
    [2, 'repeat_within_90_days', 'P1:72 P4:7', 'as_guided', 'P1:72 P4:7? P5:7?'],
    [2, 'repeat_within_90_days', 'P1:72 P5:7', 'as_guided', 'P1:72 P4:7? P5:7?'],
    [2, 'repeat_within_90_days', 'P1:72', 'lighter', 'P1:72 P4:7? P5:7?'],
    [3, 'repeat_within_90_days', 'P6:30', 'as_guided', 'P6:30'],
    [3, 'repeat_within_90_days', 'P6:15', 'lighter', 'P6:30'],
    [4, 'first', 'P9 P11', 'as_guided', 'P9 P11'],
    [4, 'first', 'P9', 'lighter', 'P9 P11'],
  ] as const)('severity %i, %s: %s is %s', async ([severity, occurrence, text, decision, rows]) => {
    const subject = occurrence === 'first' ? await upheldAccount(on, kuaishou, beijing, { severity }) : await repeated(severity)
    const before = await remembered(owner)
    if (decision !== 'as_guided') {
      expect(await impose(kuaishou, subject, choosing(text))).toMatchObject({
        ok: false,
        code: 'reason_missing',
        field: 'reason',
        params: { against: decision },
      })
      expect(await remembered(owner)).toEqual(before)
    }
    const outcome = await impose(kuaishou, subject, choosing(text, { reason: decision === 'as_guided' ? null : why }))
    if (!outcome.ok) throw new Error(outcome.code)
    for (const said of await reasonsOf(outcome.value.opened.map(({ id }) => id)))
      expect(said).toMatchObject({ decision, occurrence, severity, guided: rows, reason: decision === 'as_guided' ? null : why })
  })

  test('what stands already is not asked for again, and what is added to the whole of it deviates', async () => {
    const subject = await repeated(2)
    await impose(kuaishou, subject, choosing('P1:72', { reason: why }))
    expect(await impose(kuaishou, subject, choosing('P4:7'))).toMatchObject({ ok: true })
    expect(await impose(kuaishou, subject, choosing('P6:1'))).toMatchObject({
      ok: false,
      code: 'reason_missing',
      params: { against: 'heavier' },
    })
  })
})

describe('a refused decision writes nothing', () => {
  test.for([
    ['not_found', douyin, 'P1:72', {}],
    ['not_yours', moderator, 'P1:72', {}],
    ['not_yours', beijing, 'P1:72', {}],
    ['not_yours', cnsa, 'P1:72', {}],
    ['rung_not_for_target', kuaishou, 'P3', {}],
    ['rung_unknown', kuaishou, 'P77', {}],
    ['parameter_missing', kuaishou, 'P6', {}],
    ['parameter_not_allowed', kuaishou, 'P6:9', {}],
    ['parameter_not_allowed', kuaishou, 'P1:0', {}],
    ['start_is_past', kuaishou, 'P1:72', { startsAt: later(0.9) }],
    ['start_too_late', kuaishou, 'P1:72', { startsAt: later(24 * 31 + 2) }],
    ['reason_missing', kuaishou, 'P6:1', {}],
  ] as const)('%s', async ([code, actor, text, over]) => {
    const subject = await upheldAccount(on, kuaishou, beijing)
    const before = await remembered(owner)
    expect(await impose(actor, subject, choosing(text, over))).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })

  test('not_upheld: the report is still before the bureau', async () => {
    const account = accountNamed(kuaishou)
    const report = await filedReport(on, kuaishou, { work: 'none', title: '', places: {}, account, items: ['V12-04'], links: '' })
    const [subject] = await owner.execute<{ accountId: string }>(
      sql`select account_id as "accountId" from violation_subjects where violation_id = ${report.id}`,
    )
    expect(await impose(kuaishou, { violationId: report.id, accountId: subject!.accountId }, choosing('P1:72'))).toMatchObject({
      ok: false,
      code: 'not_upheld',
    })
  })

  test('not_found: the account is another platform’s', async () => {
    const subject = await upheldAccount(on, kuaishou, beijing, { account: accountNamed(douyin) })
    expect(await impose(kuaishou, subject, choosing('P1:72'))).toMatchObject({ ok: false, code: 'not_found' })
  })

  test('every measure that cannot be is named at its own field', async () => {
    const subject = await upheldAccount(on, kuaishou, beijing)
    expect(await impose(kuaishou, subject, choosing('P1:x P6:9 P3'))).toMatchObject({
      ok: false,
      faults: [
        { field: 'parameters.P1', code: 'parameter_not_allowed' },
        { field: 'rungs', code: 'rung_not_for_target' },
        { field: 'parameters.P6', code: 'parameter_not_allowed' },
      ],
    })
  })

  test('already_imposed: a rung twice for the same report and account; revoked, it can be imposed anew', async () => {
    const { guidance, ...subject } = await guided()
    const before = await remembered(owner)
    expect(await impose(kuaishou, subject, choosing('P1:48', { reason: why }))).toMatchObject({
      ok: false,
      faults: [{ field: 'rungs', code: 'already_imposed', params: { rung: 'P1' } }],
    })
    expect(await remembered(owner)).toEqual(before)
    await perform(revokePenalty, kuaishou, { id: guidance.id, version: guidance.version, reason: '报错账号' }, { on: db, at: later(2) })
    expect(await impose(kuaishou, subject, choosing('P1:72'), { hours: 3 })).toMatchObject({ ok: true })
  })
})

describe('many at once', () => {
  test('of twenty who decide at the same time one imposes, the others are told what stands', async () => {
    const subject = await upheldAccount(on, kuaishou, beijing, { severity: 4 })
    const before = await lastEvent(owner)
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => impose(kuaishou, subject, choosing('P9 P11'))))
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code)).sort()).toEqual([...Array(19).fill('already_imposed'), 'ok'])
    expect(await eventsSince(owner, before)).toEqual(['penalty.imposed', 'penalty.imposed'])
    expect(await onAccount(subject.accountId)).toHaveLength(2)
  })

  test('a double submit decides once, and both get the same numbers', async () => {
    const subject = await upheldAccount(on, kuaishou, beijing, { severity: 4 })
    const key = newId()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => impose(kuaishou, subject, choosing('P9 P11'), { key })))
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect(outcomes[0]).toMatchObject({
      ok: true,
      value: { opened: [{ number: expect.stringMatching(/^CF-/) }, { number: expect.stringMatching(/^CF-/) }] },
    })
    expect(await onAccount(subject.accountId)).toHaveLength(2)
  })
})

describe('taken back', () => {
  const revoke = (id: string, actor: Actor = kuaishou, { hours = 2, version = 2 } = {}) =>
    perform(revokePenalty, actor, { id, version, reason: '账号归属认定有误' }, { on: db, at: later(hours) })

  test('with its reason, for the platform and the regulators', async () => {
    const subject = await repeated(3)
    const [ban] = await imposed({ ...on, at: later(1) }, kuaishou, subject, choosing('P6:30'))
    expect(await during(() => revoke(ban!.id))).toEqual(['penalty.revoked'])
    expect(await penaltyOf(owner, ban!.id)).toMatchObject({ state: 'revoked', endedAt: later(2) })
    expect(await owner.select().from(eventWords).where(eq(eventWords.subjectId, ban!.id))).toMatchObject([
      { field: 'reason', audience: 'parties' },
    ])
  })

  test.for([
    ['not_revocable', 4, 'P9', kuaishou, 2, 2],
    ['not_revocable', 4, 'P11', kuaishou, 2, 2],
    ['already_over', 3, 'P6:7', kuaishou, 1 + 7 * 24, 2],
    ['stale', 3, 'P6:7', kuaishou, 2, 1],
    ['not_found', 3, 'P6:7', douyin, 2, 2],
    ['not_yours', 3, 'P6:7', moderator, 2, 2],
    ['not_yours', 3, 'P6:7', beijing, 2, 2],
  ] as const)('%s: severity %i, %s', async ([code, severity, text, actor, hours, version]) => {
    const subject = await upheldAccount(on, kuaishou, beijing, { severity })
    const [row] = await imposed({ ...on, at: later(1) }, kuaishou, subject, choosing(text, { reason: why }))
    const before = await remembered(owner)
    expect(await revoke(row!.id, actor, { hours, version })).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })
})

describe('the clock', () => {
  const span = async () => {
    const [row] = await owner.execute<{ now: string }>(sql`select now()`)
    const now = new Date(row!.now)
    const subject = await upheldAccount({ db, owner, at: new Date(now.getTime() - HOUR) }, kuaishou, beijing)
    const rows = await imposed({ db, owner, at: now }, kuaishou, subject, choosing('P1:72 P4:3 P5:1 P9', { reason: why }))
    return { rows, now }
  }
  const expiries = async (ids: string[]) =>
    (
      await owner
        .select({ id: events.subjectId })
        .from(events)
        .where(sql`${events.name} = 'penalty.expired' and ${inArray(events.subjectId, ids)}`)
    ).map(({ id }) => id)

  test('ends a measure of some days once, whatever number of clocks strike, and nothing else', async () => {
    const { rows } = await span()
    const ids = rows.map(({ id }) => id)
    await setClock(owner, 24 * 3600 - 60)
    await endPenalties(db)
    expect(await expiries(ids)).toEqual([])
    await setClock(owner, 24 * 3600 + 60)
    await Promise.all(Array.from({ length: 5 }, () => endPenalties(db)))
    const mute = rows.find(({ rung }) => rung === 'P5')!
    expect(await expiries(ids)).toEqual([mute.id])
    expect(await penaltyOf(owner, mute.id)).toMatchObject({ state: 'ended', endedAt: mute.endsAt })
    await setClock(owner, 90 * 24 * 3600)
    await Promise.all(Array.from({ length: 5 }, () => endPenalties(db)))
    expect((await expiries(ids)).toSorted()).toEqual(
      rows
        .filter(({ rung }) => /P[45]/.test(rung!))
        .map(({ id }) => id)
        .toSorted(),
    )
    expect((await Promise.all(ids.map((id) => penaltyOf(owner, id)))).map(({ rung, state }) => `${rung} ${state}`)).toEqual([
      'P1 active',
      'P4 ended',
      'P5 ended',
      'P9 active',
    ])
  })

  test('of twenty clocks on one measure one ends it', async () => {
    const { rows } = await span()
    await setClock(owner, 90 * 24 * 3600)
    const { id } = rows.find(({ rung }) => rung === 'P4')!
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => perform(expirePenalty, clock, id, { on: db })))
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code)).sort()).toEqual(['ok', ...Array(19).fill('wrong_state')])
  })

  test('alone ends by time: neither a member nor too early, and never guidance or what lasts', async () => {
    const { rows } = await span()
    const of = (rung: string) => rows.find((row) => row.rung === rung)!.id
    expect(await perform(expirePenalty, kuaishou, of('P4'), { on: db })).toMatchObject({ ok: false, code: 'not_yours' })
    expect(await perform(expirePenalty, clock, of('P4'), { on: db })).toMatchObject({ ok: false, code: 'not_over' })
    await setClock(owner, 90 * 24 * 3600)
    for (const rung of ['P1', 'P9'])
      expect(await perform(expirePenalty, clock, of(rung), { on: db })).toMatchObject({ ok: false, code: 'not_over' })
  })
})

test('a report that was merged into another filer’s is decided on by what was upheld there', async () => {
  const account = accountNamed(kuaishou)
  const asked = { work: 'none', title: '', places: {}, account, links: '' }
  const root = await filedReport({ ...on, at: later(-3) }, cnsa, { ...asked, items: ['V12-05'] })
  const mine = await filedReport({ ...on, at: later(-2) }, kuaishou, { ...asked, items: ['V12-04'] })
  expect(
    await perform(mergeViolation, beijing, { id: mine.id, version: mine.version, into: root.number! }, { on: db, at: later(-1) }),
  ).toMatchObject({ ok: true })
  await perform(
    upholdViolation,
    beijing,
    { id: root.id, version: root.version, rulings: await rulingsOf(owner, root.id) },
    { on: db, at: decidedAt },
  )
  const [subject] = await owner.execute<{ accountId: string }>(
    sql`select account_id as "accountId" from violation_subjects where violation_id = ${mine.id}`,
  )
  const outcome = await impose(kuaishou, { violationId: mine.id, accountId: subject!.accountId }, choosing('P1:72'))
  expect(outcome).toMatchObject({ ok: true })
  expect(await onAccount(subject!.accountId)).toMatchObject([{ clauses: ['V12-05'], violationId: root.id, state: 'active' }])
})
