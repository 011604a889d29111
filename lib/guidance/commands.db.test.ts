import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { guidanceClauses, guidanceItems, guidanceWorks } from '@/db/schema'
import { carriedGuidance } from '@/db/seed/guidance'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { type Actor, houseFor, visitor } from '../kernel/actor'
import { asDay } from '../kernel/time'
import { perform } from '../perform'
import { carryGuidance } from './commands/carry'
import { keepGuidance, openGuidance, publishGuidance, withdrawGuidance } from './commands/write'
import type { Keep } from './input'
import type { GuidanceKind } from './workflow'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const chen = as('chen.li@beijing.example')
const zheng = as('zheng.jie@beijing.example')
const zhejiang = as('he.qing@zhejiang.example')
const national = as('zhou.min@nrta.example')
const creator = as('wu.tong@yehang.example')
const platform = as('compliance@kuaishou.example')
const at = new Date('2026-11-24T09:40:00+08:00')
const on = { on: db, at }

const one = async (id: string) => (await owner.select().from(guidanceItems).where(eq(guidanceItems.id, id)))[0]!
const typed = (over: Partial<Keep> = {}): Omit<Keep, 'id' | 'version'> => ({
  title: '2026 年微短剧选题征集',
  titleEn: null,
  body: '面向本市制作机构征集现实题材选题。',
  bodyEn: null,
  issuedOn: null,
  closesOn: asDay('2026-12-31'),
  batch: null,
  workCount: null,
  works: '',
  sourceName: '北京市广播电视局通知',
  sourceUrl: null,
  clauses: [],
  ...over,
})
async function drafted(actor: Actor = chen, over: Partial<Keep> = {}, kind: GuidanceKind = 'call') {
  const opened = await perform(openGuidance, actor, { kind }, on)
  if (!opened.ok) throw new Error(opened.code)
  const kept = await perform(keepGuidance, actor, { id: opened.value.id, version: 1, ...typed(over) }, on)
  if (!kept.ok) throw new Error(kept.code)
  return kept.value
}
async function published(over: Partial<Keep> = {}, kind: GuidanceKind = 'call') {
  const draft = await drafted(chen, over, kind)
  const done = await perform(publishGuidance, zheng, draft, on)
  if (!done.ok) throw new Error(done.code)
  return one(draft.id)
}

describe('an item', () => {
  test('is opened and kept without an event and without a number', async () => {
    const before = await lastEvent(owner)
    const draft = await drafted(chen, { clauses: ['V04-04', 'V04-04'], works: '《恋恋茶园》，某公司\n我是猎手' }, 'recommendation')
    expect(await one(draft.id)).toMatchObject({
      state: 'draft',
      number: null,
      openedBy: chen.memberId,
      issuerId: chen.organizationId,
      version: 2,
    })
    expect(await eventsSince(owner, before)).toEqual([])
    expect(await owner.select().from(guidanceClauses).where(eq(guidanceClauses.guidanceId, draft.id))).toHaveLength(1)
    expect(await owner.select().from(guidanceWorks).where(eq(guidanceWorks.guidanceId, draft.id))).toHaveLength(2)
  })
  test('is published by a colleague, with a number and today as its date', async () => {
    const before = await lastEvent(owner)
    const item = await published()
    expect(item).toMatchObject({ state: 'published', publishedBy: zheng.memberId, issuedOn: '2026-11-24', publishedAt: at })
    expect(item.number).toMatch(/^ZD-2026-\d{4}$/)
    expect(await eventsSince(owner, before)).toEqual(['guidance.published'])
  })
  test('is withdrawn with a reason by whoever of its issuer', async () => {
    const item = await published()
    const before = await lastEvent(owner)
    expect(await perform(withdrawGuidance, chen, { id: item.id, version: item.version, reason: '已由新通知代替' }, on)).toMatchObject({
      ok: true,
    })
    expect(await one(item.id)).toMatchObject({ state: 'withdrawn', withdrawnAt: at })
    expect(await eventsSince(owner, before)).toEqual(['guidance.withdrawn'])
  })
  test('in draft is thrown away without a trace', async () => {
    const before = await lastEvent(owner)
    const draft = await drafted(chen, { clauses: ['V04-04'] })
    expect(await perform(withdrawGuidance, zheng, { ...draft, reason: null }, on)).toEqual({
      ok: true,
      value: { id: draft.id, number: null },
    })
    expect(await one(draft.id)).toBeUndefined()
    expect(await eventsSince(owner, before)).toEqual([])
  })
})

