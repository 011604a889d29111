import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { events, eventWords, penalties, penaltyReasons, rectifications, waiting } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered, setClock } from '@/db/testing/fixtures'
import { accountNamed, choosing, decisionsOn, penaltyOf, upheldAccount, upheldMiniProgram, upheldWork } from '@/db/testing/penalties'
import { clock, houseFor } from '../../kernel/actor'
import { NATIONAL_ID } from '../../kernel/id'
import { ok } from '../../kernel/outcome'
import { perform } from '../../perform'
import { escalateOverdue, refuseRectifications, strike } from '../../process/clock'
import { handIn } from '../../rectification/commands/hand-in'
import { acceptRectification } from '../../rectification/commands/rule'
import type { Chosen } from '../input'
import type { TargetKind } from '../workflow'
import { hardenSuspension, imposePenalty, spareTarget } from './decide'
import { acknowledgeReferral, concludeReferral, liftPenalty } from './end'
import { undoPenalty } from './house'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const kuaishou = as('compliance@kuaishou.example')
const liuQing = as('liu.qing@kuaishou.example')
const douyin = as('compliance@douyin.example')
const beijing = as('chen.li@beijing.example')
const zhejiang = as('he.qing@zhejiang.example')
const cnsa = as('fang.zheng@cnsa.example')
const HOUR = 3_600_000
const decidedAt = new Date('2026-11-20T15:40:00+08:00')
const later = (hours: number) => new Date(decidedAt.getTime() + hours * HOUR)
const on = { db, owner, at: decidedAt }
const why = '同一运营人名下另一账号 11-02 因同一条目封禁。'

type Target = { violationId: string; targetKind: TargetKind; targetId: string }
const decide = (target: Target, chosen: Chosen, { actor = kuaishou, hours = 1, episodes = [] as number[] } = {}) =>
  perform(
    imposePenalty,
    actor,
    { violationId: target.violationId, targetKind: target.targetKind, targetId: target.targetId, episodes, ...chosen },
    { on: db, at: later(hours) },
  )
const accountTarget = ({ violationId, accountId }: { violationId: string; accountId: string }): Target => ({
  violationId,
  targetKind: 'account',
  targetId: accountId,
})
const reasonsOf = async (id: string) => (await owner.select().from(penaltyReasons).where(eq(penaltyReasons.penaltyId, id)))[0]!
const waits = (id: string) => owner.select().from(waiting).where(eq(waiting.subjectId, id)).orderBy(waiting.organizationId)
const spelled = (rows: { rung: string | null; parameter: string | null; state: string }[]) =>
  rows.map(({ rung, parameter, state }) => [rung, parameter, state].filter(Boolean).join(' '))

beforeEach(() => setClock(owner, 0))

