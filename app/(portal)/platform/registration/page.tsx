import { WorkTitle } from '@/app/_components/drama/work-title'
import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { currentActor } from '@/app/_server/session'
import { ButtonLink } from '@/app/_ui/button'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar } from '@/app/_ui/filter-bar'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { State } from '@/app/_ui/state'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import { look } from '@/lib/perform'
import { type NumberRow, numbersBy, type OfferRow, offersTo } from '@/lib/registration/queries/platform'

const PATH = '/platform/registration'

export async function generateMetadata() {
  return { title: (await words()).registration.programme.title }
}

export default async function Page({ searchParams }: { searchParams: Promise<{ q?: string; after?: string; more?: string }> }) {
  const actor = await currentActor('platform.compliance', 'platform.moderator')
  const [w, f, at, { q, after, more }] = await Promise.all([words(), format(), now(), searchParams])
  const c = w.registration.programme
  const { offers, numbers } = await look(actor, async (tx) => ({
    offers: await offersTo(tx, actor, { after: more }),
    numbers: await numbersBy(tx, actor, { q, after }),
  }))
  const producer = (name: string | null) => (name ? <Zh>{name}</Zh> : <Nothing />)
  const waiting: Column<OfferRow>[] = [
    {
      key: 'title',
      head: c.column.title,
      rowHead: true,
      at: 'title',
      cell: (row) => (
        <RowLink href={`/c/${row.number}`} sub={row.number}>
          <WorkTitle title={row.title} />
        </RowLink>
      ),
    },
    { key: 'producer', head: c.column.producer, at: 'line', cell: (row) => producer(row.producerName) },
    {
      key: 'episodes',
      head: c.column.episodes,
      at: 'aside',
      cell: (row) =>
        row.episodeCount === null ? (
          <Nothing />
        ) : (
          w.drama.length(row.episodeCount, row.totalSeconds === null ? null : Math.ceil(row.totalSeconds / 60))
        ),
    },
    { key: 'since', head: c.column.since, at: 'clock', cell: (row) => f.inList(row.since, at) },
    {
      key: 'act',
      head: c.column.act,
      at: 'act',
      align: 'end',
      cell: (row) =>
        row.isListed ? (
          <State tone="refused">{c.listed}</State>
        ) : (
          <ButtonLink size="small" href={`/c/${row.number}`}>
            {c.act}
          </ButtonLink>
        ),
    },
  ]
  const given: Column<NumberRow>[] = [
    {
      key: 'title',
      head: c.column.title,
      rowHead: true,
      at: 'title',
      cell: (row) => (
        <RowLink href={`/c/${row.number}`} sub={row.number}>
          <WorkTitle title={row.title} />
        </RowLink>
      ),
    },
    { key: 'official', head: c.column.official, at: 'full', cell: (row) => <Official>{row.officialNumber}</Official> },
    { key: 'producer', head: c.column.producer, at: 'line', cell: (row) => producer(row.producerName) },
    {
      key: 'state',
      head: c.column.state,
      at: 'aside',
      cell: (row) => (
        <State tone={row.isListed || row.state === 'suspended' ? 'refused' : 'done'}>
          {row.isListed ? c.listed : row.state === 'suspended' ? w.registration.state.suspended : w.register.promised.numbered}
        </State>
      ),
    },
    { key: 'recorded', head: c.column.recorded, at: 'clock', cell: (row) => f.inList(row.openedAt, at) },
  ]
  return (
    <>
      <PageHead title={c.title} line={c.line} />
      <Section
        id="offers"
        title={c.offers}
        aside={
          offers.rows.length > 0 &&
          (offers.next || more ? w.shell.list.shown(offers.rows.length) : w.shell.list.shownAll(offers.rows.length))
        }
      >
        {offers.rows.length > 0 ? (
          <>
            <DataTable caption={c.offersCaption} columns={waiting} rowKey={(row) => row.id} rows={offers.rows} />
            {(offers.next || more) && <ListPager path={PATH} query={{ q }} page={offers} after={more} name="more" />}
          </>
        ) : (
          <EmptyState title={c.offersEmpty}>{c.offersEmptyNext}</EmptyState>
        )}
      </Section>
      <Section id="numbers" title={c.numbers}>
        <FilterBar
          path={PATH}
          query={{ q }}
          label={w.shell.list.filter}
          search={{ name: 'q', label: c.search, placeholder: c.search, submit: w.shell.list.search }}
        />
        {numbers.rows.length > 0 ? (
          <>
            <DataTable caption={c.numbersCaption} columns={given} rowKey={(row) => row.id} rows={numbers.rows} />
            <ListPager path={PATH} query={{ q }} page={numbers} after={after} />
          </>
        ) : q ? (
          <EmptyState title={w.registration.list.nothing} link={<Link href={PATH}>{w.registration.list.reset}</Link>} />
        ) : (
          <EmptyState title={c.numbersEmpty}>{c.numbersEmptyNext}</EmptyState>
        )}
      </Section>
    </>
  )
}
