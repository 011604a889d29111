import { bareAmount } from '@/app/_components/figure/amount'
import type { Typed } from '@/app/_server/answer'
import type { ReportFigure } from '@/lib/biweekly/queries/reports'
import {
  ALL,
  byForm,
  type Column,
  columnKey,
  GRADED,
  ITEM_NAMES,
  type Key,
  keyOf,
  type Line,
  lineKey,
  RUNGS,
  readKey,
} from '@/lib/biweekly/rules/sheet'
import type { Words } from '@/lib/i18n/catalogue'
import type { Formats } from '@/lib/i18n/formats'

/** What puts a report into words; files take it in Chinese whatever the reader's language. */
export type Tongue = { words: Pick<Words, 'biweekly' | 'figure' | 'penalty'>; format: Formats; clause: (code: string) => string }

/** One cell: what is reported, and beside it the record's figure where another was declared, and how much is not known. */
export type SheetCell = { key: string; figure: ReportFigure | null; main: string; notes: string[]; isZero: boolean }
export type SheetRow = { key: string; label: string; level: 0 | 1 | 2; cells: SheetCell[] }
/** `labelled`: label and unit in one line. `unknown`: what a column of the works whose size is not known is called, where there are any. */
export type SheetTable = {
  columns: { key: string; label: string; unit: string; labelled: string; unknown: string | null }[]
  rows: SheetRow[]
}
export type Declared = {
  key: string
  line: string
  column: string
  recorded: string
  declared: string
  reason: string
  figure: ReportFigure
}
export type Sheet = { works: SheetTable; grades: SheetTable; declared: Declared[]; isNil: boolean }

/** The name of a line, as 合计, V04 低俗, 平台自查（平台登记）. */
export function lineLabel({ group, source, ground }: Line, { words, clause }: Tongue): string {
  const { biweekly: w, figure } = words
  if (!group) return ground ? w.ofAll(ground) : w.all
  if (!source || !ground) return `${group} ${clause(group)}`
  return w.line(figure.source[source], ground)
}

export const fullLabel = (line: Line, tongue: Tongue) =>
  line.group && line.source
    ? `${lineLabel({ ...line, source: null, ground: null }, tongue)} · ${lineLabel(line, tongue)}`
    : lineLabel(line, tongue)

/** The name of a column, as 查处作品, 账号：短期封禁. */
export function columnLabel(column: Column, { words: { biweekly: w, penalty } }: Tongue): string {
  return 'item' in column ? w.item[column.item] : `${w.graded[column.graded]} · ${penalty.rung(column.rung)}`
}
/**
 * The name of a figure with its line, by the field under which it is declared or explained, or by what was chosen beside it; nothing
 * for other fields, or where no figure was chosen.
 */
export function figureLabel(field: string, tongue: Tongue, typed: Typed = {}): string | undefined {
  const [, what, key] = /^(declared|reasons)\.(.+)$/.exec(field) ?? []
  const [, row, part] = /^(added\.\d\.)(value|reason)$/.exec(field) ?? []
  const added = row && [typed[`${row}group`], typed[`${row}line`] || ':', typed[`${row}column`]].join(':')
  const figure = readKey(key ?? added ?? '')
  const { declaredHead, reasonHead } = tongue.words.biweekly.write
  return figure ? fieldLabel(figure, (what ?? part)?.startsWith('reason') ? reasonHead : declaredHead, tongue) : undefined
}
/** What was chosen for a figure says which it is, and is no figure itself. */
export const figuresWritten = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([field]) => !/^added\.\d\.(group|line|column)$/.test(field)))
export const fieldLabel = ({ line, column }: Key, what: string, tongue: Tongue) =>
  `${fullLabel(line, tongue)} · ${columnLabel(column, tongue)} ${what}`
export const unitOf = (column: Column, { words: { biweekly: w } }: Tongue) => ('item' in column ? w.unit[column.item] : w.gradedUnit)

const sizeIn = (column: Column) => ('item' in column && column.item === 'minutes' ? 'minutes' : 'episodes')
/** Of how many works a size is not known: 另 3 部不详. */
export const unknownOf = (column: Column, count: number, { words, format }: Tongue) =>
  words.biweekly.unknown(format.count(count), sizeIn(column))

/** A report as tables: the same for the page, the spreadsheet and the printed form. */
export function sheetOf(figures: readonly ReportFigure[], tongue: Tongue): Sheet {
  const { words, format: f } = tongue
  const w = words.biweekly
  const known = new Map(figures.map((figure) => [figure.key, figure]))
  const keys = figures.flatMap(({ key }) => readKey(key) ?? [])
  const lines = [...new Map([ALL, ...keys.map(({ line }) => line)].map((line) => [lineKey(line), line])).values()].sort(byForm)
  const cellOf = (line: Line, column: Column): SheetCell => {
    const key = keyOf({ line, column })
    const figure = known.get(key) ?? null
    const recorded = figure ? bareAmount(figure, words.figure, f) : f.count(0)
    const isDeclared = figure !== null && figure.declared !== null
    return {
      key,
      figure,
      main: isDeclared ? w.declared(f.count(figure.declared!)) : recorded,
      notes: [
        ...(isDeclared ? [w.recorded(recorded)] : []),
        ...(figure?.value && figure.unknown > 0 ? [unknownOf(column, figure.unknown, tongue)] : []),
      ],
      isZero: !isDeclared && !figure?.value && !figure?.unknown,
    }
  }
  const tableOf = (columns: readonly Column[], isShown: (row: SheetRow) => boolean): SheetTable => ({
    columns: columns.map((column) => ({
      key: columnKey(column),
      label: columnLabel(column, tongue),
      unit: unitOf(column, tongue),
      labelled: unitOf(column, tongue) ? w.withUnit(columnLabel(column, tongue), unitOf(column, tongue)) : columnLabel(column, tongue),
      unknown: lines.some((line) => known.get(keyOf({ line, column }))?.unknown) ? w.unknownColumn(sizeIn(column)) : null,
    })),
    rows: lines
      .map((line) => ({
        key: lineKey(line),
        label: lineLabel(line, tongue),
        level: (line.source ? 2 : line.group || line.ground ? 1 : 0) as SheetRow['level'],
        cells: columns.map((column) => cellOf(line, column)),
      }))
      .filter(isShown),
  })
  const hasValue = (row: SheetRow) => row.cells.some(({ isZero }) => !isZero)
  const graded = GRADED.flatMap((kind) => RUNGS.map((rung) => ({ graded: kind, rung }))).filter((column) =>
    lines.some((line) => !cellOf(line, column).isZero),
  )
  const declared = keys
    .filter((key) => known.get(keyOf(key))!.declared !== null)
    .sort((a, b) => byForm(a.line, b.line))
    .map((key) => {
      const figure = known.get(keyOf(key))!
      return {
        key: figure.key,
        line: fullLabel(key.line, tongue),
        column: columnLabel(key.column, tongue),
        recorded: bareAmount(figure, words.figure, f),
        declared: f.count(figure.declared!),
        reason: figure.reason!,
        figure,
      }
    })
  const works = tableOf(
    ITEM_NAMES.map((item) => ({ item })),
    (row) => row.level === 0 || hasValue(row),
  )
  return { works, grades: tableOf(graded, hasValue), declared, isNil: !works.rows.some(hasValue) && graded.length === 0 }
}
