import type { CellValue, Sheet, Cell as Told } from 'hucre/xlsx'
import { readXlsx } from 'hucre/xlsx'
import {
  type Cell,
  COLUMNS_MAX,
  type Grid,
  type GridRefusal,
  type GridRow,
  isBlank,
  ROWS_AROUND,
  ROWS_MAX,
  TEXT_MAX,
} from '../batch/rules/grid'
import { hasHead, rowsBelow } from '../batch/rules/layout'
import { type Outcome, ok, refuse } from '../kernel/outcome'
import { ArchiveBroken, archiveOf, partsOf } from './archive'
import { UNSURE, withShownNumbers } from './shown-numbers'

/** What a sheet's cells are told from; pictures, charts, macros and links to other files are left where they are. */
const WANTED =
  /^\/?(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?workbook\.xml(\.rels)?|xl\/sharedStrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/i
const UNPACKED_MAX = 64 * 1024 ** 2
const ENTITIES = /<!(DOCTYPE|ENTITY)/i
const HEAD = 2_000

/** As the cell shows it: spreadsheets keep an instant without a zone. */
const momentOf = (date: Date): Cell => {
  if (Number.isNaN(date.getTime())) return null
  return { at: new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString().slice(0, 16) }
}

function cellOf(value: CellValue, told: Told | undefined): Cell {
  if (told?.type === 'error') return { bad: value === UNSURE ? 'format_unsure' : 'formula_failed' }
  if (told?.formula !== undefined && (value === null || value === undefined)) return { bad: 'formula_without_value' }
  if (value === null || value === undefined) return null
  if (value instanceof Date) return momentOf(value)
  if (typeof value === 'string') return value.slice(0, TEXT_MAX + 1)
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value).slice(0, TEXT_MAX + 1)
}

function rowsOf({ rows, cells, rowDefs }: Sheet): GridRow[] {
  return rows.flatMap((values, i) => {
    const read = values.slice(0, COLUMNS_MAX).map((value, column) => cellOf(value, cells?.get(`${i},${column}`)))
    if (read.every(isBlank)) return []
    const told = rowDefs?.get(i)
    return [{ line: i + 1, ...((told?.hidden || told?.height === 0) && { hidden: true }), cells: read }]
  })
}

const SHEET_NAME = 100
const OTHERS_MAX = 50

/** An XLSX file as a grid: its first sheet that shows and has a head, or else the first that holds something, and which others hold rows. Refusals: file_broken, file_too_heavy, file_with_entities, sheet_reaches_far, too_many_rows, nothing_in_it, file_other_format. */
export async function readWorkbook(bytes: Buffer): Promise<Outcome<Grid, GridRefusal>> {
  try {
    const parts = partsOf(bytes, (name) => WANTED.test(name), UNPACKED_MAX)
    if (!parts.some(({ name }) => /workbook\.xml$/i.test(name))) return refuse('file_other_format')
    if (parts.some((part) => ENTITIES.test(part.bytes.toString('latin1', 0, HEAD)))) return refuse('file_with_entities')
    const book = await readXlsx(archiveOf(withShownNumbers(parts)), { sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden })
    const filled = book.sheets
      .map((sheet) => ({ name: sheet.name.slice(0, SHEET_NAME), rows: rowsOf(sheet) }))
      .filter(({ rows }) => rows.length > 0)
    const read = filled.find(({ rows }) => hasHead(rows)) ?? filled[0]
    if (!read) return refuse('nothing_in_it')
    const { name, rows } = read
    if (rows.length > ROWS_MAX + ROWS_AROUND) return refuse('too_many_rows', { params: { count: rows.length, maximum: ROWS_MAX } })
    const others = filled.filter((one) => one !== read).slice(0, OTHERS_MAX)
    return ok({
      format: 'xlsx',
      sheet: name,
      others: others.map((one) => ({ name: one.name, rows: rowsBelow(one.rows) })),
      epoch: book.dateSystem === '1904' ? 1904 : 1900,
      rows,
    })
  } catch (error) {
    if (error instanceof ArchiveBroken) return refuse(error.why === 'too_heavy' ? 'file_too_heavy' : 'file_broken')
    return refuse(error instanceof Error && /spans|rows x|limit/.test(error.message) ? 'sheet_reaches_far' : 'file_broken')
  }
}
