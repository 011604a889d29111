import { called } from '@/app/_components/organization/called'
import { filingListing } from '@/app/_components/registration/filing-listing'
import { ListPager } from '@/app/_components/shell/list-pager'
import { ListTools } from '@/app/_components/shell/list-tools'
import { spanFilter } from '@/app/_components/shell/span-filter'
import { type Asked, pageOf, type Query } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { currentActor } from '@/app/_server/session'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { OLDEST, orderOf, shown } from '@/app/_ui/said-column'
import { writeSpan } from '@/lib/kernel/time'
import { bureaus } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { readFilter, STATES } from './filter'

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
  const { page, table, offices } = await look(actor, async (tx, now) => ({
    ...(await pageOf(tx, await filingListing(actor, filter, now), asked)),
    offices: isNational ? await bureaus(tx) : [],
  }))
  const narrowing = {
    class: filter.class ? String(filter.class) : undefined,
    state: filter.state,
    bureau: filter.bureauId,
    submitted: filter.span && writeSpan(filter.span),
    q: filter.q,
  }
  const query: Query = { ...narrowing, sort: filter.oldest ? OLDEST : undefined, columns: table.columns }
  const any = { value: '', label: w.shell.list.all }
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
        end={<ListTools path={PATH} query={query} table={table} />}
      />
      {page.rows.length > 0 ? (
        <>
          <DataTable caption={c.caption} columns={shown(table.shown, orderOf(PATH, query))} rowKey={(row) => row.id} rows={page.rows} />
          <ListPager path={PATH} query={query} page={page} after={filter.after} />
        </>
      ) : Object.values(narrowing).some(Boolean) ? (
        <EmptyState title={c.nothing} link={<Link href={PATH}>{c.reset}</Link>} />
      ) : (
        <EmptyState title={c.empty}>{c.emptyNext}</EmptyState>
      )}
    </>
  )
}
