import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { miniPrograms, placements, platformAccounts, subjectNames } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { aWork } from '@/db/testing/listings'
import type { Actor } from '../../kernel/actor'
import { ok } from '../../kernel/outcome'
import { perform } from '../../perform'
import { noteAccount, noteMiniProgram, notePlacements } from './note'

const { db, owner } = await cloneDatabase(import.meta.url)
const people = await cast(db)
const [kuaishou, douyin, cnsa] = ['compliance@kuaishou.example', 'he.shan@douyin.example', 'xu.qing@cnsa.example'].map(people) as [
  Actor,
  Actor,
  Actor,
]
const platformId = kuaishou.organizationId!
const note = (actor: Actor, name: string) =>
  perform(async (act) => ok(await noteMiniProgram(act, { platformId, appId: 'ks1', name })), actor, undefined, { on: db })
const account = (actor: Actor, handle: string) =>
  perform(async (act) => ok(await noteAccount(act, { platformId, accountId: 'a1', handle })), actor, undefined, { on: db })

test('twenty who note the same mini-program at once all get one', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, (_, n) => note(n % 2 ? douyin : cnsa, `名称 ${n}`)))
  expect(new Set(ids.map((one) => one.ok && one.value)).size).toBe(1)
  expect(await owner.select().from(miniPrograms)).toHaveLength(1)
})

test('a name is its own platform’s to change, and nobody else’s', async () => {
  await account(douyin, '夜色剧场')
  await account(cnsa, '别的写法')
  expect(await owner.select({ handle: platformAccounts.handle }).from(platformAccounts)).toEqual([{ handle: '夜色剧场' }])
  await account(kuaishou, '夜色剧场官方')
  expect(await owner.select({ handle: platformAccounts.handle }).from(platformAccounts)).toEqual([{ handle: '夜色剧场官方' }])
})

test('what an account was called before is kept, each name once for each time that it was given up', async () => {
  const accountId = 'renamed'
  const called = (actor: Actor, handle: string, at: Date) =>
    perform(async (act) => ok(await noteAccount(act, { platformId, accountId, handle })), actor, undefined, { on: db, at })
  const day = (n: number) => new Date(Date.UTC(2026, 9, n))
  for (const [handle, n] of [
    ['甲', 1],
    ['甲', 2],
    ['乙', 3],
    ['甲', 4],
  ] as const)
    await called(kuaishou, handle, day(n))
  await called(cnsa, '丙', day(5))
  const names = await owner
    .select({ name: subjectNames.name, untilAt: subjectNames.untilAt })
    .from(subjectNames)
    .innerJoin(platformAccounts, eq(platformAccounts.id, subjectNames.subjectId))
    .where(eq(platformAccounts.accountId, accountId))
    .orderBy(subjectNames.untilAt)
  expect(names).toEqual([
    { name: '甲', untilAt: day(3) },
    { name: '乙', untilAt: day(4) },
  ])
})

test('an address is noted once for each work and platform', async () => {
  const work = await aWork({ db, owner })
  const placed = {
    dramaId: work.id,
    platformId,
    addresses: ['https://k.example/1', 'https://k.example/2'],
    miniProgramId: null,
    accountId: null,
  }
  for (const actor of [kuaishou, cnsa]) await perform(async (act) => ok(await notePlacements(act, placed)), actor, undefined, { on: db })
  expect(await owner.select().from(placements)).toHaveLength(2)
})
