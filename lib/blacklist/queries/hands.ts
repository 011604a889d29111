import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { blacklistHands } from '@/db/schema'

const SEALED = { proposedBy: null, verifiedBy: null, approvedBy: null }

/** The members whose hands an entry went through; for all but its regulators they are sealed, and nobody's. */
export async function handsOf(tx: Tx, entryId: string) {
  const [hands] = await tx
    .select({ proposedBy: blacklistHands.proposedBy, verifiedBy: blacklistHands.verifiedBy, approvedBy: blacklistHands.approvedBy })
    .from(blacklistHands)
    .where(eq(blacklistHands.entryId, entryId))
  return hands ?? SEALED
}
