// Legal time is Beijing time: instants are stored as they are, legal dates are dates in Asia/Shanghai.
export type Locale = 'zh-CN' | 'en'

declare const calendarDate: unique symbol
/** A calendar date of Asia/Shanghai, `2026-11-24`; strings of this form compare as dates do. */
export type Day = string & { readonly [calendarDate]: true }
/** A time of day, `17:30`; `24:00` is the end of the day. */
export type TimeOfDay = `${number}:${number}`

const ZONE = 'Asia/Shanghai'
// Without a change since 1991-09-15, which the tests compare with the zone's own table.
const OFFSET = '+08:00'
const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000]

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
const timeOf = (instant: Date) => wall(instant).slice(11, 16)

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

type Name = 'weekday' | 'month'
const formats = new Map<string, Intl.DateTimeFormat>()
function nameOf(day: Day, name: Name, locale: Locale) {
  const key = `${locale} ${name}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: ZONE, [name]: 'short' })
  formats.set(key, format)
  return format.format(startOf(day))
}
const weekday = (day: Day, locale: Locale) => nameOf(day, 'weekday', locale)
const dateAndMonth = (day: Day) => `${Number(day.slice(8))} ${nameOf(day, 'month', 'en')}`

/** `2026-11-24` / `24 Nov 2026` */
export const bareDay = (day: Day, locale: Locale) => (locale === 'en' ? `${dateAndMonth(day)} ${yearOf(day)}` : day)
/** `2026-11-24 周二` / `Tue 24 Nov 2026` */
export const fullDay = (day: Day, locale: Locale) =>
  locale === 'en' ? `${weekday(day, locale)} ${bareDay(day, locale)}` : `${day} ${weekday(day, locale)}`
/** `2026-11-24 周二 09:40` / `Tue 24 Nov 2026, 09:40` */
export const fullTime = (instant: Date, locale: Locale) =>
  `${fullDay(dayOf(instant), locale)}${locale === 'en' ? ',' : ''} ${timeOf(instant)}`

/** In lists; this year `11-24 周二` / `Tue 24 Nov`, today 今天 / Today, another year in full. */
export function shortDay(day: Day, now: Date, locale: Locale) {
  const today = dayOf(now)
  if (day === today) return locale === 'en' ? 'Today' : '今天'
  if (yearOf(day) !== yearOf(today)) return fullDay(day, locale)
  return locale === 'en' ? `${weekday(day, locale)} ${dateAndMonth(day)}` : `${day.slice(5)} ${weekday(day, locale)}`
}
/** In lists; this year `11-24 周二 09:40` / `Tue 24 Nov 09:40`, today `今天 12:37` / `Today 12:37`, another year in full. */
export function shortTime(instant: Date, now: Date, locale: Locale) {
  const day = dayOf(instant)
  return yearOf(day) === yearOf(dayOf(now)) ? `${shortDay(day, now, locale)} ${timeOf(instant)}` : fullTime(instant, locale)
}

const UNITS = { 'zh-CN': [' 天', ' 小时', ' 分', ' 秒'], en: [' d', ' h', ' min', ' s'] } as const

/** A span in its two largest units, `1 天 5 小时`, `2 小时 05 分`; whole minutes under an hour, seconds under five minutes. */
export function span(milliseconds: number, locale: Locale) {
  const whole = (unit: number, within = Number.POSITIVE_INFINITY) => Math.floor((Math.abs(milliseconds) % within) / unit)
  const [days, hours, minutes, seconds] = [whole(DAY), whole(HOUR, DAY), whole(MINUTE, HOUR), whole(SECOND, MINUTE)]
  const [d, h, min, s] = UNITS[locale]
  if (days > 0) return `${days}${d} ${hours}${h}`
  if (hours > 0) return `${hours}${h} ${String(minutes).padStart(2, '0')}${min}`
  if (minutes >= 5) return `${minutes}${min}`
  return minutes > 0 ? `${minutes}${min} ${String(seconds).padStart(2, '0')}${s}` : `${seconds}${s}`
}

/** A period ends at its deadline: from that instant on it is overdue. */
export const isOverdue = (dueAt: Date, now: Date) => now.getTime() >= dueAt.getTime()

/** `剩 3 小时 12 分` / `3 h 12 min left`, `超时 2 小时 05 分` / `overdue by 2 h 05 min` */
export function timeLeft(dueAt: Date, now: Date, locale: Locale) {
  const length = span(dueAt.getTime() - now.getTime(), locale)
  if (isOverdue(dueAt, now)) return locale === 'en' ? `overdue by ${length}` : `超时 ${length}`
  return locale === 'en' ? `${length} left` : `剩 ${length}`
}
