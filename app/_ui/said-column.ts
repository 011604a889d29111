import type { ReactNode } from 'react'
import type { Column } from './data-table'

/** A column that reads the same on the screen and in the file. */
export type SaidColumn<Row> = Omit<Column<Row>, 'cell' | 'head'> & {
  head: string
  /** its head in the file, where no page around it says more */
  fileHead?: string
  text: (row: Row) => string
  cell?: (row: Row) => ReactNode
}

export const shown = <Row>(columns: SaidColumn<Row>[]): Column<Row>[] =>
  columns.map(({ text, cell, fileHead: _, ...column }) => ({ ...column, cell: cell ?? text }))
export const lines = <Row>(columns: SaidColumn<Row>[], rows: readonly Row[]): [head: string[], rows: string[][]] => [
  columns.map(({ head, fileHead }) => fileHead ?? head),
  rows.map((row) => columns.map(({ text }) => text(row))),
]
