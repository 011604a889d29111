import { eq } from 'drizzle-orm'
import { type Act, advance, escalate, hold } from '@/db/act'
import { penalties, penaltyReasons, rectifications } from '@/db/schema'
import { ok, refuse } from '../../kernel/outcome'
import { dayOf, isOverdue } from '../../kernel/time'
import { judge } from '../../kernel/workflow'
import { rulebook } from '../../rulebook/queries'
import { ladderOn } from '../../rulebook/rules/book'
import type { Acknowledge, Conclude, Lift, Revoke } from '../input'
import type { Place } from '../queries/removal'
import { endsByItself, isRevocable, lastsUntilMended, REFERRAL } from '../rules/measure'
import { penaltyWorkflow } from '../workflow'
import { beginLimits } from './house'

type Penalty = typeof penalties.$inferSelect

/** What the event says of a measure that is taken back. */
const facts = ({ rung, parameter, targetKind, targetId, platformId }: Penalty) => ({ rung, parameter, targetKind, targetId, platformId })

/** The rung by the ladder of the day on which it was imposed. */
async function rungOf(act: Act, { rung, openedAt }: Penalty) {
  const found = ladderOn(await rulebook(act.tx), dayOf(openedAt)).find(({ code }) => code === rung)
  if (!found) throw new Error(`the ladder has no rung ${rung} on ${dayOf(openedAt)}`)
  return found
}

/** What a guidance asked for goes with it, so it is locked first, as by whoever rules on it: its clock, or whoever accepts it. */
async function holdMendingOf(act: Act, id: string) {
  const [asked] = await act.tx.select({ id: penalties.rectificationId }).from(penalties).where(eq(penalties.id, id))
  if (asked?.id) await hold(act, rectifications, asked.id)
}

/**
 * A platform takes its measure back before its end, with a reason; not one that is changed on appeal only, and not one that has
 * run out. Refusals: not_found, stale, not_yours, wrong_state, not_revocable, already_over.
 */
export async function revokePenalty(act: Act, { id, version, reason }: Revoke) {
  await holdMendingOf(act, id)
  const held = await hold(act, penalties, id, version)
  if (!held.ok) return held
  const may = judge(penaltyWorkflow, 'revoke', held.value, act.actor)
  if (!may.ok) return may
  const rung = await rungOf(act, held.value)
  if (!isRevocable(rung)) return refuse('not_revocable')
  if (held.value.endsAt && endsByItself(rung) && isOverdue(held.value.endsAt, act.now)) return refuse('already_over')
  return advance(act, penalties, penaltyWorkflow, 'revoke', held.value, {
    set: { endedAt: act.now },
    words: [{ field: 'reason', words: reason, audience: 'parties' }],
    detail: facts(held.value),
  })
}

/**
 * What was removed or suspended returns because it is mended, with what shows it. Refusals: not_found, stale, not_yours,
 * wrong_state, not_until_mended.
 */
export async function liftPenalty(act: Act, { id, version, shown }: Lift) {
  const held = await hold(act, penalties, id, version)
  if (!held.ok) return held
  const may = judge(penaltyWorkflow, 'lift', held.value, act.actor)
  if (!may.ok) return may
  const { rung, parameter } = held.value
  if (!lastsUntilMended({ rung: rung!, parameter })) return refuse('not_until_mended')
  return advance(act, penalties, penaltyWorkflow, 'lift', held.value, {
    set: { endedAt: act.now },
    words: [{ field: 'shown', words: shown, audience: 'parties' }],
    detail: facts(held.value),
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

/** A removal that was only recorded is over by its date: the limits of traffic that waited for the work's return run from now. */
export async function beginReturned(act: Act, place: Place) {
  await beginLimits(act, place)
  return ok(place)
}

/** A platform takes back what it had only recorded. Refusals: not_found, stale, not_yours, wrong_state. */
export async function withdrawRecorded(act: Act, { id, version, reason }: Revoke) {
  const held = await hold(act, penalties, id, version)
  if (!held.ok) return held
  return advance(act, penalties, penaltyWorkflow, 'withdraw', held.value, {
    set: { endedAt: act.now },
    words: [{ field: 'reason', words: reason, audience: 'parties' }],
    detail: facts(held.value),
  })
}

/** The bureau has what a platform referred to it; the clock of the referral goes on. Refusals: not_found, stale, not_yours, wrong_state, not_referred. */
export async function acknowledgeReferral(act: Act, { id, version, note }: Acknowledge) {
  const held = await hold(act, penalties, id, version)
  if (!held.ok) return held
  const may = judge(penaltyWorkflow, 'acknowledge', held.value, act.actor)
  if (may.ok && held.value.rung !== REFERRAL) return refuse('not_referred')
  return advance(act, penalties, penaltyWorkflow, 'acknowledge', held.value, {
    dueAt: held.value.dueAt,
    words: note ? [{ field: 'note', words: note, audience: 'parties', to: held.value.platformId }] : [],
  })
}

/** What came of a referral, for the platform that made it. Refusals: not_found, stale, not_yours, wrong_state. */
export async function concludeReferral(act: Act, { id, version, result }: Conclude) {
  const held = await hold(act, penalties, id, version)
  if (!held.ok) return held
  return advance(act, penalties, penaltyWorkflow, 'conclude', held.value, {
    set: { endedAt: act.now },
    words: [{ field: 'result', words: result, audience: 'parties', to: held.value.platformId }],
  })
}

/** A decision or a referral was left lying: whoever stands above sees it from now on. Refusals: not_found, wrong_state, not_overdue. */
export async function escalateDecision(act: Act, id: string) {
  const held = await hold(act, penalties, id)
  if (!held.ok) return held
  const [reasons] = await act.tx.select({ severity: penaltyReasons.severity }).from(penaltyReasons).where(eq(penaltyReasons.penaltyId, id))
  const weighed = { ...held.value, severity: reasons?.severity ?? null }
  return escalate(act, penalties, penaltyWorkflow, 'escalate', weighed)
}
