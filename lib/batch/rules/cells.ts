// How people write into cells: full-width digits, 第十二集, 约 120 分钟; and what spreadsheets make of it.
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { type Cell, type CellBreak, TEXT_MAX } from './grid'
import { inDigits } from './numerals'

export type CellRefusal =
  | CellBreak
  | 'required'
  | 'too_long'
  | 'not_a_day'
  | 'day_ambiguous'
  | 'not_a_number'
  | 'too_large'
  | 'not_a_link'
  | 'code_rounded'
  | 'code_became_date'
  | 'code_is_value'
type Read<T> = Outcome<T | null, CellRefusal>

const tidy = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** A cell as it is shown in the list of what is wrong. */
export function shown(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'object') return tidy(String(cell)).slice(0, 200)
  if ('sure' in cell) return tidy(cell.sure).slice(0, 200)
  return 'at' in cell ? cell.at.replace(/T00:00$/, '').replace('T', ' ') : ''
}

/** What a cell says, in words; formulas by their value, never run. */
export function readText(cell: Cell | undefined, limit = TEXT_MAX): Read<string> {
  if (typeof cell === 'object' && cell !== null && 'bad' in cell) return refuse(cell.bad)
  const text =
    typeof cell === 'object' && cell !== null && 'sure' in cell ? tidy(cell.sure) : typeof cell === 'string' ? tidy(cell) : shown(cell)
  if (text.length > limit) return refuse('too_long', { params: { maximum: limit } })
  return ok(text || null)
}

/** The longest whole number that spreadsheets keep digit by digit. */
const DIGITS_KEPT = 15
const ROUNDED = /^[+-]?\d(?:\.\d+)?e[+-]?\d+$/i

/** A code, digit by digit: one that the spreadsheet has rounded is gone for good, and so is one that it took for a date; a fraction or a truth value is none. */
export function readCode(cell: Cell | undefined, limit: number): Read<string> {
  if (typeof cell === 'number' && (!Number.isFinite(cell) || Math.abs(cell) >= 10 ** DIGITS_KEPT)) return refuse('code_rounded')
  if (typeof cell === 'object' && cell !== null && 'at' in cell) return refuse('code_became_date')
  if (typeof cell === 'boolean' || (typeof cell === 'number' && !Number.isInteger(cell))) return refuse('code_is_value')
  const text = readText(cell)
  if (!text.ok || text.value === null) return text
  const code = text.value
    .normalize('NFKC')
    .replace(/^['‘’`]/, '')
    .trim()
  if (ROUNDED.test(code)) return refuse('code_rounded')
  if (code.length > limit) return refuse('too_long', { params: { maximum: limit } })
  return ok(code || null)
}

const LONG = /^\d{16,}$/
/** The digits of a long code that a spreadsheet does not keep. */
const beyond = (cell: Cell | undefined): string => {
  const code = typeof cell === 'string' ? cell.normalize('NFKC').trim() : ''
  return LONG.test(code) ? code.slice(DIGITS_KEPT) : ''
}
const SURE_ENOUGH = 3

/** Do all codes of 16 digits in a column end in 0? One that does may be a code; several and no other are rounded. */
export function endsInZeros(column: readonly (Cell | undefined)[]): boolean {
  const ends = column.map(beyond).filter(({ length }) => length === 1)
  return ends.length >= SURE_ENOUGH && ends.every((end) => end === '0')
}

/**
 * In a text file a rounded code looks like any other: digits, then zeros from the 16th on. From two zeros on a cell is judged by
 * itself, since a column may hold what its program kept beside what it rounded.
 */
export const looksRounded = (cell: Cell | undefined, isColumnInZeros: boolean): boolean =>
  (isColumnInZeros ? /^0+$/ : /^0{2,}$/).test(beyond(cell))

const AMOUNT = /^(?:第|共|约)?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*([\p{L}]*)$/u
/** What a unit behind a number stands for; one that is not here is not of this column. */
export type Units = Readonly<Record<string, number>>
export const EPISODES: Units = { '': 1, 集: 1, 部: 1, episode: 1, episodes: 1 }
export const MINUTES: Units = {
  '': 1,
  分钟: 1,
  分: 1,
  minute: 1,
  minutes: 1,
  min: 1,
  mins: 1,
  小时: 60,
  个小时: 60,
  h: 60,
  hour: 60,
  hours: 60,
  hrs: 60,
}

/** A count in the column's own unit, whatever unit of it is written behind the number; `fraction` allows 12.5. */
export function readAmount(cell: Cell | undefined, most: number, units: Units, fraction = false): Read<number> {
  const text = readText(cell)
  if (!text.ok) return text
  if (text.value === null) return ok(null)
  const [, whole, rest, unit = ''] = AMOUNT.exec(inDigits(text.value.normalize('NFKC')).trim()) ?? []
  const factor = units[unit.toLowerCase()]
  if (whole === undefined || factor === undefined) return refuse('not_a_number')
  const value = Number(`${whole.replaceAll(',', '')}${rest ?? ''}`) * factor
  if (Number.isNaN(value) || value <= 0 || (!fraction && !Number.isInteger(value))) return refuse('not_a_number')
  return value > most ? refuse('too_large', { params: { maximum: most } }) : ok(value)
}

const LINKS_MAX = 20
/** Addresses, http and https only, with blanks or marks between them. */
export function readLinks(cell: Cell | undefined): Outcome<string[], CellRefusal> {
  const text = readText(cell)
  if (!text.ok) return text
  const links = [...new Set((text.value ?? '').split(/[\s，、；;|]+/).filter(Boolean))]
  const fine = links.every((link) => /^https?:$/.test(URL.parse(link)?.protocol ?? '') && link.length <= 2000)
  return fine && links.length <= LINKS_MAX ? ok(links) : refuse('not_a_link')
}
