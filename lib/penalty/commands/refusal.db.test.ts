import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { penalties, penaltyReasons, placements, violationFilings, violations } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { choosing, decisionsOn, imposed, penaltyOf, upheldAccount } from '@/db/testing/penalties'
import { rectificationOf } from '@/db/testing/rectifications'
import { draftedReport, filedReport, reported, rulingsOf, subjectsOf } from '@/db/testing/reports'
import { clock } from '../../kernel/actor'
import { newId } from '../../kernel/id'
import { type Command, look, perform } from '../../perform'
import { refuseUnmended } from '../../rectification/commands/end'
import { orderOnReport } from '../../rectification/commands/order'
import { rectificationByNumber } from '../../rectification/queries/case'
import { rectificationsOf } from '../../rectification/queries/lists'
import { dismissViolation, upholdViolation } from '../../violation/commands/decide'
import { fileViolation, withdrawViolation } from '../../violation/commands/file'
import { fileInput } from '../../violation/input'
import { decisionAt } from '../queries/decision'
import { afterRefusal } from '../queries/refusal'
import { imposePenalty, spareTarget } from './decide'
import { revokePenalty } from './end'
import { reportRefusal } from './refusal'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const yehang = as('wu.tong@yehang.example')
const cnsa = as('fang.zheng@cnsa.example')
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

const followed = async ({ rectification: { id } }: Pick<Refused, 'rectification'>, platform = kuaishou) =>
  (await look(clock, (tx) => afterRefusal(tx, id, platform.organizationId!), db))[0]!
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
  expect(await followed(one)).toMatchObject({ by: null, report: null, due: { number: expect.any(String) } })
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
    expect(await followed(one)).toMatchObject({ by: 'report', report: { id }, due: null })
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
    expect(await followed(one)).toMatchObject({ by: 'penalty', report: null })
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
    expect(await followed(one)).toMatchObject({ by: null, report: null, due: { number: expect.any(String) } })
    expect((await decisionsOn(owner, one.subject.accountId)).map(({ state }) => state)).toEqual(['unmet', 'spared', 'due'])
    expect(await act(imposePenalty, kuaishou, next(one))).toMatchObject({ ok: true })
    expect((await decisionsOn(owner, one.subject.accountId)).map(({ state }) => state)).toEqual(['unmet', 'spared', 'active'])
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

describe('the ordinary form', () => {
  const again = async (one: Refused, filer = kuaishou) => {
    const { platformId, accountId, handle } = one.subject.account
    const { id, version } = await draftedReport({ db, owner }, filer)
    const only = { work: 'none', title: '', places: {}, links: '', seenOn: '2025-01-01', account: { platformId, accountId, handle } }
    return reported(id, version, { ...only, items: ['V10-05'] })
  }

  test('reports a refusal too: the next row gives way to it, and is not imposed beside it', async () => {
    const one = await refused()
    const form = await again(one)
    expect(await act(fileViolation, kuaishou, form)).toMatchObject({ ok: true })
    expect(await followed(one)).toMatchObject({ by: 'report', report: { id: form.id } })
    const before = await remembered(owner)
    expect(await act(imposePenalty, kuaishou, next(one))).toMatchObject({ ok: false, code: 'report_follows' })
    expect(await remembered(owner)).toEqual(before)
  })

  test('is refused at the item, with the case, where the next row stands; taken back, it is open', async () => {
    const one = await refused()
    const form = await again(one)
    const outcome = await act(imposePenalty, kuaishou, next(one))
    if (!outcome.ok) throw new Error(outcome.code)
    const before = await remembered(owner)
    expect(await act(fileViolation, kuaishou, form)).toEqual({
      ok: false,
      code: 'penalty_follows',
      field: 'items.V10-05',
      params: { number: one.rectification.number },
    })
    expect(await remembered(owner)).toEqual(before)
    const { id } = outcome.value.opened[0]!
    const { version } = await penaltyOf(owner, id)
    expect(await act(revokePenalty, kuaishou, { id, version, reason: '改为举报' }, 76)).toMatchObject({ ok: true })
    expect(await act(fileViolation, kuaishou, form, 77)).toMatchObject({ ok: true })
  })

  test('of twenty who report it there and impose at once one is heard', async () => {
    const one = await refused()
    const form = await again(one)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? act(fileViolation, kuaishou, form) : act(imposePenalty, kuaishou, next(one)))),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('of another who decides nothing here stands beside', async () => {
    const one = await refused()
    expect(await act(imposePenalty, kuaishou, next(one))).toMatchObject({ ok: true })
    expect(await act(fileViolation, cnsa, await again(one, cnsa))).toMatchObject({ ok: true })
  })

  test('dismissed by its bureau, the next row is due again', async () => {
    const one = await refused()
    const form = await again(one)
    await act(fileViolation, kuaishou, form)
    const { version } = (await owner.select().from(violations).where(eq(violations.id, form.id)))[0]!
    expect(await act(dismissViolation, beijing, { id: form.id, version, reason: '没有看到。' }, 80)).toMatchObject({ ok: true })
    expect(await followed(one)).toMatchObject({ by: null, report: null, due: { number: expect.any(String) } })
    const due = (await decisionsOn(owner, one.subject.accountId)).at(-1)!
    expect((await owner.select().from(penaltyReasons).where(eq(penaltyReasons.penaltyId, due.id)))[0]).toMatchObject({
      guided: 'P6:7',
      afterId: one.guidance.id,
      refusedId: one.rectification.id,
    })
  })

  test('a draft of the refusal that is filed without its item follows nothing', async () => {
    const one = await refused()
    const form = { ...(await filing(await drafted(one))), items: ['V12-04'] }
    expect(await act(fileViolation, kuaishou, form)).toMatchObject({ ok: true })
    expect(await followed(one)).toMatchObject({ by: null, report: null, due: { number: expect.any(String) } })
  })
})

