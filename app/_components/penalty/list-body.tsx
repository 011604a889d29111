import type { ReactNode } from 'react'
import { ListPager } from '@/app/_components/shell/list-pager'
import { words } from '@/app/_server/locale'
import { type Column, DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { withQuery } from '@/app/_ui/filter-bar'
import { Link } from '@/app/_ui/link'

/** A list's rows with its pages, or in words that there are none. */
export async function ListBody<Row extends { id: string }>({
  caption,
  columns,
  rows,
  next,
  path,
  query,
  after,
  narrowed,
  empty,
}: {
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  next: string | null
  path: string
  query: Record<string, string | undefined>
  after: string | undefined
  /** Something was asked for, so that finding nothing does not mean that there is nothing. */
  narrowed: boolean
  empty: { title: string; text: string; link?: ReactNode }
}) {
  const { penalty: w } = await words()
  if (rows.length === 0 && (narrowed || after))
    return <EmptyState title={w.list.nothing} link={<Link href={withQuery(path, { view: query.view })}>{w.list.reset}</Link>} />
  if (rows.length === 0)
    return (
      <EmptyState title={empty.title} link={empty.link}>
        {empty.text}
      </EmptyState>
    )
  return (
    <>
      <DataTable<Row> caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />
      <ListPager path={path} query={query} page={{ rows, next }} after={after} />
    </>
  )
}
