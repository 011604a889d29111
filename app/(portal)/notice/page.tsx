import type { Metadata } from 'next'
import { NoticeList } from '@/app/_components/notice/notice-list'
import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { now as instant } from '@/app/_server/now'
import { currentMember } from '@/app/_server/session'
import { Button } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Tabs } from '@/app/_ui/tabs'
import { noticesOf } from '@/lib/notice/queries/notices'
import { look } from '@/lib/perform'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).notice.title })

const PATH = '/notice'
const ALL = `${PATH}?view=all`

/** What the reader was told; opening it is reading it. */
export default async function Page({ searchParams }: { searchParams: Promise<{ view?: string; after?: string }> }) {
  const [{ actor }, { view, after }, w, f, now] = await Promise.all([currentMember(), searchParams, words(), format(), instant()])
  const { notice: c, shell } = w
  const isAll = view === 'all'
  const page = await look(actor, (tx) => noticesOf(tx, actor, { unread: !isAll, after }))
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
          <NoticeList rows={page.rows} />
          <ListPager path={PATH} query={{ view: isAll ? 'all' : undefined }} page={page} after={after} />
        </>
      ) : (
        <EmptyState title={isAll ? c.emptyAll : c.empty} link={!isAll && <Link href={ALL}>{c.showAll}</Link>}>
          {isAll && c.emptyNext}
        </EmptyState>
      )}
    </>
  )
}