/** A work that stands on Kuaishou and on Douyin, upheld: each has it before it. */
async function onBoth(items = ['V04-02'], places?: object) {
  const at = hoursOn(0)
  const { id } = await filedReport({ db, owner, at }, kuaishou, { title: `夜宴${newId()}`, items, ...(places && { places }) })
  const [subject] = await subjectsOf(owner, id)
  const targetId = subject!.dramaId!
  const place = { id: newId(), dramaId: targetId, platformId: douyin.organizationId!, address: `https://d.example/${targetId}` }
  await owner.insert(placements).values({ ...place, seenAt: at })
  const { version } = (await owner.select().from(violations).where(eq(violations.id, id)))[0]!
  expect(await act(upholdViolation, beijing, { id, version, rulings: await rulingsOf(owner, id) }, 0)).toMatchObject({ ok: true })
  return { violationId: id, violationSubjectId: subject!.id, targetKind: 'drama' as const, targetId }
}
type Both = Awaited<ReturnType<typeof onBoth>>
const decide = (
  { violationId, targetId }: Both,
  text: string,
  { actor = kuaishou, hours = 1, episodes = [] as number[], reason = null as string | null } = {},
) => {
  const targetKind = episodes.length > 0 ? ('episode' as const) : ('drama' as const)
  return act(imposePenalty, actor, { violationId, targetKind, targetId, episodes, ...choosing(text, { reason }) }, hours)
}
const dueOn = async ({ targetId, violationId }: Both, { organizationId }: typeof kuaishou) => {
  const rows = (await decisionsOn(owner, targetId)).filter((one) => one.violationId === violationId && one.platformId === organizationId)
  const said = await Promise.all(
    rows.map(async (row) => ({ ...row, ...(await owner.select().from(penaltyReasons).where(eq(penaltyReasons.penaltyId, row.id)))[0]! })),
  )
  return said
}
const spare = async (target: Both, actor: typeof kuaishou) => {
  const [due] = (await dueOn(target, actor)).filter(({ state }) => state === 'due')
  const spared = await act(spareTarget, actor, { id: due!.id, version: due!.version, reason: '另有说明。' }, 1)
  expect(spared).toMatchObject({ ok: true })
}
async function orderedByBureau(target: Both) {
  const tasks = [{ code: 'V04-02', what: '剪去片头', episode: null, startSecond: null, endSecond: null }]
  const order = { violationSubjectId: target.violationSubjectId, platformId: kuaishou.organizationId, hours: 72, tasks }
  const outcome = await act(orderOnReport, beijing, order, 2)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value.id
}
const refuse = async (id: string) => {
  expect(await act(refuseUnmended, clock, id, 80)).toMatchObject({ ok: true })
  return { rectification: await rectificationOf(owner, id) }
}

