import { called } from '@/app/_components/organization/called'
import { ListPager } from '@/app/_components/shell/list-pager'
import { ListTools } from '@/app/_components/shell/list-tools'
import { pageOf, type Query } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { shown } from '@/app/_ui/said-column'
import { Tabs } from '@/app/_ui/tabs'
import { SUBJECT_KINDS } from '@/lib/distribution/workflow'
import type { SubjectRow } from '@/lib/dossier/queries/subjects'
import type { Actor } from '@/lib/kernel/actor'
import { admittedPlatforms } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { subjectListing } from './columns'
import { readSubjectQuery, readsRunning, type Sent } from './list-filter'

type Props = { workplace: 'regulator' | 'association' | 'platform'; actor: Actor; sent: Sent }

/** Mini-programs and accounts of all platforms, as far as this workplace knows of them. */
export async function SubjectList({ workplace, actor, sent }: Props) {
  const path = `/${workplace}/subject`
  const { query: asking, filter } = readSubjectQuery(sent, actor)
  const { page, table, platforms, now } = await look(actor, async (tx, at) => ({
    ...(await pageOf(tx, await subjectListing(actor, sent), sent)),
    platforms: await admittedPlatforms(tx),
    now: at,
  }))
  const [{ dossier: w, shell }, f, name] = [await words(), await format(), await called()]
  const all = { value: '', label: shell.list.all }
  const query: Query = { ...asking, columns: table.columns }
  const running = readsRunning(actor, query.view)
  const isOwn = workplace === 'platform' && !query.view
  const { view, ...asked } = asking
  const narrowed = Object.values(asked).some(Boolean) || Boolean(filter.after)
  const operator = filter.creditCode && (page.rows[0]?.operator?.name ?? filter.creditCode)
  return (
    <>
      <PageHead title={w.title} line={w.list.line[workplace]} time={shell.beijing(f.instant(now))} />
      {workplace === 'platform' && (
        <Tabs
          label={w.list.views}
          items={[
            { href: path, label: w.list.own, current: !view },
            { href: withQuery(path, { view: 'others' }), label: w.list.others, current: view === 'others' },
          ]}
        />
      )}
      <FilterBar
        path={path}
        query={query}
        label={shell.list.filter}
        search={{ name: 'q', label: w.list.search, placeholder: w.list.search, submit: shell.list.search }}
        filters={[
          {
            name: 'kind',
            label: w.list.filter.kind,
            value: query.kind ?? '',
            options: [all, ...SUBJECT_KINDS.map((kind) => ({ value: kind, label: w.kind[kind] }))],
          },
          ...(isOwn
            ? []
            : [
                {
                  name: 'platform',
                  label: w.list.filter.platform,
                  value: query.platform ?? '',
                  options: [
                    all,
                    ...platforms.filter(({ id }) => id !== filter.exceptId).map((one) => ({ value: one.id, label: name(one) })),
                  ],
                },
              ]),
          ...(operator
            ? [
                {
                  name: 'operator',
                  label: w.list.filter.operator,
                  value: query.operator ?? '',
                  options: [all, { value: query.operator ?? '', label: operator }],
                },
              ]
            : []),
          ...(running
            ? [
                {
                  name: 'running',
                  label: w.list.filter.running,
                  value: query.running ?? '',
                  options: [all, { value: 'yes', label: w.list.runningOnly }],
                },
              ]
            : []),
        ]}
        end={<ListTools path={path} query={query} table={table} />}
      />
      {page.rows.length > 0 ? (
        <>
          <DataTable<SubjectRow> caption={w.list.caption} columns={shown(table.shown)} rows={page.rows} rowKey={({ id }) => id} />
          <ListPager path={path} query={query} page={page} after={filter.after} />
        </>
      ) : narrowed ? (
        <EmptyState title={w.list.nothing} link={<Link href={withQuery(path, { view })}>{w.list.reset}</Link>} />
      ) : (
        <EmptyState title={w.list.empty}>{w.list.emptyNext}</EmptyState>
      )}
    </>
  )
}
