import { sql } from 'drizzle-orm'
import { open } from '@/db/client'
import type { Load } from './load'

/** The barest work: a pair of rows in a table of its own. */
export const pairs: Load = async ({ ownerUrl }) => {
  const owner = open(ownerUrl, 1)
  await owner.execute(sql`create table pairs (id text, half int, primary key (id, half))`)
  await owner.execute(sql`grant select, insert on pairs to portal_app`)
  await owner.$client.end()
  return {
    work: (db, id, pause) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`insert into pairs values (${id}, 1)`)
        await pause()
        await tx.execute(sql`insert into pairs values (${id}, 2)`)
      }),
    found: async (db) => {
      const rows = await db.execute<{ id: string; halves: number }>(sql`select id, count(*)::int as halves from pairs group by id`)
      return {
        whole: rows.filter(({ halves }) => halves === 2).map(({ id }) => id),
        half: rows.filter(({ halves }) => halves !== 2).map(({ id }) => id),
      }
    },
  }
}
