import { writeSpreadsheet } from '@/lib/gateway/spreadsheet'
import type { ReportFile } from './report-file'
import { declaredRows, spread, tablesOf } from './report-tables'

type Row = (string | number | null)[]

/** A report as a workbook of one sheet: its facts, its tables, what was declared, as the page has them. */
export async function workbookOf(file: ReportFile) {
  const rows: Row[] = []
  const [title, bold]: number[][] = [[], []]
  const add = (row: Row, marked?: number[]) => {
    marked?.push(rows.length)
    rows.push(row)
  }
  add([file.title], title)
  add([file.organ, file.number])
  for (const fact of file.facts) add(fact)
  for (const table of tablesOf(file)) {
    add([])
    add([table.title], bold)
    add([table.note])
    if (table.rows.length === 0) add([table.empty])
    else {
      const { head, rows: lines } = spread(table)
      add(head, bold)
      for (const line of lines) add(line)
    }
  }
  const declared = declaredRows(file)
  add([])
  add([file.words.page.declarations], bold)
  if (declared.rows.length === 0) add([file.words.page.noDeclarations])
  else {
    add(declared.head, bold)
    for (const row of declared.rows) add(row)
  }
  add([])
  add([file.stamp])
  return writeSpreadsheet([{ name: file.words.file.sheet, widths: [34, ...Array(16).fill(14)], rows, title, bold }])
}
