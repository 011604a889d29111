import { eq } from 'drizzle-orm'
import type { Act, ActEvent } from '@/db/act'
import { blacklistProposals } from '@/db/schema'
import type { Refused } from '../kernel/outcome'
import { undoPenalty } from '../penalty/commands/house'
import { PROPOSAL } from '../penalty/rules/measure'
import { proposeImposed } from './commands/propose'

/** P10 is a proposal: its platform proposes by imposing it, and where it cannot be proposed it is not imposed. */
export async function proposePenalized(act: Act, { detail, by, subjectId }: ActEvent): Promise<Refused | undefined> {
  if (detail.rung !== PROPOSAL) return
  const proposed = await proposeImposed(act, by, subjectId)
  return proposed.ok ? undefined : { ...proposed, field: 'rungs' }
}

/** A proposal that is refused or taken back takes the impositions that made it back as well. */
export async function undoImpositions(act: Act, { subjectId, words }: ActEvent) {
  const proposals = await act.tx.select().from(blacklistProposals).where(eq(blacklistProposals.entryId, subjectId))
  const reason = words.find(({ field }) => field === 'reason')?.words
  for (const { penaltyIds, proposerId } of proposals)
    for (const id of penaltyIds) await undoPenalty(act, id, reason ? { words: reason, to: proposerId } : undefined)
}
