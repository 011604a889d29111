// How people write dates: from the year down in every form, day and month first where only one of the two can be meant.
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { type Day, isDay } from '../../kernel/time'
import { type CellRefusal, readText } from './cells'
import { type Cell, dayOfSerial, type Grid } from './grid'
import { inDigits } from './numerals'

export type Moment = { day: Day; time: string | null }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<date>\d{2})(?!\d)/
const SHAPES = [
  /^(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<date>\d{1,2})(?!\d)\s*[日号]?/,
  COMPACT,
  /^(?<one>\d{1,2})\s*[-/.]\s*(?<other>\d{1,2})\s*[-/.]\s*(?<year>\d{4})(?!\d)/,
  /^(?<date>\d{1,2})(?:st|nd|rd|th)?[-\s]+(?<word>[a-z]{3,9})\.?,?[-\s]+(?<year>\d{4})(?!\d)/,
  /^(?<word>[a-z]{3,9})\.?\s+(?<date>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?!\d)/,
]
const WEEKDAY = /^\s*\(?(?:星期|礼拜|周)[1-6日天]\)?/
const TIME = /^[t,\s]*(?<half>上午|下午)?\s*(?<hour>\d{1,2})(?::|[点时])(?:(?<minute>\d{2})(?::\d{2}(?:\.\d+)?|分)?)?\s*(?<ampm>am|pm)?$/

const two = (part: string) => part.padStart(2, '0')
const monthNamed = (word: string) => MONTHS.findIndex((month) => word.startsWith(month)) + 1

/** The days that the beginning of a text can mean, and what stands behind it. */
function daysIn(text: string): { days: Day[]; rest: string } | undefined {
  const found = SHAPES.map((shape) => shape.exec(text)).find(Boolean)
  if (!found) return undefined
  const { year, month, date, one, other, word } = found.groups!
  const pairs = one && other ? [[one, other], [other, one]] : [[month ?? String(monthNamed(word!)), date!]] // biome-ignore format: pairs
  const days = pairs.map(([m, d]) => `${year}-${two(m!)}-${two(d!)}`).filter(isDay)
  return { days: [...new Set(days)], rest: text.slice(found[0].length) }
}

/** `14:30`; nothing where a text is no time of day, and null where there is none or it is midnight. */
function timeIn(text: string): string | null | undefined {
  if (text.trim() === '') return null
  const found = TIME.exec(text)
  if (!found) return undefined
  const { half, hour, minute = '00', ampm } = found.groups!
  const isLate = half === '下午' || ampm === 'pm'
  const isHalved = isLate || ampm === 'am' || half === '上午'
  const at = (isHalved && Number(hour) === 12 ? 0 : Number(hour)) + (isLate && Number(hour) <= 12 ? 12 : 0)
  const time = `${two(String(at))}:${minute}`
  if (at > 23 || Number(minute) > 59) return undefined
  return time === '00:00' ? null : time
}

/** A date, and the time of day where one stands: as a date cell, a bare day number, or in words. What can be two dates is neither. */
export function readMoment(cell: Cell | undefined, epoch: Grid['epoch']): Outcome<Moment | null, CellRefusal> {
  const isSerial = typeof cell === 'number' && !COMPACT.test(String(cell))
  const text = isSerial ? ok(dayOfSerial(cell, epoch) ?? String(cell)) : readText(cell)
  if (!text.ok) return text
  if (text.value === null) return ok(null)
  const said = daysIn(inDigits(text.value.normalize('NFKC').toLowerCase()).trim())
  const time = said && timeIn(said.rest.replace(WEEKDAY, ''))
  const [day, another] = said?.days ?? []
  if (!day || time === undefined) return refuse('not_a_day')
  return another ? refuse('day_ambiguous', { params: { first: day, second: another } }) : ok({ day, time })
}
