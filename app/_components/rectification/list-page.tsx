import { ListPager } from '@/app/_components/shell/list-pager'
import { ListTools } from '@/app/_components/shell/list-tools'
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
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { rectificationCounts, VIEWS } from '@/lib/rectification/queries/lists'
import { queryOf, readFilter, type Sent } from './list-filter'
import { rectificationListing } from './rectification-listing'

const NEXT = { regulator: '/regulator/violation', platform: '/platform/penalty', creator: '/creator/drama' } as const

/** Rectifications by where they stand, for whoever ordered, hands in, has joined or oversees them. */
export async function RectificationList({ workplace, actor, sent }: { workplace: keyof typeof NEXT; actor: Actor; sent: Sent }) {
  const filter = readFilter(sent)
  const path = `/${workplace}/rectification`
  const { page, table, counts, now } = await look(actor, async (tx, at) => ({
    ...(await pageOf(tx, await rectificationListing(actor, filter, at), sent)),
    counts: await rectificationCounts(tx, actor),
    now: at,
  }))
  const [{ rectification: w, shell }, f] = [await words(), await format()]
  const query: Query = { ...queryOf(filter), columns: table.columns }
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
        end={<ListTools path={path} query={query} table={table} />}
      />
      {page.rows.length > 0 ? (
        <>
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
        <EmptyState title={w.list.empty} link={<Link href={NEXT[workplace]}>{w.list.link[workplace]}</Link>}>
          {w.list.emptyNext[workplace]}
        </EmptyState>
      )}
    </>
  )
}
