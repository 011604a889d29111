import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { cast, setClock } from '@/db/testing/fixtures'
import { aListedEntry, aProposal, aVerifiedEntry, aWork } from '@/db/testing/listings'
import { type Actor, mintActor, visitor } from '../kernel/actor'
import { look, perform } from '../perform'
import { escalateOverdue } from '../process/clock'
import { answerOrder } from '../takedown/commands/answer'
import { queueBadge, queueCounts, queueOf } from './queries/queue'

const { db, owner } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const on = { db, owner }
const kuaishou = as('compliance@kuaishou.example')
const douyin = as('compliance@douyin.example')
const beijing = as('chen.li@beijing.example')
const zhejiang = as('he.qing@zhejiang.example')
const zhou = as('zhou.min@nrta.example')
const gao = as('gao.yuan@nrta.example')
const hands = { proposer: kuaishou, verifier: beijing, approver: zhou }
const queue = (actor: Actor, filter: Parameters<typeof queueOf>[2] = {}) => look(actor, (tx) => queueOf(tx, actor, filter), db)
const acts = async (actor: Actor) => [...new Set((await queue(actor)).rows.map(({ act }) => act))].sort()

beforeAll(async () => {
  await owner.execute(sql`delete from waiting`)
  const named = await aWork(on, { title: '夜宴' })
  await aProposal(on, hands)
  await aVerifiedEntry(on, hands, { severity: 4 })
  const listed = await aListedEntry(on, hands, { dramaId: named.id })
  const [order] = await owner.execute<{ id: string }>(
    sql`select id from takedown_orders where entry_id = ${listed.id} and platform_id = ${douyin.organizationId}`,
  )
  await perform(answerOrder, douyin, { id: order!.id, version: 1, answer: 'objection', reason: '链接非本平台' }, { on: db })
})

test('each sees what its own duties may do for its own organization, and nothing else', async () => {
  expect(await acts(beijing)).toEqual(['blacklist.verify'])
  expect(await acts(zhejiang)).toEqual([])
  expect(await acts(gao)).toEqual(['blacklist.approve', 'takedown.overrule'])
  expect(await acts(mintActor({ ...gao, duties: ['national.reviewer'] }))).toEqual([])
  // The objection is against a listing of her own: another approver rules on it.
  expect(await acts(zhou)).toEqual(['blacklist.approve'])
  expect(await look(zhou, (tx, now) => queueBadge(tx, zhou, now), db)).toMatchObject({ count: 1 })
  expect(await acts(kuaishou)).toEqual(['takedown.remove'])
  expect(await acts(mintActor({ ...kuaishou, duties: ['admin'] }))).toEqual([])
  expect(await acts(douyin)).toEqual([])
  expect(await acts(as('wu.tong@yehang.example'))).toEqual([])
  expect(await look(visitor, (tx, now) => queueBadge(tx, visitor, now), db)).toEqual({ count: 0, overdue: 0 })
})

test('a row says on what it rests and from whom it came', async () => {
  const [verify] = (await queue(beijing)).rows
  expect(verify).toMatchObject({
    act: 'blacklist.verify',
    severity: 4,
    number: expect.stringMatching(/^HM-/),
    facts: {
      noun: 'blacklist',
      codes: ['V10-05', 'V04-02'],
      proposer: { shortName: '快手' },
      bureau: { shortName: '北京局' },
      verified: false,
    },
  })
  const overrule = (await queue(gao)).rows.find(({ act }) => act === 'takedown.overrule')
  expect(overrule).toMatchObject({
    facts: { noun: 'takedown', platform: { shortName: '抖音', nameEn: 'Douyin' }, objection: { reason: '链接非本平台' } },
  })
})

test('what is escalated stands in both queues, most overdue first, and is counted', async () => {
  await setClock(owner, 25 * 3600)
  await escalateOverdue(db)
  const { rows } = await queue(gao)
  expect(rows.map(({ act }) => act)).toEqual([
    'blacklist.approve',
    'takedown.remind',
    'takedown.remind',
    'takedown.remind',
    'takedown.remind',
    'takedown.overrule',
  ])
  expect(rows.find(({ act, escalatedFrom }) => act === 'takedown.remind' && escalatedFrom?.shortName === '快手')).toBeDefined()
  expect(await look(gao, (tx, now) => queueCounts(tx, gao, now), db)).toMatchObject({
    total: 6,
    overdue: 5,
    byAct: new Map([
      ['blacklist.approve', 1],
      ['takedown.overrule', 1],
      ['takedown.remind', 4],
    ]),
  })
  expect(await look(gao, (tx, now) => queueBadge(tx, gao, now), db)).toEqual({ count: 6, overdue: 5 })
  expect(await look(kuaishou, (tx, now) => queueBadge(tx, kuaishou, now), db)).toEqual({ count: 1, overdue: 1 })
})

test('is narrowed by act, severity and words, and paged without a row lost or doubled', async () => {
  expect((await queue(gao, { act: 'takedown.remind' })).rows).toHaveLength(4)
  expect((await queue(gao, { severity: 4 })).rows.map(({ act }) => act)).toEqual(['blacklist.approve'])
  expect((await queue(gao, { q: '夜宴' })).rows.length).toBeGreaterThan(0)
  expect((await queue(gao, { q: '%' })).rows).toEqual([])
  await owner.execute(sql`insert into waiting (subject_id, organization_id, noun, title, step, duties, due_at, since)
    select gen_random_uuid(), ${beijing.organizationId}, 'violation', '第' || i, 'uphold', '{province.reviewer}', case when i % 7 = 0 then 'infinity' else date_trunc('second', now()) + make_interval(hours => i / 3) end, now() from generate_series(1, 130) i`)
  const seen: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await queue(beijing, { act: 'violation.uphold', ...(after && { after }) })
    seen.push(...page.rows.map(({ id }) => id))
    if (!page.next) break
    after = page.next
  }
  expect(seen).toHaveLength(130)
  expect(new Set(seen).size).toBe(130)
  const { rows: first } = await queue(beijing)
  expect(first.map(({ dueAt }) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY)).toEqual(
    first.map(({ dueAt }) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY).toSorted((a, b) => a - b),
  )
})

test('one index answers it', async () => {
  await owner.execute(
    sql`insert into waiting (subject_id, organization_id, noun, title, step, duties, due_at, since) select gen_random_uuid(), case when i % 5 = 0 then ${beijing.organizationId}::uuid else gen_random_uuid() end, 'violation', 'x', 'uphold', '{province.reviewer}', now() + make_interval(mins => i), now() from generate_series(1, 20000) i`,
  )
  await owner.execute(sql`analyze waiting`)
  const plan = await owner.execute<{ 'QUERY PLAN': string }>(
    sql`explain select * from waiting where organization_id = ${beijing.organizationId}::uuid and duties && '{province.reviewer}' and (due_at, subject_id) > (now(), '00000000-0000-0000-0000-000000000000'::uuid) order by due_at, subject_id limit 51`,
  )
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Scan using waiting_queue/)
})
