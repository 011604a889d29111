import { eq, inArray } from 'drizzle-orm'
import { type Act, advance, escalate } from '@/db/act'
import { rectifications, violations } from '@/db/schema'
import { refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import { isUnmet } from '../rules'
import { rectificationWorkflow } from '../workflow'
import { facts, holdRectification } from './hold'

/** The time has passed and nothing was handed in: the clock notes that it was refused, at its deadline. Refusals: not_found, wrong_state, not_over. */
export async function refuseUnmended(act: Act, id: string) {
  // The report first, as whoever decides on it locks it: what follows from a refusal is laid before the same platforms.
  const report = act.tx.select({ id: rectifications.violationId }).from(rectifications).where(eq(rectifications.id, id))
  await act.tx.select({ id: violations.id }).from(violations).where(inArray(violations.id, report)).for('update')
  const held = await holdRectification(act, id)
  if (!held.ok) return held
  const may = judge(rectificationWorkflow, 'refuse', held.value, act.actor)
  if (!may.ok) return may
  if (!isUnmet(held.value, act.now)) return refuse('not_over')
  return advance(act, rectifications, rectificationWorkflow, 'refuse', held.value, {
    set: { endedAt: held.value.dueAt },
    detail: facts(held.value),
  })
}

/** What it rests on has fallen away. Refusals: not_found, wrong_state. */
export async function endRectification(act: Act, id: string) {
  const held = await holdRectification(act, id)
  if (!held.ok) return held
  return advance(act, rectifications, rectificationWorkflow, 'end', held.value, { set: { endedAt: act.now }, detail: facts(held.value) })
}

/** The guidance that a platform ordered it with is taken back and no other rests on it; what a bureau ordered, and what is closed, stays. */
export async function endUnguided(act: Act, id: string) {
  const held = await holdRectification(act, id)
  if (!held.ok || held.value.openerId === held.value.bureauId) return
  if (!judge(rectificationWorkflow, 'end', held.value, act.actor).ok) return
  const moved = await endRectification(act, id)
  if (!moved.ok) throw new Error(`rectification.end: ${moved.code}`)
}

/** Whoever has to say whether it was mended has not: whoever stands above sees it from now on. Refusals: not_found, wrong_state, not_overdue. */
export async function escalateUnruled(act: Act, id: string) {
  const held = await holdRectification(act, id)
  return held.ok ? escalate(act, rectifications, rectificationWorkflow, 'escalate', held.value) : held
}
