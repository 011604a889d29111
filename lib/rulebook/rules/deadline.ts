// Legal days are working days (行政许可法 art. 82): they start on the day after receipt and skip the days off of the State Council's notice.
import { addDays, addHours, type Day, dayOf, daysBetween, instantAt, type TimeOfDay, weekdayOf, yearOf } from '../../kernel/time'
import type { CalendarDay, Deadline } from '../input'

/** The exceptions to Monday–Friday, and which years they are complete for. */
export type Calendar = { version: string; exceptions: ReadonlyMap<Day, CalendarDay['kind']>; officialYears: ReadonlySet<number> }
export type Due = {
  dueAt: Date
  /** Some day of the span lies in a year whose holiday notice is not out: the end may still move. */
  touchesProvisional: boolean
  calendarVersion: string
}
type Clock = Pick<Deadline, 'unit' | 'cutOff'>

/** The calendar that these rows make; a year counts as official when none of its days is provisional. */
export function calendarOf(rows: readonly CalendarDay[], version: string): Calendar {
  const years = (certainty: CalendarDay['certainty']) =>
    new Set(rows.filter((row) => row.certainty === certainty).map((row) => yearOf(row.date)))
  return {
    version,
    exceptions: new Map(rows.map(({ date, kind }) => [date, kind])),
    officialYears: years('official').difference(years('provisional')),
  }
}

export const isWorkingDay = (day: Day, { exceptions }: Calendar) => {
  const exception = exceptions.get(day)
  return exception ? exception === 'make_up_workday' : weekdayOf(day) <= 5
}

/** The working day so many working days after this one; zero gives the day itself, working or not. */
export function addWorkingDays(from: Day, count: number, calendar: Calendar): Day {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

/** Working days after the first date up to and including the second; none when the second is not later. */
export function workingDaysBetween(after: Day, until: Day, calendar: Calendar): number {
  let count = 0
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1
  return count
}

const HOUR = 3_600_000
const END_OF_DAY: TimeOfDay = '24:00'
/** The day that a deadline belongs to: one that ends at 24:00 still belongs to the day before that midnight. */
const dueDay = (dueAt: Date) => dayOf(new Date(dueAt.getTime() - 1))

function spanTouchesProvisional(from: Day, to: Day, { officialYears }: Calendar) {
  for (let year = yearOf(addDays(from, 1)); year <= yearOf(to); year += 1) if (!officialYears.has(year)) return true
  return false
}

/** Clocks that go by whole days end at a cut-off; the others run to the minute. */
const byDays = ({ unit, cutOff }: Clock) => unit === 'working_days' || (unit === 'calendar_days' && cutOff !== null)
const hoursOf = ({ unit }: Clock) => (unit === 'calendar_days' ? 24 : 1)

function run(clock: Clock, amount: number, start: Date, calendar: Calendar): Due {
  const calendarVersion = calendar.version
  const from = dayOf(start)
  if (!byDays(clock)) return { dueAt: addHours(start, amount * hoursOf(clock)), touchesProvisional: false, calendarVersion }
  const working = clock.unit === 'working_days'
  const last = working ? addWorkingDays(from, amount, calendar) : addDays(from, amount)
  const touchesProvisional = working && spanTouchesProvisional(from, last, calendar)
  return { dueAt: instantAt(last, clock.cutOff ?? END_OF_DAY), touchesProvisional, calendarVersion }
}

/**
 * When what starts now is due by this row. Working days start on the day after and end at the row's cut-off on the last of them; hours,
 * and calendar days without a cut-off, run to the minute; 0 calendar days is the same day to its cut-off.
 */
export const deadlineFrom = (row: Deadline, start: Date, calendar: Calendar): Due => run(row, row.amount, start, calendar)

/** Does the clock of this row stand still while the case is in this state? */
export const standsIn = (row: Pick<Deadline, 'stopsWhen'>, state: string) => row.stopsWhen.includes(state)

/**
 * What is left when a clock stops, in the unit of its row: whole days, or hours with their fraction. The day on which it stops is used
 * up; an overdue clock has nothing left, never less.
 */
export function remaining(clock: Clock, dueAt: Date, stoppedAt: Date, calendar: Calendar): number {
  if (!byDays(clock)) return Math.max(0, dueAt.getTime() - stoppedAt.getTime()) / (HOUR * hoursOf(clock))
  const [from, until] = [dayOf(stoppedAt), dueDay(dueAt)]
  return clock.unit === 'working_days' ? workingDaysBetween(from, until, calendar) : Math.max(0, daysBetween(from, until))
}

/**
 * When a stopped clock that goes on now is due. Days go on with the day after. `atLeast`, in the row's unit, is one day unless told
 * otherwise, so that nobody is late at the moment in which a case comes back, and nothing for clocks that run to the minute.
 */
export const resume = (clock: Clock, left: number, at: Date, calendar: Calendar, atLeast = byDays(clock) ? 1 : 0): Due =>
  run(clock, Math.max(left, atLeast), at, calendar)

/** Working days that a clock has used since it started: 已用 4 个工作日. */
export const used = (start: Date, now: Date, calendar: Calendar) => workingDaysBetween(dayOf(start), dayOf(now), calendar)

/** The code of the row that counts at this severity: at 4 the short one. */
export const urgentCode = (code: string, severity: number | null | undefined) => (severity === 4 ? `${code}_severity_4` : code)
