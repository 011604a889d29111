import { and, eq, inArray, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { takedownOrders, waiting } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent } from '@/db/testing/fixtures'
import { aLookFor } from '@/db/testing/inspections'
import { aListedEntry, aVerifiedEntry, scopeSeenBy } from '@/db/testing/listings'
import { aPlatformAtTheDoor as applied, decideOn } from '@/db/testing/platforms'
import { approveEntry, liftEntry } from '../blacklist/commands/approve'
import type { Actor } from '../kernel/actor'
import { newId } from '../kernel/id'
import { acceptOrganization, reinstateOrganization, suspendOrganization } from '../organization/commands/decide'
import { perform } from '../perform'
import { answerOrder } from './commands/answer'
import { reappearOrder } from './commands/reappear'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const on = { db, owner }
const zhou = as('zhou.min@nrta.example')
const gao = as('gao.yuan@nrta.example')
const fang = as('fang.zheng@cnsa.example')
const hands = { proposer: as('compliance@kuaishou.example'), verifier: as('chen.li@beijing.example'), approver: zhou }

const aPlatformAtTheDoor = () => applied(on)
const decide = (command: typeof acceptOrganization, id: string, actor: Actor = gao) => decideOn(on, command, id, actor)
const ordersOf = (platformId: string) => owner.select().from(takedownOrders).where(eq(takedownOrders.platformId, platformId))
const approve = async (id: string) =>
  perform(approveEntry, zhou, { id, version: 2, checked: 'on', remark: '依据充分', ...(await scopeSeenBy(on, zhou, id)) }, { on: db })

test('a platform admitted later gets an order for everything that is listed, of that deadline, and for nothing else', async () => {
  const listed = [await aListedEntry(on, hands), await aListedEntry(on, hands, { severity: 4 })]
  const lifted = await aListedEntry(on, hands)
  await perform(liftEntry, gao, { id: lifted.id, version: 3, reason: '新版本已过审' }, { on: db })
  await aVerifiedEntry(on, hands)
  const platform = await aPlatformAtTheDoor()
  const before = await lastEvent(owner)
  expect(await decide(acceptOrganization, platform)).toMatchObject({ ok: true })
  expect(await eventsSince(owner, before)).toEqual(['organization.admitted', 'takedown.issued', 'takedown.issued'])
  const orders = await ordersOf(platform)
  expect(orders.map(({ entryId }) => entryId).sort()).toEqual(listed.map(({ id }) => id).sort())
  for (const { severity, openedAt, orderedDueAt, number, approvedBy } of orders) {
    expect(orderedDueAt.getTime() - openedAt.getTime()).toBe((severity === 4 ? 2 : 24) * 3_600_000)
    expect(number).toMatch(/^XJ-/)
    expect(approvedBy).toBe(zhou.memberId)
  }
})

test('a platform that comes back gets what it missed and nothing twice; one that is out gets nothing', async () => {
  const platform = await aPlatformAtTheDoor()
  await decide(acceptOrganization, platform)
  const had = (await ordersOf(platform)).length
  expect(await decide(suspendOrganization, platform)).toMatchObject({ ok: true })
  const missed = await aListedEntry(on, hands)
  expect(await ordersOf(platform)).toHaveLength(had)
  expect(await decide(reinstateOrganization, platform)).toMatchObject({ ok: true })
  const orders = await ordersOf(platform)
  expect(orders).toHaveLength(had + 1)
  expect(orders.filter(({ entryId }) => entryId === missed.id)).toHaveLength(1)
})

test('a lift withdraws every order that still runs, objected to or seen again as well, and leaves what was answered', async () => {
  const { id: entryId } = await aListedEntry(on, hands)
  const platforms = ['kuaishou', 'douyin', 'hongguo', 'wechat', 'taobao'].map((code) => as(`compliance@${code}.example`))
  const orders = await owner.select().from(takedownOrders).where(eq(takedownOrders.entryId, entryId))
  const orderOf = ({ organizationId }: Actor) => orders.find(({ platformId }) => platformId === organizationId)!.id
  const [objecting, careless, removing, missing, silent] = platforms as [Actor, Actor, Actor, Actor, Actor]
  const removed = { version: 1, answer: 'removed' as const, episodeCount: 80, links: [] }
  await perform(answerOrder, objecting, { id: orderOf(objecting), version: 1, answer: 'objection', reason: '同名不同作品' }, { on: db })
  for (const platform of [careless, removing]) await perform(answerOrder, platform, { id: orderOf(platform), ...removed }, { on: db })
  await perform(answerOrder, missing, { id: orderOf(missing), version: 1, answer: 'absent', note: null }, { on: db })
  await aLookFor(owner, orderOf(careless))
  const seen = { sheetId: newId(), address: 'https://v.example/again', episode: 3, startSecond: 12, note: '换封面再上架' }
  await perform(reappearOrder, fang, { orderId: orderOf(careless), ...seen, sha256: null, pictureName: null }, { on: db })
  const states = async () => {
    const now = await owner.select().from(takedownOrders).where(eq(takedownOrders.entryId, entryId))
    return [objecting, careless, silent, removing, missing].map((platform) => now.find(({ id }) => id === orderOf(platform))!.state)
  }
  expect(await states()).toEqual(['objected', 'reappeared', 'issued', 'removed', 'absent'])
  expect(await perform(liftEntry, gao, { id: entryId, version: 3, reason: '新版本已过审' }, { on: db })).toMatchObject({ ok: true })
  expect(await states()).toEqual(['withdrawn', 'withdrawn', 'withdrawn', 'removed', 'absent'])
  const runs = [objecting, careless, silent].map(orderOf)
  expect(await owner.$count(waiting, inArray(waiting.subjectId, runs))).toBe(0)
})

test('a listing and an admission at the same instant never miss each other', async () => {
  for (let round = 0; round < 6; round += 1) {
    const entry = await aVerifiedEntry(on, hands)
    const platform = await aPlatformAtTheDoor()
    const [approved, admitted] = await Promise.all([approve(entry.id), decide(acceptOrganization, platform)])
    expect(admitted).toMatchObject({ ok: true })
    if (!approved.ok) expect(await approve(entry.id), 'the admission changed what the approver saw').toMatchObject({ ok: true })
    expect(await owner.$count(takedownOrders, and(eq(takedownOrders.platformId, platform), eq(takedownOrders.entryId, entry.id)))).toBe(1)
  }
})

test('numbers of orders run without gaps, whatever was refused or fell over meanwhile', async () => {
  const rows = await owner.execute<{ n: number }>(sql`select split_part(number, '-', 3)::int as n from takedown_orders order by 1`)
  expect(rows.map(({ n }) => n)).toEqual(rows.map((_, i) => i + 1))
})
