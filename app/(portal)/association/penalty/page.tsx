import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ListBody } from '@/app/_components/penalty/list-body'
import { readQuery, sharedList } from '@/app/_components/penalty/lists'
import { kindFilter, rungOptions } from '@/app/_components/penalty/rung-options'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { CsvLink } from '@/app/_ui/csv-link'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { shown } from '@/app/_ui/said-column'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).penalty.title })

const PATH = '/association/penalty'
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const actor = await currentActor('association.monitor', 'admin')
  if (actor.kind !== 'association') notFound()
  const { query: asked, filter } = readQuery(await searchParams)
  const query = { q: asked.q, kind: asked.kind, rung: asked.rung, state: asked.state }
  const { rows, next, columns, now } = await sharedList(actor, filter)
  const [{ penalty: w, shell }, f] = [await words(), await format()]
  const all = { value: '', label: shell.list.all }
  return (
    <>
      <PageHead title={w.title} line={w.list.lineShared} time={shell.beijing(f.instant(now))} />
      <FilterBar
        path={PATH}
        query={query}
        label={shell.list.filter}
        search={{ name: 'q', label: w.list.search, placeholder: w.list.search, submit: shell.list.search }}
        filters={[
          kindFilter(w, query.kind),
          { name: 'rung', label: w.list.rung, value: query.rung ?? '', options: [all, ...(await rungOptions(actor))] },
          {
            name: 'state',
            label: w.list.state,
            value: query.state ?? '',
            options: [all, { value: 'active', label: w.list.active }, { value: 'ended', label: w.list.ended }],
          },
        ]}
        end={<CsvLink href={withQuery(`${PATH}/csv`, query)} label={shell.list.csv} />}
      />
      <ListBody
        caption={w.list.captionShared}
        columns={shown(columns)}
        rows={rows}
        next={next}
        path={PATH}
        query={query}
        after={filter.after}
        narrowed={Object.values(query).some(Boolean)}
        empty={{ title: w.list.empty.regulator, text: w.list.empty.regulatorNext }}
      />
    </>
  )
}
