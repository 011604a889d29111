import { randomBytes } from 'node:crypto'
import { type Db, db } from '@/db/client'
import { isOutage } from '@/db/fault'
import { recordChunk, setAside } from '@/lib/batch/commands/chunk'
import { finishBatch, stopBatch } from '@/lib/batch/commands/run'
import { batchesRunning } from '@/lib/batch/queries/cases'
import type { StopReason } from '@/lib/batch/workflow'
import { type Actor, clock, mintActor } from '@/lib/kernel/actor'
import { claimOfMember } from '@/lib/organization/queries/session'
import { look, perform } from '@/lib/perform'

type Running = { id: string; filerId: string; confirmedBy: string }
type Manner = {
  on?: Db
  /** Rows in one act. */
  size?: number
  /** Another instant than now, when history is made. */
  at?: Date
  until?: AbortSignal
  onSetAside?: (row: { batch: string; reference: string; error: unknown }) => void
}

/** In one act that many rows: enough that the act itself weighs little, few enough that others do not wait for it. */
const ROWS_AT_ONCE = 250

/** Who confirmed, with the duties of this moment; or why nothing may be recorded under that hand any more. */
async function confirming({ confirmedBy, filerId }: Running, on: Db): Promise<Actor | StopReason> {
  const claim = await look(clock, (tx) => claimOfMember(tx, confirmedBy), on)
  if (!claim || claim.organizationId !== filerId) return 'member_gone'
  if (claim.organizationState !== 'accepted') return 'platform_gone'
  if (!claim.duties.includes('platform.compliance')) return 'duty_gone'
  const { kind, memberId, organizationId, name, duties } = claim
  return mintActor({ kind, memberId, organizationId, name, duties })
}

const houseOf = ({ filerId }: Running) =>
  mintActor({ kind: 'house', duties: ['house'], memberId: null, organizationId: null, name: '', onBehalfOf: filerId })

/** Records one batch chunk by chunk until it is through, stops, or the worker is told to leave; the rest is for the next round. */
async function recordBatch(batch: Running, { on = db(), size = ROWS_AT_ONCE, at, until, onSetAside }: Manner) {
  const [{ id }, house, manner] = [batch, houseOf(batch), { on, ...(at && { at }) }]
  let width = size
  for (let singly = 0; !until?.aborted; ) {
    const who = await confirming(batch, on)
    if (typeof who === 'string') {
      await perform(stopBatch, house, { id, reason: who }, manner)
      return
    }
    const done = await perform(recordChunk, who, { id, size: width }, manner).catch((error: unknown) => {
      if (isOutage(error)) throw error
      return { ok: false as const, code: 'fault', error }
    })
    if (done.ok && done.value.done === 0) {
      await perform(finishBatch, house, { id }, manner)
      return
    }
    if (done.ok) {
      // Behind a row that was set aside the next ones go singly for a while, then in full chunks again.
      singly = Math.max(0, singly - 1)
      width = singly > 0 ? 1 : size
    } else if (done.code === 'wrong_state' || done.code === 'not_found') return
    else if (width > 1) {
      width = 1
      singly = size
    } else {
      const reference = randomBytes(4).toString('hex').toUpperCase()
      onSetAside?.({ batch: id, reference, error: 'error' in done ? done.error : done })
      await perform(setAside, house, { id, reference }, manner)
    }
  }
}

/** All batches that run, each in acts of the member who confirmed it; several workers may do so at the same time. */
export async function recordBatches(manner: Manner = {}) {
  const running = await look(clock, (tx) => batchesRunning(tx), manner.on ?? db())
  for (const batch of running) {
    if (manner.until?.aborted) return
    await recordBatch(batch, manner)
  }
}
