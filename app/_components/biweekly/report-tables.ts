import { isUnknown } from '@/lib/figure/rules'
import type { ReportFile } from './report-file'
import type { SheetCell, SheetTable } from './sheet'

/** A cell for a spreadsheet: its number, what is not known in a column of its own; words where nothing is known or another figure was declared. */
const plainOf = ({ figure, main, notes }: SheetCell): string | number => {
  if (!figure) return 0
  if (figure.declared !== null) return [main, notes[0]].join('\n')
  return isUnknown(figure) ? main : figure.value
}

/** A table's head and rows for a spreadsheet, where every column that knows only part has one beside it that says of how many works it does not. */
export function spread({ head, unknown, rows }: PrintedTable): { head: string[]; rows: (string | number)[][] } {
  const [first, ...names] = head
  return {
    head: [first!, ...names.flatMap((name, at) => [name, ...(unknown[at] ? [unknown[at]] : [])])],
    rows: rows.map(({ level, label, cells }) => [
      `${'　'.repeat(level)}${label}`,
      ...cells.flatMap((cell, at) => [plainOf(cell), ...(unknown[at] ? [cell.figure?.unknown ?? 0] : [])]),
    ]),
  }
}

const printed = ({ columns, rows }: SheetTable, first: string) => ({
  head: [first, ...columns.map(({ label, unit }) => (unit ? `${label}\n${unit}` : label))],
  unknown: columns.map(({ unknown }) => unknown),
  rows,
})

export type PrintedTable = {
  title: string
  note: string
  head: string[]
  /** By column, what one of what is not known is called. */
  unknown: (string | null)[]
  rows: { level: number; label: string; cells: SheetCell[] }[]
  empty: string
}

/** The two tables of figures, as both kinds of file print them. */
export function tablesOf({ sheet, words }: Pick<ReportFile, 'sheet' | 'words'>): PrintedTable[] {
  const w = words.page
  return [
    { title: w.works, note: w.worksAside, ...printed(sheet.works, w.column.line), empty: w.nil },
    { title: w.grades, note: w.gradesAside, ...printed(sheet.grades, w.column.line), empty: w.noGrades },
  ]
}

/** What was declared, as lines of text under their heads. */
export function declaredRows({ sheet, words }: Pick<ReportFile, 'sheet' | 'words'>): { head: string[]; rows: string[][] } {
  const { column } = words.page
  return {
    head: [column.line, column.figure, column.recorded, column.declared, column.reason],
    rows: sheet.declared.map((one) => [one.line, one.column, one.recorded, one.declared, one.reason]),
  }
}
