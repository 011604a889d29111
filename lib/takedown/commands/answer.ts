import { type Act, advance, hold } from '@/db/act'
import { takedownAnswers, takedownOrders } from '@/db/schema'
import { newId } from '../../kernel/id'
import { refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import type { Absent, Answer, Supplement } from '../input'
import { episodesListed } from '../queries/orders'
import { isLate, leftWhenObjected } from '../rules'
import { takedownWorkflow } from '../workflow'

type Order = typeof takedownOrders.$inferSelect
const STEPS = { removed: 'remove', absent: 'find_absent', objection: 'object' } as const

const saidIn = (input: Answer) => {
  const words = input.answer === 'objection' ? input.reason : input.answer === 'absent' ? input.note : null
  return words ? [{ field: input.answer === 'objection' ? 'reason' : 'note', words, audience: 'parties' as const }] : []
}

/** No more episodes are removed than the listed works have, where that is known. */
async function countFault(act: Act, { entryId }: Order, count: number) {
  const most = await episodesListed(act.tx, entryId)
  return most !== null && count > most ? refuse('count_beyond_work', { field: 'episodeCount', params: { most } }) : null
}

function keep(
  act: Act,
  order: Order,
  {
    kind,
    late,
    ...given
  }: { kind: 'removed' | 'absent' | 'objection'; late: boolean; episodeCount?: number; links?: string[]; note?: string | null },
) {
  return act.tx
    .insert(takedownAnswers)
    .values({ id: newId(), orderId: order.id, platformId: order.platformId, bureauId: order.bureauId, kind, late, at: act.now, ...given })
}

/**
 * A platform answers its order: removed, not found, or an objection with its reason. A late answer is taken and marked, a
 * removal also after "not found" or an objection. A work that was seen again is removed anew or objected to, once for each
 * reappearance. Refusals: not_found, stale, not_yours, wrong_state, already_ruled, nothing_removed, count_beyond_work.
 */
export async function answerOrder(act: Act, input: Answer) {
  const held = await hold(act, takedownOrders, input.id, input.version)
  if (!held.ok) return held
  const order = held.value
  const step = STEPS[input.answer]
  const may = judge(takedownWorkflow, step, order, act.actor)
  if (!may.ok) return may
  if (step === 'object' && order.ruled) return refuse('already_ruled', { field: 'answer' })
  const beyond = input.answer === 'removed' ? await countFault(act, order, input.episodeCount) : null
  if (beyond) return beyond
  // A mini-program is removed as a whole; of a work something was there to be removed.
  if (input.answer === 'removed' && order.titleKind === 'drama' && input.episodeCount === 0 && input.links.length === 0)
    return refuse('nothing_removed', { field: 'episodeCount' })
  const late = isLate(order, act.now)
  const set = {
    answeredAt: act.now,
    late: late || order.late,
    ...(input.answer === 'removed' && { removedAt: act.now }),
    ...(input.answer === 'objection' && {
      clockLeft: leftWhenObjected(order, act.now),
      stateBefore: order.state === 'reappeared' ? ('reappeared' as const) : ('issued' as const),
    }),
  }
  const moved = await advance(act, takedownOrders, takedownWorkflow, step, order, { set, words: saidIn(input), detail: { late } })
  if (!moved.ok) return moved
  if (input.answer === 'removed') await keep(act, order, { kind: 'removed', late, episodeCount: input.episodeCount, links: input.links })
  else await keep(act, order, { kind: input.answer, late, note: input.answer === 'absent' ? input.note : input.reason })
  return moved
}

/** "Not found" for the one order of a part of many. Refusals as of an answer. */
export const findAbsent = (act: Act, { rows, note }: Absent) => {
  const [{ id, version }] = Object.values(rows) as [Absent['rows'][string]]
  return answerOrder(act, { id, version, answer: 'absent', note })
}

/** What a platform found after it had reported the removal is added to it. Refusals: not_found, stale, not_yours, wrong_state, nothing_added, count_beyond_work. */
export async function supplementAnswer(act: Act, { id, version, episodeCount, links }: Supplement) {
  const held = await hold(act, takedownOrders, id, version)
  if (!held.ok) return held
  const moved = await advance(act, takedownOrders, takedownWorkflow, 'supplement', held.value)
  if (!moved.ok) return moved
  if (episodeCount === 0 && links.length === 0) return refuse('nothing_added', { field: 'links' })
  const beyond = await countFault(act, held.value, episodeCount)
  if (beyond) return beyond
  await keep(act, held.value, { kind: 'removed', late: held.value.late, episodeCount, links })
  return moved
}
