import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { type Db, open } from '@/db/client'
import { serve } from '@/db/embedded/server'
import * as schema from '@/db/schema'
import { takedownOrders } from '@/db/schema'
import { reported } from '@/db/testing/reports'
import { scratch } from '@/db/testing/scratch'
import { settle } from '@/e2e/drill/acts'
import { listing, newTitle, PLATFORMS, type Scene, tellStory } from '@/e2e/drill/stories'
import type { Outcome } from '@/lib/kernel/outcome'
import { perform } from '@/lib/perform'
import { answerOrder } from '@/lib/takedown/commands/answer'
import { openDraft } from '@/lib/violation/commands/draft'
import { fileViolation } from '@/lib/violation/commands/file'
import { knownTo, plainly } from './acts/plain'
import { writtenBy } from './acts/written'
import { median, rate } from './pace'
import { keepResult } from './results'

const ROUNDS = 5
const GOAL = 0.5
/** At once, and how many acts of each side a round takes. */
const SIZES = [
  [1, 150],
  [8, 400],
  [32, 400],
] as const
const CONNECTIONS = 32
const ACTS_UNTIL_LISTED = 6

/** A case that waits for its act. */
type Ready = { id: string; act: (on: Db) => Promise<Outcome<unknown>> }

async function send({ act }: Ready, on: Db) {
  const outcome = await act(on)
  if (!outcome.ok) throw new Error(outcome.code)
}

/** Reports' drafts that only have to be filed. */
async function drafted({ as }: Scene, on: Db): Promise<Ready[]> {
  const filer = as('compliance@kuaishou.example')
  const opened = await perform(openDraft, filer, undefined, { on })
  if (!opened.ok) throw new Error(opened.code)
  const { id } = opened.value
  const input = reported(id, 1, { seenOn: '2025-01-01', title: newTitle() })
  return [{ id, act: (through) => perform(fileViolation, filer, input, { on: through, key: randomUUID() }) }]
}

/** The orders of a work that was listed just now, each to be answered with "removed". */
async function ordered(scene: Scene, on: Db): Promise<Ready[]> {
  const entryId = await tellStory(listing(scene), on, ACTS_UNTIL_LISTED)
  const actors = new Map(PLATFORMS.map((email) => [scene.as(email).organizationId, scene.as(email)]))
  const orders = await scene.owner.select().from(takedownOrders).where(eq(takedownOrders.entryId, entryId!))
  return orders.map(({ id, platformId }) => {
    const input = { id, version: 1, answer: 'removed' as const, episodeCount: 80, links: ['https://example.cn/v/1'] }
    return { id, act: (through) => perform(answerOrder, actors.get(platformId)!, input, { on: through, key: randomUUID() }) }
  })
}

const directory = scratch('bench-')
const server = await serve(directory)
try {
  const as = await settle(server)
  let statements = 0
  const counting = drizzle(
    postgres(server.appUrl, {
      max: 1,
      onnotice: () => {},
      debug: () => {
        statements += 1
      },
    }),
    { schema },
  )
  const db = open(server.appUrl, CONNECTIONS)
  const plain = postgres(server.appUrl, { max: CONNECTIONS, onnotice: () => {} })
  const watcher = postgres(server.ownerUrl, { max: 1, onnotice: () => {} })
  const owner = open(server.ownerUrl, 8)
  const scene: Scene = { as, owner }
  await Promise.all(
    Array.from({ length: CONNECTIONS }, () => Promise.all([plain`select pg_sleep(0.1)`, db.execute('select pg_sleep(0.1)')])),
  )
  for (const [name, prepare] of [
    ['file a report', drafted],
    ['answer an order', ordered],
  ] as const) {
    const ready: Ready[] = []
    const take = async (count: number) => {
      while (ready.length < count) ready.push(...(await Promise.all(Array.from({ length: 8 }, () => prepare(scene, db)))).flat())
      return ready.splice(0, count)
    }
    // What it costs: the second of two, for the first has the rulebook to read and its statements to prepare.
    const [first, sample] = (await take(2)) as [Ready, Ready]
    await send(first, counting)
    const known = await knownTo(watcher)
    const wal = async () => (await watcher<{ at: string }[]>`select pg_current_wal_insert_lsn() - '0/0' as at`)[0]!.at
    let bytes = 0
    const changes = await writtenBy(watcher, async () => {
      statements = 0
      const before = await wal()
      await send(sample, counting)
      bytes = Number(await wal()) - Number(before)
    })
    const count = (kind: 'inserted' | 'updated' | 'deleted') => changes.reduce((sum, change) => sum + change[kind].length, 0)
    console.log(
      `${name}: ${statements} statements, ${count('inserted')} rows new, ${count('updated')} changed, ${count('deleted')} gone, ${bytes} bytes of WAL`,
    )
    const again = plainly(changes, sample.id, known)
    for (const [atOnce, acts] of SIZES) {
      const rates: { portal: number; direct: number }[] = []
      for (let round = 0; round <= ROUNDS; round += 1) {
        const [ours, theirs] = [await take(acts), await take(acts)]
        const direct = await rate(theirs, atOnce, ({ id }) => again(plain, id))
        const portal = await rate(ours, atOnce, (one) => send(one, db))
        // The first round warms both up.
        if (round > 0) rates.push({ portal, direct })
      }
      const [value, baseline] = [median(rates.map(({ portal }) => portal)), median(rates.map(({ direct }) => direct))]
      keepResult({
        name: `acts: ${name}, ${atOnce} at once`,
        value: Math.round(value),
        unit: 'acts/s',
        baseline: Math.round(baseline),
        ratio: Number(median(rates.map(({ portal, direct }) => portal / direct)).toFixed(2)),
        goal: GOAL,
        atMost: false,
      })
    }
  }
  console.log(`On ${availableParallelism()} cores`)
  await Promise.all([plain.end(), watcher.end(), owner.$client.end(), db.$client.end(), counting.$client.end()])
} finally {
  await server.stop()
  rmSync(directory, { recursive: true, force: true, maxRetries: 20 })
}
process.exit()
