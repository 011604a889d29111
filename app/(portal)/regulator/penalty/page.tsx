import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { called } from '@/app/_components/organization/called'
import { ListBody } from '@/app/_components/penalty/list-body'
import { dueList, FILTER_STATES, readQuery, regulatedList } from '@/app/_components/penalty/lists'
import { kindFilter, rungOptions } from '@/app/_components/penalty/rung-options'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { CsvLink } from '@/app/_ui/csv-link'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { shown } from '@/app/_ui/said-column'
import { admittedPlatforms } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).penalty.title })

const PATH = '/regulator/penalty'
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const actor = await currentActor('province.reviewer', 'national.reviewer', 'national.approver', 'admin')
  if (actor.kind !== 'national' && actor.kind !== 'province') notFound()
  const { query, filter } = readQuery(await searchParams)
  const isDue = filter.state === 'due'
  const due = isDue ? await dueList(actor, filter) : null
  const made = isDue ? null : await regulatedList(actor, filter)
  const { now } = (due ?? made)!
  const platforms = await look(actor, (tx) => admittedPlatforms(tx))
  const [{ penalty: w, shell }, f, name] = [await words(), await format(), await called()]
  const all = { value: '', label: shell.list.all }
  const body = {
    path: PATH,
    query,
    after: filter.after,
    narrowed: Object.values(query).some(Boolean),
    empty: {
      title: w.list.empty.regulator,
      text: w.list.empty.regulatorNext,
      link: <Link href="/regulator/violation">{w.list.empty.toReports}</Link>,
    },
  }
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
        end={<CsvLink href={withQuery(`${PATH}/csv`, query)} label={shell.list.csv} />}
      />
      {due && <ListBody {...body} caption={w.list.captionDue} columns={shown(due.columns)} rows={due.rows} next={due.next} />}
      {made && <ListBody {...body} caption={w.list.caption} columns={shown(made.columns)} rows={made.rows} next={made.next} />}
    </>
  )
}
