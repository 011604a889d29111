import { isUnknown } from '@/lib/figure/rules'
import type { ReportFile } from './report-file'
import type { SheetCell, SheetTable } from './sheet'

/** A cell for a spreadsheet: a number where the screen shows nothing but one. */
export const plainOf = ({ figure, main, notes }: SheetCell): string | number =>
  notes.length > 0 || (figure !== null && (figure.declared !== null || isUnknown(figure)))
    ? [main, ...notes].join('\n')
    : (figure?.value ?? 0)

const headOf = (table: SheetTable, first: string) => [
  first,
  ...table.columns.map(({ label, unit }) => (unit ? `${label}\n${unit}` : label)),
]

export type PrintedTable = {
  title: string
  note: string
  head: string[]
  rows: { level: number; label: string; cells: SheetCell[] }[]
  empty: string
}

/** The two tables of figures, as both kinds of file print them. */
export function tablesOf({ sheet, words }: Pick<ReportFile, 'sheet' | 'words'>): PrintedTable[] {
  const w = words.page
  return [
    { title: w.works, note: w.worksAside, head: headOf(sheet.works, w.column.line), rows: sheet.works.rows, empty: w.nil },
    { title: w.grades, note: w.gradesAside, head: headOf(sheet.grades, w.column.line), rows: sheet.grades.rows, empty: w.noGrades },
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
