import { sql } from 'drizzle-orm'
import { type Act, advance, openCase } from '@/db/act'
import { rectificationJoiners, rectificationOrders, rectifications, rectificationTasks } from '@/db/schema'
import { takeTurns } from '@/db/turns'
import { lengthsOf } from '../../drama/queries'
import { outsideWork } from '../../drama/rules/episodes'
import { holds } from '../../kernel/actor'
import { newId } from '../../kernel/id'
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { judgeOpening } from '../../kernel/workflow'
import type { OrderForm } from '../input'
import { rectificationOn, type SubjectToMend, subjectToMend } from '../queries/subject'
import { dueAsOrdered } from '../rules'
import { type RectificationState, rectificationWorkflow } from '../workflow'
import { facts, holdRectification, orderOf } from './hold'

/** One thing to change: the item, in words, and where. */
export type Task = { code: string; what: string; episode?: number | null; startSecond?: number | null; endSecond?: number | null }
export type Order = {
  violationId: string
  violationSubjectId: string
  /** An episode is mended in its work. */
  targetKind: 'drama' | 'episode' | 'mini_program' | 'account'
  targetId: string
  targetName: string
  /** The platform that orders it; where a bureau does, the one that hands in for a subject without a member. */
  platformId: string | null
  bureauId: string
  hours: number
  tasks: readonly Task[]
}
export type Ordered = { id: string; number: string | null; joined: boolean }
type Refusals =
  | 'not_yours'
  | 'not_found'
  | 'not_upheld'
  | 'task_missing'
  | 'item_not_upheld'
  | 'platform_missing'
  | 'already_ordered'
  | 'already_accepted'
  | 'already_refused'
  | (string & {})

/** A second platform joins what runs: it is noted, reads it, and its own guidance follows the outcome. */
async function join(
  act: Act,
  { id, state }: { id: string; state: RectificationState },
  platformId: string,
): Promise<Outcome<Ordered, Refusals>> {
  if (state === 'accepted' || state === 'refused') return refuse(`already_${state}`)
  const order = await orderOf(act, id)
  const noted =
    order?.openerId !== platformId &&
    (
      await act.tx
        .insert(rectificationJoiners)
        .values({ rectificationId: id, platformId, bureauId: sql`bureau_of_rectification(${id})`, joinedAt: act.now })
        .onConflictDoNothing()
        .returning({ platformId: rectificationJoiners.platformId })
    ).length > 0
  // Noted first: with it the case, sealed from other platforms, becomes the actor's to see.
  const held = await holdRectification(act, id)
  if (!held.ok) return held
  // Until it was held it may have been ruled on.
  if (held.value.state === 'accepted' || held.value.state === 'refused') return refuse(`already_${held.value.state}`)
  if (!noted) return ok({ id, number: held.value.number, joined: true })
  const moved = await advance(
    act,
    rectifications,
    rectificationWorkflow,
    'join',
    { ...held.value, joinerId: platformId },
    { detail: facts(held.value) },
  )
  return moved.ok ? ok({ ...moved.value, joined: true }) : moved
}

/** Is this what was upheld, ordered for the platform whose it is? */
function judgeOrder(
  { violationId, platformId, bureauId, targetId, tasks }: Order,
  subject: SubjectToMend | null,
): Outcome<SubjectToMend, Refusals> {
  if (subject?.violationId !== violationId || subject.targetId !== targetId) return refuse('not_upheld')
  if (subject.bureauId !== bureauId || (subject.platformId && platformId && subject.platformId !== platformId)) return refuse('not_found')
  if (tasks.length === 0) return refuse('task_missing', { field: 'tasks' })
  const foreign = tasks.find(({ code }) => !subject.codes.includes(code))
  return foreign ? refuse('item_not_upheld', { field: 'tasks', params: { code: foreign.code } }) : ok(subject)
}

/**
 * Orders what was upheld against one subject to be mended, item by item, within so many hours; where another has ordered that already,
 * a platform joins. `platformId` and `bureauId` as the report has them. Refusals: not_yours, not_found, not_upheld, task_missing,
 * item_not_upheld, platform_missing, already_ordered, already_accepted, already_refused.
 */
export async function orderRectification(act: Act, order: Order): Promise<Outcome<Ordered, Refusals>> {
  const openerId = holds(act.actor, 'platform.compliance') ? order.platformId : order.bureauId
  const may = judgeOpening(rectificationWorkflow, 'order', { openerId }, act.actor)
  if (!may.ok) return may
  // Two who order at once come one after another, and the second finds what the first has opened.
  await takeTurns(act.tx, order.violationSubjectId)
  const judged = judgeOrder(order, await subjectToMend(act.tx, order.violationSubjectId))
  if (!judged.ok) return judged
  const standing = await rectificationOn(act.tx, order.violationSubjectId)
  if (standing) return openerId === order.platformId ? join(act, standing, order.platformId!) : refuse('already_ordered')
  const { ownerId, kind, severity, bureauId, ...subject } = judged.value
  const byPlatform = ownerId === null
  const platformId = subject.platformId ?? order.platformId
  if (byPlatform && platformId === null) return refuse('platform_missing', { field: 'platformId' })
  const id = newId()
  const dueAt = dueAsOrdered(act.now, order.hours)
  const { violationId, violationSubjectId, targetId, targetName, tasks } = order
  const values = { id, violationId, violationSubjectId, targetKind: kind, targetId, title: targetName, severity, bureauId }
  const opened = await openCase(
    act,
    rectifications,
    rectificationWorkflow,
    'order',
    { ...values, producerId: ownerId, byPlatform, orderedDueAt: dueAt },
    {
      judgedBy: { openerId, handerId: byPlatform ? platformId : ownerId },
      dueAt,
      detail: { violationId, violationSubjectId, targetKind: kind, targetId, tasks: tasks.length, hours: order.hours },
    },
  )
  if (!opened.ok) return opened
  await act.tx
    .insert(rectificationOrders)
    .values({ rectificationId: id, openerId: openerId!, openedBy: act.actor.memberId!, platformId, bureauId })
  await act.tx.insert(rectificationTasks).values(tasks.map((task, position) => ({ rectificationId: id, position, ...task })))
  // The same object, because its number is drawn when the act is recorded.
  return ok(Object.assign(opened.value, { joined: false }))
}

/** A bureau orders what it upheld to be mended. Refusals: episode_beyond_work, time_beyond_episode and those of `orderRectification`. */
export async function orderOnReport(act: Act, { violationSubjectId, platformId, hours, tasks }: OrderForm) {
  const subject = await subjectToMend(act.tx, violationSubjectId)
  if (!subject) return refuse('not_upheld')
  const { violationId, kind, targetId, name, bureauId } = subject
  const lengths = kind === 'drama' ? await lengthsOf(act.tx, targetId) : null
  const faults = tasks.flatMap(({ field = 'tasks', episode, startSecond: start, endSecond: end }) => {
    const span = field.replace(/\.episode$/, '.span')
    return lengths && episode ? outsideWork({ episode, start, end }, lengths, { episode: field, start: span, end: span }) : []
  })
  if (faults[0]) return refuse(faults[0].code, { faults })
  return orderRectification(act, {
    violationId,
    violationSubjectId,
    targetKind: kind,
    targetId,
    targetName: name,
    platformId: subject.ownerId ? null : platformId,
    bureauId,
    hours,
    tasks: tasks.map(({ field: _, ...task }) => task),
  })
}
