import { called } from '@/app/_components/organization/called'
import { ListPager } from '@/app/_components/shell/list-pager'
import { ListTools } from '@/app/_components/shell/list-tools'
import { spanFilter } from '@/app/_components/shell/span-filter'
import { pageOf, type Query } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { KeyboardHints } from '@/app/_ui/keyboard-hints'
import { Link } from '@/app/_ui/link'
import { orderOf, shown } from '@/app/_ui/said-column'
import { Selection } from '@/app/_ui/selection'
import { Tabs } from '@/app/_ui/tabs'
import { type Actor, holds } from '@/lib/kernel/actor'
import { admittedPlatforms, bureaus } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { ORDER_VIEWS, OUTCOMES, orderCounts } from '@/lib/takedown/queries/orders'
import { queryOf, readFilter, type Sent } from './list-filter'
import { CHOSEN, orderListing } from './order-listing'

/** Orders by what they wait for: a platform's own, a bureau's entries', or all. */
export async function OrderList({ workplace, actor, sent }: { workplace: 'regulator' | 'platform'; actor: Actor; sent: Sent }) {
  const filter = readFilter(sent)
  const path = `/${workplace}/takedown`
  const isRegulator = workplace === 'regulator'
  const { page, table, counts, platforms, provinces, now } = await look(actor, async (tx, at) => ({
    ...(await pageOf(tx, await orderListing(actor, filter, at), sent)),
    counts: await orderCounts(tx, actor, at),
    platforms: isRegulator ? await admittedPlatforms(tx) : [],
    provinces: actor.kind === 'national' ? await bureaus(tx) : [],
    now: at,
  }))
  const [{ takedown: w, shell }, f, name] = [await words(), await format(), await called()]
  const query: Query = { ...queryOf(filter), columns: table.columns }
  const all = { value: '', label: shell.list.all }
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
        end={<ListTools path={path} query={query} table={table} />}
      />
      {page.rows.length > 0 ? (
        <>
          {page.rows.some(({ state }) => state === 'issued') && holds(actor, 'platform.moderator', 'platform.compliance') && (
            <Selection form={CHOSEN} action={`${path}/absent`} label={w.many.choose} said={shell.list.selected} hint={w.many.chooseHint} />
          )}
          <DataTable
            caption={w.list.caption}
            columns={shown(table.shown, orderOf(path, query))}
            rowKey={({ id }) => id}
            rows={page.rows}
            middle
          />
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
