import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { biweeklyContents, biweeklyFigures, biweeklyReports, events, eventWords, members, organizations, waiting } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { aFact } from '@/db/testing/reports-due'
import { type Actor, clock, mintActor } from '../kernel/actor'
import { newId } from '../kernel/id'
import { addDays, addHours, dayOf, instantAt, startOf } from '../kernel/time'
import { reinstateOrganization, suspendOrganization } from '../organization/commands/decide'
import { look, perform } from '../perform'
import { callReports } from '../process/clock'
import { rulebook } from '../rulebook/queries'
import { addWorkingDays } from '../rulebook/rules/deadline'
import { callReport } from './commands/call'
import { returnReport, signReport, waiveReport } from './commands/sign'
import { amendReport, writeReport } from './commands/write'
import { reportsToCall } from './queries/owed'
import { endedPeriods, lastDayOf, type Period, periodOf } from './rules/period'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const douyin = as('compliance@douyin.example')
const moderator = as('he.shan@douyin.example')
const wechat = as('compliance@wechat.example')
const zhou = as('zhou.min@nrta.example')
const beijing = as('chen.li@beijing.example')
/** Another of 抖音 who may sign, and one of 微信. */
const colleague = (of: Actor) => mintActor({ ...of, memberId: newId(), name: '另一人' })
const on = { on: db }

const now = new Date()
const last = endedPeriods(now, 1)[0]!
const earlier = (back: number): Period => periodOf(addDays(last.from, -14 * back))!
const reportOf = async (id: string) => (await owner.select().from(biweeklyReports).where(eq(biweeklyReports.id, id)))[0]!
const called = async (filer: Actor, { from }: Period) =>
  (
    await owner
      .select()
      .from(biweeklyReports)
      .where(
        and(eq(biweeklyReports.filerId, filer.organizationId!), eq(biweeklyReports.periodFrom, from), isNull(biweeklyReports.previousId)),
      )
  )[0]!
const figuresOf = async (id: string) =>
  Object.fromEntries((await owner.select().from(biweeklyFigures).where(eq(biweeklyFigures.reportId, id))).map((row) => [row.key, row]))
const waits = (id: string) =>
  owner
    .select({ step: waiting.step, organizationId: waiting.organizationId, duties: waiting.duties, number: waiting.number })
    .from(waiting)
    .where(eq(waiting.subjectId, id))
const nothing = { declared: {}, reasons: {}, added: {}, remark: null }
const write = async (actor: Actor, id: string, more: Record<string, unknown> = {}, at = addHours(startOf(last.to), 10)) =>
  perform(writeReport, actor, { id, version: (await reportOf(id)).version, ...nothing, ...more } as never, { ...on, at })
const sign = async (actor: Actor, id: string, at = addHours(startOf(last.to), 20)) =>
  perform(signReport, actor, { id, version: (await reportOf(id)).version }, { ...on, at })
/** A report of 抖音 that is written and signed: the period that is `back` before the last. */
const aSignedReport = async (back: number) => {
  const { id } = await called(douyin, earlier(back))
  const at = addHours(startOf(earlier(back).to), 5)
  expect(await write(moderator, id, {}, at)).toMatchObject({ ok: true })
  expect(await sign(douyin, id, addHours(at, 1))).toMatchObject({ ok: true })
  return id
}

beforeAll(async () => {
  await aFact(owner, douyin, addHours(startOf(last.from), 30), { groups: ['V04', 'V12'], episodes: 80, seconds: 7080 })
  await aFact(owner, douyin, addHours(startOf(last.from), 31), { groups: ['V04'], episodes: null, seconds: null, standing: 'recorded' })
  await aFact(owner, douyin, addHours(startOf(last.from), 32), { groups: ['V10'], stage: 'before_airing', episodes: 20, seconds: 1200 })
  await aFact(owner, douyin, addHours(startOf(last.from), 33), { what: 'measured', targetKind: 'account', rung: 'P6', standing: 'done' })
  // Of another period, of another platform: neither counts.
  await aFact(owner, douyin, addHours(startOf(last.from), -1))
  await aFact(owner, douyin, startOf(last.to))
  await aFact(owner, wechat, addHours(startOf(last.from), 30))
})

