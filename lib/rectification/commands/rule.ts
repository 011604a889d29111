import { and, eq } from 'drizzle-orm'
import { type Act, advance } from '@/db/act'
import { rectificationOrders, rectificationReasons, rectifications, rectificationTasks, rectificationTurns } from '@/db/schema'
import { refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import { colleaguesWith } from '../../organization/queries/members'
import type { Accept, Extend, Return } from '../input'
import { dueAfterReturn, isUnmet } from '../rules'
import { type RULINGS, rectificationWorkflow } from '../workflow'
import { facts, type HeldRectification, holdRectification } from './hold'

/** Another than whoever handed in says whether it is done; where the platform has nobody else for it, that is said, so that somebody is invited. */
async function judged(act: Act, step: 'accept' | 'return', held: HeldRectification) {
  const may = judge(rectificationWorkflow, step, held, act.actor)
  if (may.ok || may.code !== 'same_person') return may
  const others = await colleaguesWith(act.actor, act.tx, 'platform.compliance', [held.handedInBy])
  return others.length > 0 ? may : refuse('nobody_apart')
}

async function keepRuling(act: Act, { id, turn }: HeldRectification, ruling: (typeof RULINGS)[number], note: string | null) {
  await act.tx.update(rectificationOrders).set({ ruledBy: act.actor.memberId }).where(eq(rectificationOrders.rectificationId, id))
  await act.tx
    .update(rectificationTurns)
    .set({ ruling, ruledAt: act.now, note })
    .where(and(eq(rectificationTurns.rectificationId, id), eq(rectificationTurns.turn, turn)))
}

/** What was asked for is done. Refusals: not_found, stale, not_yours, wrong_state, same_person, nobody_apart. */
export async function acceptRectification(act: Act, { id, version, note }: Accept) {
  const held = await holdRectification(act, id, version)
  if (!held.ok) return held
  const may = await judged(act, 'accept', held.value)
  if (!may.ok) return may
  const moved = await advance(act, rectifications, rectificationWorkflow, 'accept', held.value, {
    set: { endedAt: act.now },
    detail: facts(held.value),
  })
  if (moved.ok) await keepRuling(act, held.value, 'accepted', note)
  return moved
}

/**
 * It is not done yet: the reasons stand task by task, and the creator has what was left when it handed in, 24 hours at least.
 * Refusals: not_found, stale, not_yours, wrong_state, same_person, nobody_apart, reason_missing, task_unknown.
 */
export async function returnRectification(act: Act, { id, version, reasons, note }: Return) {
  const held = await holdRectification(act, id, version)
  if (!held.ok) return held
  const may = await judged(act, 'return', held.value)
  if (!may.ok) return may
  const said = Object.entries(reasons).flatMap(([position, reason]) => (reason ? [{ position: Number(position), reason }] : []))
  if (said.length === 0) return refuse('reason_missing', { field: 'reasons' })
  const tasks = await act.tx
    .select({ position: rectificationTasks.position })
    .from(rectificationTasks)
    .where(eq(rectificationTasks.rectificationId, id))
  if (said.some((one) => tasks.every(({ position }) => position !== one.position))) return refuse('task_unknown')
  const moved = await advance(act, rectifications, rectificationWorkflow, 'return', held.value, {
    dueAt: dueAfterReturn(held.value.clockLeft ?? 0, act.now),
    detail: { ...facts(held.value), turn: held.value.turn, returned: said.length },
  })
  if (!moved.ok) return moved
  await keepRuling(act, held.value, 'returned', note)
  await act.tx.insert(rectificationReasons).values(said.map((one) => ({ rectificationId: id, turn: held.value.turn, ...one })))
  return moved
}

/** Gives more time, once and before the end, with a reason. Refusals: not_found, stale, not_yours, wrong_state, already_extended, deadline_passed. */
export async function extendRectification(act: Act, { id, version, reason }: Extend) {
  const held = await holdRectification(act, id, version)
  if (!held.ok) return held
  const may = judge(rectificationWorkflow, 'extend', held.value, act.actor)
  if (!may.ok) return may
  if (held.value.extendedAt) return refuse('already_extended')
  if (isUnmet(held.value, act.now)) return refuse('deadline_passed')
  return advance(act, rectifications, rectificationWorkflow, 'extend', held.value, {
    set: { extendedAt: act.now, extensionReason: reason },
    dueAt: act.deadlines.dueAt('rectification_extension', held.value.dueAt!),
    detail: facts(held.value),
  })
}
