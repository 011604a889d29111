import { and, asc, eq } from 'drizzle-orm'
import type { Act, ActEvent } from '@/db/act'
import { blacklistProposals, eventHands, events } from '@/db/schema'
import type { Refused } from '../kernel/outcome'
import { isImposed, undoPenalty } from '../penalty/commands/house'
import { PROPOSAL } from '../penalty/rules/measure'
import { proposeImposed } from './commands/propose'

/** P10 is a proposal: its platform proposes by imposing it, and where it cannot be proposed it is not imposed. */
export async function proposePenalized(act: Act, { detail, by, subjectId }: ActEvent): Promise<Refused | undefined> {
  if (detail.rung !== PROPOSAL) return
  const proposed = await proposeImposed(act, by, subjectId)
  return proposed.ok ? undefined : { ...proposed, field: 'rungs' }
}

type Proposal = typeof blacklistProposals.$inferSelect

const proposalsOn = (act: Act, entryId: string) =>
  act.tx.select().from(blacklistProposals).where(eq(blacklistProposals.entryId, entryId)).orderBy(asc(blacklistProposals.at))

async function undo(act: Act, { words }: ActEvent, proposals: readonly Proposal[]) {
  const reason = words.find(({ field }) => field === 'reason')?.words
  for (const { penaltyIds, proposerId } of proposals)
    for (const id of penaltyIds) await undoPenalty(act, id, reason ? { words: reason, to: proposerId } : undefined)
}

/** A proposal that is refused takes the impositions that made it back as well, whoever imposed them. */
export const undoImpositions = async (act: Act, event: ActEvent) => undo(act, event, await proposalsOn(act, event.subjectId))

/** Who imposed this. */
async function imposerOf(act: Act, penaltyId: string): Promise<{ memberId: string | null; name: string }> {
  const [hand] = await act.tx
    .select({ memberId: eventHands.memberId, name: eventHands.memberName })
    .from(events)
    .innerJoin(eventHands, eq(eventHands.eventId, events.id))
    .where(and(eq(events.subjectId, penaltyId), eq(events.name, 'penalty.imposed')))
  return { memberId: hand?.memberId ?? null, name: hand?.name ?? '' }
}

/**
 * A platform that takes its proposal back takes back what it imposed itself and nobody else's: the others' impositions propose anew,
 * the earliest of them an entry that the later ones join.
 */
export async function proposeWithout(act: Act, event: ActEvent) {
  const proposals = await proposalsOn(act, event.subjectId)
  const gone = proposals.find(({ first }) => first)?.proposerId
  await undo(
    act,
    event,
    proposals.filter(({ proposerId }) => proposerId === gone),
  )
  for (const { penaltyIds } of proposals.filter(({ proposerId }) => proposerId !== gone))
    for (const id of penaltyIds)
      if (await isImposed(act, id)) {
        const proposed = await proposeImposed(act, await imposerOf(act, id), id)
        // Why stands with its platform as the refusal's code and not in the words of the one that withdrew.
        if (!proposed.ok) await undoPenalty(act, id, undefined, { because: proposed.code, ...proposed.params })
      }
}
