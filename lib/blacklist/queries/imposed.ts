import { arrayContains, desc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { blacklistEntries, blacklistProposals } from '@/db/schema'
import type { ListedKind } from '../rules'
import type { BlacklistState } from '../workflow'
import { activeEntriesOf } from './basis'
import { type Preview, previewOn } from './preview'

/** What imposing P10 on this would propose, as far as the reader may see it; it joins where it stands on an entry already. */
export type ToPropose = { orders: Preview['orders']; suspended: number; links: number; joins: boolean }
export async function toPropose(tx: Tx, kind: ListedKind, id: string): Promise<ToPropose> {
  const { orders, totals } = await previewOn(tx, kind, id)
  return { orders, suspended: totals.suspended, links: totals.links, joins: (await activeEntriesOf(tx, [id])).has(id) }
}

/** The entry that this imposition of P10 proposed; nothing where the reader may not know. */
export async function entryProposedBy(tx: Tx, penaltyId: string): Promise<{ number: string; state: BlacklistState } | null> {
  const [found] = await tx
    .select({ number: blacklistEntries.number, state: blacklistEntries.state })
    .from(blacklistProposals)
    .innerJoin(blacklistEntries, eq(blacklistEntries.id, blacklistProposals.entryId))
    .where(arrayContains(blacklistProposals.penaltyIds, [penaltyId]))
    .orderBy(desc(blacklistProposals.at))
    .limit(1)
  return found?.number ? { number: found.number, state: found.state } : null
}
