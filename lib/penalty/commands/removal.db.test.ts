import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { penalties, penaltyReasons, violations } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent } from '@/db/testing/fixtures'
import { choosing, penaltyOf, upheldWork } from '@/db/testing/penalties'
import type { Actor } from '../../kernel/actor'
import { newId } from '../../kernel/id'
import { look, perform } from '../../perform'
import { strike } from '../../process/clock'
import { penaltyByNumber } from '../queries/case'
import { decisionAt } from '../queries/decision'
import type { TargetKind } from '../workflow'
import { imposePenalty } from './decide'
import { liftPenalty, revokePenalty, withdrawRecorded } from './end'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const [kuaishou, douyin, beijing] = [as('compliance@kuaishou.example'), as('compliance@douyin.example'), as('chen.li@beijing.example')]
const decidedAt = new Date('2026-11-20T15:40:00+08:00')
const later = (hours: number) => new Date(decidedAt.getTime() + hours * 3_600_000)
const on = { db, owner, at: decidedAt }
const why = '复核后决定。'

type Target = { violationId: string; targetKind: TargetKind; targetId: string }
async function impose(target: Target, text: string, hours = 1) {
  const chosen = choosing(text, { reason: why })
  const outcome = await perform(imposePenalty, kuaishou, { ...target, episodes: [], ...chosen }, { on: db, at: later(hours) })
  if (!outcome.ok) throw new Error(outcome.code)
  return Promise.all(outcome.value.opened.map(({ id }) => penaltyOf(owner, id)))
}
const take = async (how: 'lift' | 'revoke' | 'withdraw', id: string, hours: number, actor: Actor = kuaishou) => {
  const { version } = await penaltyOf(owner, id)
  const manner = { on: db, at: later(hours) }
  if (how === 'lift') return perform(liftPenalty, actor, { id, version, shown: '已换新版。' }, manner)
  return perform(how === 'revoke' ? revokePenalty : withdrawRecorded, actor, { id, version, reason: why }, manner)
}
/** A work that two reports are upheld about, one after the other; each lays its own decision. */
async function twice() {
  const first = await upheldWork(on, kuaishou, beijing)
  return [first, await upheldWork(on, kuaishou, beijing, { work: first.targetId, title: '' })] as const
}
const span = async (id: string) => {
  const { startsAt, endsAt } = await penaltyOf(owner, id)
  return { startsAt, endsAt }
}
const waiting = { startsAt: null, endsAt: null }
const from = (hours: number) => ({ startsAt: later(hours), endsAt: later(hours + 7 * 24) })
/** A removal that the platform had only recorded, with the end that it gave. */
async function recordedRemoval({ violationId, targetId }: Target, endsAt: Date | null) {
  const id = newId()
  const { severity, occurrence, guided, guideVersion, ladderVersion } = (await owner.select().from(penaltyReasons).limit(1))[0]!
  const whose = { platformId: kuaishou.organizationId!, bureauId: beijing.organizationId! }
  await owner.insert(penalties).values({
    ...{ id, number: `CF-2020-${id.slice(-6)}`, state: 'recorded', version: 1, openedAt: later(-48), violationId },
    ...{ targetKind: 'drama', targetId, targetName: '夜宴', clauses: ['V04-02'], rung: 'P3', startsAt: later(-48), endsAt, ...whose },
  })
  await owner.insert(penaltyReasons).values({ penaltyId: id, severity, occurrence, guided, guideVersion, ladderVersion, ...whose })
  return id
}

test.for(['lift', 'revoke'] as const)('a limit of traffic begins when the removal goes by %s', async (how) => {
  const target = await upheldWork(on, kuaishou, beijing)
  const [removal, limit] = await impose(target, 'P3 P4:7')
  expect(await span(limit!.id)).toEqual(waiting)
  const before = await lastEvent(owner)
  expect(await take(how, removal!.id, 100)).toMatchObject({ ok: true })
  expect(await eventsSince(owner, before)).toEqual([how === 'lift' ? 'penalty.lifted' : 'penalty.revoked', 'penalty.begun'])
  expect(await span(limit!.id)).toEqual(from(100))
})

test('it waits while another report’s removal stands, and begins with the last one', async () => {
  const [first, second] = await twice()
  const [removal, limit] = await impose(first, 'P3 P4:7')
  const [other] = await impose(second, 'P3', 2)
  expect(await take('lift', removal!.id, 50)).toMatchObject({ ok: true })
  expect(await span(limit!.id)).toEqual(waiting)
  expect(await take('revoke', other!.id, 60)).toMatchObject({ ok: true })
  expect(await span(limit!.id)).toEqual(from(60))
  await strike(db, later(60 + 7 * 24))
  expect(await penaltyOf(owner, limit!.id)).toMatchObject({ state: 'ended' })
})

