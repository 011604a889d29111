import { clsx } from 'clsx'
import type { Listing } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { Shape } from '@/app/_ui/shape'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import { titledByWorks } from '@/lib/desk/queries/queue'
import type { Actor } from '@/lib/kernel/actor'
import { type NoticeRow, noticesOf } from '@/lib/notice/queries/notices'

type SaidNotice = NoticeRow & { isWork: boolean }

/** What a member was told; each row opens its case and is read from then on. */
export async function noticeListing(actor: Actor, view: string | undefined, now: Date): Promise<Listing<SaidNotice>> {
  const [{ notice: w, drama }, f] = [await words(), await format()]
  const titled = ({ isWork, title }: SaidNotice) => (isWork ? drama.title(title) : title)
  return {
    name: w.title,
    read: async (tx, after, limit) => {
      const { rows, next } = await noticesOf(tx, actor, { unread: view !== 'all', after }, limit)
      const works = await titledByWorks(
        tx,
        rows.map(({ noun, subjectId }) => ({ noun, id: subjectId })),
      )
      return { next, rows: rows.map((row) => ({ ...row, isWork: works.has(row.subjectId) })) }
    },
    columns: [
      {
        key: 'what',
        head: w.column.what,
        rowHead: true,
        at: 'title',
        text: (row) => [w.kind[row.kind], titled(row), row.number, row.stands > 1 && w.stands(row.stands)].filter(Boolean).join(' '),
        cell: (row) => (
          <form method="post" action="/api/notice" className="relative pl-6">
            <span className="absolute top-1 left-0 text-waiting">
              {!row.readAt && (
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
                value={row.id}
                className={clsx('row-link text-left hover:text-accent', row.readAt ? 'font-medium text-ink-2' : 'font-bold text-ink')}
              >
                {w.kind[row.kind]}
              </button>
              <span className="block text-13 font-normal text-ink-2">
                <Zh>{titled(row)}</Zh> {row.number && <Official>{row.number}</Official>}
                {row.stands > 1 && <span className="text-ink-3"> · {w.stands(row.stands)}</span>}
              </span>
            </span>
          </form>
        ),
      },
      {
        key: 'due',
        head: w.column.due,
        at: 'line',
        text: ({ dueAt }) => dueAt && w.by(f.instant(dueAt)),
        cell: ({ dueAt }) => (dueAt ? <span className="whitespace-nowrap">{w.by(f.inList(dueAt, now))}</span> : <Nothing />),
      },
      {
        key: 'at',
        head: w.column.at,
        at: 'aside',
        align: 'end',
        text: ({ at }) => f.instant(at),
        cell: ({ at }) => f.inList(at, now),
      },
    ],
  }
}
