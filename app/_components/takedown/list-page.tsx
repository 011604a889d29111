import { ListedTitle } from '@/app/_components/blacklist/listed-title'
import { called } from '@/app/_components/organization/called'
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
import { Nothing, Official } from '@/app/_ui/words'
import type { Actor } from '@/lib/kernel/actor'
import { admittedPlatforms, bureaus } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { ORDER_VIEWS, type OrderRow, OUTCOMES, orderCounts, ordersOf } from '@/lib/takedown/queries/orders'
import { awaitsAnswer } from '@/lib/takedown/rules'
import { queryOf, readFilter, type Sent } from './list-filter'
import { OrderState } from './order-state'

/** Orders by what they wait for: a platform's own, a bureau's entries', or all. */
export async function OrderList({ workplace, actor, sent }: { workplace: 'regulator' | 'platform'; actor: Actor; sent: Sent }) {
  const filter = readFilter(sent)
  const [path, query] = [`/${workplace}/takedown`, queryOf(filter)]
  const isRegulator = workplace === 'regulator'
  const { page, counts, platforms, provinces, now } = await look(actor, async (tx, at) => ({
    page: await ordersOf(tx, actor, filter, at),
    counts: await orderCounts(tx, actor, at),
    platforms: isRegulator ? await admittedPlatforms(tx) : [],
    provinces: actor.kind === 'national' ? await bureaus(tx) : [],
    now: at,
  }))
  const [{ takedown: w, shell }, f, name] = [await words(), await format(), await called()]
  const all = { value: '', label: shell.list.all }
  const columns: Column<OrderRow>[] = [
    { key: 'number', head: w.list.column.number, at: 'number', cell: ({ number }) => <Official>{number}</Official> },
    {
      key: 'title',
      head: w.list.column.title,
      rowHead: true,
      at: 'title',
      cell: ({ number, title, titleKind }) => (
        <RowLink href={`/c/${number}`}>
          <ListedTitle title={title} kind={titleKind} />
        </RowLink>
      ),
    },
    ...(isRegulator
      ? [{ key: 'platform', head: w.list.column.platform, at: 'line' as const, cell: ({ platform }: OrderRow) => name(platform) }]
      : []),
    {
      key: 'entry',
      head: w.list.column.entry,
      at: 'hide',
      cell: ({ entryNumber }) => <Link href={`/c/${entryNumber}`}>{entryNumber}</Link>,
    },
    {
      key: 'severity',
      head: w.list.column.severity,
      at: 'hide',
      cell: ({ severity }) => <Severity level={severity as 3 | 4} label={shell.severity(severity)} />,
    },
    {
      key: 'state',
      head: w.list.column.state,
      at: isRegulator ? 'aside' : 'line',
      cell: (order) => <OrderState order={order} now={now} />,
    },
    {
      key: 'issued',
      head: w.list.column.issued,
      at: 'hide',
      cell: ({ openedAt }) => <span className="text-13 whitespace-nowrap text-ink-2">{f.inList(openedAt, now)}</span>,
    },
    {
      key: 'due',
      head: w.list.column.due,
      align: 'end',
      at: 'clock',
      cell: ({ dueAt, state, remindedAt }) =>
        dueAt && (awaitsAnswer(state) || state === 'objected') ? (
          <>
            <Clock due={dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(dueAt, now)} />
            {remindedAt && <span className="block text-13 text-ink-2">{w.list.reminded(f.inList(remindedAt, now))}</span>}
          </>
        ) : (
          <Nothing />
        ),
    },
  ]
  const narrowed = Boolean(
    filter.q ||
      filter.severity ||
      filter.platformId ||
      filter.outcome ||
      filter.span ||
      filter.bureauId ||
      filter.after ||
      filter.view !== 'all',
  )
  return (
    <>
      <PageHead title={w.title} line={w.list.line[workplace]} time={shell.beijing(f.instant(now))} />
      <Tabs
        label={w.list.views}
        items={ORDER_VIEWS.map((view) => ({
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
        filters={[
          {
            name: 'severity',
            label: w.list.severity,
            value: query.severity ?? '',
            options: [all, ...[4, 3].map((level) => ({ value: String(level), label: shell.severity(level) }))],
          },
          {
            name: 'outcome',
            label: w.list.column.state,
            value: query.outcome ?? '',
            options: [all, ...OUTCOMES.map((outcome) => ({ value: outcome, label: outcome === 'dark' ? w.list.dark : w.state[outcome] }))],
          },
          spanFilter('issued', query.issued, w.list.column.issued, shell, f, now),
          ...(isRegulator
            ? [
                {
                  name: 'platform',
                  label: w.list.platform,
                  value: query.platform ?? '',
                  options: [all, ...platforms.map((platform) => ({ value: platform.id, label: name(platform) }))],
                },
              ]
            : []),
          ...(provinces.length > 0
            ? [
                {
                  name: 'bureau',
                  label: w.list.bureau,
                  value: query.bureau ?? '',
                  options: [all, ...provinces.map((one) => ({ value: one.id, label: name(one) }))],
                },
              ]
            : []),
        ]}
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
        <EmptyState title={w.list.empty} link={<Link href={`/${workplace}/blacklist`}>{w.list.toBlacklist}</Link>}>
          {w.list.emptyNext}
        </EmptyState>
      )}
    </>
  )
}
