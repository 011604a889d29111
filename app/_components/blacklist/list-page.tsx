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
import { Tabs } from '@/app/_ui/tabs'
import { entryCounts, viewsFor } from '@/lib/blacklist/queries/entries'
import type { Actor } from '@/lib/kernel/actor'
import { bureaus } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { entryListing } from './entry-listing'
import { queryOf, readFilter, type Sent } from './list-filter'

export type ListPlace = 'regulator' | 'platform' | 'association'

/** The blacklist by how its entries stand, with search and filters in the address. */
export async function EntryList({ workplace, actor, sent }: { workplace: ListPlace; actor: Actor; sent: Sent }) {
  const filter = readFilter(actor, sent)
  const path = `/${workplace}/blacklist`
  const { page, table, counts, provinces, now } = await look(actor, async (tx, at) => ({
    ...(await pageOf(tx, await entryListing(tx, at, actor, filter), sent)),
    counts: await entryCounts(tx, actor),
    provinces: actor.kind === 'national' || filter.view === 'listed' ? await bureaus(tx) : [],
    now: at,
  }))
  const [{ blacklist: w, shell }, f, name] = [await words(), await format(), await called()]
  const query: Query = { ...queryOf(filter), columns: table.columns }
  const all = { value: '', label: shell.list.all }
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
        end={<ListTools path={path} query={query} table={table} />}
      />
      {page.rows.length > 0 ? (
        <>
          <DataTable caption={w.list.caption} columns={shown(table.shown, orderOf(path, query))} rowKey={({ id }) => id} rows={page.rows} />
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
