import type { ReactNode } from 'react'
import { ListPager } from '@/app/_components/shell/list-pager'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { withQuery } from '@/app/_ui/filter-bar'
import { Link } from '@/app/_ui/link'
import { type Chosen, shown } from '@/app/_ui/said-column'
import type { Page } from '@/lib/kernel/page'

/** A list's rows with its pages, or in words that there are none. */
export async function ListBody<Row extends { id: string }>({
  caption,
  table,
  page,
  path,
  query,
  after,
  narrowed,
  empty,
}: {
  caption: string
  table: Chosen<Row>
  page: Page<Row>
  path: string
  query: Record<string, string | undefined>
  after: string | undefined
  /** Something was asked for, so that finding nothing does not mean that there is nothing. */
  narrowed: boolean
  empty: { title: string; text: string; link?: ReactNode }
}) {
  const { penalty: w } = await words()
  if (page.rows.length === 0 && (narrowed || after))
    return <EmptyState title={w.list.nothing} link={<Link href={withQuery(path, { view: query.view })}>{w.list.reset}</Link>} />
  if (page.rows.length === 0)
    return (
      <EmptyState title={empty.title} link={empty.link}>
        {empty.text}
      </EmptyState>
    )
  return (
    <>
      <DataTable<Row> caption={caption} columns={shown(table.shown)} rows={page.rows} rowKey={({ id }) => id} />
      <ListPager path={path} query={query} page={page} after={after} />
    </>
  )
}
