import { clsx } from 'clsx'
import { format, words } from '@/app/_server/locale'
import { now as instant } from '@/app/_server/now'
import { DataTable } from '@/app/_ui/data-table'
import { Shape } from '@/app/_ui/shape'
import { Nothing, Official } from '@/app/_ui/words'
import type { NoticeRow } from '@/lib/notice/queries/notices'

/** What a member was told; each row opens its case and is read from then on. */
export async function NoticeList({ rows }: { rows: readonly NoticeRow[] }) {
  const [{ notice: w }, f, now] = await Promise.all([words(), format(), instant()])
  return (
    <DataTable
      caption={w.caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          head: w.column.what,
          rowHead: true,
          at: 'title',
          cell: ({ id, kind, title, number, readAt, stands }) => (
            <form method="post" action="/api/notice" className="relative pl-6">
              <span className="absolute top-1 left-0 text-waiting">
                {!readAt && (
                  <>
                    <Shape tone="waiting" size={14} />
                    <span className="sr-only">{w.unread}</span>
                  </>
                )}
              </span>
              <span className="block">
                <button
                  type="submit"
                  name="id"
                  value={id}
                  className={clsx('row-link text-left hover:text-accent', readAt ? 'font-medium text-ink-2' : 'font-bold text-ink')}
                >
                  {w.kind[kind]}
                </button>
                <span className="block text-13 font-normal text-ink-2">
                  <span lang="zh-CN">{title}</span> {number && <Official>{number}</Official>}
                  {stands > 1 && <span className="text-ink-3"> · {w.stands(stands)}</span>}
                </span>
              </span>
            </form>
          ),
        },
        {
          key: 'due',
          head: w.column.due,
          at: 'line',
          cell: ({ dueAt }) => (dueAt ? <span className="whitespace-nowrap">{w.by(f.inList(dueAt, now))}</span> : <Nothing />),
        },
        {
          key: 'at',
          head: w.column.at,
          at: 'aside',
          align: 'end',
          cell: ({ at }) => f.inList(at, now),
        },
      ]}
    />
  )
}
