import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { drafted, filing, offered, registered, submitted, typed } from '@/db/testing/filings'
import { cast } from '@/db/testing/fixtures'
import { type Actor, visitor } from '../kernel/actor'
import type { Day } from '../kernel/time'
import { look, perform } from '../perform'
import { saveFiling } from './commands/draft'
import { passOver, recordNumber } from './commands/number'
import { returnFiling } from './commands/review'
import { faceByNumber, filingByNumber, filingInWork, licenceOf, numbersFor, offerOf, reasonsOf, turnsOf } from './queries/case'
import { filingsBefore, ownCounts, ownFilings } from './queries/filings'
import { plansOf } from './queries/plans'
import { numbersBy, offersTo } from './queries/platform'
import { isUnderOrder16 } from './rules/promise'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const [qinghe, yehang] = [as('lin.zhi@qinghe.example'), as('wu.tong@yehang.example')]
const [zhejiang, beijing, national] = [as('he.qing@zhejiang.example'), as('chen.li@beijing.example'), as('zhou.min@nrta.example')]
const [kuaishou, douyin, cnsa] = [as('compliance@kuaishou.example'), as('compliance@douyin.example'), as('fang.zheng@cnsa.example')]
const on = { db, owner }

const draft = await drafted(on, qinghe, { title: '草稿' })
const pending = await submitted(on, qinghe, { title: '待审' })
const returned = await submitted(on, qinghe, { title: '退回' })
await perform(
  returnFiling,
  zhejiang,
  { id: returned.id, version: returned.version, objections: [{ field: 'synopsis', quote: '', reason: '缺少结局' }] },
  { on: db },
)
await perform(
  saveFiling,
  qinghe,
  { ...typed({ title: '改名', synopsis: '还在写的结局' }), id: returned.id, version: returned.version + 1 },
  { on: db },
)
const public_ = await registered(on, qinghe, zhejiang, { title: '公开' })
const elsewhere = await submitted(on, yehang, { title: '北京的' })
const offer = await offered(on, qinghe, ['kuaishou', 'douyin'], { title: '三类' })
await perform(recordNumber, kuaishou, { id: offer.id, officialNumber: '（快手）网微剧备字（2026）第700001号', asItCame: false }, { on: db })

const see = <T>(actor: Actor, work: Parameters<typeof look<T>>[1]) => look(actor, work, db)
const titles = (rows: { title: string }[]) => rows.map(({ title }) => title).toSorted()
const everyone: [string, Actor][] = [
  ['a stranger', yehang],
  ['another bureau', beijing],
  ['a platform', kuaishou],
  ['CNSA', cnsa],
  ['a visitor', visitor],
]

test('a creator has its own filings, platforms’ numbers standing with their offer', async () => {
  expect(titles((await see(qinghe, (tx) => ownFilings(tx, qinghe, {}))).rows)).toEqual(['三类', '公开', '待审', '草稿', '退回'].toSorted())
  expect(titles((await see(yehang, (tx) => ownFilings(tx, yehang, {}))).rows)).toEqual(['北京的'])
  expect((await see(qinghe, (tx) => ownFilings(tx, qinghe, { q: '三' }))).rows).toMatchObject([
    { recordedCount: 1, plannedCount: 2, pendingCount: 1, class: 3 },
  ])
  expect(titles((await see(qinghe, (tx) => ownFilings(tx, qinghe, { view: 'mine' }))).rows)).toEqual(['草稿', '退回'].toSorted())
  expect(await see(qinghe, (tx) => ownCounts(tx, qinghe))).toEqual({ all: 5, mine: 2, waiting: 2, public: 1, stopped: 0, ended: 0 })
})

test('a bureau sees what was filed with it, 总局 everything, nobody a draft', async () => {
  const before = (actor: Actor, filter = {}) => see(actor, (tx) => filingsBefore(tx, actor, filter))
  expect(titles((await before(zhejiang)).rows)).toEqual(['三类', '三类', '公开', '待审', '退回'].toSorted())
  expect(titles((await before(beijing)).rows)).toEqual(['北京的'])
  expect(titles((await before(national)).rows)).toEqual(['三类', '三类', '公开', '待审', '退回', '北京的'].toSorted())
  expect(titles((await before(national, { bureauId: beijing.organizationId })).rows)).toEqual(['北京的'])
  expect(titles((await before(beijing, { bureauId: zhejiang.organizationId })).rows)).toEqual(['北京的'])
  expect(titles((await before(national, { class: 3, q: '（快手）网微剧备字(2026)第700001号' })).rows)).toEqual(['三类'])
  expect(titles((await before(national, { state: 'submitted' })).rows)).toEqual(['北京的', '待审'].toSorted())
  expect((await before(national, { q: '100%' })).rows).toEqual([])
  for (const [, actor] of everyone.filter(([, { kind }]) => kind !== 'province')) expect((await before(actor)).rows).toEqual([])
})

