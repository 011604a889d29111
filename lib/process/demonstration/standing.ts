import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { demonstrations } from '@/db/schema'
import { read } from '@/db/transaction'
import { houseFor, visitor } from '@/lib/kernel/actor'

/**
 * What a database holds: nothing yet; something that is no demonstration; a demonstration whose making was cut off; one that
 * somebody has acted in since, or that is not a day old; one older than a day that nobody has touched.
 */
export type Standing = 'empty' | 'foreign' | 'unfinished' | 'kept' | 'outdated'

type Facts = { begun: boolean; finished: boolean; old: boolean; touched: boolean; empty: boolean }

/** A member's act leaves an event or the key of its form; what is only typed or uploaded leaves a draft. */
const facts = sql`
  select not exists (select from member_secrets) as empty, d.begun_at is not null as begun, d.finished_at is not null as finished,
    coalesce(d.finished_at < now() - interval '1 day', false) as old,
    exists (select from events where seq > d.last_event and actor_kind not in ('house', 'clock'))
      or exists (select from form_keys where at > d.finished_at)
      or exists (select from registration_contents where saved_at > d.finished_at)
      or exists (select from violations where opened_at > d.finished_at)
      or exists (select from violation_evidence where added_at > d.finished_at) as touched
  from (select 1) one left join demonstrations d on true`

export async function standingOf(on: Db): Promise<Standing> {
  const [found] = await read(on, houseFor(visitor), (tx) => tx.execute<Facts>(facts))
  const { begun, finished, old, touched, empty } = found!
  if (!begun) return empty ? 'empty' : 'foreign'
  if (!finished) return 'unfinished'
  return old && !touched ? 'outdated' : 'kept'
}

/** Does a portal work on this database now? Its worker says every few seconds that it is alive. */
export async function isServed(on: Db): Promise<boolean> {
  const [row] = await on.execute<{ served: boolean }>(
    sql`select exists (select from heartbeats where at > now() - interval '20 seconds') as served`,
  )
  return row!.served
}

/** Notes that the making begins; of two that begin at once the second is told no. */
export async function begin(on: Db): Promise<boolean> {
  const begun = await on.insert(demonstrations).values({ begunAt: sql`now()` }).onConflictDoNothing().returning({ one: demonstrations.one })
  return begun.length === 1
}

export const finish = (on: Db, lastEvent: number) => on.update(demonstrations).set({ finishedAt: sql`now()`, lastEvent })
