// Which days a plan draws, and when a listed work is looked for; days are Beijing dates.
import { createHash } from 'node:crypto'
import { addDays, type Day, dayOf, daysBetween, weekdayOf } from '../../kernel/time'

type Planned = { startsOn: string; endsOn: string | null; weekdays: readonly number[] }

/** Does this plan draw on this day? */
export const drawsOn = ({ startsOn, endsOn, weekdays }: Planned, day: Day) =>
  day >= startsOn && (endsOn === null || day <= endsOn) && weekdays.includes(weekdayOf(day))

/** Every listed work is looked for on every platform at least once in so many days after it was listed. */
export const WATCH_DAYS = 30
/** Not at once, when everybody expects it, and early enough that a missed sheet can be drawn again. */
const [FIRST, LAST] = [2, 21]

/** The day on which a listed work is looked for on a platform: spread over three weeks, not to be foreseen from outside. */
export function watchDay(orderId: string, dramaId: string, issuedAt: Date): Day {
  const spread = createHash('sha256').update(`${orderId}${dramaId}`).digest().readUInt32BE() % (LAST - FIRST + 1)
  return addDays(dayOf(issuedAt), FIRST + spread)
}

/** Is this the time to look: its day has come, and the thirty days are not over? */
export const isWatched = (order: { id: string; openedAt: Date }, dramaId: string, today: Day) =>
  today >= watchDay(order.id, dramaId, order.openedAt) && daysBetween(dayOf(order.openedAt), today) < WATCH_DAYS

/** The Monday of a day's week. */
export const weekOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))
/** Late is what is filled in after its own day. */
export const isLate = (drawnOn: string, now: Date) => dayOf(now) > drawnOn
