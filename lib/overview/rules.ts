// What an overview shows of which weeks. Weeks run from Monday to Sunday in Beijing; the one that runs is the last of them.
import { addDays, type Day, dayOf, type Span, weekdayOf } from '../kernel/time'

export const WEEKS = [4, 12, 26, 52] as const
export type WeekCount = (typeof WEEKS)[number]

/** The Mondays of so many weeks up to the one of `now`, the earliest first. */
export function mondaysOf(now: Date, weeks: number): Day[] {
  const today = dayOf(now)
  const last = addDays(today, 1 - weekdayOf(today))
  return Array.from({ length: weeks }, (_, at) => addDays(last, -7 * (weeks - 1 - at)))
}

/** The days of these weeks, as a list of cases asks for them. */
export const spanOf = (mondays: readonly Day[]): Span => ({ from: mondays[0]!, to: addDays(mondays.at(-1)!, 6) })
export const weekSpan = (monday: Day): Span => ({ from: monday, to: addDays(monday, 6) })
