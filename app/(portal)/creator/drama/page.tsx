import { WorkTitle } from '@/app/_components/drama/work-title'
import { ActionForm } from '@/app/_components/form/action-form'
import { FilingState } from '@/app/_components/registration/filing-state'
import { ReviewClock } from '@/app/_components/registration/review-clock'
import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { currentActor } from '@/app/_server/session'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Tabs } from '@/app/_ui/tabs'
import { Nothing, Official } from '@/app/_ui/words'
import { dayOf } from '@/lib/kernel/time'
import { look } from '@/lib/perform'
import { type FilingRow, OWN_VIEWS, type OwnView, ownCounts, ownFilings } from '@/lib/registration/queries/filings'
import { open } from './actions'

const PATH = '/creator/drama'

export async function generateMetadata() {
  return { title: (await words()).registration.own.title }
}

export default async function Page({ searchParams }: { searchParams: Promise<{ view?: string; q?: string; after?: string }> }) {
  const actor = await currentActor('creator.editor', 'creator.signatory')
  const [w, f, at, { view: asked, q, after }] = await Promise.all([words(), format(), now(), searchParams])
  const view: OwnView = OWN_VIEWS.find((one) => one === asked) ?? 'all'
  const { page, counts } = await look(actor, async (tx) => ({
    page: await ownFilings(tx, actor, { view, q, after }),
    counts: await ownCounts(tx, actor),
  }))
  const own = w.registration.own
  const query = { view: view === 'all' ? undefined : view, q }
  const columns: Column<FilingRow>[] = [
    {
      key: 'title',
      head: own.column.title,
      rowHead: true,
      at: 'title',
      cell: (row) => (
        <RowLink
          href={row.state === 'draft' ? `/draft/${row.id}` : `/c/${row.number}`}
          sub={
            row.officialNumber ? (
              <Official>{row.officialNumber}</Official>
            ) : row.class === 3 && row.plannedCount > 0 ? (
              own.recorded(row.recordedCount, row.plannedCount)
            ) : undefined
          }
        >
          <WorkTitle title={row.title} />
        </RowLink>
      ),
    },
    { key: 'number', head: own.column.number, at: 'number', cell: (row) => (row.number ? <Official>{row.number}</Official> : <Nothing />) },
    {
      key: 'class',
      head: own.column.class,
      at: 'aside',
      cell: (row) =>
        row.class ? <span className="whitespace-nowrap">{w.drama.class[row.class]}</span> : <Nothing>{w.drama.noClass}</Nothing>,
    },
    { key: 'state', head: own.column.state, at: 'line', cell: (row) => <FilingState filing={row} /> },
    {
      key: 'due',
      head: own.column.due,
      at: 'clock',
      cell: (row) => <ReviewClock dueAt={row.dueAt} clockLeft={row.clockLeft} state={row.state} />,
    },
    {
      key: 'opened',
      head: own.column.opened,
      at: 'hide',
      cell: (row) => <span className="whitespace-nowrap">{f.dayInList(dayOf(row.openedAt), at)}</span>,
    },
  ]
  const mayOpen = actor.duties.includes('creator.editor') || actor.duties.includes('creator.signatory')
  const openForm = (
    <ActionForm action={open} formKey={crypto.randomUUID()}>
      <SubmitButton size="normal" busyLabel={w.form.busy}>
        {own.open}
      </SubmitButton>
    </ActionForm>
  )
  return (
    <>
      <PageHead title={own.title} line={own.line} actions={mayOpen && openForm} />
      <Tabs
        label={own.views}
        items={OWN_VIEWS.map((one) => ({
          href: withQuery(PATH, { q }, { view: one === 'all' ? undefined : one }),
          label: own.view[one],
          count: counts[one],
          current: one === view,
        }))}
      />
      <FilterBar
        path={PATH}
        query={query}
        label={w.shell.list.filter}
        search={{ name: 'q', label: own.search, placeholder: own.search, submit: w.shell.list.search }}
      />
      {page.rows.length > 0 ? (
        <>
          <DataTable caption={own.caption} columns={columns} rowKey={(row) => row.id} rows={page.rows} />
          <ListPager path={PATH} query={query} page={page} after={after} />
        </>
      ) : counts.all === 0 ? (
        <EmptyState title={own.empty}>{own.emptyNext}</EmptyState>
      ) : (
        <EmptyState title={own.nothing} link={<Link href={PATH}>{own.reset}</Link>} />
      )}
    </>
  )
}
