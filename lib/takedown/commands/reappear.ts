import { type Act, advance, hold } from '@/db/act'
import { takedownOrders, takedownSightings } from '@/db/schema'
import { underHouse } from '@/db/transaction'
import { clockCode } from '../../blacklist/rules'
import { newId } from '../../kernel/id'
import type { Severity } from '../../violation/rules'
import { takedownWorkflow } from '../workflow'

/** Where CNSA saw the work again: `sheetId` is the sheet on which it was found, `sha256` a file that is kept already. */
export type Sighting = {
  orderId: string
  sheetId: string
  address: string
  episode: number | null
  startSecond: number | null
  note: string | null
  sha256: string | null
  pictureName: string | null
}

/**
 * A work that its platform had removed, or had not found, was seen there again. The order keeps its history and waits for an
 * answer as when it was issued, with a clock of its own; a new objection may be raised. Of the order CNSA reads state and time: the
 * house moves it. Refusals: not_found, not_yours, wrong_state.
 */
export async function reappearOrder(act: Act, { orderId, sheetId, ...seen }: Sighting) {
  await underHouse(act)
  const held = await hold(act, takedownOrders, orderId)
  if (!held.ok) return held
  const { platformId, bureauId, severity } = held.value
  const moved = await advance(act, takedownOrders, takedownWorkflow, 'reappear', held.value, {
    set: {
      reappearedAt: act.now,
      reappearedDueAt: act.deadlines.dueAt(clockCode('answer', severity as Severity), act.now),
      ruled: false,
      ruledBy: null,
      clockLeft: null,
      remindedAt: null,
    },
    detail: { sheetId },
  })
  if (!moved.ok) return moved
  await act.tx.insert(takedownSightings).values({ id: newId(), orderId, platformId, bureauId, sheetId, ...seen, at: act.now })
  return moved
}
