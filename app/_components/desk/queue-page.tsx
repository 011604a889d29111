import type { ReactNode } from 'react'
import { ListPager } from '@/app/_components/shell/list-pager'
import { ListTools } from '@/app/_components/shell/list-tools'
import type { Workplace } from '@/app/_components/shell/navigation'
import { type Asked, pageOf, type Query } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { KeyboardHints } from '@/app/_ui/keyboard-hints'
import { Link } from '@/app/_ui/link'
import { Tabs } from '@/app/_ui/tabs'
import { COUNTED, queueCounts } from '@/lib/desk/queries/queue'
import { ACTS } from '@/lib/desk/rules'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { readFilter } from './queue-filter'
import { QueueTable, queueListing } from './queue-table'

const next: Record<Workplace, string> = {
  regulator: '/regulator/blacklist',
  association: '/association/violation',
  platform: '/platform/takedown',
  creator: '/creator/drama',
}

/** Every role's start page: what waits for its own duties, by deadline. */
export async function QueuePage({
  workplace,
  actor,
  query: asked,
  children,
}: {
  workplace: Workplace
  actor: Actor
  query: Asked
  children?: ReactNode
}) {
  const [{ desk: w, shell }, f] = [await words(), await format()]
  const path = `/${workplace}/queue`
  const filter = readFilter(asked)
  const { act, severity, q } = filter
  const { counts, page, table, now } = await look(actor, async (tx, instant) => ({
    ...(await pageOf(tx, await queueListing(tx, instant, actor, filter), asked)),
    counts: await queueCounts(tx, actor, instant),
    now: instant,
  }))
  const { rows } = page
  const query: Query = { act, severity: severity ? String(severity) : undefined, q, columns: table.columns }
  const bounded = (count: number) => (count >= COUNTED ? w.many(COUNTED - 1) : f.count(count))
  const line = [
    counts.overdue > 0 ? <b key="overdue">{w.overdue(bounded(counts.overdue))}</b> : null,
    counts.overdue === 0 && counts.total > 0 ? w.noOverdue : null,
    counts.today > 0 ? w.today(bounded(counts.today)) : null,
  ].filter((part) => part !== null)
  const narrowed = Boolean(act || severity || q || filter.after)
  return (
    <>
      <PageHead
        title={w.title}
        time={shell.beijing(f.instant(now))}
        line={
          counts.total > 0 && <Summary total={w.summary(bounded(counts.total))} parts={line} end={w.stop} comma={w.comma} gap={w.gap} />
        }
      />
      {(counts.total > 0 || narrowed) && (
        <>
          <Tabs
            label={w.views}
            items={[
              { href: path, label: w.all, count: counts.total, current: !act },
              ...ACTS.filter((one) => counts.byAct.has(one) || one === act).map((one) => ({
                href: withQuery(path, query, { act: one }),
                label: w.act[one],
                count: counts.byAct.get(one) ?? 0,
                current: one === act,
              })),
            ]}
          />
          <FilterBar
            path={path}
            query={query}
            label={shell.list.filter}
            search={{ name: 'q', label: w.search, placeholder: w.search, submit: shell.list.search }}
            end={rows.length > 0 && <ListTools path={path} query={query} table={table} />}
            filters={
              workplace === 'creator'
                ? []
                : [
                    {
                      name: 'severity',
                      label: w.severity,
                      value: query.severity ?? '',
                      options: [
                        { value: '', label: shell.list.all },
                        ...[4, 3, 2, 1].map((level) => ({ value: String(level), label: shell.severity(level) })),
                      ],
                    },
                  ]
            }
          />
        </>
      )}
      {rows.length > 0 ? (
        <>
          <QueueTable rows={rows} columns={table.shown} />
          <ListPager path={path} query={query} page={page} after={filter.after}>
            <KeyboardHints
              items={[
                { keys: ['j', 'k'], text: shell.keys.hint.move },
                { keys: ['Enter'], text: shell.keys.hint.open },
                { keys: ['/'], text: shell.keys.hint.search },
                { keys: ['?'], text: shell.keys.hint.all },
              ]}
            />
          </ListPager>
        </>
      ) : narrowed ? (
        <EmptyState title={w.nothing} link={<Link href={path}>{w.reset}</Link>} />
      ) : (
        <EmptyState title={w.empty.title} link={<Link href={next[workplace]}>{w.empty.link[workplace]}</Link>}>
          {w.empty[workplace]}
        </EmptyState>
      )}
      {children}
    </>
  )
}

function Summary({ total, parts, end, comma, gap }: { total: string; parts: ReactNode[]; end: string; comma: string; gap: string }) {
  return (
    <>
      {total}
      {parts.length > 0 && gap}
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed sentence in parts
        <span key={at}>
          {at > 0 && comma}
          {part}
        </span>
      ))}
      {parts.length > 0 && end}
    </>
  )
}
