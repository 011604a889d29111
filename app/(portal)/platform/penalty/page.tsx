import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ListBody } from '@/app/_components/penalty/list-body'
import { dueList, ownList, PLATFORM_VIEWS, type PlatformView, readQuery, sharedList } from '@/app/_components/penalty/lists'
import { kindFilter, rungOptions } from '@/app/_components/penalty/rung-options'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { CsvLink } from '@/app/_ui/csv-link'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { shown } from '@/app/_ui/said-column'
import { Tabs } from '@/app/_ui/tabs'
import { holds } from '@/lib/kernel/actor'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).penalty.title })

const PATH = '/platform/penalty'
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const actor = await currentActor('platform.moderator', 'platform.compliance', 'admin')
  if (actor.kind !== 'platform') notFound()
  const { view, query: asked, filter } = readQuery(await searchParams)
  const query = {
    view,
    q: asked.q,
    kind: asked.kind,
    rung: view === 'due' ? undefined : asked.rung,
    state: view === 'shared' ? asked.state : undefined,
  }
  const own =
    view === 'active' || view === 'ended'
      ? await ownList(actor, { ...filter, standing: view, state: undefined, deviating: false, platformId: undefined })
      : null
  const due = view === 'due' ? await dueList(actor, filter) : null
  const shared = view === 'shared' ? await sharedList(actor, filter) : null
  const { counts, now } = (own ?? due ?? shared)!
  const [{ penalty: w, shell }, f] = [await words(), await format()]
  const body = { path: PATH, query, after: filter.after, narrowed: Boolean(query.q || query.kind || query.rung || query.state) }
  const mayDecide = holds(actor, 'platform.compliance')
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
          count: each === 'shared' ? undefined : (counts?.[each] ?? 0),
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
        end={<CsvLink href={withQuery(`${PATH}/csv`, query)} label={shell.list.csv} />}
      />
      {due && (
        <ListBody
          {...body}
          caption={w.list.captionDue}
          columns={shown(mayDecide ? due.acts : due.columns)}
          rows={due.rows}
          next={due.next}
          empty={empty.due}
        />
      )}
      {own && (
        <ListBody {...body} caption={w.list.caption} columns={shown(own.columns)} rows={own.rows} next={own.next} empty={empty[view]} />
      )}
      {shared && (
        <ListBody
          {...body}
          caption={w.list.captionShared}
          columns={shown(shared.columns)}
          rows={shared.rows}
          next={shared.next}
          empty={empty.shared}
        />
      )}
    </>
  )
}
