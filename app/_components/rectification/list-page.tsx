import { ListPager } from '@/app/_components/shell/list-pager'
import { SubjectName } from '@/app/_components/violation/subject-name'
import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { CsvLink } from '@/app/_ui/csv-link'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { KeyboardHints } from '@/app/_ui/keyboard-hints'
import { Link } from '@/app/_ui/link'
import { Severity } from '@/app/_ui/severity'
import { Tabs } from '@/app/_ui/tabs'
import { Nothing, Official } from '@/app/_ui/words'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { type RectificationRow, rectificationCounts, rectificationsOf, VIEWS } from '@/lib/rectification/queries/lists'
import { queryOf, readFilter, type Sent } from './list-filter'
import { RectificationState } from './rectification-state'

type Level = 1 | 2 | 3 | 4
const NEXT = { regulator: '/regulator/violation', platform: '/platform/penalty', creator: '/creator/drama' } as const

/** Rectifications by where they stand, for whoever ordered, hands in, has joined or oversees them. */
export async function RectificationList({ workplace, actor, sent }: { workplace: keyof typeof NEXT; actor: Actor; sent: Sent }) {
  const filter = readFilter(sent)
  const [path, query] = [`/${workplace}/rectification`, queryOf(filter)]
  const { page, counts, now } = await look(actor, async (tx, at) => ({
    page: await rectificationsOf(tx, actor, filter),
    counts: await rectificationCounts(tx, actor),
    now: at,
  }))
  const [{ rectification: w, shell }, f] = [await words(), await format()]
  const columns: Column<RectificationRow>[] = [
    { key: 'number', head: w.list.column.number, at: 'number', cell: ({ number }) => <Official>{number}</Official> },
    {
      key: 'title',
      head: w.list.column.title,
      rowHead: true,
      at: 'title',
      cell: ({ number, title, targetKind, joined, byPlatform }) => (
        <RowLink href={`/c/${number}`} sub={joined ? w.list.joined : byPlatform && workplace !== 'creator' ? w.list.byPlatform : undefined}>
          <SubjectName kind={targetKind} name={title} />
        </RowLink>
      ),
    },
    { key: 'kind', head: w.list.column.kind, at: 'hide', cell: ({ targetKind }) => w.subject[targetKind] },
    {
      key: 'severity',
      head: w.list.column.severity,
      at: 'hide',
      cell: ({ severity }) => (severity ? <Severity level={severity as Level} label={shell.severity(severity)} /> : <Nothing />),
    },
    { key: 'state', head: w.list.column.state, at: 'line', cell: (row) => <RectificationState of={row} now={now} /> },
    {
      key: 'ordered',
      head: w.list.column.ordered,
      at: 'hide',
      cell: ({ openedAt }) => <span className="text-13 whitespace-nowrap text-ink-2">{f.inList(openedAt, now)}</span>,
    },
    {
      key: 'due',
      head: w.list.column.due,
      align: 'end',
      at: 'clock',
      cell: ({ dueAt, endedAt }) =>
        dueAt ? (
          <Clock due={dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(dueAt, now)} />
        ) : endedAt ? (
          <span className="text-13 whitespace-nowrap text-ink-2">{w.list.ended(f.inList(endedAt, now))}</span>
        ) : (
          <Nothing />
        ),
    },
  ]
  const narrowed = Boolean(filter.q || filter.after || filter.view !== 'all')
  return (
    <>
      <PageHead title={w.title} line={w.list.line[workplace]} time={shell.beijing(f.instant(now))} />
      <Tabs
        label={w.list.views}
        items={VIEWS.map((view) => ({
          href: withQuery(path, query, { view }),
          label: w.list.view[view],
          count: Math.min(counts[view], 99),
          current: view === filter.view,
        }))}
      />
      <FilterBar
        path={path}
        query={query}
        label={w.title}
        search={{ name: 'q', label: w.list.search, placeholder: w.list.search, submit: shell.list.search }}
        filters={[]}
        end={<CsvLink href={withQuery(`${path}/csv`, query)} label={shell.list.csv} />}
      />
      {page.rows.length > 0 ? (
        <>
          <DataTable caption={w.list.caption} columns={columns} rowKey={({ id }) => id} rows={page.rows} middle />
          <ListPager path={path} query={query} page={page} after={filter.after}>
            <KeyboardHints
              items={[
                { keys: ['j', 'k'], text: shell.keys.hint.move },
                { keys: ['Enter'], text: shell.keys.hint.open },
                { keys: ['/'], text: shell.keys.hint.search },
              ]}
            />
          </ListPager>
        </>
      ) : counts.all > 0 && narrowed ? (
        <EmptyState title={w.list.nothing} link={<Link href={withQuery(path, {}, { view: 'all' })}>{w.list.seeAll}</Link>} />
      ) : (
        <EmptyState title={w.list.empty} link={<Link href={NEXT[workplace]}>{w.list.link[workplace]}</Link>}>
          {w.list.emptyNext[workplace]}
        </EmptyState>
      )}
    </>
  )
}
