import clsx from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from './link'

export type Column<Row> = {
  key: string
  head: ReactNode
  /** `place`: the how manieth row of the page it is, from 0 */
  cell: (row: Row, place: number) => ReactNode
  align?: 'end'
  /** any CSS width */
  width?: string
  /** the link that sorts by this column, and how it is sorted now */
  sort?: { href: string; now: 'ascending' | 'descending' | 'none' }
  /** the cell that names the row */
  rowHead?: boolean
  /** place in the card of a narrow screen: two columns, top to bottom title|clock, line|act, aside|number; `full` spans */
  at?: 'title' | 'clock' | 'line' | 'act' | 'aside' | 'number' | 'full' | 'hide'
  /** said before the value in the card */
  cardLabel?: string
}

export type RowGroup<Row> = { key: string; title: ReactNode; count?: number; aside?: ReactNode; rows: readonly Row[] }

type DataTableProps<Row> = {
  caption: string
  columns: Column<Row>[]
  rowKey: (row: Row) => string
  rows?: readonly Row[]
  groups?: RowGroup<Row>[]
  current?: (row: Row) => boolean
  foot?: ReactNode
  /** one-line rows of 40 px */
  middle?: boolean
  /** keep it a table at 390 and scroll it sideways, its first column in view */
  keepWide?: boolean
  /** few and short columns: it stays a table at 390 and fits */
  fits?: boolean
  showCaption?: boolean
  /** rows without a link: the table itself takes the focus, so that the keyboard can scroll it */
  reachable?: boolean
}

export function DataTable<Row>({
  caption,
  columns,
  rowKey,
  rows,
  groups,
  current,
  foot,
  middle,
  keepWide,
  fits,
  showCaption,
  reachable = keepWide,
}: DataTableProps<Row>) {
  const places = new Map([...(rows ?? []), ...(groups ?? []).flatMap((group) => group.rows)].map((row, place) => [row, place]))
  const line = (row: Row) => (
    <tr key={rowKey(row)} data-row={rowKey(row)} data-current={current?.(row) ? '' : undefined}>
      {columns.map(({ key, cell, align, at = 'full', cardLabel, rowHead }) => {
        const Cell = rowHead ? 'th' : 'td'
        return (
          <Cell key={key} scope={rowHead ? 'row' : undefined} data-align={align} data-at={at} data-label={cardLabel}>
            {cell(row, places.get(row) ?? 0)}
          </Cell>
        )
      })}
    </tr>
  )
  return (
    <div
      className={clsx('relative', keepWide ? 'overflow-x-auto' : 'desk:overflow-x-auto')}
      {...(reachable && { tabIndex: 0, role: 'group', 'aria-label': caption })}
    >
      <table
        className={clsx('data-table', keepWide && 'max-desk:min-w-180')}
        data-stack={keepWide || fits ? undefined : ''}
        data-wide={keepWide ? '' : undefined}
        data-middle={middle ? '' : undefined}
      >
        <caption className={showCaption ? 'pb-2 text-left font-bold' : 'sr-only'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, head, align, width, sort, at }) => (
              <th
                key={key}
                scope="col"
                data-at={at === 'act' ? at : undefined}
                data-align={align}
                style={width ? { width } : undefined}
                aria-sort={sort && sort.now !== 'none' ? sort.now : undefined}
              >
                {sort ? <SortLink {...sort}>{head}</SortLink> : head}
              </th>
            ))}
          </tr>
        </thead>
        {rows && <tbody>{rows.map(line)}</tbody>}
        {groups?.map((group) => (
          <tbody key={group.key}>
            <tr data-group="">
              <th colSpan={columns.length} scope="rowgroup">
                {group.title}
                {group.count !== undefined && <span className="ml-1.5 font-normal text-ink-3">{group.count}</span>}
                {group.aside && <span className="ml-1.5 font-normal text-ink-2">{group.aside}</span>}
              </th>
            </tr>
            {group.rows.map(line)}
          </tbody>
        ))}
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </div>
  )
}

function SortLink({ href, now, children }: { href: string; now: 'ascending' | 'descending' | 'none'; children: ReactNode }) {
  const Arrow = now === 'descending' ? ArrowDown : ArrowUp
  return (
    <Link href={href} className="inline-flex items-center gap-0.5">
      {children}
      {now !== 'none' && <Arrow aria-hidden="true" size={13} strokeWidth={2} />}
    </Link>
  )
}

/** The link that opens a row: the whole card on a narrow screen, the target of j, k and Enter. */
export function RowLink({ href, lang, sub, children }: { href: string; lang?: string; sub?: ReactNode; children: ReactNode }) {
  return (
    <>
      <Link href={href} lang={lang} data-row-link="" className="row-link font-bold text-ink hover:text-accent">
        {children}
      </Link>
      {sub && <span className="block text-13 font-normal text-ink-3">{sub}</span>}
    </>
  )
}
