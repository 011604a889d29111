import { and, eq } from 'drizzle-orm'
import { type Act, advance, hold, type Recorded } from '@/db/act'
import { registrationPlans, registrations } from '@/db/schema'
import { asHouse } from '@/db/transaction'
import { ok } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import { type Plans, plansOf } from '../queries/plans'
import { registrationWorkflow } from '../workflow'

type Row = typeof registrations.$inferSelect
export type Filing = Row & Plans

/** A filing with the platforms that it is planned for, as far as the actor may know of them. */
export const withPlans = async (act: Act, filing: Row): Promise<Filing> => ({ ...filing, ...(await plansOf(act.tx, filing.id)) })

/** Locks a filing at the version that its reader saw. */
export async function holdFiling(act: Act, id: string, version?: number) {
  const held = await hold(act, registrations, id, version)
  return held.ok ? ok(await withPlans(act, held.value)) : held
}

/** Keeps for which platforms it is planned; they have to answer where it is an offer. */
export async function planFor(act: Act, registrationId: string, platformIds: readonly string[], pending: boolean) {
  await act.tx.delete(registrationPlans).where(eq(registrationPlans.registrationId, registrationId))
  const rows = platformIds.map((platformId, position) => ({ registrationId, platformId, position, pending }))
  if (rows.length > 0) await act.tx.insert(registrationPlans).values(rows)
}

/** A platform has answered an offer, which goes on waiting for the others. Refusals: not_yours, not_found, wrong_state. */
export async function answerOffer(
  act: Act,
  offer: Filing,
  step: 'pass_over' | 'note_record',
  platformId: string | null,
  words: Recorded['words'] = [],
) {
  const may = judge(registrationWorkflow, step, offer, act.actor)
  if (!may.ok) return may
  // Who else is asked is sealed from a platform.
  const { pendingPlatformIds } = await asHouse(act, async () => {
    await act.tx
      .update(registrationPlans)
      .set({ pending: false })
      .where(and(eq(registrationPlans.registrationId, offer.id), eq(registrationPlans.platformId, platformId!)))
    return plansOf(act.tx, offer.id)
  })
  return advance(act, registrations, registrationWorkflow, step, offer, {
    set: { pendingCount: pendingPlatformIds.length },
    judgedBy: { pendingPlatformIds },
    detail: { platformId },
    words,
  })
}
