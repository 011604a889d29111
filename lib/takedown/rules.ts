// 下架指令: answered within 24 hours, at severity 4 within two; late answers count and are marked (deadlines.csv, takedown_answer).
import type { Actor } from '../kernel/actor'
import { isOverdue } from '../kernel/time'
import type { TakedownState } from './workflow'

/** Whoever works with orders reads them; creators and the public read an entry's answers in numbers, on the entry's own page. */
export const readsOrders = ({ kind }: Pick<Actor, 'kind'>) => ['national', 'province', 'association', 'platform'].includes(kind)

/** What the clock of an order is read from. */
export type Running = {
  state: TakedownState
  severity: number
  dueAt: Date | null
  orderedDueAt: Date
  /** The deadline that a reappearance set; it counts in place of the one as ordered. */
  reappearedDueAt: Date | null
  /** Seconds that were left when an objection stopped the clock. */
  clockLeft: number | null
  late: boolean
}

/** An objection that is overruled leaves at least this much to answer. */
const LEAST_SECONDS = 2 * 3600
const secondsBetween = (from: Date, to: Date) => Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1000))

/** At severity 4 an objection stops nothing: the answer stays due when it was ordered. */
const stands = ({ severity }: Pick<Running, 'severity'>) => severity !== 4

type Asked = Pick<Running, 'orderedDueAt' | 'reappearedDueAt'>
/** Until when an answer is asked for: as ordered, or anew since the work was seen again. */
export const askedBy = ({ orderedDueAt, reappearedDueAt }: Asked) => reappearedDueAt ?? orderedDueAt

/** Seconds that an objection made now leaves on the answer's clock; none when it was overdue already. */
export const leftWhenObjected = (order: Asked & Pick<Running, 'dueAt'>, now: Date) => secondsBetween(now, order.dueAt ?? askedBy(order))

/** When the answer is due after an objection is overruled now: an objection gains no time, and leaves two hours at least. */
export function dueAfterOverruling(order: Asked & Pick<Running, 'severity' | 'clockLeft'>, now: Date): Date {
  const left = stands(order) ? (order.clockLeft ?? 0) : secondsBetween(now, askedBy(order))
  return new Date(now.getTime() + Math.max(left, LEAST_SECONDS) * 1000)
}

/** Is an answer given now late? While an objection stands, the clock's own standing decides; what was late once stays so. */
export function isLate(order: Running, now: Date): boolean {
  if (order.state === 'objected') return stands(order) ? order.clockLeft === 0 : isOverdue(askedBy(order), now)
  if (awaitsAnswer(order.state)) return isOverdue(order.dueAt ?? askedBy(order), now)
  return order.late || isOverdue(askedBy(order), now)
}

/** Is an answer waited for: to the order, or to the work's having been seen again? */
export const awaitsAnswer = (state: TakedownState) => state === 'issued' || state === 'reappeared'

/** What an order asks of its platform at this moment; `left` in seconds. */
export type AskedNow =
  | { kind: 'removal'; by: Date; overdue: boolean; despiteObjection: boolean }
  | { kind: 'ruling'; left: number; by: Date | null }
  | { kind: 'nothing' }

/** While an objection stands nothing runs but the time of its ruling, except at severity 4; once answered or withdrawn nothing is asked. */
export function askedNow(order: Asked & Pick<Running, 'state' | 'severity' | 'dueAt' | 'clockLeft'>, now: Date): AskedNow {
  if (order.state === 'objected' && stands(order)) return { kind: 'ruling', left: order.clockLeft ?? 0, by: order.dueAt }
  const despiteObjection = order.state === 'objected'
  if (!despiteObjection && !awaitsAnswer(order.state)) return { kind: 'nothing' }
  const by = despiteObjection ? askedBy(order) : (order.dueAt ?? askedBy(order))
  return { kind: 'removal', by, overdue: isOverdue(by, now), despiteObjection }
}

type Timed = { state: TakedownState; openedAt: Date }

/** Has the platform said what it found? An objection has not. */
export const isAnswered = (state: TakedownState) => state === 'removed' || state === 'absent' || state === 'excused'

/** The board's order: unanswered and overdue first, then by the time that the answer took, what still runs last. */
export function byUrgency<O extends Timed & { dueAt: Date | null; answeredAt: Date | null }>(orders: readonly O[], now: Date): O[] {
  const rank = ({ state, dueAt, answeredAt, openedAt }: O): [number, number] => {
    if (!isAnswered(state) && state !== 'withdrawn' && dueAt && isOverdue(dueAt, now)) return [0, dueAt.getTime()]
    return isAnswered(state) && answeredAt ? [1, answeredAt.getTime() - openedAt.getTime()] : [2, dueAt?.getTime() ?? 0]
  }
  return orders.toSorted((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1])
}