describe('what is upheld is laid before its platform', () => {
  test('an account, whoever reported it: due in three working days, with the guide’s rows, in its queue', async () => {
    const subject = await upheldAccount(on, cnsa, beijing, { account: accountNamed(kuaishou) })
    const [due, ...more] = await decisionsOn(owner, subject.accountId)
    expect(more).toEqual([])
    expect(due).toMatchObject({
      state: 'due',
      number: expect.stringMatching(/^CF-2026-\d{4}$/),
      rung: null,
      startsAt: null,
      platformId: kuaishou.organizationId,
      bureauId: beijing.organizationId,
      targetName: subject.account.handle,
      dueAt: new Date('2026-11-25T17:30:00+08:00'),
    })
    expect(await reasonsOf(due!.id)).toMatchObject({ severity: 3, occurrence: 'first', guided: 'P1:72', decision: null, against: null })
    expect(await waits(due!.id)).toMatchObject([
      {
        organizationId: kuaishou.organizationId,
        step: 'impose',
        duties: ['platform.compliance'],
        severity: 3,
        title: subject.account.handle,
      },
    ])
  })

  test('at severity 4 in two hours', async () => {
    const subject = await upheldAccount(on, kuaishou, beijing, { severity: 4 })
    expect(await decisionsOn(owner, subject.accountId)).toMatchObject([{ dueAt: later(2) }])
  })

  test('a mini-program before its host, a work before every platform where it stands', async () => {
    const app = await upheldMiniProgram(on, cnsa, beijing, {
      miniProgram: { platformId: douyin.organizationId!, appId: 'tt1', name: '夜航剧场' },
    })
    expect(await decisionsOn(owner, app.targetId)).toMatchObject([
      { targetKind: 'mini_program', platformId: douyin.organizationId, state: 'due' },
    ])
    const work = await upheldWork(on, kuaishou, beijing)
    expect(await decisionsOn(owner, work.targetId)).toMatchObject([
      { targetKind: 'drama', platformId: kuaishou.organizationId, state: 'due' },
    ])
    const again = await upheldWork({ ...on, at: later(2) }, cnsa, beijing, {
      work: work.targetId,
      title: '',
      platformId: douyin.organizationId,
      links: 'https://example.cn/v/2',
    })
    const rows = (await decisionsOn(owner, again.targetId)).filter(({ violationId }) => violationId === again.violationId)
    expect(rows.map(({ platformId }) => platformId).toSorted()).toEqual([kuaishou.organizationId, douyin.organizationId].toSorted())
  })

  test('the decision becomes the first measure’s case, under the number that it had', async () => {
    const subject = accountTarget(await upheldAccount(on, cnsa, beijing, { severity: 4, account: accountNamed(kuaishou) }))
    const [due] = await decisionsOn(owner, subject.targetId)
    const outcome = await decide(subject, choosing('P9 P11'))
    expect(outcome).toMatchObject({ ok: true, value: { opened: [{ id: due!.id, number: due!.number }, { number: expect.any(String) }] } })
    expect(spelled(await decisionsOn(owner, subject.targetId))).toEqual(['P9 active', 'P11 active'])
    expect(await reasonsOf(due!.id)).toMatchObject({ decision: 'as_guided', against: 'as_guided', guided: 'P9 P11' })
    expect(await waits(due!.id)).toEqual([])
  })

  test('overdue it is seen by the reviewer of its bureau, once', async () => {
    const subject = await upheldAccount(on, kuaishou, beijing, { severity: 4 })
    const [due] = await decisionsOn(owner, subject.accountId)
    await escalateOverdue(db, later(1.9))
    expect(await waits(due!.id)).toHaveLength(1)
    await escalateOverdue(db, later(2.1))
    await escalateOverdue(db, later(2.2))
    const told = await owner
      .select()
      .from(events)
      .where(and(eq(events.subjectId, due!.id), eq(events.name, 'penalty.escalated')))
    expect(told).toHaveLength(1)
    const rows = await waits(due!.id)
    expect(rows.find(({ organizationId }) => organizationId === beijing.organizationId)).toMatchObject({
      step: 'escalate',
      duties: ['province.reviewer', 'national.reviewer'],
      escalatedFrom: kuaishou.organizationId,
    })
    expect(rows.find(({ organizationId }) => organizationId === NATIONAL_ID)).toBeUndefined()
    expect(await decide(accountTarget(subject), choosing('P9 P11'), { hours: 3 })).toMatchObject({ ok: true })
    expect(await waits(due!.id)).toEqual([])
  })
})

