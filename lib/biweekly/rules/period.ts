// The grid of 双周报送: 14 Beijing days from a Monday to the second Sunday after, counted from 2026-01-05.
import { addDays, asDay, type Day, dayOf, daysBetween, startOf } from '../../kernel/time'

/** The first day of the first period; before it nothing is owed. */
export const FIRST_DAY = asDay('2026-01-05')
const LENGTH = 14

/** `from` is the first day and `to` the day after the last. */
export type Period = { from: Day; to: Day }

const periodAt = (index: number): Period => ({ from: addDays(FIRST_DAY, index * LENGTH), to: addDays(FIRST_DAY, (index + 1) * LENGTH) })
const indexOf = (day: Day) => Math.floor(daysBetween(FIRST_DAY, day) / LENGTH)

/** The period that a day lies in; none before the grid begins. */
export const periodOf = (day: Day): Period | null => (day < FIRST_DAY ? null : periodAt(indexOf(day)))

/** The period that begins on this day; none where no period does. */
export function periodFrom(day: Day): Period | null {
  const period = periodOf(day)
  return period?.from === day ? period : null
}

export const lastDayOf = ({ to }: Period) => addDays(to, -1)

/** The period as instants: from midnight in Beijing to midnight in Beijing, the second not included. */
export const instantsOf = ({ from, to }: Period) => ({ from: startOf(from), to: startOf(to) })

export const hasEnded = ({ to }: Period, now: Date) => now >= startOf(to)

/** Since when a platform takes part, and until when it did; null: it still does. */
export type Span = { since: Date; until: Date | null }
type Turn = { name: string; at: Date }

const BEGINS = new Set(['organization.admitted', 'organization.readmitted'])
const ENDS = new Set(['organization.barred'])

/** What a platform's record says of when it took part; the turns come in order of time. */
export function spansOf(turns: readonly Turn[]): Span[] {
  const spans: Span[] = []
  for (const { name, at } of turns) {
    const last = spans.at(-1)
    const runs = last !== undefined && last.until === null
    if (BEGINS.has(name) && !runs) spans.push({ since: at, until: null })
    if (ENDS.has(name) && runs) last.until = at
  }
  return spans
}

/** Did the platform take part at any moment of this period? Then it owes the report, for the part in which it did. */
export function isOwed(spans: readonly Span[], period: Period): boolean {
  const { from, to } = instantsOf(period)
  return spans.some(({ since, until }) => since < to && (until === null || (until > from && until > since)))
}

/** Every period that has ended and is owed, the oldest first. */
export function owedPeriods(spans: readonly Span[], now: Date): Period[] {
  const first = spans[0] && dayOf(spans[0].since)
  if (!first) return []
  const owed: Period[] = []
  for (let index = Math.max(0, indexOf(first)); hasEnded(periodAt(index), now); index += 1)
    if (isOwed(spans, periodAt(index))) owed.push(periodAt(index))
  return owed
}

/** The newest periods that have ended, the newest first. */
export function endedPeriods(now: Date, count: number): Period[] {
  const running = indexOf(dayOf(now))
  return Array.from({ length: Math.min(count, Math.max(0, running)) }, (_, back) => periodAt(running - 1 - back))
}