test('one that is imposed while only another report’s removal stands waits for it, and the page says so', async () => {
  const [first, second] = await twice()
  const [report] = await owner.select().from(violations).where(eq(violations.id, second.violationId))
  const asked = { report: report!.number!, target: second.targetId }
  const seen = () => look(kuaishou, (tx) => decisionAt(tx, kuaishou, asked, later(1)), db)
  expect(await seen()).toMatchObject({ isRemoved: false })
  const [removal] = await impose(first, 'P3')
  expect(await seen()).toMatchObject({ isRemoved: true })
  const [limit] = await impose(second, 'P4:7', 2)
  expect(await span(limit!.id)).toEqual(waiting)
  expect(await take('lift', removal!.id, 30)).toMatchObject({ ok: true })
  expect(await span(limit!.id)).toEqual(from(30))
})

test('what another platform removed keeps it from nothing here', async () => {
  const target = await upheldWork(on, kuaishou, beijing)
  await owner.insert(penalties).values({
    ...{ id: newId(), number: 'CF-2020-1', state: 'active', version: 1, openedAt: decidedAt, ...target, targetName: '夜宴', rung: 'P3' },
    ...{ clauses: ['V04-02'], startsAt: decidedAt, platformId: douyin.organizationId!, bureauId: beijing.organizationId! },
  })
  const [limit] = await impose(target, 'P4:7')
  expect(await span(limit!.id)).toEqual(from(1))
})

test('a removal that was only recorded counts as long as its dates say: the clock begins the limit when it is over', async () => {
  const [first, second] = await twice()
  await recordedRemoval(first, later(20))
  const [limit] = await impose(second, 'P4:7')
  expect(await span(limit!.id)).toEqual(waiting)
  await strike(db, later(19.9))
  expect(await span(limit!.id)).toEqual(waiting)
  const before = await lastEvent(owner)
  await Promise.all([strike(db, later(20)), strike(db, later(20))])
  expect((await eventsSince(owner, before)).filter((name) => name === 'penalty.begun')).toHaveLength(1)
  expect(await span(limit!.id)).toEqual(from(20))
})

test('the page names every removal that keeps the limit waiting; a record that is taken back counts no more, and the limit begins with the last', async () => {
  const [first, second] = await twice()
  const record = await recordedRemoval(first, null)
  const dated = await recordedRemoval(await upheldWork(on, kuaishou, beijing, { work: first.targetId, title: '' }), later(20))
  const [removal, limit] = await impose(second, 'P3 P4:7')
  expect(await span(limit!.id)).toEqual(waiting)
  const waitsFor = async (actor: Actor, hours: number) => {
    const found = await look(actor, (tx) => penaltyByNumber(tx, actor, limit!.number!, later(hours)), db)
    return found?.reads === 'whole' ? found.waitsFor : found?.reads
  }
  const numbers = async (...ids: string[]) =>
    (await Promise.all(ids.map((id) => penaltyOf(owner, id)))).map(({ number }) => number).toSorted()
  const named = async (hours: number) => {
    const found = await waitsFor(kuaishou, hours)
    return Array.isArray(found) ? found.map(({ number }) => number).toSorted() : found
  }
  expect(await waitsFor(kuaishou, 3)).toEqual(
    expect.arrayContaining([
      { number: (await penaltyOf(owner, record)).number, state: 'recorded', endsAt: null },
      { number: (await penaltyOf(owner, dated)).number, state: 'recorded', endsAt: later(20) },
      { number: removal!.number, state: 'active', endsAt: null },
    ]),
  )
  expect(await named(3)).toEqual(await numbers(record, dated, removal!.id))
  expect(await waitsFor(douyin, 3)).toBe('outline')
  expect(await take('withdraw', record, 8)).toMatchObject({ ok: true })
  expect(await span(limit!.id)).toEqual(waiting)
  expect(await named(21)).toEqual(await numbers(removal!.id))
  expect(await take('lift', removal!.id, 30)).toMatchObject({ ok: true })
  expect(await span(limit!.id)).toEqual(from(30))
  expect(await named(30)).toEqual([])
})

test('of two removals that end at once the later one begins it, and one that is imposed meanwhile is not forgotten', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [first, second] = await twice()
    const [removal, limit] = await impose(first, 'P3 P4:7')
    const [other] = await impose(second, 'P3', 2)
    const outcomes = await Promise.all([take('lift', removal!.id, 50), take('revoke', other!.id, 50), impose(second, 'P4:7', 50)])
    expect(outcomes).toMatchObject([{ ok: true }, { ok: true }, [{ rung: 'P4' }]])
    expect(await span(limit!.id)).toEqual(from(50))
    expect(await span(outcomes[2][0]!.id)).toEqual(from(50))
  }
})