describe('what a bureau ordered and is refused', () => {
  test('is followed by each platform concerned: one that had spared has the next row due, one that had not decided has it instead', async () => {
    const target = await onBoth()
    await spare(target, kuaishou)
    const id = await orderedByBureau(target)
    const [open] = await dueOn(target, douyin)
    expect(open).toMatchObject({ state: 'due', guided: 'P1:72 P3' })
    const before = await lastEvent(owner)
    const one = await refuse(id)
    expect((await eventsSince(owner, before)).toSorted()).toEqual(['penalty.called', 'penalty.stepped_up', 'rectification.refused'])
    const [stepped, ...more] = await dueOn(target, douyin)
    expect(more).toEqual([])
    const next = { state: 'due', severity: 3, occurrence: 'repeat_within_90_days', guided: 'P3 P4:30', refusedId: id, afterId: null }
    expect(stepped).toMatchObject({ id: open!.id, number: open!.number, ...next })
    expect(stepped!.dueAt!.getTime()).toBeGreaterThan(open!.dueAt!.getTime())
    expect(await dueOn(target, kuaishou)).toMatchObject([{ state: 'spared', refusedId: null }, next])
    expect(await decide(target, 'P1:72 P3', { actor: douyin, hours: 81, reason: 'x' })).toMatchObject({
      ok: false,
      code: 'already_refused',
    })
    expect(await decide(target, 'P3 P4:30', { actor: douyin, hours: 81 })).toMatchObject({ ok: true })
    expect(await dueOn(target, douyin)).toMatchObject([
      { rung: 'P3', decision: 'as_guided' },
      { rung: 'P4', decision: 'as_guided' },
    ])
    expect([await followed(one, douyin), await followed(one)]).toMatchObject([
      { by: 'penalty', due: null },
      { by: null, due: {} },
    ])
  })

  test('once only by a platform whose own guidance had joined it', async () => {
    const target = await onBoth()
    const id = await orderedByBureau(target)
    expect(await decide(target, 'P1:72 P3', { hours: 3 })).toMatchObject({ ok: true })
    await refuse(id)
    const rows = await dueOn(target, kuaishou)
    expect(rows.map(({ rung, state, guided }) => [rung, state, guided])).toEqual([
      ['P1', 'unmet', 'P1:72 P3'],
      ['P3', 'active', 'P1:72 P3'],
      [null, 'due', 'P4:30'],
    ])
    expect(rows[2]).toMatchObject({ afterId: rows[0]!.id, refusedId: id })
  })

  test('is reported by a platform concerned instead of its own next row; the bureau itself files nothing', async () => {
    const target = await onBoth()
    const id = await orderedByBureau(target)
    const one = await refuse(id)
    const asked = { id, version: one.rectification.version, description: '到期没有提交整改' }
    expect(await act(reportRefusal, beijing, asked, 81)).toMatchObject({ ok: false, code: 'not_found' })
    const drafted = await act(reportRefusal, douyin, asked, 81)
    if (!drafted.ok) throw new Error(drafted.code)
    expect(await act(fileViolation, douyin, await filing(drafted.value.id), 82)).toMatchObject({ ok: true })
    expect([await followed(one, douyin), await followed(one)]).toMatchObject([
      { by: 'report', due: null },
      { by: null, due: {} },
    ])
    expect(await decide(target, 'P3 P4:30', { actor: douyin, hours: 83 })).toMatchObject({ ok: false, code: 'report_follows' })
    expect(await decide(target, 'P3 P4:30', { hours: 83 })).toMatchObject({ ok: true })
    expect(await act(reportRefusal, douyin, asked, 84)).toMatchObject({ ok: false, code: 'already_reported' })
  })

  test('is read by the platforms that decide what comes after it, and by them from then on only', async () => {
    const target = await onBoth()
    const id = await orderedByBureau(target)
    const { number } = await rectificationOf(owner, id)
    const read = () => look(douyin, (tx) => rectificationByNumber(tx, douyin, number!), db)
    expect(await read()).toBeNull()
    await refuse(id)
    expect(await read()).toMatchObject({ number, state: 'refused', opener: null, files: [] })
    const { rows } = await look(douyin, (tx) => rectificationsOf(tx, douyin, { view: 'refused' }), db)
    expect(rows.filter((row) => row.id === id)).toMatchObject([{ number, joined: false }])
    const [{ number: due }] = (await dueOn(target, douyin)) as [{ number: string }, ...unknown[]]
    const decision = await look(douyin, (tx, now) => decisionAt(tx, douyin, { due }, now), db)
    expect(decision).toMatchObject({
      isUnmet: true,
      refused: number,
      suggestion: { now: [{ rung: 'P3' }, { rung: 'P4', parameter: '30' }] },
    })
    expect(decision!.ladder.map(({ code }) => code)).not.toContain('P1')
  })
})

