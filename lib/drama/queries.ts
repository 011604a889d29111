import { eq, max, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dramas, episodes } from '@/db/schema'

/** The number of a work's last episode, where its episodes are known; of a work that is one with an earlier one, that one's. */
export async function lastEpisodeOf(tx: Tx, dramaId: string): Promise<number | null> {
  const [row] = await tx
    .select({ last: max(episodes.number) })
    .from(dramas)
    .innerJoin(episodes, eq(episodes.dramaId, sql`coalesce(${dramas.sameAsId}, ${dramas.id})`))
    .where(eq(dramas.id, dramaId))
  return row?.last ?? null
}
