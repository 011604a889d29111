import { and, asc, eq, inArray } from 'drizzle-orm'
import { type Act, type ActEvent, advance } from '@/db/act'
import { dramas, registrations } from '@/db/schema'
import { answerOffer, holdFiling, withPlans } from './commands/hold'
import { registrationWorkflow } from './workflow'

/** A platform's own number is noted on the creator's offer, and the offer no longer waits for that platform. */
export async function noteRecord(act: Act, { subjectId }: ActEvent) {
  const [recorded] = await act.tx
    .select({ offerId: registrations.offerId, issuerId: registrations.issuerId })
    .from(registrations)
    .where(eq(registrations.id, subjectId))
  if (!recorded?.offerId) return
  const offer = await holdFiling(act, recorded.offerId)
  if (!offer.ok) throw new Error(`registration.note_record: ${offer.code}`)
  const noted = await answerOffer(act, offer.value, 'note_record', recorded.issuerId)
  if (!noted.ok) throw new Error(`registration.note_record: ${noted.code}`)
}

const dramaIdsOf = ({ detail }: ActEvent) => (detail.dramaIds ?? []) as string[]

/** A listing stops what was registered of the works that it hits, and what platforms were still asked to number. */
export async function suspendHit(act: Act, event: ActEvent) {
  const hit = await act.tx
    .select()
    .from(registrations)
    .where(and(inArray(registrations.dramaId, dramaIdsOf(event)), inArray(registrations.state, ['registered', 'published', 'offered'])))
    .orderBy(asc(registrations.id))
    .for('update')
  for (const filing of hit) {
    const stateBefore = filing.state as 'registered' | 'published' | 'offered'
    const stopped = await advance(act, registrations, registrationWorkflow, 'suspend', await withPlans(act, filing), {
      set: { stateBefore },
    })
    if (!stopped.ok) throw new Error(`registration.suspend: ${stopped.code}`)
  }
}

/** A lift gives back what no other listed entry hits. */
export async function restoreFreed(act: Act, event: ActEvent) {
  const freed = await act.tx
    .select({ id: dramas.id })
    .from(dramas)
    .where(and(inArray(dramas.id, dramaIdsOf(event)), eq(dramas.listedCount, 0)))
  const stopped = await act.tx
    .select()
    .from(registrations)
    .where(
      and(
        inArray(
          registrations.dramaId,
          freed.map(({ id }) => id),
        ),
        eq(registrations.state, 'suspended'),
      ),
    )
    .orderBy(asc(registrations.id))
    .for('update')
  for (const filing of stopped) {
    const restored = await advance(act, registrations, registrationWorkflow, 'restore', await withPlans(act, filing))
    if (!restored.ok) throw new Error(`registration.restore: ${restored.code}`)
  }
}
