import type { Metadata } from 'next'
import { noticeListing } from '@/app/_components/notice/notice-listing'
import { ListPager } from '@/app/_components/shell/list-pager'
import { ListTools } from '@/app/_components/shell/list-tools'
import { type Asked, pageOf, type Query } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { now as instant } from '@/app/_server/now'
import { currentMember } from '@/app/_server/session'
import { Button } from '@/app/_ui/button'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { shown } from '@/app/_ui/said-column'
import { Tabs } from '@/app/_ui/tabs'
import { look } from '@/lib/perform'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).notice.title })

const PATH = '/notice'
const ALL = `${PATH}?view=all`

/** What the reader was told; opening it is reading it. */
export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const [{ actor }, asked, w, f, now] = await Promise.all([currentMember(), searchParams, words(), format(), instant()])
  const { notice: c, shell } = w
  const view = [asked.view].flat()[0]
  const isAll = view === 'all'
  const { page, table } = await look(actor, async (tx) => pageOf(tx, await noticeListing(actor, view, now), asked))
  const query: Query = { view: isAll ? 'all' : undefined, columns: table.columns }
  const hasUnread = page.rows.some(({ readAt }) => !readAt)
  return (
    <>
      <PageHead
        title={c.title}
        line={c.line}
        time={shell.beijing(f.instant(now))}
        actions={
          hasUnread && (
            <form method="post" action="/api/notice">
              <input type="hidden" name="until" value={now.toISOString()} />
              <Button type="submit">{c.readAll}</Button>
            </form>
          )
        }
      />
      <Tabs
        label={c.views}
        items={[
          { href: PATH, label: c.view.unread, current: !isAll },
          { href: ALL, label: c.view.all, current: isAll },
        ]}
      />
      {page.rows.length > 0 ? (
        <>
          <FilterBar path={PATH} query={query} label={c.title} end={<ListTools path={PATH} query={query} table={table} />} />
          <DataTable caption={c.caption} columns={shown(table.shown)} rows={page.rows} rowKey={({ id }) => id} />
          <ListPager path={PATH} query={query} page={page} after={[asked.after].flat()[0]} />
        </>
      ) : (
        <EmptyState title={isAll ? c.emptyAll : c.empty} link={!isAll && <Link href={ALL}>{c.showAll}</Link>}>
          {isAll && c.emptyNext}
        </EmptyState>
      )}
    </>
  )
}
