import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ListBody } from '@/app/_components/penalty/list-body'
import { PLATFORM_VIEWS, type PlatformView, penaltyListing, readList } from '@/app/_components/penalty/lists'
import { kindFilter, rungOptions } from '@/app/_components/penalty/rung-options'
import { ListTools } from '@/app/_components/shell/list-tools'
import { pageOf, type Query } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Tabs } from '@/app/_ui/tabs'
import { ownCounts } from '@/lib/penalty/queries/lists'
import { look } from '@/lib/perform'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).penalty.title })

const PATH = '/platform/penalty'
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const actor = await currentActor('platform.moderator', 'platform.compliance', 'admin')
  if (actor.kind !== 'platform') notFound()
  const asked = await searchParams
  const list = readList(actor, asked)
  const { view } = list
  const { page, table, counts, now } = await look(actor, async (tx, at) => ({
    ...(await pageOf(tx, await penaltyListing(tx, at, actor, list), asked)),
    counts: await ownCounts(tx, actor),
    now: at,
  }))
  const query: Query = { ...list.query, columns: table.columns }
  const [{ penalty: w, shell }, f] = [await words(), await format()]
  const empty: Record<PlatformView, { title: string; text: string; link: React.ReactNode }> = {
    due: {
      title: w.list.empty.due,
      text: w.list.empty.dueNext,
      link: <Link href={withQuery(PATH, { view: 'active' })}>{w.list.empty.toActive}</Link>,
    },
    active: {
      title: w.list.empty.active,
      text: w.list.empty.activeNext,
      link: <Link href="/platform/violation">{w.list.empty.toReports}</Link>,
    },
    ended: {
      title: w.list.empty.ended,
      text: w.list.empty.endedNext,
      link: <Link href={withQuery(PATH, { view: 'active' })}>{w.list.empty.toActive}</Link>,
    },
    shared: {
      title: w.list.empty.shared,
      text: w.list.empty.sharedNext,
      link: <Link href={withQuery(PATH, { view: 'active' })}>{w.list.empty.toActive}</Link>,
    },
  }
  const all = { value: '', label: shell.list.all }
  return (
    <>
      <PageHead title={w.title} line={view === 'shared' ? w.list.lineShared : w.list.linePlatform} time={shell.beijing(f.instant(now))} />
      <Tabs
        label={w.list.views}
        items={PLATFORM_VIEWS.map((each) => ({
          href: withQuery(PATH, { view: each === 'due' ? undefined : each }),
          label: w.list[each],
          count: each === 'shared' ? undefined : counts[each],
          current: each === view,
        }))}
      />
      <FilterBar
        path={PATH}
        query={query}
        label={shell.list.filter}
        search={{
          name: 'q',
          label: view === 'due' ? w.list.searchDue : w.list.search,
          placeholder: view === 'due' ? w.list.searchDue : w.list.search,
          submit: shell.list.search,
        }}
        filters={[
          kindFilter(w, query.kind),
          ...(view === 'due'
            ? []
            : [{ name: 'rung', label: w.list.rung, value: query.rung ?? '', options: [all, ...(await rungOptions(actor))] }]),
          ...(view === 'shared'
            ? [
                {
                  name: 'state',
                  label: w.list.state,
                  value: query.state ?? '',
                  options: [all, { value: 'active', label: w.list.active }, { value: 'ended', label: w.list.ended }],
                },
              ]
            : []),
        ]}
        end={<ListTools path={PATH} query={query} table={table} />}
      />
      <ListBody
        caption={view === 'due' ? w.list.captionDue : view === 'shared' ? w.list.captionShared : w.list.caption}
        table={table}
        page={page}
        path={PATH}
        query={query}
        after={list.filter.after}
        narrowed={Boolean(query.q || query.kind || query.rung || query.state)}
        empty={empty[view]}
      />
    </>
  )
}
