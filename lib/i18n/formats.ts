import { type Day, dayOf, type Locale, timeOf, weekdayOf, yearOf } from '../kernel/time'
import { type SpanWords, spanText } from './span'

export type { Locale } from '../kernel/time'

export const locales: readonly Locale[] = ['zh-CN', 'en']
/** The language that a member, a cookie or whatever else names; Chinese where it names none of ours. */
export const spokenAs = (named: string | undefined): Locale => (named === 'en' ? 'en' : 'zh-CN')

const weekdays = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const spans: Record<Locale, SpanWords> = {
  'zh-CN': { day: '天', hour: '小时', minute: '分', second: '秒', gap: ' ' },
  en: { day: 'd', hour: 'h', minute: 'min', second: 's', gap: ' ' },
}

const two = (value: number) => String(value).padStart(2, '0')
/** 1,365,004, from digits */
export const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** Dates, times, numbers and money as the portal writes them, in Beijing time. */
export function formats(locale: Locale) {
  const zh = locale === 'zh-CN'
  const weekday = (day: Day) => weekdays[locale][weekdayOf(day) - 1] ?? ''
  const dayAndMonth = (day: Day) => `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`
  const shortDay = (day: Day) => (zh ? `${day.slice(5)} ${weekday(day)}` : `${weekday(day)} ${dayAndMonth(day)}`)
  const fullDay = (day: Day) => (zh ? `${day} ${weekday(day)}` : `${shortDay(day)} ${yearOf(day)}`)
  const instantOf = (instant: Date) => `${fullDay(dayOf(instant))}${zh ? ' ' : ', '}${timeOf(instant)}`
  const count = (value: number | bigint) => (value < 0 ? `−${grouped(String(-value))}` : grouped(String(value)))

  return {
    locale,
    /** 2026-11-24 周二 09:40 */
    instant: instantOf,
    /** 今天 12:37, 11-24 周二 09:40 in the year of `now`, else in full */
    inList(instant: Date, now: Date) {
      const [day, today] = [dayOf(instant), dayOf(now)]
      if (day === today) return `${zh ? '今天' : 'today'} ${timeOf(instant)}`
      return yearOf(day) === yearOf(today) ? `${shortDay(day)} ${timeOf(instant)}` : instantOf(instant)
    },
    /** 09:40 */
    time: timeOf,
    /** 2026-11-24 周二, of the instant in Beijing */
    dayOfInstant: (instant: Date) => fullDay(dayOf(instant)),
    /** 2026-11-24 周二, of a legal date as 2026-11-24 */
    day: (date: string) => fullDay(date as Day),
    /** 11-24 周二 in the year of `now`, else 2025-06-17 */
    dayInList(date: string, now: Date) {
      const day = date as Day
      if (yearOf(day) === yearOf(dayOf(now))) return shortDay(day)
      return zh ? day : `${dayAndMonth(day)} ${yearOf(day)}`
    },
    /** 1,365,004 */
    count,
    /** 850,000 元, from fen */
    money(fen: bigint) {
      const cents = fen % 100n
      return `${count(fen / 100n)}${cents === 0n ? '' : `.${two(Number(cents < 0n ? -cents : cents))}`} ${zh ? '元' : 'yuan'}`
    },
    /** 43.3%, from basis points */
    share: (basisPoints: number) => `${(basisPoints / 100).toFixed(1)}%`,
    /** 3 小时 12 分, from milliseconds */
    span: (milliseconds: number) => spanText(milliseconds, spans[locale]),
    spanWords: spans[locale],
    /** 快手、抖音 */
    list: (items: readonly string[]) => items.join(zh ? '、' : ', '),
    /** Sentences one after another, those that there are: Chinese ones without a space between. */
    sentences: (...said: (string | false | null | undefined)[]) => said.filter(Boolean).join(zh ? '' : ' '),
  }
}

export type Formats = ReturnType<typeof formats>
