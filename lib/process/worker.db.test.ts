import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { mortal } from '@/db/embedded/confinement'
import { penalties, takedownOrders, waiting } from '@/db/schema'
import { cloneDatabase } from '@/db/testing/database'
import { cast } from '@/db/testing/fixtures'
import { aListedEntry } from '@/db/testing/listings'
import { choosing, imposed, upheldAccount } from '@/db/testing/penalties'
import { NATIONAL_ID } from '../kernel/id'
import { buildPrograms } from './build'

const { db, owner, url } = await cloneDatabase(import.meta.url)
const as = await cast(db)
const kuaishou = as('compliance@kuaishou.example')
const reviewer = as('chen.li@beijing.example')
const hands = { proposer: kuaishou, verifier: reviewer, approver: as('zhou.min@nrta.example') }
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
const KILLS = 20
const workers = new Set<ReturnType<typeof spawn>>()
afterAll(() => {
  for (const worker of workers) worker.kill('SIGKILL')
})

const PROGRAMS = resolve('e2e/results/process')
await buildPrograms(PROGRAMS)

/** The worker as the portal runs it, in a process that dies with this one. */
function startWorker() {
  const [program, words] = mortal('TERM', process.execPath, [`${PROGRAMS}/worker.mjs`])
  const worker = spawn(program, words, {
    env: { ...process.env, DATABASE_URL: url, DEMO: '1', NODE_ENV: 'production', LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  })
  workers.add(worker)
  return worker
}

async function killWorkers() {
  await Promise.all(
    [...workers].map((worker) => {
      worker.kill('SIGKILL')
      return once(worker, 'exit')
    }),
  )
  workers.clear()
}

const count = async (names: string[]) =>
  (await owner.execute<{ n: number }>(sql`select count(*)::int as n from events where name in ${names}`))[0]!.n
const done = () => count(['takedown.escalated', 'penalty.expired'])

/** How often each case was escalated or has expired. */
const timesOf = async (name: string) =>
  new Map(
    (
      await owner.execute<{ id: string; n: number }>(
        sql`select subject_id as id, count(*)::int as n from events where name = ${name} group by 1`,
      )
    ).map(({ id, n }) => [id, n]),
  )

test('workers killed again and again escalate every overdue order once and end every ban once, and leave the rest alone', {
  timeout: 400_000,
}, async () => {
  const on = { db, owner }
  for (let i = 0; i < 24; i += 1) await aListedEntry(on, hands, { at: daysAgo(3) })
  await aListedEntry(on, hands)
  for (const [ago, many] of [
    [10, 12],
    [3, 3],
  ] as const)
    for (let i = 0; i < many; i += 1)
      await imposed(
        { ...on, at: daysAgo(ago) },
        kuaishou,
        await upheldAccount({ ...on, at: daysAgo(ago) }, kuaishou, reviewer),
        choosing('P4:7', { reason: '首次' }),
      )
  const orders = await owner.select().from(takedownOrders)
  const overdue = orders.filter(({ dueAt }) => dueAt! < new Date())
  const over = (await owner.select().from(penalties)).filter(({ endsAt }) => endsAt! < new Date())
  expect([overdue.length, orders.length - overdue.length, over.length]).toEqual([120, 5, 12])

  let kills = 0
  for (let seen = await done(); seen < 132 || kills < KILLS; seen = await done()) {
    startWorker()
    if (kills % 2) startWorker()
    const goal = Math.min(132, seen + 1 + Math.floor(Math.random() * 6))
    for (const began = Date.now(); (await done()) < goal; await sleep(2))
      if (Date.now() - began > 60_000) throw new Error(`still ${await done()}`)
    await killWorkers()
    kills += 1
  }
  expect(kills).toBeGreaterThanOrEqual(KILLS)

  startWorker()
  for (const began = Date.now(); (await done()) === 132 && Date.now() - began < 4_000; ) await sleep(100)
  await killWorkers()
  expect(await timesOf('takedown.escalated')).toEqual(new Map(overdue.map(({ id }) => [id, 1])))
  expect(await timesOf('penalty.expired')).toEqual(new Map(over.map(({ id }) => [id, 1])))
  const above = await owner.select().from(waiting).where(eq(waiting.organizationId, NATIONAL_ID))
  expect(new Set(above.filter(({ noun }) => noun === 'takedown').map(({ subjectId }) => subjectId))).toEqual(
    new Set(overdue.map(({ id }) => id)),
  )
  expect((await owner.select().from(penalties).where(eq(penalties.state, 'ended'))).length).toBe(12)
})
