import { type Act, advance, hold } from '@/db/act'
import { penalties } from '@/db/schema'
import { refuse } from '../../kernel/outcome'
import { dayOf, isOverdue } from '../../kernel/time'
import { judge } from '../../kernel/workflow'
import { rulebook } from '../../rulebook/queries'
import { ladderOn } from '../../rulebook/rules/book'
import type { Meet, Revoke } from '../input'
import { endsByItself, GUIDANCE, isRevocable } from '../rules/measure'
import { penaltyWorkflow } from '../workflow'

type Penalty = typeof penalties.$inferSelect

/** The rung by the ladder of the day on which it was imposed. */
async function rungOf(act: Act, { rung, openedAt }: Penalty) {
  const found = ladderOn(await rulebook(act.tx), dayOf(openedAt)).find(({ code }) => code === rung)
  if (!found) throw new Error(`the ladder has no rung ${rung} on ${dayOf(openedAt)}`)
  return found
}

/** What the guidance asked for is done. Refusals: not_found, stale, not_yours, wrong_state, not_guidance. */
export async function meetGuidance(act: Act, { id, version, note }: Meet) {
  const held = await hold(act, penalties, id, version)
  if (!held.ok) return held
  const words = note ? [{ field: 'note', words: note, audience: 'parties' as const }] : []
  const may = judge(penaltyWorkflow, 'meet', held.value, act.actor)
  if (may.ok && held.value.rung !== GUIDANCE) return refuse('not_guidance')
  return advance(act, penalties, penaltyWorkflow, 'meet', held.value, { set: { endedAt: act.now }, words })
}

/**
 * A platform takes its measure back before its end, with a reason; not one that is changed on appeal only, and not one that has
 * run out. Refusals: not_found, stale, not_yours, wrong_state, not_revocable, already_over.
 */
export async function revokePenalty(act: Act, { id, version, reason }: Revoke) {
  const held = await hold(act, penalties, id, version)
  if (!held.ok) return held
  const may = judge(penaltyWorkflow, 'revoke', held.value, act.actor)
  if (!may.ok) return may
  const rung = await rungOf(act, held.value)
  if (!isRevocable(rung)) return refuse('not_revocable')
  if (endsByItself(rung) && isOverdue(held.value.endsAt!, act.now)) return refuse('already_over')
  return advance(act, penalties, penaltyWorkflow, 'revoke', held.value, {
    set: { endedAt: act.now },
    words: [{ field: 'reason', words: reason, audience: 'parties' }],
  })
}

/** A measure of some days has run out; the clock notes that it ended when it was to end. Refusals: not_found, wrong_state, not_over. */
export async function expirePenalty(act: Act, id: string) {
  const held = await hold(act, penalties, id)
  if (!held.ok) return held
  const { endsAt } = held.value
  const may = judge(penaltyWorkflow, 'expire', held.value, act.actor)
  if (!may.ok) return may
  if (!endsAt || !endsByItself(await rungOf(act, held.value)) || !isOverdue(endsAt, act.now)) return refuse('not_over')
  return advance(act, penalties, penaltyWorkflow, 'expire', held.value, { set: { endedAt: endsAt } })
}
