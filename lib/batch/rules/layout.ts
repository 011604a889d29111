// Where the table lies on its sheet: its head, of one line or two, and the rows below.
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import type { Column } from './columns'
import { type Cell, cellName, type Grid, type GridRow, isBlank } from './grid'
import { factorOf, type Head, headNamed } from './head'

/** Without these nothing can be told of a row. */
const NEEDED = ['reference', 'kind', 'items', 'seenOn', 'found', 'stage'] as const satisfies readonly Column[]
/** The head that a cell is, if it is one. */
const headIn = (cell: Cell | undefined): Head | undefined => (typeof cell === 'string' ? headNamed(cell) : undefined)

export type Placed = ReadonlyMap<Column, number>
export type HeadRefusal = 'head_missing' | 'column_missing' | 'column_twice' | 'head_unit_unclear'
/** `factors`: what a bare number stands for below a head that names a unit. */
type Table = { at: Placed; factors: ReadonlyMap<Column, number>; rows: GridRow[] }

const LOOKED_AT = 15
const named = ({ cells }: GridRow) => cells.filter((cell) => headIn(cell)).length
const filled = ({ cells }: GridRow) => cells.filter((cell) => !isBlank(cell)).length
const isHead = (row: GridRow | undefined) => row !== undefined && named(row) >= 2 && named(row) * 2 >= filled(row)

const HEAD_SHOWN = 40
const shownHead = (lines: readonly GridRow[], at: number) =>
  lines
    .flatMap(({ cells }) => (isBlank(cells[at]) ? [] : String(cells[at]).trim()))
    .join(' / ')
    .slice(0, HEAD_SHOWN)

const SURE_ENOUGH = 3
/** Whether a sheet begins with the head of a notice, even if that lacks something; a list of measures names a column or two as well. */
export const hasHead = (rows: readonly GridRow[]) =>
  rows.slice(0, LOOKED_AT).some((row) => {
    const columns = new Set(row.cells.map((cell) => headIn(cell)?.column))
    return isHead(row) && NEEDED.filter((column) => columns.has(column)).length >= SURE_ENOUGH
  })

/** How many lines a sheet holds: below its head, where it has one. */
export function rowsBelow(rows: readonly GridRow[]): number {
  const heads = rows.slice(0, LOOKED_AT).map(isHead)
  return rows.length - (heads.lastIndexOf(true) + 1)
}

/** Of two lines of heads the lower one counts, where it says anything; a unit counts in either. */
function headsOf(lines: readonly GridRow[], at: number): Head[] {
  const told = lines.findLast(({ cells }) => !isBlank(cells[at]))
  const head = headIn(told?.cells[at])
  return head ? [head, ...lines.flatMap(({ cells }) => headIn(cells[at]) ?? []).filter(({ column }) => column === head.column)] : []
}

/**
 * Finds the head among the first lines, of one line or two, whatever stands above it, and gives where each column is and the
 * rows below. Columns with other heads are left alone.
 */
export function findTable({ rows }: Pick<Grid, 'rows'>): Outcome<Table, HeadRefusal> {
  const first = rows.slice(0, LOOKED_AT)
  const best = first.reduce((most, row, i) => (named(row) > named(first[most]!) ? i : most), 0)
  if (!isHead(first[best])) return refuse('head_missing')
  const from = isHead(first[best - 1]) ? best - 1 : best
  const until = isHead(rows[best + 1]) ? best + 1 : best
  const lines = rows.slice(from, until + 1)
  const line = lines.at(-1)!.line
  const at = new Map<Column, number>()
  const factors = new Map<Column, number>()
  for (let i = 0; i < Math.max(...lines.map(({ cells }) => cells.length)); i += 1) {
    const heads = headsOf(lines, i)
    const column = heads[0]?.column
    if (!column) continue
    const before = at.get(column)
    if (before !== undefined)
      return refuse('column_twice', { params: { column, first: cellName(before, line), second: cellName(i, line) } })
    const factor = factorOf(heads)
    if (factor === false) return refuse('head_unit_unclear', { params: { column, cell: cellName(i, line), head: shownHead(lines, i) } })
    if (factor !== undefined) factors.set(column, factor)
    at.set(column, i)
  }
  const absent = NEEDED.find((column) => !at.has(column)) ?? (at.has('name') || at.has('handle') ? undefined : 'name')
  if (absent) return refuse('column_missing', { params: { column: absent } })
  return ok({ at, factors, rows: rows.slice(until + 1) })
}