describe('the clock', () => {
  test('of twenty workers calls each report once, also after a long time: every platform and every period since its admission', async () => {
    await Promise.all(Array.from({ length: 20 }, () => callReports(db)))
    const rows = await owner.select().from(biweeklyReports).orderBy(asc(biweeklyReports.number))
    const platforms = await owner.select().from(organizations).where(eq(organizations.kind, 'platform'))
    const periods = new Set(rows.map(({ periodFrom }) => periodFrom))
    expect(rows).toHaveLength(platforms.length * periods.size)
    expect(periods.size).toBeGreaterThanOrEqual(6)
    expect(new Set(rows.map(({ filerId, periodFrom }) => `${filerId} ${periodFrom}`))).toHaveLength(rows.length)
    expect(await owner.$count(events, eq(events.name, 'biweekly.called'))).toBe(rows.length)
    expect(rows.every(({ number, state, edition }) => /^SZ-\d{4}-\d{4}$/.test(number!) && state === 'due' && edition === 1)).toBe(true)
    const admitted = 84
    const first = periodOf(dayOf(addHours(now, -24 * admitted)))!
    expect([...periods].sort()[0]).toBe(first.from)
    expect([...periods].sort().at(-1)).toBe(last.from)
    const before = await lastEvent(owner)
    await callReports(db)
    expect(await eventsSince(owner, before)).toEqual([])
    expect(await look(clock, (tx) => reportsToCall(tx, now), db)).toEqual([])
  })

  test('sets the deadline of two working days after the last day, to 24:00, and lays the report before its platform', async () => {
    const report = await called(douyin, last)
    const { calendar } = await rulebook(owner)
    expect(report.reportDueAt).toEqual(instantAt(addWorkingDays(lastDayOf(last), 2, calendar), '24:00'))
    expect(report.dueAt).toEqual(report.reportDueAt)
    expect(report).toMatchObject({ title: `${last.from}—${lastDayOf(last)}`, bureauId: beijing.organizationId, periodTo: last.to })
    expect(await waits(report.id)).toEqual([
      {
        step: 'write',
        organizationId: douyin.organizationId,
        duties: ['platform.moderator', 'platform.compliance'],
        number: report.number,
      },
    ])
  })

  test('brings a draft from the record: by group, by source, what was recorded apart, and what is unknown', async () => {
    const figures = await figuresOf((await called(douyin, last)).id)
    const values = Object.fromEntries(Object.entries(figures).map(([key, { value }]) => [key, value]))
    expect(values).toMatchObject({
      ':::works': 3,
      ':::intercepted': 1,
      ':::episodes': 100,
      ':::minutes': 138,
      ':::accounts': 0,
      ':::account-P6': 1,
      '::recorded:works': 1,
      '::ruled:works': 2,
      'V04:::works': 2,
      'V04:self_inspection:ruled:works': 1,
      'V04:self_inspection:recorded:works': 1,
      'V12:::works': 1,
      'V10:::intercepted': 1,
    })
    expect(figures[':::episodes']).toMatchObject({ unknown: 1, declared: null, reason: null })
    expect(Object.keys(await figuresOf((await called(douyin, earlier(3))).id))).toHaveLength(12)
  })

  const refusals: [string, () => Promise<{ filerId: string; from: string }>][] = [
    ['no_period', async () => ({ filerId: douyin.organizationId!, from: addDays(last.from, 1) })],
    ['not_ended', async () => ({ filerId: douyin.organizationId!, from: last.to })],
    ['already_called', async () => ({ filerId: douyin.organizationId!, from: last.from })],
    ['not_owed', async () => ({ filerId: douyin.organizationId!, from: earlier(9).from })],
    ['not_found', async () => ({ filerId: zhou.organizationId!, from: earlier(1).from })],
  ]
  test.for(refusals)('is refused: %s, and nothing is written', async ([code, input]) => {
    const before = await remembered(owner)
    expect(await perform(callReport, clock, (await input()) as never, on)).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })

  test('calls nothing for the time in which a platform was suspended, and again from its return on', async () => {
    const taobao = as('compliance@taobao.example')
    const change = async (command: typeof suspendOrganization, at: Date) => {
      const [held] = await owner.select().from(organizations).where(eq(organizations.id, taobao.organizationId!))
      expect(await perform(command, zhou, { id: held!.id, version: held!.version, reason: '整改' }, { ...on, at })).toMatchObject({
        ok: true,
      })
    }
    const next = periodOf(last.to)!
    const later = (count: number) => periodOf(addDays(next.from, 14 * count))!
    await change(suspendOrganization, addHours(startOf(next.from), 24))
    await change(reinstateOrganization, addHours(startOf(later(3).from), 24))
    await callReports(db, startOf(later(3).to))
    const own = await owner.select().from(biweeklyReports).where(eq(biweeklyReports.filerId, taobao.organizationId!))
    const future = own
      .map(({ periodFrom }) => periodFrom)
      .filter((from) => from >= next.from)
      .sort()
    expect(future).toEqual([next.from, later(3).from])
    expect(await owner.$count(biweeklyReports, eq(biweeklyReports.filerId, douyin.organizationId!))).toBe(own.length + 2)
  })
})

