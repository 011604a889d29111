import { eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { heartbeats } from '@/db/schema'
import { strike } from './clock'
import { log } from './log'
import { type Loop, turnAll } from './loop'

const PROCESS = 'worker'
const say = log(PROCESS)

async function beat() {
  const at = sql`clock_timestamp()`
  await db().insert(heartbeats).values({ process: PROCESS, at }).onConflictDoUpdate({ target: heartbeats.process, set: { at } })
}

const loops: Loop[] = [
  { name: 'heartbeat', every: 5_000, work: beat },
  { name: 'clock', every: 10_000, work: () => strike() },
]

const end = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => end.abort())

await turnAll(loops, end.signal, ({ loop, error, failures, outage }) =>
  outage ? say.warn({ loop }, 'the database is away') : say.error({ loop, failures, err: error }, 'a round failed'),
)
await db()
  .delete(heartbeats)
  .where(eq(heartbeats.process, PROCESS))
  .catch(() => {})
await db().$client.end({ timeout: 5 })
