import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { episodes, penalties, penaltyReasons, placements, rectificationTasks } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { accountNamed, choosing, decisionsOn, penaltyOf, upheldAccount, upheldWork } from '@/db/testing/penalties'
import { aPlatformAtTheDoor, decideOn } from '@/db/testing/platforms'
import { anAccount, recorded, takenUpAndUpheld } from '@/db/testing/records'
import { rectificationOf } from '@/db/testing/rectifications'
import { filedReport, rulingsOf, subjectsOf } from '@/db/testing/reports'
import { type Actor, clock } from '../kernel/actor'
import { newId } from '../kernel/id'
import { acceptOrganization, reinstateOrganization, suspendOrganization } from '../organization/commands/decide'
import { perform } from '../perform'
import { refuseUnmended } from '../rectification/commands/end'
import { orderOnReport } from '../rectification/commands/order'
import { extendRectification } from '../rectification/commands/rule'
import { dismissViolation, upholdViolation } from '../violation/commands/decide'
import { mergeViolation } from '../violation/commands/merge'
import { takeUp } from '../violation/commands/record'
import { imposePenalty, spareTarget } from './commands/decide'
import { withdrawRecorded } from './commands/end'
import type { TargetKind } from './workflow'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const [kuaishou, douyin] = [as('compliance@kuaishou.example'), as('compliance@douyin.example')]
const [beijing, gao, cnsa] = [as('chen.li@beijing.example'), as('gao.yuan@nrta.example'), as('fang.zheng@cnsa.example')]
const decidedAt = new Date('2026-11-20T15:40:00+08:00')
const later = (hours: number) => new Date(decidedAt.getTime() + hours * 3_600_000)
const on = { db, owner, at: decidedAt }
const plain = { db, owner }
const why = '涉及一集，其余部分没有问题。'

type Recorded = Awaited<ReturnType<typeof recorded>>[number]
const reasonsOf = async (id: string) => (await owner.select().from(penaltyReasons).where(eq(penaltyReasons.penaltyId, id)))[0]!
type Target = { violationId: string; targetKind: TargetKind; targetId: string }
const decide = (
  target: Target,
  text: string,
  { actor = kuaishou as Actor, hours = 1, episodes = [] as number[], reason = null as string | null } = {},
) => perform(imposePenalty, actor, { ...target, episodes, ...choosing(text, { reason }) }, { on: db, at: later(hours) })
async function imposed(...given: Parameters<typeof decide>) {
  const outcome = await decide(...given)
  if (!outcome.ok) throw new Error(outcome.code)
  return penaltyOf(owner, outcome.value.opened[0]!.id)
}
/** A work that stands on Douyin too. */
async function onBoth() {
  const target = await upheldWork(on, kuaishou, beijing)
  const place = {
    id: newId(),
    dramaId: target.targetId,
    platformId: douyin.organizationId!,
    address: `https://d.example/${target.targetId}`,
  }
  await owner.insert(placements).values({ ...place, seenAt: decidedAt })
  return target
}

describe('guidance', () => {
  test('ends with what it asks for, and moves with its extension', async () => {
    const target = await upheldWork(on, kuaishou, beijing)
    const guided = await imposed(target, 'P1:72', { reason: why })
    const asked = await rectificationOf(owner, guided.rectificationId!)
    expect(guided.endsAt).toEqual(asked.dueAt)
    const more = { id: asked.id, version: asked.version, reason: '补拍需要时间' }
    expect(await perform(extendRectification, kuaishou, more, { on: db, at: later(5) })).toMatchObject({ ok: true })
    const { dueAt } = await rectificationOf(owner, asked.id)
    expect(dueAt!.getTime()).toBeGreaterThan(asked.dueAt!.getTime())
    expect((await penaltyOf(owner, guided.id)).endsAt).toEqual(dueAt)
  })

  test('that joins what runs already ends when that does, and moves with it', async () => {
    const target = await onBoth()
    const first = await imposed(target, 'P1:72', { reason: why })
    const second = await imposed(target, 'P1:24', { actor: douyin, hours: 10, reason: '同一要求' })
    expect(second.rectificationId).toBe(first.rectificationId)
    expect(second.endsAt).toEqual(first.endsAt)
    const asked = await rectificationOf(owner, first.rectificationId!)
    await perform(extendRectification, kuaishou, { id: asked.id, version: asked.version, reason: '补拍' }, { on: db, at: later(12) })
    const { dueAt } = await rectificationOf(owner, asked.id)
    expect((await penaltyOf(owner, second.id)).endsAt).toEqual(dueAt)
  })
})

