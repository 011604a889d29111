// What a spreadsheet file holds, whatever program saved it: lines of cells, nothing judged yet.

/** `at`: a date as its cell shows it, `2026-11-05T08:30`. `sure`: text that its cell marks as text, `="0012"`. `bad`: what stands for no value. */
export type Cell = string | number | boolean | null | { at: string } | { sure: string } | { bad: CellBreak }
export const CELL_BREAKS = ['formula_without_value', 'formula_failed', 'formula_not_run', 'format_unsure'] as const
export type CellBreak = (typeof CELL_BREAKS)[number]

/** `line` as the program shows it beside the row, counted from 1. */
export type GridRow = { line: number; hidden?: boolean; cells: Cell[] }
/** Another sheet of the file that shows and holds rows, which are not read. */
type OtherSheet = { name: string; rows: number }
/** `epoch`: the year from which bare day numbers count. */
export type Grid = { format: 'xlsx' | 'csv'; sheet: string | null; others?: OtherSheet[]; epoch: 1900 | 1904; rows: GridRow[] }

/** Why a file cannot be read at all. */
export const GRID_REFUSALS = [
  'file_empty',
  'file_too_large',
  'file_not_a_table',
  'file_old_or_locked',
  'file_other_format',
  'file_broken',
  'file_with_entities',
  'file_too_heavy',
  'file_takes_too_long',
  'sheet_reaches_far',
  'text_not_readable',
  'too_many_rows',
  'nothing_in_it',
] as const
export type GridRefusal = (typeof GRID_REFUSALS)[number]

export const ROWS_MAX = 5_000
/** Rows that a file may have besides: titles, heads, notes. */
export const ROWS_AROUND = 100
export const COLUMNS_MAX = 200
export const TEXT_MAX = 5_000
export const FILE_MAX = 10 * 1024 ** 2

/** `A`, `Z`, `AA`: the column as the program names it. */
export function columnName(at: number): string {
  const [above, rest] = [Math.floor(at / 26), at % 26]
  return `${above > 0 ? columnName(above - 1) : ''}${String.fromCharCode(65 + rest)}`
}
/** `F12` */
export const cellName = (column: number, line: number) => `${columnName(column)}${line}`

const DAY = 86_400_000
/** From when on day numbers are dates that anybody means: 1990 to 2100, in the system of 1900. */
const [FIRST, LAST] = [32_874, 73_415]
const BETWEEN_SYSTEMS = 1462

/** The day that a bare day number stands for in a spreadsheet's date system, or nothing when it stands for none that anybody means. */
export function dayOfSerial(serial: number, epoch: Grid['epoch']): string | undefined {
  const since1900 = epoch === 1904 ? serial + BETWEEN_SYSTEMS : serial
  if (since1900 < FIRST || since1900 >= LAST) return undefined
  // To the minute: spreadsheets keep times as fractions that miss by a hair.
  const at = Math.round((since1900 - 25_569) * 1440) * 60_000
  return new Date(at).toISOString().slice(0, at % DAY === 0 ? 10 : 16)
}

export const isBlank = (cell: Cell | undefined) => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