describe('a report', () => {
  test('is written by one and signed by another, with the figures of the moment in which it was written', async () => {
    const { id, number } = await called(douyin, last)
    // Entered after the call, for a day of the period: it counts, and the draft follows.
    await aFact(owner, douyin, addHours(startOf(last.from), 40), { groups: ['V10'], standing: 'recorded', episodes: 5, seconds: 300 })
    const before = await lastEvent(owner)
    expect(await write(moderator, id, { remark: '两部尚待核对集数' })).toMatchObject({ ok: true, value: { number } })
    expect(await eventsSince(owner, before)).toEqual(['biweekly.written'])
    expect((await figuresOf(id))[':::works']).toMatchObject({ value: 4 })
    expect(await reportOf(id)).toMatchObject({ state: 'written', writtenBy: moderator.memberId, dueAt: expect.any(Date) })
    expect(await owner.select().from(biweeklyContents).where(eq(biweeklyContents.reportId, id))).toMatchObject([
      { remark: '两部尚待核对集数' },
    ])
    expect(await waits(id)).toMatchObject([{ step: 'sign', duties: ['platform.compliance'] }])
    // What comes later does not move what was written.
    await aFact(owner, douyin, addHours(startOf(last.from), 41))
    expect(await sign(mintActor({ ...moderator, duties: ['platform.compliance'] }), id)).toMatchObject({ ok: false, code: 'same_person' })
    expect(await sign(douyin, id)).toMatchObject({ ok: true })
    expect(await reportOf(id)).toMatchObject({ state: 'signed', signedBy: douyin.memberId, late: false, dueAt: null })
    expect((await figuresOf(id))[':::works']).toMatchObject({ value: 4 })
    expect(await waits(id)).toEqual([])
  })

  test('is taken after its deadline, and marked', async () => {
    const { id, reportDueAt } = await called(douyin, earlier(2))
    expect(await write(moderator, id, {}, addHours(reportDueAt, -1))).toMatchObject({ ok: true })
    expect(await sign(douyin, id, reportDueAt)).toMatchObject({ ok: true })
    expect(await reportOf(id)).toMatchObject({ state: 'signed', late: true })
    const [event] = await owner
      .select()
      .from(events)
      .where(and(eq(events.subjectId, id), eq(events.name, 'biweekly.signed')))
    expect(event!.detail).toEqual({ late: true, edition: 1 })
  })

  test('declares another figure only with a reason, and both stay', async () => {
    const { id } = await called(douyin, earlier(3))
    const declared = { declared: { ':::works': '12', ':::accounts': '0' }, reasons: { ':::works': '另有 12 部在登记系统外处置' } }
    const added = { '0': { group: 'V04', line: 'self_inspection:recorded', column: 'works', value: '１２', reason: '同上' } }
    expect(await write(moderator, id, { ...declared, added })).toMatchObject({ ok: true })
    const figures = await figuresOf(id)
    expect(figures[':::works']).toMatchObject({ value: 0, declared: 12, reason: '另有 12 部在登记系统外处置' })
    expect(figures[':::accounts']).toMatchObject({ value: 0, declared: null })
    expect(figures['V04:self_inspection:recorded:works']).toMatchObject({
      value: 0,
      declared: 12,
      definition: { what: 'found', groups: ['V04'], standings: ['recorded'], ownerIds: [douyin.organizationId] },
    })
  })

  const faults: [string, string, Record<string, unknown>][] = [
    ['reason_missing', 'reasons.:::works', { declared: { ':::works': '12' } }],
    ['value_missing', 'declared.:::works', { reasons: { ':::works': '漏报' } }],
    ['not_a_number', 'declared.:::works', { declared: { ':::works': '十二' }, reasons: { ':::works': '漏报' } }],
    ['not_a_number', 'declared.:::works', { declared: { ':::works': '-1' }, reasons: { ':::works': '漏报' } }],
    ['figure_unknown', 'declared.V99-1:::works', { declared: { 'V99-1:::works': '1' }, reasons: { 'V99-1:::works': 'x' } }],
    ['figure_unknown', 'added.1.column', { added: { '1': { group: 'V04', line: '', column: '', value: '3', reason: '漏报' } } }],
    [
      'declared_twice',
      'added.0.column',
      {
        declared: { ':::works': '12' },
        reasons: { ':::works': '漏报' },
        added: { '0': { group: '', line: '', column: 'works', value: '13', reason: '漏报' } },
      },
    ],
  ]
  test.for(faults)('names what cannot be declared: %s at %s', async ([code, field, sent]) => {
    const { id } = await called(douyin, earlier(4))
    const before = await remembered(owner)
    expect(await write(moderator, id, sent)).toMatchObject({ ok: false, code, faults: [{ field, code }] })
    expect(await remembered(owner)).toEqual(before)
  })

  test('comes back with a reason and is written anew; its deadline stands', async () => {
    const { id, reportDueAt } = await called(douyin, earlier(4))
    await write(moderator, id, { declared: { ':::works': '3' }, reasons: { ':::works': '漏报' } })
    expect(
      await perform(returnReport, mintActor({ ...moderator, duties: ['platform.compliance'] }), { id, version: 2, reason: 'x' }, on),
    ).toMatchObject({ ok: false, code: 'same_person' })
    expect(await perform(returnReport, douyin, { id, version: 2, reason: '请核对作品数' }, on)).toMatchObject({ ok: true })
    expect(await reportOf(id)).toMatchObject({ state: 'due', writtenBy: null, dueAt: reportDueAt })
    expect(await waits(id)).toMatchObject([{ step: 'write' }])
    expect((await figuresOf(id))[':::works']).toMatchObject({ declared: 3 })
    expect(await write(douyin, id)).toMatchObject({ ok: true })
    expect((await figuresOf(id))[':::works']).toMatchObject({ declared: null })
  })

  test('that nobody else can sign is refused with what is missing', async () => {
    const { id } = await called(wechat, last)
    expect(await write(wechat, id)).toMatchObject({ ok: true })
    const before = await remembered(owner)
    expect(await sign(wechat, id)).toMatchObject({ ok: false, code: 'nobody_apart' })
    expect(await remembered(owner)).toEqual(before)
    await owner.insert(members).values({
      id: newId(),
      state: 'active',
      openedAt: now,
      organizationId: wechat.organizationId!,
      kind: 'platform',
      name: '新同事',
      email: 'new@wechat.example',
      duties: ['platform.compliance'],
    })
    expect(await sign(wechat, id)).toMatchObject({ ok: false, code: 'same_person' })
    expect(await sign(colleague(wechat), id)).toMatchObject({ ok: true })
  })

  test('is waived by 总局 with a reason that everybody reads', async () => {
    const { id, version } = await called(wechat, earlier(1))
    expect(await perform(waiveReport, zhou, { id, version, reason: '系统迁移，本期合并到下期' }, on)).toMatchObject({ ok: true })
    expect(await reportOf(id)).toMatchObject({ state: 'waived', dueAt: null })
    expect(await owner.select().from(eventWords).where(eq(eventWords.subjectId, id))).toMatchObject([
      { field: 'reason', audience: 'everyone', words: '系统迁移，本期合并到下期' },
    ])
    expect(await waits(id)).toEqual([])
    expect(await write(wechat, id)).toMatchObject({ ok: false, code: 'wrong_state' })
  })

  test('of twenty who write at once is written once, and of twenty who sign signed once', async () => {
    const { id } = await called(wechat, earlier(2))
    const codes = (outcomes: { ok: boolean; code?: string }[]) => outcomes.map((one) => (one.ok ? 'ok' : one.code)).sort()
    const writers = Array.from({ length: 20 }, () => colleague(wechat))
    expect(codes(await Promise.all(writers.map((actor) => perform(writeReport, actor, { id, version: 1, ...nothing }, on))))).toEqual([
      'ok',
      ...Array(19).fill('stale'),
    ])
    expect(codes(await Promise.all(writers.map(() => perform(signReport, colleague(wechat), { id, version: 2 }, on))))).toEqual([
      'ok',
      ...Array(19).fill('stale'),
    ])
  })
})

