import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { penalties, rectificationOrders, violationFilings, violations } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { choosing, decisionsOn, imposed, upheldAccount } from '@/db/testing/penalties'
import { rectificationOf } from '@/db/testing/rectifications'
import { clock } from '../kernel/actor'
import { imposePenalty } from '../penalty/commands/decide'
import { revokePenalty } from '../penalty/commands/end'
import { type Command, perform } from '../perform'
import { fileViolation, withdrawViolation } from '../violation/commands/file'
import { fileInput } from '../violation/input'
import { refuseUnmended } from './commands/end'
import { reportRefusal } from './commands/report'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const yehang = as('wu.tong@yehang.example')
const beijing = as('chen.li@beijing.example')
const HOUR = 3_600_000
const start = Date.now()
const hoursOn = (hours: number) => new Date(start + hours * HOUR)
const act = <I, T, C extends string>(command: Command<I, T, C>, actor: typeof kuaishou, input: I, hours = 75) =>
  perform(command, actor, input, { on: db, at: hoursOn(hours) })

/** An account that is guided first and does not mend: its rectification is refused, the next row waits before its platform. */
async function guided() {
  const subject = await upheldAccount({ db, owner }, kuaishou, beijing)
  const [guidance] = await imposed({ db, owner, at: hoursOn(0) }, kuaishou, subject, choosing('P1:72', { reason: '先引导' }))
  return { subject, guidance: guidance!, rectification: await rectificationOf(owner, guidance!.rectificationId!) }
}
async function refused() {
  const one = await guided()
  expect(await act(refuseUnmended, clock, one.rectification.id, 72)).toMatchObject({ ok: true })
  return { ...one, rectification: await rectificationOf(owner, one.rectification.id) }
}
type Refused = Awaited<ReturnType<typeof refused>>

const orderOf = async ({ rectification: { id } }: Refused) =>
  (await owner.select().from(rectificationOrders).where(eq(rectificationOrders.rectificationId, id)))[0]!
const draft = async ({ rectification: { id, version } }: Refused) =>
  act(reportRefusal, kuaishou, { id, version, description: '到期没有提交整改' })
/** The draft as its form sends it, filled in by whoever files. */
async function filing(id: string) {
  const [kept] = await owner.select().from(violationFilings).where(eq(violationFilings.violationId, id))
  const { version } = (await owner.select().from(violations).where(eq(violations.id, id)))[0]!
  return fileInput.parse({ ...kept!.draft, do: 'file', id, version: String(version), stage: 'after_airing', seenOn: '2025-01-01' })
}
async function drafted(one: Refused) {
  const opened = await draft(one)
  if (!opened.ok) throw new Error(opened.code)
  return opened.value.id
}
const next = ({ subject: { violationId, accountId } }: Refused) => ({
  violationId,
  targetKind: 'account' as const,
  targetId: accountId,
  episodes: [],
  ...choosing('P6:7', { reason: '拒不整改' }),
})

test('the next row is laid before the platform, and nothing has followed yet', async () => {
  const one = await refused()
  expect(one.rectification.state).toBe('refused')
  expect(await orderOf(one)).toMatchObject({ followedBy: null, reportId: null })
  expect((await decisionsOn(owner, one.subject.accountId)).map(({ state }) => state)).toEqual(['unmet', 'due'])
})

describe('a refusal', () => {
  test('is reported with its number, and the next row gives way', async () => {
    const one = await refused()
    const id = await drafted(one)
    const [kept] = await owner.select().from(violationFilings).where(eq(violationFilings.violationId, id))
    expect(kept!.draft).toMatchObject({ items: 'V10-05', account: { handle: one.subject.account.handle }, description: '到期没有提交整改' })
    expect(await drafted(one)).toBe(id)
    const before = await lastEvent(owner)
    expect(await act(fileViolation, kuaishou, await filing(id))).toMatchObject({ ok: true })
    expect(await eventsSince(owner, before)).toEqual(['violation.filed', 'penalty.gave_way'])
    expect(await orderOf(one)).toMatchObject({ followedBy: 'report', reportId: id })
    expect((await decisionsOn(owner, one.subject.accountId)).map(({ state }) => state)).toEqual(['unmet', 'spared'])
  })

  test('that is reported is not followed by the next row as well: nothing is written', async () => {
    const one = await refused()
    await act(fileViolation, kuaishou, await filing(await drafted(one)))
    const before = await remembered(owner)
    expect(await act(imposePenalty, kuaishou, next(one))).toMatchObject({ ok: false, code: 'report_follows' })
    expect(await remembered(owner)).toEqual(before)
  })

  test('that is followed by the next row is not reported as well: nothing is written', async () => {
    const one = await refused()
    const id = await drafted(one)
    expect(await act(imposePenalty, kuaishou, next(one))).toMatchObject({ ok: true })
    expect(await orderOf(one)).toMatchObject({ followedBy: 'penalty' })
    const [form, before] = [await filing(id), await remembered(owner)]
    expect(await act(fileViolation, kuaishou, form)).toMatchObject({ ok: false, code: 'penalty_follows' })
    expect(await draft(one)).toMatchObject({ ok: false, code: 'penalty_follows' })
    expect(await remembered(owner)).toEqual(before)
  })

  test('of twenty who follow it in one way and the other at once is followed once', async () => {
    const one = await refused()
    const form = await filing(await drafted(one))
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? act(fileViolation, kuaishou, form) : act(imposePenalty, kuaishou, next(one)))),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('whose report is taken back may be followed by the next row', async () => {
    const one = await refused()
    const id = await drafted(one)
    await act(fileViolation, kuaishou, await filing(id))
    const { version } = (await owner.select().from(violations).where(eq(violations.id, id)))[0]!
    expect(await act(withdrawViolation, kuaishou, { id, version, reason: null })).toMatchObject({ ok: true })
    expect(await orderOf(one)).toMatchObject({ followedBy: null, reportId: null })
    expect(await act(imposePenalty, kuaishou, next(one))).toMatchObject({ ok: true })
  })

  test('is reported by whoever ordered it, once it is refused, and by nobody else', async () => {
    const [one, two] = [await refused(), await guided()]
    const before = await remembered(owner)
    const report = ({ id, version }: { id: string; version: number }) => ({ id, version, description: 'x' })
    expect(await act(reportRefusal, douyin, report(one.rectification))).toMatchObject({ ok: false, code: 'not_found' })
    expect(await act(reportRefusal, yehang, report(one.rectification))).toMatchObject({ ok: false, code: 'not_found' })
    expect(await act(reportRefusal, beijing, report(one.rectification))).toMatchObject({ ok: false, code: 'not_found' })
    expect(await act(reportRefusal, kuaishou, report(two.rectification))).toMatchObject({ ok: false, code: 'not_refused' })
    expect(await remembered(owner)).toEqual(before)
  })
})

test('a guidance that is taken back ends what it asked for', async () => {
  const { guidance, rectification } = await guided()
  const before = await lastEvent(owner)
  expect(await act(revokePenalty, kuaishou, { id: guidance.id, version: guidance.version, reason: '核对有误' }, 10)).toMatchObject({
    ok: true,
  })
  expect(await eventsSince(owner, before)).toEqual(['penalty.revoked', 'rectification.ended'])
  expect((await rectificationOf(owner, rectification.id)).state).toBe('ended')
  const [revoked] = await owner
    .select()
    .from(penalties)
    .where(and(eq(penalties.id, guidance.id), eq(penalties.state, 'revoked')))
  expect(revoked).toBeDefined()
})
