import type { ReactNode } from 'react'
import type { Column } from './data-table'
import { withQuery } from './filter-bar'

/** A column that reads the same on the screen and in the file. */
export type SaidColumn<Row> = Omit<Column<Row>, 'cell' | 'head' | 'sort'> & {
  head: string
  /** its head on the screen, where that is more than words */
  headCell?: ReactNode
  /** its head in the file, where no page around it says more */
  fileHead?: string
  text: (row: Row) => string | number | null
  cell?: Column<Row>['cell']
  /** stands once somebody has chosen it */
  extra?: true
  /** what can be done with a row: always, and on the screen alone */
  act?: true
  /** the list is ordered by it: its head turns the order round */
  orders?: true
}

/** What an address chooses of a table, `columns` as it stands in a link of ours; none where it is the usual choice. */
export type Chosen<Row> = { all: SaidColumn<Row>[]; shown: SaidColumn<Row>[]; columns: string | undefined }

const SEPARATOR = '.'
const isFree = <Row>({ rowHead, act }: SaidColumn<Row>) => !rowHead && !act

/** The columns that an address asks for, in the table's own order; what names a row and what is done with it always stands. */
export function choose<Row>(all: SaidColumn<Row>[], asked: string | readonly string[] | undefined): Chosen<Row> {
  const keys = [asked].flat().flatMap((text) => text?.split(SEPARATOR) ?? [])
  const hasAsked = all.some(({ key }) => keys.includes(key))
  const stands = (column: SaidColumn<Row>) => !isFree(column) || (hasAsked ? keys.includes(column.key) : !column.extra)
  const shown = all.filter(stands)
  const isUsual = all.every((column) => !isFree(column) || stands(column) !== (column.extra ?? false))
  return {
    all,
    columns: isUsual
      ? undefined
      : shown
          .filter(({ act }) => !act)
          .map(({ key }) => key)
          .join(SEPARATOR),
    // What a narrow screen leaves out of itself, it shows to whoever has chosen it.
    shown: isUsual ? shown : shown.map((column) => (column.at === 'hide' ? { ...column, at: 'full', cardLabel: column.head } : column)),
  }
}

/** Those that can be chosen, and whether each stands. */
export const choices = <Row>({ all, shown }: Chosen<Row>) =>
  all.filter(isFree).map(({ key, head }) => ({ key, head, stands: shown.some((column) => column.key === key) }))

export const naming = <Row>({ all }: Chosen<Row>) => all.find(({ rowHead }) => rowHead)?.key

/** How a list is ordered, and the address that turns it round: the newest stand first unless the oldest are asked for. */
export const orderOf = (path: string, query: Record<string, string | undefined>): Column<unknown>['sort'] =>
  query.sort === OLDEST
    ? { now: 'ascending', href: withQuery(path, query, { sort: undefined }) }
    : { now: 'descending', href: withQuery(path, query, { sort: OLDEST }) }
export const OLDEST = 'oldest'

/** As the table takes them; `sort` is the order's link and how it is now. */
export const shown = <Row>(columns: SaidColumn<Row>[], sort?: Column<Row>['sort']): Column<Row>[] =>
  columns.map(({ text, cell, head, headCell, fileHead: _, extra: _e, act: _a, orders, ...column }) => ({
    ...column,
    head: headCell ?? head,
    cell: cell ?? text,
    ...(orders && sort && { sort }),
  }))

/** The same for a file. */
export const heads = <Row>(columns: SaidColumn<Row>[]) => columns.filter(({ act }) => !act).map(({ head, fileHead }) => fileHead ?? head)
export const line = <Row>(columns: SaidColumn<Row>[], row: Row) => columns.filter(({ act }) => !act).map(({ text }) => text(row))