describe('nothing is imposed', () => {
  const spare = (id: string, over: Partial<{ actor: typeof kuaishou; version: number }> = {}) =>
    perform(spareTarget, over.actor ?? kuaishou, { id, version: over.version ?? 1, reason: why }, { on: db, at: later(1) })

  test('with a reason, which counts as a deviation; then nothing more is due', async () => {
    const subject = await upheldAccount(on, kuaishou, beijing)
    const [due] = await decisionsOn(owner, subject.accountId)
    expect(await spare(due!.id)).toMatchObject({ ok: true })
    expect(await penaltyOf(owner, due!.id)).toMatchObject({ state: 'spared', rung: null, endedAt: later(1) })
    expect(await reasonsOf(due!.id)).toMatchObject({ decision: 'lighter', reason: why })
    expect(await waits(due!.id)).toEqual([])
  })

  test.for([
    ['stale', kuaishou, 2],
    ['not_found', douyin, 1],
    ['not_yours', liuQing, 1],
    ['not_yours', beijing, 1],
  ] as const)('%s writes nothing', async ([code, actor, version]) => {
    const subject = await upheldAccount(on, kuaishou, beijing)
    const [due] = await decisionsOn(owner, subject.accountId)
    const before = await remembered(owner)
    expect(await spare(due!.id, { actor, version })).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })

  test('wrong_state: what was imposed is not spared', async () => {
    const subject = await upheldAccount(on, kuaishou, beijing)
    const [due] = await decisionsOn(owner, subject.accountId)
    await decide(accountTarget(subject), choosing('P1:72'))
    expect(await spare(due!.id, { version: 2 })).toMatchObject({ ok: false, code: 'wrong_state' })
  })

  test('of ten who spare and ten who impose exactly one is heard', async () => {
    const subject = await upheldAccount(on, kuaishou, beijing)
    const [due] = await decisionsOn(owner, subject.accountId)
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 ? spare(due!.id) : decide(accountTarget(subject), choosing('P1:72')))),
    )
    const rows = await decisionsOn(owner, subject.accountId)
    const spared = rows[0]!.state === 'spared'
    expect(outcomes.filter((outcome, at) => outcome.ok && at % 2 === 1)).toHaveLength(spared ? 1 : 0)
    expect(rows.filter(({ state }) => state === 'active').length).toBeLessThanOrEqual(1)
  })
})

describe('guidance', () => {
  const ordered = async (severity = 3) => {
    const subject = accountTarget(await upheldAccount(on, kuaishou, beijing, { severity }))
    const outcome = await decide(subject, choosing('P1:72'), { hours: 0 })
    if (!outcome.ok) throw new Error(outcome.code)
    return { subject, guidance: await penaltyOf(owner, outcome.value.opened[0]!.id) }
  }

  test('is met when what it asked for is accepted', async () => {
    const { guidance } = await ordered()
    const id = guidance.rectificationId!
    const version = async () => (await owner.select().from(rectifications).where(eq(rectifications.id, id)))[0]!.version
    const handed = await perform(
      handIn,
      liuQing,
      { id, version: await version(), account: '已删除', replacedEpisodes: [] },
      { on: db, at: later(5) },
    )
    expect(handed).toMatchObject({ ok: true })
    const before = await lastEvent(owner)
    const accepted = await perform(acceptRectification, kuaishou, { id, version: await version(), note: null }, { on: db, at: later(6) })
    expect(accepted).toMatchObject({ ok: true })
    expect(await eventsSince(owner, before)).toEqual(['rectification.accepted', 'penalty.met'])
    expect(await penaltyOf(owner, guidance.id)).toMatchObject({ state: 'met', endedAt: later(6) })
  })

  test('is unmet at the deadline, and the row that waited is laid before the platform with a clock of its own', async () => {
    const { guidance, subject } = await ordered()
    await refuseRectifications(db, later(72))
    expect(await penaltyOf(owner, guidance.id)).toMatchObject({ state: 'unmet' })
    const [, due] = await decisionsOn(owner, subject.targetId)
    expect(due).toMatchObject({ state: 'due', rung: null, dueAt: new Date('2026-11-26T17:30:00+08:00') })
    expect(await reasonsOf(due!.id)).toMatchObject({ severity: 3, occurrence: 'first', guided: 'P6:7', afterId: guidance.id })
    expect(await decide(subject, choosing('P6:7'), { hours: 73 })).toMatchObject({ ok: true })
    expect(await decisionsOn(owner, subject.targetId)).toMatchObject([
      { rung: 'P1', state: 'unmet' },
      { rung: 'P6', parameter: '7', state: 'active', startsAt: later(73), endsAt: later(73 + 7 * 24), number: due!.number },
    ])
    expect(await reasonsOf(due!.id)).toMatchObject({ decision: 'as_guided', afterId: guidance.id })
  })

  test('where nothing waited the guide goes one step up, and asks for no second rectification', async () => {
    const { subject } = await ordered(1)
    await refuseRectifications(db, later(72))
    const [, due] = await decisionsOn(owner, subject.targetId)
    expect(await reasonsOf(due!.id)).toMatchObject({ severity: 1, occurrence: 'repeat_within_90_days', guided: 'P4:3' })
    expect(await decide(subject, choosing('P1:72 P4:3', { reason: why }), { hours: 73 })).toMatchObject({
      ok: false,
      code: 'already_refused',
      field: 'rungs',
    })
    expect(await decide(subject, choosing('P4:7'), { hours: 73 })).toMatchObject({ ok: false, code: 'reason_missing' })
    expect(await decide(subject, choosing('P4:3'), { hours: 73 })).toMatchObject({ ok: true })
  })

  test('of five clocks one finds it unmet, and one decision follows', async () => {
    const { subject } = await ordered()
    await Promise.all(Array.from({ length: 5 }, () => refuseRectifications(db, later(72)).catch(() => undefined)))
    expect(spelled(await decisionsOn(owner, subject.targetId))).toEqual(['P1 72 unmet', 'due'])
  })
})