describe('guidance on places that the work does not have', () => {
  /** A work of 14 episodes of 90 seconds each, reported before that was known. */
  const known = async (places: object) => {
    const target = await upheldWork(on, kuaishou, beijing, { places: { rows: places } })
    const numbers = Array.from({ length: 14 }, (_, at) => at + 1)
    await owner.insert(episodes).values(numbers.map((number) => ({ dramaId: target.targetId, number, title: '', seconds: 90 })))
    return target
  }
  const places = {
    0: { episode: '12', start: '00:38', end: '01:02' },
    1: { episode: '13', start: '00:38', end: '01:31' },
    2: { episode: '15' },
  }

  test('is refused at the episodes, each with what is wrong, and nothing is written', async () => {
    const target = await known(places)
    const kept = { ...target, targetKind: 'episode' as const }
    const before = await remembered(owner)
    expect(await decide(kept, 'P1:72 P2', { episodes: [12, 13, 15] })).toMatchObject({
      ok: false,
      faults: [
        { field: 'episodes', code: 'time_beyond_episode', params: { episode: 13, length: '01:30' } },
        { field: 'episodes', code: 'episode_beyond_work', params: { episode: 15, last: 14 } },
      ],
    })
    expect(await remembered(owner)).toEqual(before)
    expect(await decide(kept, 'P1:72 P2', { episodes: [12] })).toMatchObject({ ok: true })
  })

  test('on the whole work asks for the items where the work has the place', async () => {
    const target = await known(places)
    const { rectificationId } = await imposed(target, 'P1:72 P3')
    const asked = await owner.select().from(rectificationTasks).where(eq(rectificationTasks.rectificationId, rectificationId!))
    expect(asked.map(({ episode, startSecond }) => [episode, startSecond])).toEqual([[12, 38]])
  })
})