test('what one platform asked for and is refused sets the next row before another that has not decided, and lays nothing before one that has', async () => {
  const [open, decided] = [await onBoth(), await onBoth()]
  await spare(decided, douyin)
  for (const target of [open, decided]) {
    const outcome = await decide(target, 'P1:72 P3')
    if (!outcome.ok) throw new Error(outcome.code)
    await refuse((await rectificationIdOf(outcome.value.opened[0]!.id))!)
  }
  expect(await dueOn(open, douyin)).toMatchObject([{ state: 'due', guided: 'P3 P4:30', refusedId: expect.any(String) }])
  expect(await dueOn(decided, douyin)).toMatchObject([{ state: 'spared', refusedId: null }])
})
const rectificationIdOf = async (id: string) => (await penaltyOf(owner, id)).rectificationId

describe('guidance on several episodes', () => {
  const places = { rows: { 0: { episode: '12' }, 1: { episode: '15' }, 2: { episode: '18' } } }
  const states = async (target: Both) =>
    (await dueOn(target, kuaishou)).map(({ rung, parameter, episode, state }) =>
      [rung, parameter, episode, state].filter(Boolean).join(' '),
    )

  test('is followed episode by episode: each has its own decision, and deciding one leaves the others due', async () => {
    const target = await onBoth(['V04-02'], places)
    const outcome = await decide(target, 'P1:72', { episodes: [12, 15, 18], reason: '先整改' })
    if (!outcome.ok) throw new Error(outcome.code)
    await refuse((await rectificationIdOf(outcome.value.opened[0]!.id))!)
    expect(await states(target)).toEqual(['P1 72 12 unmet', 'P1 72 15 unmet', 'P1 72 18 unmet', '12 due', '15 due', '18 due'])
    const due = (episode: number) =>
      dueOn(target, kuaishou).then((rows) => rows.find((row) => row.episode === episode && row.state === 'due'))
    const [twelve, fifteen, eighteen] = [await due(12), await due(15), await due(18)]
    expect(fifteen).toMatchObject({ guided: 'P2' })
    expect(await decide(target, 'P2', { episodes: [15], hours: 81 })).toMatchObject({ ok: true, value: { opened: [{ id: fifteen!.id }] } })
    expect(await act(spareTarget, kuaishou, { id: twelve!.id, version: 1, reason: '已换' }, 82)).toMatchObject({ ok: true })
    expect(await states(target)).toEqual(['P1 72 12 unmet', 'P1 72 15 unmet', 'P1 72 18 unmet', '12 spared', 'P2 15 active', '18 due'])
    expect(await decide(target, 'P2', { episodes: [18], hours: 83 })).toMatchObject({ ok: true, value: { opened: [{ id: eighteen!.id }] } })
    expect((await states(target)).filter((said) => said.endsWith('due'))).toEqual([])
    expect(await dueOn(target, kuaishou).then((rows) => rows.filter(({ rung }) => rung === 'P2').map(({ afterId }) => afterId))).toEqual([
      fifteen!.afterId,
      eighteen!.afterId,
    ])
  })

  test('decided together, all that were due are decided', async () => {
    const target = await onBoth(['V04-02'], places)
    const outcome = await decide(target, 'P1:72', { episodes: [12, 15], reason: '先整改' })
    if (!outcome.ok) throw new Error(outcome.code)
    await refuse((await rectificationIdOf(outcome.value.opened[0]!.id))!)
    expect(await decide(target, 'P2', { episodes: [12, 15], hours: 81 })).toMatchObject({ ok: true })
    expect(await states(target)).toEqual(['P1 72 12 unmet', 'P1 72 15 unmet', 'P2 12 active', 'P2 15 active'])
  })

  test('where the guide has nothing more, whatever is chosen needs a reason, and to spare is as guided', async () => {
    const target = await onBoth(['V04-02'], places)
    const outcome = await decide(target, 'P1:72 P2', { episodes: [12, 15] })
    if (!outcome.ok) throw new Error(outcome.code)
    await refuse((await rectificationIdOf(outcome.value.opened[0]!.id))!)
    const due = (await dueOn(target, kuaishou)).filter(({ state }) => state === 'due')
    expect(due).toMatchObject([{ guided: '' }, { guided: '' }])
    expect(await decide(target, 'P11', { episodes: [12], hours: 81 })).toMatchObject({ ok: false, code: 'reason_missing' })
    expect(await decide(target, 'P11', { episodes: [12], hours: 81, reason: '拒不整改' })).toMatchObject({ ok: true })
    expect(await act(spareTarget, kuaishou, { id: due[1]!.id, version: 1, reason: '本集已下线' }, 82)).toMatchObject({ ok: true })
    expect((await dueOn(target, kuaishou)).at(-1)).toMatchObject({ state: 'spared', decision: 'as_guided' })
  })
})