describe('an amendment', () => {
  const amend = async (actor: Actor, id: string, more: Record<string, unknown> = {}) =>
    perform(amendReport, actor, { id, version: (await reportOf(id)).version, ...nothing, why: '漏报一部', ...more } as never, on)

  test('is a new version under its own number, and the old one stands until it is signed by another', async () => {
    const id = await aSignedReport(5)
    await aFact(owner, douyin, addHours(startOf(earlier(5).from), 30))
    const before = await lastEvent(owner)
    const opened = await amend(moderator, id)
    expect(opened).toMatchObject({ ok: true })
    expect(await eventsSince(owner, before)).toEqual(['biweekly.amended'])
    const next = (opened as { value: { id: string } }).value.id
    expect(await reportOf(next)).toMatchObject({ edition: 2, previousId: id, state: 'written', number: expect.stringMatching(/^SZ-/) })
    expect(await reportOf(id)).toMatchObject({ state: 'signed' })
    expect(await amend(douyin, id)).toMatchObject({ ok: false, code: 'amendment_open' })
    const atSigning = await lastEvent(owner)
    expect(await sign(douyin, next)).toMatchObject({ ok: true })
    expect(await eventsSince(owner, atSigning)).toEqual(['biweekly.signed', 'biweekly.superseded'])
    expect(await reportOf(id)).toMatchObject({ state: 'superseded' })
    expect((await figuresOf(id))[':::works']).toMatchObject({ value: 0 })
    expect((await figuresOf(next))[':::works']).toMatchObject({ value: 1 })
    expect(await amend(moderator, id)).toMatchObject({ ok: false, code: 'wrong_state' })
    expect(await amend(moderator, next)).toMatchObject({ ok: true })
  })

  test('that is returned is withdrawn, and another may follow', async () => {
    const [{ id } = { id: '' }] = await owner
      .select()
      .from(biweeklyReports)
      .where(
        and(
          eq(biweeklyReports.filerId, douyin.organizationId!),
          eq(biweeklyReports.periodFrom, last.from),
          eq(biweeklyReports.state, 'signed'),
        ),
      )
    const opened = (await amend(moderator, id)) as { value: { id: string } }
    expect(await perform(returnReport, douyin, { id: opened.value.id, version: 1, reason: '不用修订' }, on)).toMatchObject({ ok: true })
    expect(await reportOf(opened.value.id)).toMatchObject({ state: 'withdrawn' })
    expect(await reportOf(id)).toMatchObject({ state: 'signed' })
    expect(await waits(opened.value.id)).toEqual([])
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, async () =>
        perform(amendReport, colleague(douyin), { id, version: 3, ...nothing, why: '补报' } as never, on),
      ),
    )
    expect(outcomes.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual([...Array(19).fill('amendment_open'), 'ok'])
  })

  test('of a report that is due is none', async () => {
    const { id } = await called(wechat, earlier(3))
    const before = await remembered(owner)
    expect(await amend(wechat, id)).toMatchObject({ ok: false, code: 'wrong_state' })
    expect(await remembered(owner)).toEqual(before)
  })
})

test('the database knows four eyes, the grid and one report a period by itself', async () => {
  const { id } = await called(wechat, earlier(3))
  const refused = (set: string) =>
    expect(owner.execute(sql.raw(`update biweekly_reports set ${set} where id = '${id}'`)), set).rejects.toThrow()
  await refused(`state = 'signed', written_by = '${wechat.memberId}', signed_by = '${wechat.memberId}'`)
  await refused(`state = 'written'`)
  await refused(`period_from = period_from + 1, period_to = period_to + 1`)
  await refused(`period_from = '${earlier(2).from}', period_to = '${earlier(2).to}'`)
  await refused(`number = 'SZ-2026-9999'`)
})
