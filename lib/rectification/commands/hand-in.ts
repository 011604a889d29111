import { eq } from 'drizzle-orm'
import { type Act, advance } from '@/db/act'
import { rectificationOrders, rectifications, rectificationTurns } from '@/db/schema'
import { underHouse } from '@/db/transaction'
import { lastEpisodeOf } from '../../drama/queries'
import { beyondWork } from '../../drama/rules/episodes'
import { refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import type { HandIn } from '../input'
import { isUnmet, leftWhenHandedIn } from '../rules'
import { rectificationWorkflow } from '../workflow'
import { facts, holdRectification, orderOf } from './hold'

/**
 * Hands in what was mended: in words, with the files that were added and the episodes that were replaced. The creator's clock stops,
 * the accepting one's starts. Refusals: not_found, stale, not_yours, wrong_state, deadline_passed, episode_beyond_work.
 */
export async function handIn(act: Act, { id, version, account, replacedEpisodes }: HandIn) {
  const held = await holdRectification(act, id, version)
  if (!held.ok) return held
  const may = judge(rectificationWorkflow, 'hand_in', held.value, act.actor)
  if (!may.ok) return may
  if (isUnmet(held.value, act.now)) return refuse('deadline_passed')
  const last = held.value.targetKind === 'drama' ? await lastEpisodeOf(act.tx, held.value.targetId) : null
  const [beyond] = replacedEpisodes.flatMap((episode) => beyondWork('replacedEpisodes', episode, last))
  if (beyond) return refuse(beyond.code, { faults: [beyond] })
  // Whom it waits for now is sealed from the creator.
  await underHouse(act)
  const openerId = (await orderOf(act, id))!.openerId
  const turn = held.value.turn + 1
  const moved = await advance(
    act,
    rectifications,
    rectificationWorkflow,
    'hand_in',
    { ...held.value, openerId },
    {
      set: {
        turn,
        clockLeft: leftWhenHandedIn(held.value.dueAt!, act.now),
        handedInAt: act.now,
      },
      judgedBy: { handedInBy: act.actor.memberId },
      detail: { ...facts(held.value), turn, replaced: replacedEpisodes.length },
    },
  )
  if (!moved.ok) return moved
  await act.tx
    .update(rectificationOrders)
    .set({ handedInBy: act.actor.memberId, ruledBy: null })
    .where(eq(rectificationOrders.rectificationId, id))
  await act.tx.insert(rectificationTurns).values({ rectificationId: id, turn, handedInAt: act.now, account, replacedEpisodes })
  return moved
}
