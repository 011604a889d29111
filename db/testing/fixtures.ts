import { sql } from 'drizzle-orm'
import { castOf } from '../../lib/process/demonstration/people'
import type { Db } from '../client'

/** The demonstration's people by e-mail address, as Actors; every cloned database has them. */
export const cast = castOf

/** Everything that acts write, as the owner sees it: equal before and after means that nothing was written. */
export async function remembered(owner: Db) {
  const tables = await owner.execute<{ name: string }>(
    sql`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('heartbeats') order by 1`,
  )
  const rows: Record<string, unknown> = {}
  for (const { name } of tables)
    rows[name] = (
      await owner.execute<{ digest: string }>(
        sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${sql.identifier(name)} t`,
      )
    )[0]!.digest
  return rows
}

/** Names of the events recorded since a sequence number, in order. */
export async function eventsSince(owner: Db, seq: number) {
  return (await owner.execute<{ name: string }>(sql`select name from events where seq > ${seq} order by seq`)).map(({ name }) => name)
}
export const lastEvent = async (owner: Db) =>
  Number((await owner.execute<{ seq: string }>(sql`select coalesce(max(seq), 0) as seq from events`))[0]!.seq)

/** Moves the acts' clock of this database alone. */
export const setClock = (owner: Db, offsetSeconds: number) =>
  owner.execute(
    sql`insert into test_clock (one, offset_seconds) values (1, ${offsetSeconds}) on conflict (one) do update set offset_seconds = excluded.offset_seconds`,
  )
