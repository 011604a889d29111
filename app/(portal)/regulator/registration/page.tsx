import { WorkTitle } from '@/app/_components/drama/work-title'
import { called } from '@/app/_components/organization/called'
import { FilingState } from '@/app/_components/registration/filing-state'
import { ReviewClock } from '@/app/_components/registration/review-clock'
import { ListPager } from '@/app/_components/shell/list-pager'
import { spanFilter } from '@/app/_components/shell/span-filter'
import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { currentActor } from '@/app/_server/session'
import { CsvLink } from '@/app/_ui/csv-link'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Name, Nothing, Official, Zh } from '@/app/_ui/words'
import { dayOf, writeSpan } from '@/lib/kernel/time'
import { bureaus } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { type BureauRow, filingsBefore } from '@/lib/registration/queries/filings'
import { type Asked, readFilter, STATES } from './filter'

const PATH = '/regulator/registration'

export async function generateMetadata() {
  return { title: (await words()).registration.list.title }
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor('province.reviewer', 'national.reviewer', 'national.approver')
  const [w, f, at, name, asked] = await Promise.all([words(), format(), now(), called(), searchParams])
  const c = w.registration.list
  const isNational = actor.kind === 'national'
  const filter = readFilter(asked)
  const { page, offices } = await look(actor, async (tx) => ({
    page: await filingsBefore(tx, actor, filter),
    offices: isNational ? await bureaus(tx) : [],
  }))
  const query = {
    class: filter.class ? String(filter.class) : undefined,
    state: filter.state,
    bureau: filter.bureauId,
    submitted: filter.span && writeSpan(filter.span),
    q: filter.q,
  }
  const any = { value: '', label: w.shell.list.all }
  const columns: Column<BureauRow>[] = [
    {
      key: 'title',
      head: c.column.title,
      rowHead: true,
      at: 'title',
      cell: (row) => (
        <RowLink
          href={`/c/${row.number}`}
          sub={
            row.officialNumber ? (
              <Official>{row.officialNumber}</Official>
            ) : row.class === 3 && row.plannedCount > 0 ? (
              w.registration.own.recorded(row.recordedCount, row.plannedCount)
            ) : undefined
          }
        >
          <WorkTitle title={row.title} />
        </RowLink>
      ),
    },
    { key: 'number', head: c.column.number, at: 'number', cell: (row) => <Official>{row.number}</Official> },
    { key: 'producer', head: c.column.producer, at: 'full', cell: (row) => (row.producerName ? <Zh>{row.producerName}</Zh> : <Nothing />) },
    ...(isNational
      ? [
          {
            key: 'bureau',
            head: c.column.bureau,
            at: 'hide',
            cell: (row: BureauRow) => (
              <span className="whitespace-nowrap">
                <Name>{name(row.bureau)}</Name>
              </span>
            ),
          } satisfies Column<BureauRow>,
        ]
      : []),
    {
      key: 'class',
      head: c.column.class,
      at: 'aside',
      cell: (row) => (row.class ? <span className="whitespace-nowrap">{w.drama.class[row.class]}</span> : <Nothing />),
    },
    { key: 'state', head: c.column.state, at: 'line', cell: (row) => <FilingState filing={row} /> },
    {
      key: 'submitted',
      head: c.column.submitted,
      at: 'hide',
      cell: (row) => (row.submittedAt ? <span className="whitespace-nowrap">{f.dayInList(dayOf(row.submittedAt), at)}</span> : <Nothing />),
    },
    {
      key: 'due',
      head: c.column.due,
      at: 'clock',
      cell: (row) => <ReviewClock dueAt={row.dueAt} clockLeft={row.clockLeft} state={row.state} />,
    },
  ]
  return (
    <>
      <PageHead title={c.title} line={c.line[isNational ? 'national' : 'province']} />
      <FilterBar
        path={PATH}
        query={query}
        label={w.shell.list.filter}
        search={{ name: 'q', label: c.search, placeholder: c.search, submit: w.shell.list.search }}
        filters={[
          {
            name: 'class',
            label: c.filter.class,
            value: query.class ?? '',
            options: [any, ...[1, 2, 3].map((value) => ({ value: String(value), label: w.drama.class[value] ?? '' }))],
          },
          {
            name: 'state',
            label: c.filter.state,
            value: query.state ?? '',
            options: [any, ...STATES.map((value) => ({ value, label: w.registration.state[value] }))],
          },
          spanFilter('submitted', query.submitted, c.column.submitted, w.shell, f, at),
          ...(isNational
            ? [
                {
                  name: 'bureau',
                  label: c.filter.bureau,
                  value: query.bureau ?? '',
                  options: [any, ...offices.map((office) => ({ value: office.id, label: name(office) }))],
                },
              ]
            : []),
        ]}
        end={<CsvLink href={withQuery(`${PATH}/csv`, query)} label={w.shell.list.csv} />}
      />
      {page.rows.length > 0 ? (
        <>
          <DataTable caption={c.caption} columns={columns} rowKey={(row) => row.id} rows={page.rows} />
          <ListPager path={PATH} query={query} page={page} after={filter.after} />
        </>
      ) : Object.values(query).some(Boolean) ? (
        <EmptyState title={c.nothing} link={<Link href={PATH}>{c.reset}</Link>} />
      ) : (
        <EmptyState title={c.empty}>{c.emptyNext}</EmptyState>
      )}
    </>
  )
}