describe('works', () => {
  test('removed and to be mended; what limits its traffic runs from its return', async () => {
    const first = await upheldWork({ ...on, at: later(-24 * 20) }, kuaishou, beijing, { items: ['V06-01'] })
    const work = await upheldWork(on, kuaishou, beijing, { work: first.targetId, title: '', items: ['V06-01'] })
    const outcome = await decide(work, choosing('P3 P4:7'))
    if (!outcome.ok) throw new Error(outcome.code)
    const [removal, limit] = await Promise.all(outcome.value.opened.map(({ id }) => penaltyOf(owner, id)))
    expect(removal).toMatchObject({ rung: 'P3', state: 'active', startsAt: later(1), endsAt: null })
    expect(limit).toMatchObject({ rung: 'P4', state: 'active', startsAt: null, endsAt: null })
    const lift = (actor = kuaishou, shown = '已换新版，逐集核对无违规画面。') =>
      perform(liftPenalty, actor, { id: removal!.id, version: removal!.version, shown }, { on: db, at: later(100) })
    expect(await lift(douyin)).toMatchObject({ ok: false, code: 'not_found' })
    const before = await lastEvent(owner)
    expect(await lift()).toMatchObject({ ok: true })
    expect(await eventsSince(owner, before)).toEqual(['penalty.lifted', 'penalty.begun'])
    expect(await penaltyOf(owner, removal!.id)).toMatchObject({ state: 'ended', endedAt: later(100) })
    expect(await penaltyOf(owner, limit!.id)).toMatchObject({ startsAt: later(100), endsAt: later(100 + 7 * 24) })
    expect(await owner.select().from(eventWords).where(eq(eventWords.subjectId, removal!.id))).toMatchObject([
      { field: 'shown', audience: 'parties', organizationId: kuaishou.organizationId },
    ])
    await strike(db, later(100 + 7 * 24))
    expect(await penaltyOf(owner, limit!.id)).toMatchObject({ state: 'ended', endedAt: later(100 + 7 * 24) })
  })

  test('or only the episodes that the report names, each a case of its own, by the guide for episodes', async () => {
    const places = { rows: { 0: { episode: '12' }, 1: { episode: '15' } } }
    const work = await upheldWork(on, kuaishou, beijing, { places })
    const kept = { ...work, targetKind: 'episode' as const }
    expect(await decide(kept, choosing('P2 P1:72'), { episodes: [12, 16] })).toMatchObject({
      ok: false,
      code: 'episode_not_named',
      field: 'episodes',
    })
    expect(await decide(kept, choosing('P3'), { episodes: [12] })).toMatchObject({ ok: false, code: 'rung_not_for_target' })
    expect(await decide(kept, choosing('P1:72 P2'), { episodes: [12, 15] })).toMatchObject({ ok: true })
    const rows = await decisionsOn(owner, work.targetId)
    expect(rows.map(({ rung, episode, state }) => `${rung} ${episode} ${state}`)).toEqual([
      'P1 12 active',
      'P1 15 active',
      'P2 12 active',
      'P2 15 active',
    ])
    expect(new Set(rows.filter(({ rung }) => rung === 'P1').map(({ rectificationId }) => rectificationId)).size).toBe(1)
    expect(await reasonsOf(rows[0]!.id)).toMatchObject({ decision: 'as_guided', guided: 'P1:72 P2' })
  })

  test('an episode counts for its work: what was upheld about the one repeats what is upheld about the other', async () => {
    const first = await upheldWork({ ...on, at: later(-24 * 20) }, kuaishou, beijing)
    await decide({ ...first, targetKind: 'episode' }, choosing('P1:72 P2'), { episodes: [12], hours: -24 * 20 + 1 })
    const again = await upheldWork(on, kuaishou, beijing, { work: first.targetId, title: '' })
    const rows = (await decisionsOn(owner, again.targetId)).filter(({ state }) => state === 'due')
    expect(rows).toHaveLength(1)
    expect(await reasonsOf(rows[0]!.id)).toMatchObject({ occurrence: 'repeat_within_90_days', guided: 'P3 P4:30' })
  })
})

