import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { called, fullyCalled } from '@/app/_components/organization/called'
import { toneOf } from '@/app/_components/organization/tone'
import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { Clock } from '@/app/_ui/clock'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { State } from '@/app/_ui/state'
import { Tabs } from '@/app/_ui/tabs'
import { Name, Nothing, Official } from '@/app/_ui/words'
import type { Kind } from '@/lib/kernel/actor'
import { administeredOf, countApplied, type ListedOrganization, organizationsFor } from '@/lib/organization/queries/organizations'
import { organizationWorkflow } from '@/lib/organization/workflow'
import { look } from '@/lib/perform'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).organization.list.title })

const PATH = '/regulator/organization'
type Tab = 'waiting' | 'creators' | 'platforms' | 'authorities'
const kindsOf: Record<Tab, readonly Kind[]> = {
  waiting: ['creator', 'platform'],
  creators: ['creator'],
  platforms: ['platform'],
  authorities: ['province', 'association'],
}
type Query = Partial<Record<'tab' | 'state' | 'q' | 'after', string>>
type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const one = (value: string | string[] | undefined) => [value].flat()[0] || undefined

export default async function Page({ searchParams }: Props) {
  const actor = await currentActor('province.reviewer', 'national.reviewer', 'national.approver', 'admin')
  if (actor.kind !== 'national' && actor.kind !== 'province') notFound()
  const isNational = actor.kind === 'national'
  const sent = await searchParams
  const tabs: Tab[] = isNational ? ['waiting', 'creators', 'platforms', 'authorities'] : ['waiting', 'creators']
  const tab = tabs.find((each) => each === one(sent.tab)) ?? 'waiting'
  const query: Query = { tab, state: tab === 'waiting' ? undefined : one(sent.state), q: one(sent.q) }
  const state = tab === 'waiting' ? 'applied' : organizationWorkflow.states.find((each) => each === query.state)
  const cursor = one(sent.after)
  const { page, waiting, administered, now } = await look(actor, async (tx, now) => {
    const page = await organizationsFor(actor, tx, { kinds: kindsOf[tab], state, search: query.q, cursor, atOwnDoor: tab === 'waiting' })
    const waiting = await countApplied(actor, tx, kindsOf.waiting)
    return { page, waiting, administered: await administeredOf(tx, isNational ? page.rows.map(({ id }) => id) : []), now }
  })
  const [{ organization: w, shell }, f, fully, brief] = [await words(), await format(), await fullyCalled(), await called()]

  const due = ({ dueAt, name }: ListedOrganization) =>
    dueAt ? (
      <Clock due={dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(dueAt, now)} subject={name} />
    ) : (
      <span className="text-ink-3">{w.list.noDue}</span>
    )
  const title: Column<ListedOrganization> = {
    key: 'name',
    head: w.list.head.name,
    rowHead: true,
    at: 'title',
    cell: (row) => {
      const full = fully(row)
      const other = full === row.name ? brief(row) : row.name
      return (
        <RowLink
          href={`/c/${row.number}`}
          sub={row.kind === 'platform' ? <Name>{other}</Name> : row.creditCode && <Official>{row.creditCode}</Official>}
        >
          <Name>{full}</Name>
        </RowLink>
      )
    },
  }
  const columns: Column<ListedOrganization>[] = [
    title,
    ...(tab === 'waiting' && isNational
      ? [{ key: 'kind', head: w.list.head.kind, at: 'line' as const, cell: ({ kind }: ListedOrganization) => w.kind[kind] }]
      : []),
    ...(tab === 'authorities'
      ? []
      : [
          {
            key: 'applied',
            head: w.list.head.applied,
            at: 'aside' as const,
            cell: ({ openedAt }: ListedOrganization) => f.inList(openedAt, now),
          },
        ]),
    ...(tab === 'creators' || (tab === 'waiting' && !isNational)
      ? [
          {
            key: 'licence',
            head: w.list.head.licence,
            at: 'line' as const,
            cardLabel: w.list.head.licence,
            cell: ({ licenceExpiresOn }: ListedOrganization) => (licenceExpiresOn ? f.dayInList(licenceExpiresOn, now) : <Nothing />),
          },
        ]
      : []),
    ...(tab === 'waiting' ? [{ key: 'due', head: w.list.head.due, at: 'clock' as const, cell: due }] : []),
    ...(tab === 'waiting' || tab === 'authorities'
      ? []
      : [
          {
            key: 'state',
            head: w.list.head.state,
            at: 'clock' as const,
            cell: ({ state: at }: ListedOrganization) => <State tone={toneOf[at]}>{w.state[at]}</State>,
          },
        ]),
    ...(tab === 'authorities' || tab === 'platforms'
      ? [
          {
            key: 'administrator',
            head: w.list.head.administrator,
            at: 'act' as const,
            cell: ({ id }: ListedOrganization) => (administered.has(id) ? w.list.has : <State tone="waiting">{w.list.hasNot}</State>),
          },
        ]
      : []),
    { key: 'number', head: w.list.head.number, at: 'number', cell: ({ number }) => <Official>{number}</Official> },
  ]
  const bare = !query.q && !query.state && !cursor
  return (
    <>
      <PageHead title={w.list.title} line={isNational ? w.list.lineNational : w.list.lineProvince} time={shell.beijing(f.instant(now))} />
      <Tabs
        label={w.list.tabs}
        items={tabs.map((each) => ({
          href: withQuery(PATH, { tab: each === 'waiting' ? undefined : each }),
          label: w.list[each],
          count: each === 'waiting' ? waiting : undefined,
          current: each === tab,
        }))}
      />
      <FilterBar
        path={PATH}
        query={query}
        label={w.list.filters}
        search={{ name: 'q', label: w.list.search, placeholder: w.list.search, submit: w.list.submit }}
        filters={
          tab === 'creators' || tab === 'platforms'
            ? [
                {
                  name: 'state',
                  label: w.list.stateFilter,
                  value: query.state ?? '',
                  options: [
                    { value: '', label: shell.list.all },
                    ...organizationWorkflow.states.map((value) => ({ value, label: w.state[value] })),
                  ],
                },
              ]
            : []
        }
      />
      {page.rows.length > 0 ? (
        <>
          <DataTable caption={w.list.caption} rows={page.rows} rowKey={({ id }) => id} columns={columns} />
          <ListPager path={PATH} query={query} page={page} after={cursor} />
        </>
      ) : bare && tab === 'waiting' ? (
        <EmptyState title={w.list.emptyWaiting}>{w.list.emptyWaitingText}</EmptyState>
      ) : (
        <EmptyState title={w.list.emptySearch} link={<Link href={withQuery(PATH, { tab })}>{w.list.clear}</Link>} />
      )}
    </>
  )
}
