import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import { ListPager } from '@/app/_components/shell/list-pager'
import { spanFilter } from '@/app/_components/shell/span-filter'
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
import { Nothing, Official, Zh } from '@/app/_ui/words'
import { type EntryRow, entriesOf, entryCounts, viewsFor } from '@/lib/blacklist/queries/entries'
import type { Actor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/time'
import { bureaus } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { EntryState } from './entry-state'
import { queryOf, readFilter, type Sent } from './list-filter'
import { ListedTitle } from './listed-title'

type Level = 3 | 4
export type ListPlace = 'regulator' | 'platform' | 'association'

/** The blacklist by how its entries stand, with search and filters in the address. */
export async function EntryList({ workplace, actor, sent }: { workplace: ListPlace; actor: Actor; sent: Sent }) {
  const filter = readFilter(actor, sent)
  const [path, query] = [`/${workplace}/blacklist`, queryOf(filter)]
  const { page, counts, provinces, clause, now } = await look(actor, async (tx, at) => ({
    page: await entriesOf(tx, actor, filter),
    counts: await entryCounts(tx, actor),
    provinces: actor.kind === 'national' || filter.view === 'listed' ? await bureaus(tx) : [],
    clause: await clauseName(tx),
    now: at,
  }))
  const [{ blacklist: w, shell, desk }, f, name] = [await words(), await format(), await called()]
  const all = { value: '', label: shell.list.all }
  const isOpen = filter.view === 'proposed' || filter.view === 'verified'
  const columns: Column<EntryRow>[] = [
    { key: 'number', head: w.list.column.number, at: 'number', cell: ({ number }) => <Official>{number}</Official> },
    {
      key: 'title',
      head: w.list.column.title,
      rowHead: true,
      at: 'title',
      cell: ({ number, title, titleKind, works }) => (
        <RowLink
          href={`/c/${number}`}
          sub={
            <>
              {titleKind === 'mini_program' && w.programs.kind} {works[0]?.producerName && <Zh>{works[0].producerName}</Zh>}{' '}
              {works.length > 1 && w.list.andMore(works.length)}
            </>
          }
        >
          <ListedTitle title={title} kind={titleKind} />
        </RowLink>
      ),
    },
    {
      key: 'basis',
      head: w.list.column.basis,
      at: 'line',
      cell: ({ codes }) =>
        codes.map((code) => (
          <span key={code} className="block">
            {code} {clause(code)}
          </span>
        )),
    },
    {
      key: 'severity',
      head: w.list.column.severity,
      at: 'aside',
      cell: ({ severity }) => <Severity level={severity as Level} label={shell.severity(severity)} />,
    },
    {
      key: 'from',
      head: w.list.column.from,
      at: 'hide',
      cell: ({ proposer, bureau, state }) => (
        <span className="text-13 text-ink-2">
          {state === 'proposed' || !proposer
            ? proposer
              ? name(proposer)
              : name(bureau)
            : desk.from.verified(name(proposer), name(bureau))}
        </span>
      ),
    },
    ...(filter.view === 'own' || filter.view === 'refused'
      ? [
          {
            key: 'state',
            head: w.list.column.state,
            cell: ({ state, supports }: EntryRow) => (
              <>
                <EntryState state={state} />
                {state === 'withdrawn' && supports && <span className="block text-13 text-ink-2">{w.list.supportGone}</span>}
              </>
            ),
          },
        ]
      : []),
    {
      key: 'date',
      head: filter.view === 'listed' ? w.list.column.listed : w.list.column.opened,
      at: 'hide',
      cell: ({ listedAt, openedAt }) => (
        <span className="whitespace-nowrap">{f.dayInList(dayOf((filter.view === 'listed' ? listedAt : null) ?? openedAt), now)}</span>
      ),
    },
    isOpen
      ? {
          key: 'due',
          head: w.list.column.due,
          align: 'end',
          at: 'clock',
          cell: ({ dueAt }) =>
            dueAt ? (
              <Clock due={dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(dueAt, now)} />
            ) : (
              <Nothing />
            ),
        }
      : {
          key: 'answered',
          head: w.list.column.answered,
          align: 'end',
          at: 'clock',
          cell: ({ removed, orders }) => (orders > 0 ? w.list.answered(removed, orders) : <Nothing />),
        },
  ]
  const narrowed = Boolean(filter.q || filter.severity || filter.bureauId || filter.span || filter.after)
  return (
    <>
      <PageHead title={w.title} line={w.list.line} time={shell.beijing(f.instant(now))} />
      <Tabs
        label={w.list.views}
        items={viewsFor(actor).map((view) => ({
          href: withQuery(path, query, { view }),
          label: w.list.view[view],
          count: Math.min(counts.get(view) ?? 0, 99),
          current: view === filter.view,
        }))}
      />
      <FilterBar
        path={path}
        query={query}
        label={w.title}
        search={{ name: 'q', label: w.list.search, placeholder: w.list.search, submit: shell.list.search }}
        filters={[
          {
            name: 'severity',
            label: w.list.severity,
            value: query.severity ?? '',
            options: [all, ...[4, 3].map((level) => ({ value: String(level), label: shell.severity(level) }))],
          },
          spanFilter('on', query.on, filter.view === 'listed' ? w.list.column.listed : w.list.column.opened, shell, f, now),
          ...(provinces.length
            ? [
                {
                  name: 'bureau',
                  label: w.list.bureau,
                  value: query.bureau ?? '',
                  options: [all, ...provinces.map((bureau) => ({ value: bureau.id, label: name(bureau) }))],
                },
              ]
            : []),
        ]}
        end={<CsvLink href={withQuery(`${path}/csv`, query)} label={shell.list.csv} />}
      />
      {page.rows.length > 0 ? (
        <>
          <DataTable caption={w.list.caption} columns={columns} rowKey={({ id }) => id} rows={page.rows} />
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
      ) : narrowed ? (
        <EmptyState title={w.list.nothing} link={<Link href={withQuery(path, {}, { view: filter.view })}>{w.list.reset}</Link>} />
      ) : (
        <EmptyState title={w.list.empty[filter.view]} link={<Link href={`/${workplace}/violation`}>{w.list.toReports}</Link>}>
          {w.list.emptyNext}
        </EmptyState>
      )}
    </>
  )
}