describe('what a platform had recorded and its bureau upholds', () => {
  test('is laid before it like any other, with a clock; what it did before stands beside', async () => {
    const account = await anAccount(on, kuaishou)
    const [{ violationId, penaltyId }] = (await recorded(on, kuaishou, beijing, account, [{ seenOn: '2026-11-10' }])) as [Recorded]
    await takenUpAndUpheld(on, beijing, violationId)
    const [was, due, ...more] = await decisionsOn(owner, account.id)
    expect(more).toEqual([])
    expect(was).toMatchObject({ id: penaltyId, state: 'recorded', rung: 'P6' })
    expect(due).toMatchObject({ state: 'due', violationId, dueAt: new Date('2026-11-25T17:30:00+08:00') })
    expect(await decide({ violationId, targetKind: 'account', targetId: account.id }, 'P1:72')).toMatchObject({
      ok: true,
      value: { opened: [{ id: due!.id }] },
    })
  })

  test('so it is where the record of the measure was taken back before', async () => {
    const account = await anAccount(on, kuaishou)
    const [{ violationId, penaltyId }] = (await recorded(on, kuaishou, beijing, account, [{ seenOn: '2026-11-10' }])) as [Recorded]
    const taken = { id: penaltyId, version: 1, reason: '登记有误。' }
    expect(await perform(withdrawRecorded, kuaishou, taken, { on: db, at: decidedAt })).toMatchObject({ ok: true })
    await takenUpAndUpheld(on, beijing, violationId)
    expect((await decisionsOn(owner, account.id)).map(({ state }) => state)).toEqual(['withdrawn', 'due'])
  })

  test('merged into a report that is dismissed, it is withdrawn with that', async () => {
    const account = await anAccount(on, kuaishou)
    const { platformId, accountId, handle } = account
    const only = { work: 'none', title: '', places: {}, items: ['V12-04'], links: '', seenOn: '2025-01-01' }
    const root = await filedReport(on, cnsa, { ...only, account: { platformId, accountId, handle } })
    const [{ violationId, penaltyId }] = (await recorded(on, kuaishou, beijing, account, [{ seenOn: '2026-11-10' }])) as [Recorded]
    const by = (hours: number) => ({ on: db, at: later(hours) })
    expect(await perform(takeUp, beijing, { id: violationId, version: 1 }, by(1))).toMatchObject({ ok: true })
    const merge = { id: violationId, version: 2, into: root.number!, sameWork: undefined }
    expect(await perform(mergeViolation, beijing, merge, by(2))).toMatchObject({ ok: true })
    expect(await penaltyOf(owner, penaltyId)).toMatchObject({ state: 'recorded' })
    const dismiss = { id: root.id, version: root.version, reason: '没有看到。' }
    expect(await perform(dismissViolation, beijing, dismiss, by(3))).toMatchObject({ ok: true })
    expect(await penaltyOf(owner, penaltyId)).toMatchObject({ state: 'withdrawn', endedAt: later(3) })
  })

  test('and spared as the guide has it where nothing of the guide is left beside it', async () => {
    const account = await anAccount(on, kuaishou)
    const told = { seenOn: '2026-11-10', rung: 'P1', parameter: '72' }
    const [{ violationId }] = (await recorded(on, kuaishou, beijing, account, [told])) as [Recorded]
    await takenUpAndUpheld(on, beijing, violationId)
    const [, due] = await decisionsOn(owner, account.id)
    expect(await reasonsOf(due!.id)).toMatchObject({ guided: '' })
    const spare = { id: due!.id, version: 1, reason: '已按指引责令整改。' }
    expect(await perform(spareTarget, kuaishou, spare, { on: db, at: later(1) })).toMatchObject({ ok: true })
    expect(await reasonsOf(due!.id)).toMatchObject({ decision: 'as_guided' })
  })
})

describe('a decision that is kept to episodes', () => {
  test('needs a reason at severity 4, and counts as lighter', async () => {
    const grave = await upheldWork(on, kuaishou, beijing, { items: ['V04-01'] })
    const kept = { ...grave, targetKind: 'episode' as const }
    const before = await remembered(owner)
    expect(await decide(kept, 'P2 P11', { episodes: [12] })).toMatchObject({
      ok: false,
      code: 'reason_missing',
      field: 'reason',
      params: { against: 'kept_to_episodes' },
    })
    expect(await remembered(owner)).toEqual(before)
    const { id } = await imposed(kept, 'P2 P11', { episodes: [12], reason: why })
    expect((await owner.select().from(penaltyReasons).where(eq(penaltyReasons.penaltyId, id)))[0]).toMatchObject({
      decision: 'lighter',
      reason: why,
    })
  })

  test('needs none at severity 3', async () => {
    const target = await upheldWork(on, kuaishou, beijing)
    expect(await decide({ ...target, targetKind: 'episode' }, 'P1:72 P2', { episodes: [12] })).toMatchObject({ ok: true })
  })
})

