export type SpanWords = { day: string; hour: string; minute: string; second: string; gap: string }

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A length of time in two units, as 3 小时 12 分; by the second under five minutes. Rounded down, never below zero. */
export function spanText(milliseconds: number, words: SpanWords): string {
  const rest = Math.max(0, milliseconds)
  const days = Math.floor(rest / DAY)
  const hours = Math.floor((rest % DAY) / HOUR)
  const minutes = Math.floor((rest % HOUR) / MINUTE)
  const seconds = Math.floor((rest % MINUTE) / SECOND)
  const say = (count: number, unit: string, digits = 1) => `${String(count).padStart(digits, '0')}${words.gap}${unit}`
  if (days > 0) return `${say(days, words.day)} ${say(hours, words.hour)}`
  if (hours > 0) return `${say(hours, words.hour)} ${say(minutes, words.minute, 2)}`
  if (minutes >= 5) return say(minutes, words.minute)
  if (minutes > 0) return `${say(minutes, words.minute)} ${say(seconds, words.second, 2)}`
  return say(seconds, words.second)
}