describe('mini-programs', () => {
  const suspended = async () => {
    const app = await upheldMiniProgram(on, kuaishou, beijing)
    const outcome = await decide(app, choosing('P8:suspend', { reason: why }))
    if (!outcome.ok) throw new Error(outcome.code)
    return { app, suspension: await penaltyOf(owner, outcome.value.opened[0]!.id) }
  }

  test('suspended until mended, then restored', async () => {
    const { suspension } = await suspended()
    expect(suspension).toMatchObject({ rung: 'P8', parameter: 'suspend', endsAt: null })
    expect(
      await perform(
        liftPenalty,
        kuaishou,
        { id: suspension.id, version: suspension.version, shown: '自动续费已关闭' },
        { on: db, at: later(9) },
      ),
    ).toMatchObject({ ok: true })
    expect(await penaltyOf(owner, suspension.id)).toMatchObject({ state: 'ended', endedAt: later(9) })
  })

  test('or removed instead: the suspension ends, the removal stands beside it and can no longer be lifted', async () => {
    const { app, suspension } = await suspended()
    const before = await lastEvent(owner)
    const harden = (version: number) =>
      perform(hardenSuspension, kuaishou, { id: suspension.id, version, reason: why }, { on: db, at: later(9) })
    const outcome = await harden(suspension.version)
    if (!outcome.ok) throw new Error(outcome.code)
    expect(await eventsSince(owner, before)).toEqual(['penalty.hardened', 'penalty.imposed'])
    expect(spelled(await decisionsOn(owner, app.targetId))).toEqual(['P8 suspend ended', 'P8 remove active'])
    const { id } = outcome.value.opened[0]!
    expect(await reasonsOf(id)).toMatchObject({ reason: why, decision: 'heavier' })
    expect(await perform(liftPenalty, kuaishou, { id, version: 1, shown: '改好' }, { on: db, at: later(10) })).toMatchObject({
      ok: false,
      code: 'not_until_mended',
    })
    expect(await perform(hardenSuspension, kuaishou, { id, version: 1, reason: why }, { on: db, at: later(10) })).toMatchObject({
      ok: false,
      code: 'not_suspended',
    })
    expect(await harden(suspension.version)).toMatchObject({ ok: false, code: 'stale' })
  })

  test('not for accounts: a measure of days is not lifted as mended', async () => {
    const subject = accountTarget(await upheldAccount(on, kuaishou, beijing))
    const outcome = await decide(subject, choosing('P6:7', { reason: why }))
    const { id } = outcome.ok ? outcome.value.opened[0]! : { id: '' }
    expect(await perform(liftPenalty, kuaishou, { id, version: 2, shown: '改好' }, { on: db, at: later(10) })).toMatchObject({
      ok: false,
      code: 'not_until_mended',
    })
  })
})