describe('a platform that takes part again', () => {
  const turn = (command: typeof acceptOrganization, id: string) => decideOn(plain, command, id, gao)
  const aPlatform = async () => {
    const id = await aPlatformAtTheDoor(plain, { provinceCode: '11' })
    await turn(acceptOrganization, id)
    return id
  }
  const dueBefore = (id: string) => owner.$count(penalties, and(eq(penalties.platformId, id), eq(penalties.state, 'due')))

  test('has what was upheld about its own meanwhile laid before it, once', async () => {
    const platform = await aPlatform()
    const only = { work: 'none', title: '', places: {}, items: ['V12-04'], links: '', seenOn: '2025-01-01' }
    const { id, version } = await filedReport(plain, cnsa, { ...only, account: { ...accountNamed(kuaishou), platformId: platform } })
    await turn(suspendOrganization, platform)
    const rulings = await rulingsOf(owner, id)
    expect(await perform(upholdViolation, beijing, { id, version, rulings }, { on: db })).toMatchObject({ ok: true })
    const other = await upheldAccount(plain, cnsa, beijing, { account: accountNamed(kuaishou) })
    expect(await dueBefore(platform)).toBe(0)
    const last = await lastEvent(owner)
    expect(await turn(reinstateOrganization, platform)).toMatchObject({ ok: true })
    expect((await eventsSince(owner, last)).filter((name) => name.startsWith('penalty'))).toEqual(['penalty.called'])
    expect(await dueBefore(platform)).toBe(1)
    expect(await decisionsOn(owner, other.accountId)).toHaveLength(1)

    await turn(suspendOrganization, platform)
    expect(await turn(reinstateOrganization, platform)).toMatchObject({ ok: true })
    expect(await owner.$count(penalties, eq(penalties.platformId, platform))).toBe(1)
  })

  test.for(['spared', 'due'] as const)(
    'has the next row due of what a bureau ordered and was refused meanwhile; it had %s',
    async (state) => {
      const platform = await aPlatform()
      const subject = await upheldAccount(plain, cnsa, beijing, { account: { ...accountNamed(kuaishou), platformId: platform } })
      const [called] = await decisionsOn(owner, subject.accountId)
      if (state === 'spared') {
        await owner.update(penalties).set({ state, endedAt: new Date() }).where(eq(penalties.id, called!.id))
        await owner.update(penaltyReasons).set({ decision: 'lighter', reason: why }).where(eq(penaltyReasons.penaltyId, called!.id))
      }
      const violationSubjectId = (await subjectsOf(owner, subject.violationId))[0]!.id
      const tasks = [{ code: 'V12-04', what: '停止引流', episode: null, startSecond: null, endSecond: null }]
      const ordered = await perform(orderOnReport, beijing, { violationSubjectId, platformId: platform, hours: 72, tasks }, { on: db })
      if (!ordered.ok) throw new Error(ordered.code)
      await turn(suspendOrganization, platform)
      const { dueAt } = await rectificationOf(owner, ordered.value.id)
      expect(await perform(refuseUnmended, clock, ordered.value.id, { on: db, at: dueAt! })).toMatchObject({ ok: true })
      expect(await reasonsOf(called!.id)).toMatchObject({ refusedId: null })
      expect(await turn(reinstateOrganization, platform)).toMatchObject({ ok: true })
      const rows = await decisionsOn(owner, subject.accountId)
      expect(rows.map((row) => row.state)).toEqual(state === 'spared' ? ['spared', 'due'] : ['due'])
      expect(await reasonsOf(rows.at(-1)!.id)).toMatchObject({ guided: 'P6:7', refusedId: ordered.value.id })
      await turn(suspendOrganization, platform)
      await turn(reinstateOrganization, platform)
      expect(await decisionsOn(owner, subject.accountId)).toHaveLength(rows.length)
    },
  )

  test('so has what was upheld before there were decisions', async () => {
    const platform = await aPlatform()
    const subject = await upheldAccount(plain, cnsa, beijing, { account: { ...accountNamed(kuaishou), platformId: platform } })
    const [called] = await decisionsOn(owner, subject.accountId)
    await owner.delete(penaltyReasons).where(eq(penaltyReasons.penaltyId, called!.id))
    await owner.delete(penalties).where(eq(penalties.id, called!.id))
    await turn(suspendOrganization, platform)
    expect(await turn(reinstateOrganization, platform)).toMatchObject({ ok: true })
    expect(await dueBefore(platform)).toBe(1)
  })
})
