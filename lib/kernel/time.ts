// Legal time is Beijing time: instants are stored as they are, legal dates are dates in Asia/Shanghai.
export type Locale = 'zh-CN' | 'en'

declare const calendarDate: unique symbol
/** A calendar date of Asia/Shanghai, `2026-11-24`; strings of this form compare as dates do. */
export type Day = string & { readonly [calendarDate]: true }
/** A time of day, `17:30`; `24:00` is the end of the day. */
export type TimeOfDay = `${number}:${number}`

// Without a change since 1991-09-15, which the tests compare with the zone's own table.
const OFFSET = '+08:00'
const [HOUR, DAY] = [3_600_000, 86_400_000]

/** Is this text a date that exists, in the form `2026-11-24`? */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Reads a date that is known to be one; throws on any other text. */
export function asDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`no calendar date: ${text}`)
  return text
}

/** The wall clock in Beijing, as if it were UTC. */
const wall = (instant: Date) => new Date(instant.getTime() + 8 * HOUR).toISOString()

export const dayOf = (instant: Date) => wall(instant).slice(0, 10) as Day
export const yearOf = (day: Day) => Number(day.slice(0, 4))
/** `09:40` */
export const timeOf = (instant: Date) => wall(instant).slice(11, 16)

export const startOf = (day: Day) => new Date(`${day}T00:00:00${OFFSET}`)

/** The instant at which the clock in Beijing shows this time on this day. */
export function instantAt(day: Day, time: TimeOfDay): Date {
  if (time === '24:00') return startOf(addDays(day, 1))
  const at = new Date(`${day}T${time.padStart(5, '0')}:00${OFFSET}`)
  if (Number.isNaN(at.getTime())) throw new RangeError(`no time of day: ${time}`)
  return at
}

const utcOf = (day: Day) => new Date(`${day}T00:00:00Z`)
export const addDays = (day: Day, count: number) => new Date(utcOf(day).getTime() + count * DAY).toISOString().slice(0, 10) as Day
/** Calendar days from one date to another; negative when the second is the earlier one. */
export const daysBetween = (from: Day, to: Day) => Math.round((utcOf(to).getTime() - utcOf(from).getTime()) / DAY)
/** Fractions of an hour count to the millisecond. */
export const addHours = (instant: Date, count: number) => new Date(instant.getTime() + Math.round(count * HOUR))

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day) => utcOf(day).getUTCDay() || 7

/** A period ends at its deadline: from that instant on it is overdue. */
export const isOverdue = (dueAt: Date, now: Date) => now.getTime() >= dueAt.getTime()

/** Days from the first to the last, both inclusive. */
export type Span = { from: Day; to: Day }
/** A span as it stands in an address, `2026-09-07~2026-11-29`; nothing where it is none. */
export function readSpan(text: string | undefined): Span | undefined {
  const [from = '', to = '', ...rest] = text?.split('~') ?? []
  return isDay(from) && isDay(to) && from <= to && rest.length === 0 ? { from, to } : undefined
}
export const writeSpan = ({ from, to }: Span) => `${from}~${to}`
