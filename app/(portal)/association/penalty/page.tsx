import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ListBody } from '@/app/_components/penalty/list-body'
import { penaltyListing, readList } from '@/app/_components/penalty/lists'
import { kindFilter, rungOptions } from '@/app/_components/penalty/rung-options'
import { ListTools } from '@/app/_components/shell/list-tools'
import { pageOf, type Query } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { FilterBar } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { look } from '@/lib/perform'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).penalty.title })

const PATH = '/association/penalty'
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const actor = await currentActor('association.monitor', 'admin')
  if (actor.kind !== 'association') notFound()
  const asked = await searchParams
  const list = readList(actor, asked)
  const { page, table, now } = await look(actor, async (tx, at) => ({
    ...(await pageOf(tx, await penaltyListing(tx, at, actor, list), asked)),
    now: at,
  }))
  const query: Query = { ...list.query, columns: table.columns }
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
        end={<ListTools path={PATH} query={query} table={table} />}
      />
      <ListBody
        caption={w.list.captionShared}
        table={table}
        page={page}
        path={PATH}
        query={query}
        after={list.filter.after}
        narrowed={Object.values(list.query).some(Boolean)}
        empty={{ title: w.list.empty.regulator, text: w.list.empty.regulatorNext }}
      />
    </>
  )
}
