import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { openCase } from '@/db/act'
import { organizations } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast, eventsSince, lastEvent, remembered } from '@/db/testing/fixtures'
import { consequences } from './consequences'
import { type Actor, houseFor, visitor } from './kernel/actor'
import { newId } from './kernel/id'
import { ok, refuse } from './kernel/outcome'
import { applyAsCreator } from './organization/commands/apply'
import { acceptOrganization } from './organization/commands/decide'
import { checkCharacter } from './organization/rules/credit-code'
import { organizationWorkflow } from './organization/workflow'
import { look, perform } from './perform'

const { db, owner } = await cloneDatabase(import.meta.url)
let who: (email: string) => Actor
beforeAll(async () => {
  who = await cast(db)
})

let bodies = 20
const application = () => {
  const body = `91310104MB10000${bodies++}`
  return {
    name: `测试机构${body}`,
    creditCode: body + checkCharacter(body),
    provinceCode: '31',
    licenceNumber: '（沪）字第00001号',
    licenceExpiresOn: '2099-01-01' as never,
    contactName: '甲',
    email: `${newId()}@test.example`,
    password: 'long-enough-and-rare',
  }
}
const apply = async () => {
  const outcome = await perform(applyAsCreator, visitor, application(), { on: db })
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}
const accept = (actor: Actor, id: string, version = 1, key?: string) =>
  perform(acceptOrganization, actor, { id, version }, { on: db, ...(key && { key }) })

test('an act moves the case, leaves one event with its hand, and takes the case out of the queue', async () => {
  const before = await lastEvent(owner)
  const { id, number } = await apply()
  expect(number).toMatch(/^JG-\d{4}-\d{4}$/)
  expect(await eventsSince(owner, before)).toEqual(['organization.applied', 'member.founded'])
  expect(await owner.execute(sql`select step from waiting where subject_id = ${id}`)).toMatchObject([{ step: 'accept' }])
  expect(await accept(who('shen.ning@shanghai.example'), id)).toEqual(ok({ id, number }))
  const [last] = await owner.execute(
    sql`select e.name, h.member_name from events e join event_hands h on h.event_id = e.id where e.subject_id = ${id} order by e.seq desc limit 1`,
  )
  expect(last).toMatchObject({ name: 'organization.accepted', member_name: '沈宁' })
  expect(await owner.execute(sql`select 1 from waiting where subject_id = ${id}`)).toHaveLength(0)
})

test.for([
  ['not_found', 'wu.tong@yehang.example', 1],
  ['not_found', 'he.qing@zhejiang.example', 1],
  ['stale', 'shen.ning@shanghai.example', 2],
] as const)('%s writes nothing', async ([code, email, version]) => {
  const { id } = await apply()
  const before = await remembered(owner)
  const outcome = await accept(who(email), id, version)
  expect(outcome).toMatchObject({ ok: false, code })
  expect(await remembered(owner)).toEqual(before)
})

test('of twenty simultaneous acceptances exactly one lands', async () => {
  const { id } = await apply()
  const before = await lastEvent(owner)
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => accept(who('shen.ning@shanghai.example'), id)))
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.code])))).toEqual(new Set(['stale']))
  expect(await eventsSince(owner, before)).toEqual(['organization.accepted'])
})

test('of twenty equal submits one case is opened and twenty equal answers come back', async () => {
  const house = { ...houseFor(visitor), memberId: who('zhou.min@nrta.example').memberId } as Actor
  const open = (act: Parameters<typeof acceptOrganization>[0]) =>
    openCase(act, organizations, organizationWorkflow, 'enroll', { kind: 'province', name: '重复提交', shortName: '重' })
  const key = crypto.randomUUID()
  const before = await lastEvent(owner)
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => perform(open, house, null, { on: db, key })))
  expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome)))).toHaveLength(1)
  expect(await eventsSince(owner, before)).toEqual(['organization.enrolled'])
  const id = newId()
  const applied = await apply()
  const [first, again] = [
    await accept(who('shen.ning@shanghai.example'), applied.id, 1, id),
    await accept(who('shen.ning@shanghai.example'), applied.id, 1, id),
  ]
  expect(again).toEqual(first)
})

test('a consequence that fails takes the whole act back', async () => {
  const { id } = await apply()
  const before = await remembered(owner)
  consequences['organization.accepted'] = [() => Promise.reject<undefined>(new Error('no'))]
  await expect(accept(who('shen.ning@shanghai.example'), id)).rejects.toThrow('no')
  delete consequences['organization.accepted']
  expect(await remembered(owner)).toEqual(before)
})

test('a consequence that refuses takes the whole act back, and its refusal is the answer', async () => {
  const { id } = await apply()
  const before = await remembered(owner)
  consequences['organization.accepted'] = [async () => refuse('too_late')]
  expect(await accept(who('shen.ning@shanghai.example'), id)).toEqual(refuse('too_late'))
  delete consequences['organization.accepted']
  expect(await remembered(owner)).toEqual(before)
})

test('a refusal after a write takes the write back', async () => {
  const before = await remembered(owner)
  const outcome = await perform(
    async (act) => {
      await openCase(act, organizations, organizationWorkflow, 'enroll', { kind: 'province', name: '写了又拒', shortName: '写' })
      return refuse('too_late')
    },
    houseFor(visitor),
    null,
    { on: db },
  )
  expect(outcome).toEqual(refuse('too_late'))
  expect(await remembered(owner)).toEqual(before)
})

test('nothing is read without a context, and a visitor sees no application', async () => {
  const { id } = await apply()
  expect(await db.$count(organizations)).toBe(0)
  const seen = await look(visitor, (tx) => tx.select({ id: organizations.id }).from(organizations), db)
  expect(seen.length).toBeGreaterThan(30)
  expect(seen.map((row) => row.id)).not.toContain(id)
})
