import { called } from '@/app/_components/organization/called'
import { ListPager } from '@/app/_components/shell/list-pager'
import { spanFilter } from '@/app/_components/shell/span-filter'
import { format, words } from '@/app/_server/locale'
import { ButtonLink } from '@/app/_ui/button'
import { Clock } from '@/app/_ui/clock'
import { CsvLink } from '@/app/_ui/csv-link'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { KeyboardHints } from '@/app/_ui/keyboard-hints'
import { Link } from '@/app/_ui/link'
import { Nothing, Official } from '@/app/_ui/words'
import { SHEET_VIEWS, type SheetRow, sheetCounts, sheetsOf, todayOf } from '@/lib/inspection/queries/sheets'
import { PURPOSES } from '@/lib/inspection/workflow'
import type { Actor } from '@/lib/kernel/actor'
import { asDay } from '@/lib/kernel/time'
import { admittedPlatforms, bureaus } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { ItemName } from './item-name'
import { queryOf, readFilter, type Sent } from './list-filter'
import { Rooms, type Workplace } from './rooms'
import { SheetStanding } from './sheet-state'

/** Sheets by what they wait for: to be worked through one after another by CNSA, to be read by the regulators. */
export async function SheetList({ workplace, actor, sent }: { workplace: Workplace; actor: Actor; sent: Sent }) {
  const filter = readFilter(sent)
  const [path, query] = [`/${workplace}/inspection`, queryOf(filter)]
  const { page, counts, today, platforms, provinces, first, now } = await look(actor, async (tx, at) => ({
    page: await sheetsOf(tx, actor, filter, at),
    counts: await sheetCounts(tx, actor, at),
    today: await todayOf(tx, actor, at),
    platforms: await admittedPlatforms(tx),
    provinces: actor.kind === 'national' ? await bureaus(tx) : [],
    first: (await sheetsOf(tx, actor, { view: 'today' }, at, 1)).rows[0],
    now: at,
  }))
  const [{ inspection: w, shell }, f, name] = [await words(), await format(), await called()]
  const all = { value: '', label: shell.list.all }
  const columns: Column<SheetRow>[] = [
    { key: 'number', head: w.list.column.number, at: 'number', cell: ({ number }) => <Official>{number}</Official> },
    {
      key: 'title',
      head: w.list.column.title,
      rowHead: true,
      at: 'title',
      cell: ({ number, kind, title }) => (
        <RowLink href={`/c/${number}`} sub={kind === 'mini_program' ? w.kind[kind] : undefined}>
          <ItemName kind={kind} title={title} />
        </RowLink>
      ),
    },
    { key: 'platform', head: w.list.column.platform, at: 'line', cell: ({ platform }) => name(platform) },
    { key: 'from', head: w.list.column.from, at: 'hide', cell: ({ purpose, planNumber }) => planNumber ?? w.purpose[purpose] },
    {
      key: 'day',
      head: w.list.column.day,
      at: 'hide',
      cell: ({ drawnOn }) => <span className="whitespace-nowrap">{f.dayInList(asDay(drawnOn), now)}</span>,
    },
    { key: 'state', head: w.list.column.state, at: 'aside', cell: (sheet) => <SheetStanding sheet={sheet} /> },
    {
      key: 'due',
      head: w.list.column.due,
      align: 'end',
      at: 'clock',
      cell: ({ dueAt, state }) =>
        dueAt && state === 'drawn' ? (
          <Clock due={dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(dueAt, now)} />
        ) : (
          <Nothing />
        ),
    },
  ]
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
        end={<CsvLink href={withQuery(`${path}/csv`, query)} label={shell.list.csv} />}
      />
      {page.rows.length > 0 ? (
        <>
          <DataTable
            caption={w.list.caption}
            columns={columns}
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
