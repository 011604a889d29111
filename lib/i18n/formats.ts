import { type SpanWords, spanText } from './span'

export type Locale = 'zh-CN' | 'en'

export const locales: readonly Locale[] = ['zh-CN', 'en']

const BEIJING = 8 * 60 * 60 * 1000

type Day = { year: number; month: number; day: number; weekday: number; iso: string }

const weekdays = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const spans: Record<Locale, SpanWords> = {
  'zh-CN': { day: '天', hour: '小时', minute: '分', second: '秒', gap: ' ' },
  en: { day: 'd', hour: 'h', minute: 'min', second: 's', gap: ' ' },
}

function dayOf(date: Date): Day {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    iso: date.toISOString().slice(0, 10),
  }
}

const inBeijing = (instant: Date) => new Date(instant.getTime() + BEIJING)
const two = (value: number) => String(value).padStart(2, '0')
const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** Dates, times, numbers and money as the portal writes them, in Beijing time. */
export function formats(locale: Locale) {
  const zh = locale === 'zh-CN'
  const weekday = (day: Day) => weekdays[locale][day.weekday] ?? ''
  const shortDay = (day: Day) =>
    zh ? `${two(day.month)}-${two(day.day)} ${weekday(day)}` : `${weekday(day)} ${day.day} ${months[day.month - 1]}`
  const fullDay = (day: Day) => (zh ? `${day.iso} ${weekday(day)}` : `${shortDay(day)} ${day.year}`)
  const legal = (date: string) => dayOf(new Date(`${date}T00:00:00Z`))
  const hours = (instant: Date) => inBeijing(instant).toISOString().slice(11, 16)
  const count = (value: number | bigint) => (value < 0 ? `−${grouped(String(-value))}` : grouped(String(value)))

  return {
    locale,
    /** 2026-11-24 周二 09:40 */
    instant: (instant: Date) => `${fullDay(dayOf(inBeijing(instant)))}${zh ? ' ' : ', '}${hours(instant)}`,
    /** 今天 12:37, 11-24 周二 09:40 in the year of `now`, else in full */
    inList(instant: Date, now: Date) {
      const day = dayOf(inBeijing(instant))
      const today = dayOf(inBeijing(now))
      if (day.iso === today.iso) return `${zh ? '今天' : 'today'} ${hours(instant)}`
      if (day.year === today.year) return `${shortDay(day)} ${hours(instant)}`
      return `${fullDay(day)}${zh ? ' ' : ', '}${hours(instant)}`
    },
    /** 09:40 */
    time: hours,
    /** 2026-11-24 周二, of the instant in Beijing */
    dayOfInstant: (instant: Date) => fullDay(dayOf(inBeijing(instant))),
    /** 2026-11-24 周二, of a legal date as 2026-11-24 */
    day: (date: string) => fullDay(legal(date)),
    /** 11-24 周二 in the year of `now`, else 2025-06-17 */
    dayInList(date: string, now: Date) {
      const day = legal(date)
      if (day.year === dayOf(inBeijing(now)).year) return shortDay(day)
      return zh ? day.iso : `${day.day} ${months[day.month - 1]} ${day.year}`
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
  }
}

export type Formats = ReturnType<typeof formats>