test('pages follow one another without a gap', async () => {
  const seen: string[] = []
  for (let after: string | undefined, turn = 0; turn < 10; turn += 1) {
    const page = await see(national, (tx) => filingsBefore(tx, national, { after }, 2))
    seen.push(...page.rows.map(({ id }) => id))
    if (!page.next) break
    after = page.next
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toHaveLength(6)
})

describe('one filing', () => {
  const open = (actor: Actor, number: string | null) =>
    see(actor, async (tx) => {
      const found = await filingByNumber(tx, actor, number!)
      return (
        found && {
          relation: found.relation,
          turns: (await turnsOf(tx, found.filing.id)).map(({ turn }) => turn),
          reasons: (await reasonsOf(tx, found.filing.id)).length,
          licence: (await licenceOf(tx, found.filing.creatorId!)) !== null,
        }
      )
    })
  test('its creator reads what was filed and what is being written; its regulators only what was filed', async () => {
    expect(await open(qinghe, returned.number)).toEqual({ relation: 'creator', turns: [1, 2], reasons: 1, licence: true })
    expect(await open(zhejiang, returned.number)).toEqual({ relation: 'regulator', turns: [1], reasons: 1, licence: true })
    expect(await open(national, returned.number)).toEqual({ relation: 'regulator', turns: [1], reasons: 1, licence: true })
  })
  test.each(everyone)('to %s a filing does not exist before it is public, and then only its face', async (_, actor) => {
    for (const one of [pending, returned, public_]) expect(await open(actor, one.number)).toBeNull()
    for (const one of [pending, returned]) expect(await see(actor, (tx) => faceByNumber(tx, one.number!))).toBeNull()
    expect(await see(actor, (tx) => faceByNumber(tx, public_.number!))).toMatchObject({
      filing: { state: 'registered', class: 2, publicSince: public_.decidedAt },
      work: { title: '公开' },
    })
    for (const { id } of [pending, returned, public_]) {
      expect(await see(actor, (tx) => turnsOf(tx, id))).toEqual([])
      expect(await see(actor, (tx) => reasonsOf(tx, id))).toEqual([])
    }
  })
  test('a record and the offer that it answers point to each other for everybody', async () => {
    const [own] = await see(qinghe, (tx) => numbersFor(tx, offer.id))
    for (const actor of [qinghe, zhejiang, kuaishou, ...everyone.map(([, one]) => one)]) {
      expect(await see(actor, (tx) => numbersFor(tx, offer.id))).toEqual([own])
      expect(await see(actor, (tx) => offerOf(tx, offer.id))).toBe(offer.number)
    }
  })
  test('whether it is under Order 16 is told by the day of its first submit, and the day is not', async () => {
    for (const day of ['2025-06-01', '2026-08-31', '2026-09-01', '2026-11-20'] as Day[]) {
      await owner.execute(sql`update registrations set ruled_on = ${day} where id = ${public_.id}`)
      const found = await see(visitor, (tx) => faceByNumber(tx, public_.number!))
      expect(found?.filing.isUnderOrder16, day).toBe(isUnderOrder16(day))
    }
  })
  test('for whom it is planned its creator and its regulators read, a platform of itself, all others only how many have still to answer', async () => {
    const plans = (actor: Actor) =>
      see(actor, async (tx) => {
        const { filing } = (await filingByNumber(tx, actor, offer.number!))!
        return [filing.plannedPlatformIds, filing.pendingPlatformIds, filing.plannedCount, filing.pendingCount]
      })
    const [recorded, asked] = [kuaishou.organizationId, douyin.organizationId]
    for (const actor of [qinghe, zhejiang, national]) expect(await plans(actor)).toEqual([[recorded, asked], [asked], 2, 1])
    expect(await plans(kuaishou)).toEqual([[recorded], [], 2, 1])
    expect(await plans(douyin)).toEqual([[asked], [asked], 2, 1])
    for (const actor of [yehang, beijing, cnsa, visitor, as('compliance@wechat.example')]) {
      expect(await see(actor, (tx) => faceByNumber(tx, offer.number!))).toMatchObject({ filing: { pendingCount: 1 } })
      expect(await see(actor, (tx) => plansOf(tx, offer.id))).toEqual({ plannedPlatformIds: [], pendingPlatformIds: [] })
    }
  })
  test('an offer is read by its planned platforms alone', async () => {
    expect(await open(kuaishou, offer.number)).toMatchObject({ relation: 'platform', turns: [1], reasons: 0, licence: false })
    expect(await open(as('compliance@wechat.example'), offer.number)).toBeNull()
  })
  test('a draft and a returned filing are in the hands of their creator alone', async () => {
    for (const { id } of [draft, returned]) {
      expect(await see(qinghe, (tx) => filingInWork(tx, qinghe, id))).toMatchObject({ id })
      for (const actor of [yehang, zhejiang, national, kuaishou]) expect(await see(actor, (tx) => filingInWork(tx, actor, id))).toBeNull()
    }
    expect(await see(qinghe, (tx) => filingInWork(tx, qinghe, pending.id))).toBeNull()
  })
})

test('a platform has the works that wait for its number, and the numbers that it gave', async () => {
  expect(titles((await see(douyin, (tx) => offersTo(tx, douyin, {}))).rows)).toEqual(['三类'])
  expect((await see(kuaishou, (tx) => offersTo(tx, kuaishou, {}))).rows).toEqual([])
  expect((await see(kuaishou, (tx) => numbersBy(tx, kuaishou, { q: '700001' }))).rows).toMatchObject([
    { title: '三类', officialNumber: '（快手）网微剧备字（2026）第700001号', isListed: false },
  ])
  expect((await see(douyin, (tx) => numbersBy(tx, douyin, {}))).rows).toEqual([])
  await perform(passOver, douyin, { id: offer.id, reason: '' }, { on: db })
  expect((await see(douyin, (tx) => offersTo(tx, douyin, {}))).rows).toEqual([])
  for (const actor of [qinghe, zhejiang, cnsa]) expect((await see(actor, (tx) => offersTo(tx, actor, {}))).rows).toEqual([])
  expect(await filing(owner, elsewhere.id)).toMatchObject({ state: 'submitted' })
})
