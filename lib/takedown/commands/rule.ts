import { eq } from 'drizzle-orm'
import { type Act, advance, hold } from '@/db/act'
import { takedownOrders } from '@/db/schema'
import type { Remind, Rule } from '../input'
import { dueAfterOverruling } from '../rules'
import { takedownWorkflow } from '../workflow'

/**
 * Rules on an objection. Overruled, the order runs on with what was left of its time, two hours at least; upheld, the platform
 * need not remove the work. Refusals: not_found, stale, not_yours, wrong_state, same_person.
 */
export async function ruleOnObjection(act: Act, { id, version, ruling, reason }: Rule) {
  const held = await hold(act, takedownOrders, id, version)
  if (!held.ok) return held
  const order = held.value
  return advance(act, takedownOrders, takedownWorkflow, ruling, order, {
    set: { ruled: true, ruledBy: act.actor.memberId },
    ...(ruling === 'overrule' && { dueAt: dueAfterOverruling(order, act.now) }),
    words: [{ field: 'reason', words: reason, audience: 'parties', to: order.platformId }],
  })
}

/** 总局 reminds a platform that has not answered; what waits goes on waiting. Refusals: not_found, stale, not_yours, wrong_state. */
export async function remindPlatform(act: Act, { id, version, note }: Remind) {
  const held = await hold(act, takedownOrders, id, version)
  if (!held.ok) return held
  const words = note ? [{ field: 'note', words: note, audience: 'parties' as const, to: held.value.platformId }] : []
  const moved = await advance(act, takedownOrders, takedownWorkflow, 'remind', held.value, { words })
  if (moved.ok) await act.tx.update(takedownOrders).set({ remindedAt: act.now }).where(eq(takedownOrders.id, id))
  return moved
}
