import { eq } from 'drizzle-orm'
import { type Act, hold } from '@/db/act'
import { blacklistEntries, blacklistHands } from '@/db/schema'
import { ok } from '../../kernel/outcome'
import { handsOf } from '../queries/hands'

/** Locks an entry at the version that its reader saw, with the hands that its steps are kept apart from. */
export async function holdEntry(act: Act, id: string, version?: number) {
  const held = await hold(act, blacklistEntries, id, version)
  return held.ok ? ok({ ...held.value, ...(await handsOf(act.tx, id)), proposerId: null }) : held
}

/** Notes whose hand a step was. Whoever may take it reads the hands; where there are none to sign, nothing of the act stands. */
export async function sign(act: Act, entryId: string, hand: 'verifiedBy' | 'approvedBy' | 'liftedBy') {
  const signed = await act.tx
    .update(blacklistHands)
    .set({ [hand]: act.actor.memberId })
    .where(eq(blacklistHands.entryId, entryId))
    .returning({ id: blacklistHands.entryId })
  if (signed.length !== 1) throw new Error(`blacklist: ${hand} of an entry without hands`)
}
