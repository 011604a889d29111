// 期限: how long a measure lasts, in days or hours, as platforms write it.
import { inDigits } from './numerals'

const UNITS = { hour: '个小时|小时|hours?|hrs?|h', day: '天|日|days?|d', week: '个星期|星期|周|weeks?' }
/** A number with its unit, in small letters and without blanks, as part of a longer text. */
export const TERM = `\\d{1,4}(?:${UNITS.hour}|${UNITS.day}|${UNITS.week})`
const WHOLE = new RegExp(`^(\\d{1,4})(?:(${UNITS.hour})|(${UNITS.day})|(${UNITS.week}))?$`)

/** `7`, `七天`, `30日`, `72 小时`, `两周` in the unit that is asked for, as a whole number; nothing where it is none. */
export function termIn(unit: 'hour' | 'day', text: string): string | undefined {
  const [, number, hours, days, weeks] = WHOLE.exec(inDigits(text.normalize('NFKC').toLowerCase().replace(/\s/g, ''))) ?? []
  if (number === undefined) return undefined
  const inHours = hours ? 1 : days ? 24 : weeks ? 168 : unit === 'day' ? 24 : 1
  const count = (Number(number) * inHours) / (unit === 'day' ? 24 : 1)
  return Number.isInteger(count) ? String(count) : undefined
}
