import { and, eq, notInArray } from 'drizzle-orm'
import { type Act, advance, hold } from '@/db/act'
import { batches, batchRows } from '@/db/schema'
import { refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import { withdrawRecorded } from '../../penalty/commands/record'
import type { HeldBatch } from '../input'
import { batchWorkflow, type StopReason } from '../workflow'

const anyGood = async (act: Act, batchId: string) =>
  (
    await act.tx
      .select({ line: batchRows.line })
      .from(batchRows)
      .where(and(eq(batchRows.batchId, batchId), eq(batchRows.standing, 'good')))
      .limit(1)
  ).length > 0

/** The good rows are recorded from now on, by the worker, under whoever confirms. Refusals: not_found, stale, not_yours, wrong_state, nothing_to_record. */
export async function confirmBatch(act: Act, { id, version }: HeldBatch) {
  const held = await hold(act, batches, id, version)
  if (!held.ok) return held
  const may = judge(batchWorkflow, 'confirm', held.value, act.actor)
  if (!may.ok) return may
  if (!(await anyGood(act, id))) return refuse('nothing_to_record')
  return advance(act, batches, batchWorkflow, 'confirm', held.value, {
    set: { confirmedBy: act.actor.memberId!, confirmedAt: act.now },
  })
}

/** A batch that stopped goes on, under whoever resumes it. Refusals: not_found, stale, not_yours, wrong_state. */
export async function resumeBatch(act: Act, { id, version }: HeldBatch) {
  const held = await hold(act, batches, id, version)
  if (!held.ok) return held
  return advance(act, batches, batchWorkflow, 'resume', held.value, {
    set: { confirmedBy: act.actor.memberId!, confirmedAt: act.now, stopReason: null },
  })
}

/** Whoever confirmed is no longer there to act: the batch stops where it is. An act of the house. Refusals: not_found, not_yours, wrong_state. */
export async function stopBatch(act: Act, { id, reason }: { id: string; reason: StopReason }) {
  const held = await hold(act, batches, id)
  if (!held.ok) return held
  return advance(act, batches, batchWorkflow, 'stop', held.value, { set: { stopReason: reason }, detail: { reason } })
}

/** All rows are through. An act of the house. Refusals: not_found, not_yours, wrong_state, rows_left. */
export async function finishBatch(act: Act, { id }: { id: string }) {
  const held = await hold(act, batches, id)
  if (!held.ok) return held
  const may = judge(batchWorkflow, 'finish', held.value, act.actor)
  if (!may.ok) return may
  if (await anyGood(act, id)) return refuse('rows_left')
  return advance(act, batches, batchWorkflow, 'finish', held.value, { set: { endedAt: act.now } })
}

/**
 * Takes a batch back as far as nobody has decided: what a bureau has taken up stays. Refusals: not_found, stale, not_yours,
 * wrong_state.
 */
export async function withdrawBatch(act: Act, { id, version }: HeldBatch) {
  const held = await hold(act, batches, id, version)
  if (!held.ok) return held
  const may = judge(batchWorkflow, 'withdraw', held.value, act.actor)
  if (!may.ok) return may
  const of = and(eq(batchRows.batchId, id), eq(batchRows.standing, 'filed'))
  const rows = await act.tx.select({ violationId: batchRows.violationId }).from(batchRows).where(of)
  const gone = await withdrawRecorded(
    act,
    rows.flatMap(({ violationId }) => violationId ?? []),
  )
  if (!gone.ok) return gone
  const kept = gone.value.length > 0 ? and(of, notInArray(batchRows.violationId, gone.value)) : of
  await act.tx.update(batchRows).set({ standing: 'kept' }).where(kept)
  return advance(act, batches, batchWorkflow, 'withdraw', held.value, {
    set: { endedAt: act.now },
    detail: { withdrawn: gone.value.length, kept: rows.length - gone.value.length },
  })
}
