import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import pack from '../../package.json' with { type: 'json' }

const PATIENCE = 3_000
type Part = 'ok' | 'down' | 'unknown'
export type Health = { status: 'ok' | 'down'; database: Part; worker: Part; version: string }

/** The worker says every few seconds that it is alive; after 20 seconds of silence it counts as down. */
async function workerOf() {
  const [row] = await db().execute<{ alive: boolean }>(
    sql`select exists (select from heartbeats where process = 'worker' and at > now() - interval '20 seconds') as alive`,
  )
  return row?.alive ? 'ok' : 'down'
}

/** How the parts of the portal are; what is behind a database that is down is unknown. */
export async function health(): Promise<Health> {
  const worker = await Promise.race([workerOf(), sleep(PATIENCE, undefined, { ref: false })]).catch(() => undefined)
  return {
    status: worker === 'ok' ? 'ok' : 'down',
    database: worker ? 'ok' : 'down',
    worker: worker ?? 'unknown',
    version: pack.version,
  }
}
