import { type Fault, type Outcome, ok, refuse } from '../../kernel/outcome'
import { endsInZeros, looksRounded, shown } from './cells'
import { CODES, COLUMNS, type Column } from './columns'
import { type Cell, cellName, type Grid, type GridRow, isBlank, ROWS_MAX } from './grid'
import { findTable, type HeadRefusal, type Placed } from './layout'
import { type Entry, judgeRow, type RowLaw } from './row'

/** What is wrong in a cell: its column, the cell as the program names it, and what stands there. */
export type CellFault = Fault & { cell: string | null; typed: string }
export type JudgedRow = {
  line: number
  reference: string | null
  typed: Partial<Record<Column, string>>
  entry: Entry | null
  faults: CellFault[]
}
export type Judged = {
  rows: JudgedRow[]
  /** Lines that are hidden in the file and so were left out. */
  hidden: number[]
  /** The cell that a fault is about, as the program names it; none where the file has no such column. */
  cellOf: (fault: Pick<Fault, 'field'>, line: number) => string | null
}

const fieldsOf = ({ cells }: GridRow, at: Placed): Partial<Record<Column, Cell>> =>
  Object.fromEntries(COLUMNS.flatMap((column) => (at.has(column) ? [[column, cells[at.get(column)!] ?? null]] : [])))

/**
 * Judges a whole file: every row that is not blank and not hidden, an entry to record or cells to change. The same reference twice
 * is wrong from the second one on. Refusals: head_missing, head_unit_unclear, column_missing, column_twice, nothing_in_it, too_many_rows.
 */
export function judgeTable(grid: Grid, law: RowLaw): Outcome<Judged, HeadRefusal | 'nothing_in_it' | 'too_many_rows'> {
  const table = findTable(grid)
  if (!table.ok) return table
  const { at, factors } = table.value
  const filled = table.value.rows.filter(({ cells }) => [...at.values()].some((column) => !isBlank(cells[column])))
  const rows = filled.filter(({ hidden }) => !hidden)
  const hidden = filled.filter((row) => row.hidden).map(({ line }) => line)
  if (rows.length === 0) return refuse('nothing_in_it')
  if (rows.length > ROWS_MAX) return refuse('too_many_rows', { params: { count: rows.length, maximum: ROWS_MAX } })
  const codes = grid.format === 'xlsx' ? [] : CODES.filter((column) => at.has(column))
  const inZeros = new Set(codes.filter((column) => endsInZeros(rows.map(({ cells }) => cells[at.get(column)!]))))
  const lineOf = new Map<string, number>()
  const cellOf: Judged['cellOf'] = ({ field }, line) => {
    const column = at.get(field as Column)
    return column === undefined ? null : cellName(column, line)
  }
  return ok({
    hidden,
    cellOf,
    rows: rows.map((row): JudgedRow => {
      const fields = fieldsOf(row, at)
      const rounded = new Set(codes.filter((column) => looksRounded(fields[column], inZeros.has(column))))
      const verdict = judgeRow(fields, law, grid.epoch, { rounded, factors })
      const faults = verdict.ok ? [] : [...(verdict.faults ?? [])]
      const reference = verdict.ok
        ? verdict.value.reference
        : faults.some(({ field }) => field === 'reference')
          ? null
          : shown(fields.reference).normalize('NFKC') || null
      const first = reference === null ? undefined : lineOf.get(reference)
      if (first !== undefined) faults.push({ field: 'reference', code: 'reference_twice', params: { line: first } })
      else if (reference !== null) lineOf.set(reference, row.line)
      return {
        line: row.line,
        reference,
        typed: Object.fromEntries(Object.entries(fields).map(([column, cell]) => [column, shown(cell)])),
        entry: verdict.ok && faults.length === 0 ? verdict.value : null,
        faults: faults.map((fault) => ({
          ...fault,
          cell: cellOf(fault, row.line),
          typed: shown(fields[fault.field as Column]),
        })),
      }
    }),
  })
}
