import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Act, ActEvent } from '@/db/act'
import { dramas, registerNames, registrations, waiting } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { filing, offered, registered, submitted } from '@/db/testing/filings'
import { cast } from '@/db/testing/fixtures'
import { consequences } from '../consequences'
import { houseFor, visitor } from '../kernel/actor'
import { ok } from '../kernel/outcome'
import { look, perform } from '../perform'
import { recordNumber } from './commands/number'
import { approveFiling, forwardFiling, publishNotice } from './commands/review'
import { plansOf } from './queries/plans'
import { answerOf } from './rules/answer'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const creator = as('lin.zhi@qinghe.example')
const reviewer = as('he.qing@zhejiang.example')
const national = as('zhou.min@nrta.example')
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const on = { db, owner }

/** What the registers do when the blacklist says this of these works. */
const happens = (name: 'blacklist.approved' | 'blacklist.lifted', dramaIds: (string | null)[]) =>
  perform(
    async (act: Act) => {
      const event = {
        id: crypto.randomUUID(),
        name,
        noun: 'blacklist',
        subjectId: crypto.randomUUID(),
        detail: { dramaIds },
        cause: null,
        by: act.actor,
        words: [],
      } as ActEvent
      const registers = ['countListed', 'countLifted', 'suspendHit', 'restoreFreed', 'nameListed']
      for (const follow of consequences[name] ?? []) if (registers.includes(follow.name)) await follow(act, event)
      return ok(null)
    },
    houseFor(visitor),
    undefined,
    { on: db },
  )
const stateOf = async (id: string) => (await filing(owner, id)).state
const listedIn = async (dramaId: string | null) =>
  (await owner.select({ listedCount: dramas.listedCount }).from(dramas).where(eq(dramas.id, dramaId!)))[0]?.listedCount

test('a listing stops what is registered of the works it hits, and one lift gives back only what no other entry hits', async () => {
  const [hit, twice, spared] = [
    await registered(on, creator, reviewer),
    await registered(on, creator, reviewer, { title: '两次' }),
    await registered(on, creator, reviewer, { title: '无关' }),
  ]
  await happens('blacklist.approved', [hit.dramaId, twice.dramaId])
  await happens('blacklist.approved', [twice.dramaId])
  expect(await Promise.all([hit, twice, spared].map(({ id }) => stateOf(id)))).toEqual(['suspended', 'suspended', 'registered'])
  expect(await Promise.all([hit, twice, spared].map(({ dramaId }) => listedIn(dramaId)))).toEqual([1, 2, 0])
  const names = await owner
    .select()
    .from(registerNames)
    .where(inArray(registerNames.dramaId, [hit.dramaId!, spared.dramaId!]))
  expect(new Set(names.map(({ dramaId, state }) => `${dramaId === hit.dramaId} ${state}`))).toEqual(
    new Set(['true listed', 'false registered']),
  )

  await happens('blacklist.lifted', [hit.dramaId, twice.dramaId])
  expect(await Promise.all([hit, twice].map(({ id }) => stateOf(id)))).toEqual(['registered', 'suspended'])
  await happens('blacklist.lifted', [twice.dramaId])
  expect(await stateOf(twice.id)).toBe('registered')
  expect(await filing(owner, twice.id)).toMatchObject({ officialNumber: twice.officialNumber })
})

test('the published notice of a Class I work is stopped by a listing and stands again after the lift', async () => {
  const { id, version } = await submitted(on, creator, { title: '大江', investment: '3,200,000' })
  await perform(forwardFiling, reviewer, { id, version, opinion: '' }, { on: db })
  await perform(publishNotice, national, { id, version: version + 1 }, { on: db })
  const { state, dramaId } = await filing(owner, id)
  expect(state).toBe('published')
  await happens('blacklist.approved', [dramaId])
  expect(await filing(owner, id)).toMatchObject({ state: 'suspended', stateBefore: 'published' })
  await happens('blacklist.lifted', [dramaId])
  expect(await stateOf(id)).toBe('published')
})

test('an offer of a listed work cannot be numbered; the numbers it has are stopped', async () => {
  const offer = await offered(on, creator, ['kuaishou', 'douyin'])
  await perform(
    recordNumber,
    kuaishou,
    { id: offer.id, officialNumber: '（快手）网微剧备字（2026）第555001号', asItCame: false },
    { on: db },
  )
  await happens('blacklist.approved', [offer.dramaId])
  expect(
    await perform(
      recordNumber,
      douyin,
      { id: offer.id, officialNumber: '（抖音）网微剧备字（2026）第555002号', asItCame: false },
      { on: db },
    ),
  ).toMatchObject({ code: 'work_is_listed' })
  const [own] = await owner.select().from(registrations).where(eq(registrations.offerId, offer.id))
  expect(own?.state).toBe('suspended')
  expect(await filing(owner, offer.id)).toMatchObject({ state: 'suspended', stateBefore: 'offered' })
  const asked = () => owner.select({ by: waiting.organizationId }).from(waiting).where(eq(waiting.subjectId, offer.id))
  expect(await asked()).toEqual([])
  const answers = async () => {
    const stands = { ...(await filing(owner, offer.id)), ...(await look(visitor, (tx) => plansOf(tx, offer.id), owner)) }
    const [given] = await owner.select().from(registrations).where(eq(registrations.offerId, offer.id))
    return [answerOf(stands, kuaishou.organizationId!, given), answerOf(stands, douyin.organizationId!)]
  }
  expect(await answers()).toEqual(['suspended', 'stopped'])

  await happens('blacklist.lifted', [offer.dramaId])
  expect(await stateOf(offer.id)).toBe('offered')
  expect(await asked()).toEqual([{ by: douyin.organizationId }])
  expect(await answers()).toEqual(['recorded', 'waiting'])
})

test('a listing and an approval that meet leave no listed work registered', async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    const { id, version, dramaId } = await submitted(on, creator)
    const [approved] = await Promise.all([
      perform(approveFiling, reviewer, { id, version }, { on: db }),
      happens('blacklist.approved', [dramaId]),
    ])
    expect(await listedIn(dramaId)).toBe(1)
    expect(await stateOf(id)).toBe(approved.ok ? 'suspended' : 'submitted')
  }
})

test('a listing and a number that meet do not wait for each other', async () => {
  for (let turn = 0; turn < 8; turn += 1) {
    const offer = await offered(on, creator, ['kuaishou', 'douyin'])
    const officialNumber = `（快手）网微剧备字（2026）第55510${turn}号`
    const [recorded] = await Promise.all([
      perform(recordNumber, kuaishou, { id: offer.id, officialNumber, asItCame: false }, { on: db }),
      happens('blacklist.approved', [offer.dramaId]),
    ])
    if (!recorded.ok) expect(recorded.code).toBe('work_is_listed')
    const stood = await owner.select().from(registrations).where(eq(registrations.dramaId, offer.dramaId!))
    expect(new Set(stood.map(({ state }) => state))).toEqual(new Set(['suspended']))
    expect(stood).toHaveLength(recorded.ok ? 2 : 1)
  }
})
