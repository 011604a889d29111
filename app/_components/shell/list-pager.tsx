import type { ReactNode } from 'react'
import { words } from '@/app/_server/locale'
import { withQuery } from '@/app/_ui/filter-bar'
import { Pager } from '@/app/_ui/pager'

type Query = Parameters<typeof withQuery>[1]
type ListPagerProps = {
  path: string
  query?: Query
  page: { rows: readonly unknown[]; next: string | null }
  after: string | undefined
  /** the parameter that carries the place, where a page has more than one list */
  name?: string
  /** the section to return to */
  anchor?: string
  label?: string
  children?: ReactNode
}

/** The foot of a list that is read by key: how many stand here, the first page, the next one. */
export async function ListPager({ path, query = {}, page, after, name = 'after', anchor, label, children }: ListPagerProps) {
  const { list } = (await words()).shell
  const count = page.rows.length
  const place = anchor ? `#${anchor}` : ''
  return (
    <Pager
      summary={page.next || after ? list.shown(count) : list.shownAll(count)}
      label={label ?? list.pages}
      prev={after ? { href: withQuery(path, query) + place, label: list.first } : undefined}
      next={page.next ? { href: withQuery(path, query, { [name]: page.next }) + place, label: list.next } : undefined}
    >
      {children}
    </Pager>
  )
}
