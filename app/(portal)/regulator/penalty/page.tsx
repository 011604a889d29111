import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { called } from '@/app/_components/organization/called'
import { ListBody } from '@/app/_components/penalty/list-body'
import { FILTER_STATES, penaltyListing, readList } from '@/app/_components/penalty/lists'
import { kindFilter, rungOptions } from '@/app/_components/penalty/rung-options'
import { ListTools } from '@/app/_components/shell/list-tools'
import { pageOf, type Query } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { FilterBar } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { admittedPlatforms } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).penalty.title })

const PATH = '/regulator/penalty'
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const actor = await currentActor('province.reviewer', 'national.reviewer', 'national.approver', 'admin')
  if (actor.kind !== 'national' && actor.kind !== 'province') notFound()
  const asked = await searchParams
  const list = readList(actor, asked)
  const { page, table, platforms, now } = await look(actor, async (tx, at) => ({
    ...(await pageOf(tx, await penaltyListing(tx, at, actor, list), asked)),
    platforms: await admittedPlatforms(tx),
    now: at,
  }))
  const query: Query = { ...list.query, columns: table.columns }
  const [{ penalty: w, shell }, f, name] = [await words(), await format(), await called()]
  const all = { value: '', label: shell.list.all }
  return (
    <>
      <PageHead
        title={w.title}
        line={actor.kind === 'national' ? w.list.lineNational : w.list.lineProvince}
        time={shell.beijing(f.instant(now))}
      />
      <FilterBar
        path={PATH}
        query={query}
        label={shell.list.filter}
        search={{ name: 'q', label: w.list.search, placeholder: w.list.search, submit: shell.list.search }}
        filters={[
          kindFilter(w, query.kind),
          {
            name: 'state',
            label: w.list.state,
            value: query.state ?? '',
            options: [
              all,
              { value: 'active', label: w.list.active },
              { value: 'ended', label: w.list.ended },
              ...FILTER_STATES.map((state) => ({ value: state, label: w.state[state] })),
            ],
          },
          { name: 'rung', label: w.list.rung, value: query.rung ?? '', options: [all, ...(await rungOptions(actor))] },
          {
            name: 'platform',
            label: w.list.platform,
            value: query.platform ?? '',
            options: [all, ...platforms.map((platform) => ({ value: platform.id, label: name(platform) }))],
          },
          {
            name: 'deviation',
            label: w.list.deviation,
            value: query.deviation ?? '',
            options: [all, { value: 'yes', label: w.list.deviating }],
          },
        ]}
        end={<ListTools path={PATH} query={query} table={table} />}
      />
      <ListBody
        caption={list.is === 'due' ? w.list.captionDue : w.list.caption}
        table={table}
        page={page}
        path={PATH}
        query={query}
        after={list.filter.after}
        narrowed={Object.values(list.query).some(Boolean)}
        empty={{
          title: w.list.empty.regulator,
          text: w.list.empty.regulatorNext,
          link: <Link href="/regulator/violation">{w.list.empty.toReports}</Link>,
        }}
      />
    </>
  )
}
