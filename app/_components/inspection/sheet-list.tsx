import { called } from '@/app/_components/organization/called'
import { ListPager } from '@/app/_components/shell/list-pager'
import { ListTools } from '@/app/_components/shell/list-tools'
import { spanFilter } from '@/app/_components/shell/span-filter'
import { pageOf, type Query } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { ButtonLink } from '@/app/_ui/button'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { KeyboardHints } from '@/app/_ui/keyboard-hints'
import { Link } from '@/app/_ui/link'
import { orderOf, shown } from '@/app/_ui/said-column'
import { SHEET_VIEWS, sheetCounts, sheetsOf, todayOf } from '@/lib/inspection/queries/sheets'
import { PURPOSES } from '@/lib/inspection/workflow'
import type { Actor } from '@/lib/kernel/actor'
import { admittedPlatforms, bureaus } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { queryOf, readFilter, type Sent } from './list-filter'
import { Rooms, type Workplace } from './rooms'
import { sheetListing } from './sheet-listing'

/** Sheets by what they wait for: to be worked through one after another by CNSA, to be read by the regulators. */
export async function SheetList({ workplace, actor, sent }: { workplace: Workplace; actor: Actor; sent: Sent }) {
  const filter = readFilter(sent)
  const path = `/${workplace}/inspection`
  const { page, table, counts, today, platforms, provinces, first, now } = await look(actor, async (tx, at) => ({
    ...(await pageOf(tx, await sheetListing(actor, filter, at), sent)),
    counts: await sheetCounts(tx, actor, at),
    today: await todayOf(tx, actor, at),
    platforms: await admittedPlatforms(tx),
    provinces: actor.kind === 'national' ? await bureaus(tx) : [],
    first: (await sheetsOf(tx, actor, { view: 'today' }, at, 1)).rows[0],
    now: at,
  }))
  const [{ inspection: w, shell }, f, name] = [await words(), await format(), await called()]
  const query: Query = { ...queryOf(filter), columns: table.columns }
  const all = { value: '', label: shell.list.all }
  const narrowed = Boolean(filter.q || filter.purpose || filter.platformId || filter.span || filter.bureauId || filter.after)
  return (
    <>
      <PageHead
        title={w.title}
        line={today.drawn > 0 ? w.list.line(today.drawn, today.done, today.found) : w.list.lineNone}
        time={shell.beijing(f.instant(now))}
        actions={
          workplace === 'association' &&
          first && (
            <ButtonLink look="filled" href={`/c/${first.number}`}>
              {w.list.start(today.drawn - today.done)}
            </ButtonLink>
          )
        }
      />
      <Rooms workplace={workplace} here="sheets" />
      <FilterBar
        path={path}
        query={query}
        label={w.list.caption}
        search={{ name: 'q', label: w.list.search, placeholder: w.list.search, submit: shell.list.search }}
        filters={[
          {
            name: 'view',
            label: w.list.column.state,
            value: filter.view,
            options: SHEET_VIEWS.map((view) => ({
              value: view,
              label: `${w.list.view[view]} ${Math.min(counts[view], 99)}${counts[view] > 99 ? '+' : ''}`,
            })),
          },
          {
            name: 'platform',
            label: w.list.platform,
            value: query.platform ?? '',
            options: [all, ...platforms.map((one) => ({ value: one.id, label: name(one) }))],
          },
          {
            name: 'purpose',
            label: w.list.purpose,
            value: query.purpose ?? '',
            options: [all, ...PURPOSES.map((one) => ({ value: one, label: w.purpose[one] }))],
          },
          spanFilter('drawn', query.drawn, w.list.column.day, shell, f, now),
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
          <DataTable
            caption={w.list.caption}
            columns={shown(table.shown, orderOf(path, query))}
            rowKey={({ id }) => id}
            rows={page.rows}
            current={({ id }) => id === page.rows[0]?.id}
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
      ) : (
        <EmptyState
          title={
            filter.view === 'today' && !narrowed && today.drawn > 0 ? w.list.todayDone : counts.all > 0 ? w.list.nothing : w.list.empty
          }
          link={
            counts.all > 0 ? (
              <Link href={withQuery(path, {}, { view: 'all' })}>{w.list.seeAll}</Link>
            ) : (
              <Link href={`${path}/plan`}>{w.list.toPlans}</Link>
            )
          }
        >
          {counts.all > 0 ? null : w.list.emptyNext}
        </EmptyState>
      )}
    </>
  )
}