describe('refused, and nothing is written', async () => {
  const draft = await drafted()
  const empty = await drafted(chen, { title: '', sourceName: '' })
  const late = await drafted(chen, { closesOn: asDay('2026-11-23') })
  const out = await published()
  const keep = (actor: Actor, over: Partial<Keep> = {}) => perform(keepGuidance, actor, { ...draft, ...typed(over) }, on)
  test.for<[string, string, () => Promise<{ ok: boolean; code?: string }>]>([
    ['a creator opens none', 'not_yours', () => perform(openGuidance, creator, { kind: 'notice' }, on)],
    ['a platform opens none', 'not_yours', () => perform(openGuidance, platform, { kind: 'notice' }, on)],
    ['another bureau does not know a draft', 'not_found', () => keep(zhejiang)],
    ['总局 does not know a bureau’s draft', 'not_found', () => perform(publishGuidance, national, draft, on)],
    ['a colleague does not write in it', 'not_the_opener', () => keep(zheng)],
    ['an item that nobody knows', 'item_unknown', () => keep(chen, { clauses: ['V99-01'] })],
    ['a group is no item', 'item_unknown', () => keep(chen, { clauses: ['V04'] })],
    ['whoever opened it does not publish it', 'same_person', () => perform(publishGuidance, chen, draft, on)],
    ['an old version', 'stale', () => perform(publishGuidance, zheng, { ...draft, version: 1 }, on)],
    ['without title and source', 'incomplete', () => perform(publishGuidance, zheng, empty, on)],
    ['a call that has closed', 'incomplete', () => perform(publishGuidance, zheng, late, on)],
    ['twice', 'wrong_state', () => perform(publishGuidance, zheng, { id: out.id, version: out.version }, on)],
    ['without a reason', 'reason_missing', () => perform(withdrawGuidance, chen, { id: out.id, version: out.version, reason: null }, on)],
    ['another bureau’s', 'not_found', () => perform(withdrawGuidance, zhejiang, { id: out.id, version: out.version, reason: 'x' }, on)],
  ])('%s: %s', async ([, code, work]) => {
    const before = await remembered(owner)
    expect(await work()).toMatchObject({ ok: false, code })
    expect(await remembered(owner)).toEqual(before)
  })
})

test('of twenty who publish at once one does', async () => {
  const draft = await drafted()
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => perform(publishGuidance, zheng, draft, on)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.code])))).toEqual(new Set(['stale']))
})

describe('what was published before the portal stood', () => {
  const house = houseFor(visitor)
  test('is taken over by the house with its source, each item once', async () => {
    const items = carriedGuidance()
    const carried = (await owner.select().from(guidanceItems)).filter(({ carriedAs }) => carriedAs)
    expect(carried.map(({ carriedAs }) => carriedAs).sort()).toEqual(items.map(({ key }) => key).sort())
    expect(carried.every(({ number, state, sourceKeys }) => number && state === 'published' && sourceKeys)).toBe(true)
    const before = await remembered(owner)
    expect(await perform(carryGuidance, house, items, on)).toEqual({ ok: true, value: 0 })
    expect(await remembered(owner)).toEqual(before)
  })
  test('nobody else takes anything over', async () => {
    const [item] = carriedGuidance()
    for (const actor of [national, chen, creator])
      expect(await perform(carryGuidance, actor, [{ ...item!, key: 'another' }], on)).toMatchObject({ ok: false, code: 'not_yours' })
  })
})
