import { eq, max, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dramas, episodes } from '@/db/schema'

/** PostgreSQL takes `coalesce` for something that might tell of rows that a policy hides, and would read every episode that there is. */
const itself = sql`case when ${dramas.sameAsId} is null then ${dramas.id} else ${dramas.sameAsId} end`

/** The number of a work's last episode, where its episodes are known; of a work that is one with an earlier one, that one's. */
export async function lastEpisodeOf(tx: Tx, dramaId: string): Promise<number | null> {
  const [row] = await tx
    .select({ last: max(episodes.number) })
    .from(dramas)
    .innerJoin(episodes, eq(episodes.dramaId, itself))
    .where(eq(dramas.id, dramaId))
  return row?.last ?? null
}

/** How long each of a work's episodes is, in seconds, by number, as far as that is known; of a work that is one with an earlier one, that one's. */
export async function lengthsOf(tx: Tx, dramaId: string): Promise<ReadonlyMap<number, number | null>> {
  const rows = await tx
    .select({ number: episodes.number, seconds: episodes.seconds })
    .from(dramas)
    .innerJoin(episodes, eq(episodes.dramaId, itself))
    .where(eq(dramas.id, dramaId))
  return new Map(rows.map(({ number, seconds }) => [number, seconds]))
}