describe('referred to the regulator', () => {
  const referred = async () => {
    const subject = accountTarget(await upheldAccount(on, kuaishou, beijing, { severity: 4 }))
    const outcome = await decide(subject, choosing('P9 P11'))
    if (!outcome.ok) throw new Error(outcome.code)
    return penaltyOf(owner, outcome.value.opened[1]!.id)
  }

  test('the bureau has ten working days; it takes it on, and concludes with a result that the platform reads', async () => {
    const { id, dueAt } = await referred()
    expect(dueAt).toEqual(new Date('2026-12-04T17:30:00+08:00'))
    expect(await waits(id)).toMatchObject([
      { organizationId: beijing.organizationId, step: 'acknowledge', duties: ['province.reviewer', 'national.reviewer'] },
    ])
    expect(await perform(acknowledgeReferral, beijing, { id, version: 1, note: null }, { on: db, at: later(4) })).toMatchObject({
      ok: true,
    })
    expect(await penaltyOf(owner, id)).toMatchObject({ state: 'acknowledged', dueAt })
    expect(await waits(id)).toMatchObject([{ organizationId: beijing.organizationId, step: 'conclude' }])
    expect(await perform(concludeReferral, beijing, { id, version: 2, result: '已立案' }, { on: db, at: later(50) })).toMatchObject({
      ok: true,
    })
    expect(await penaltyOf(owner, id)).toMatchObject({ state: 'concluded', endedAt: later(50), dueAt: null })
    const words = await owner
      .select()
      .from(eventWords)
      .where(and(eq(eventWords.subjectId, id), eq(eventWords.field, 'result')))
    expect(words).toMatchObject([{ audience: 'parties', organizationId: kuaishou.organizationId, words: '已立案' }])
  })

  test('overdue it is seen by 总局', async () => {
    const { id, dueAt } = await referred()
    await escalateOverdue(db, new Date(dueAt!.getTime() + 1000))
    expect((await waits(id)).find(({ organizationId }) => organizationId === NATIONAL_ID)).toMatchObject({ duties: ['national.reviewer'] })
  })

  test.for([
    ['not_yours', kuaishou, 1],
    ['not_found', zhejiang, 1],
    ['stale', beijing, 3],
  ] as const)('%s writes nothing', async ([code, actor, version]) => {
    const { id } = await referred()
    const before = await remembered(owner)
    expect(await perform(acknowledgeReferral, actor, { id, version, note: null }, { on: db, at: later(4) })).toMatchObject({
      ok: false,
      code,
    })
    expect(await remembered(owner)).toEqual(before)
  })

  test('nothing else is taken on, and nothing is concluded before', async () => {
    const { id, targetId } = await referred()
    const ban = (await decisionsOn(owner, targetId)).find(({ rung }) => rung === 'P9')!
    expect(await perform(acknowledgeReferral, beijing, { id: ban.id, version: 2, note: null }, { on: db, at: later(4) })).toMatchObject({
      ok: false,
      code: 'not_referred',
    })
    expect(await perform(concludeReferral, beijing, { id, version: 1, result: 'x' }, { on: db, at: later(4) })).toMatchObject({
      ok: false,
      code: 'wrong_state',
    })
  })
})

test('P10 has no end of its own, and is taken back by the house when its proposal is refused', async () => {
  const work = await upheldWork(on, kuaishou, beijing)
  const outcome = await decide(work, choosing('P10', { reason: why }))
  if (!outcome.ok) throw new Error(outcome.code)
  const { id } = outcome.value.opened[0]!
  expect(await penaltyOf(owner, id)).toMatchObject({ rung: 'P10', state: 'active', endsAt: null, dueAt: null })
  const [event] = await owner
    .select()
    .from(events)
    .where(and(eq(events.subjectId, id), eq(events.name, 'penalty.imposed')))
  expect(event!.detail).toMatchObject({
    rung: 'P10',
    targetKind: 'drama',
    targetId: work.targetId,
    violationId: work.violationId,
    platformId: kuaishou.organizationId,
  })
  const undone = await perform(
    async (act) => {
      await undoPenalty(act, id, { words: '证据不足', to: kuaishou.organizationId! })
      return ok(null)
    },
    houseFor(clock),
    undefined,
    { on: db, at: later(30) },
  )
  expect(undone).toMatchObject({ ok: true })
  expect(await penaltyOf(owner, id)).toMatchObject({ state: 'withdrawn', endedAt: later(30) })
  expect(await owner.execute(sql`select 1 from ${penalties} where id = ${id} and rung = 'P10'`)).toHaveLength(1)
})
