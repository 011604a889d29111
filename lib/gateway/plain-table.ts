import { parse } from 'csv-parse/sync'
import { type Cell, COLUMNS_MAX, type Grid, type GridRefusal, isBlank, ROWS_AROUND, ROWS_MAX, TEXT_MAX } from '../batch/rules/grid'
import { type Outcome, ok, refuse } from '../kernel/outcome'

/** As a text file is saved here: UTF-8 with or without a mark, what Excel calls Unicode text, or GB18030. */
function textOf(bytes: Buffer): string | undefined {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : bytes[0] === 0xfe && bytes[1] === 0xff ? ['utf-16be'] : ['utf-8', 'gb18030']
  for (const encoding of marked) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
  return undefined
}

/** Blank lines count for nothing, but a file is read no further than this. */
const LINES_MAX = ROWS_MAX * 4
const HEAD = 4_000
/** Comma, tab or semicolon: whichever stands most often in the first lines. */
function separatorOf(text: string): string {
  const head = text.slice(0, HEAD).replace(/"[^"]*"/g, '')
  const often = (mark: string) => head.split(mark).length
  return [',', '\t', ';', '，'].reduce((most, mark) => (often(mark) > often(most) ? mark : most), ',')
}

const TEXT_FORMULA = /^="([^"]*)"$/
function cellOf(text: string): Cell {
  if (text === '') return null
  const sure = TEXT_FORMULA.exec(text.trim())?.[1]
  if (sure !== undefined) return { sure }
  if (/^\s*=/.test(text)) return { bad: 'formula_not_run' }
  return text.slice(0, TEXT_MAX + 1)
}

/** A text file as a grid. Refusals: text_not_readable, file_not_a_table, too_many_rows, nothing_in_it. */
export function readPlainTable(bytes: Buffer): Outcome<Grid, GridRefusal> {
  const text = textOf(bytes)
  if (text === undefined || text.includes('\0')) return refuse('text_not_readable')
  const separator = separatorOf(text)
  let records: string[][]
  try {
    records = parse(text, {
      bom: true,
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
      to: LINES_MAX + 1,
    })
  } catch {
    return refuse('file_not_a_table')
  }
  if (records.length > LINES_MAX) return refuse('too_many_rows', { params: { count: records.length, maximum: ROWS_MAX } })
  const rows = records.flatMap((record, i) => {
    const cells = record.slice(0, COLUMNS_MAX).map(cellOf)
    return cells.every(isBlank) ? [] : [{ line: i + 1, cells }]
  })
  if (rows.length === 0) return refuse('nothing_in_it')
  if (rows.length > ROWS_MAX + ROWS_AROUND) return refuse('too_many_rows', { params: { count: rows.length, maximum: ROWS_MAX } })
  return ok({ format: 'csv', sheet: null, epoch: 1900, rows })
}
