import { ActionForm } from '@/app/_components/form/action-form'
import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import { ListPager } from '@/app/_components/shell/list-pager'
import { ListTools } from '@/app/_components/shell/list-tools'
import type { Query } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { KeyboardHints } from '@/app/_ui/keyboard-hints'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { choose, orderOf, shown } from '@/app/_ui/said-column'
import { Selection } from '@/app/_ui/selection'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Tabs } from '@/app/_ui/tabs'
import { followedFrom } from '@/lib/dossier/queries/followed'
import { type Actor, holds } from '@/lib/kernel/actor'
import { bureaus } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { reportCounts, reportsOf, viewsFor } from '@/lib/violation/queries/reports'
import { SOURCES, SUBJECT_KINDS } from '@/lib/violation/workflow'
import { openReport } from './actions'
import { queryOf, readFilter, type Sent } from './list-filter'
import { CHOSEN, mayRule, reportColumns, type Workplace } from './report-table'

const COUNTED = 100

/** Reports by state, with search and filters in the address: one's own to those who file, one's bureau's to regulators. */
export async function ReportList({ workplace, actor, sent }: { workplace: Workplace; actor: Actor; sent: Sent }) {
  const filter = readFilter(actor, sent)
  const path = `/${workplace}/violation`
  const isNational = actor.kind === 'national'
  const { page, table, counts, provinces, now } = await look(actor, async (tx, at) => {
    const found = await reportsOf(tx, actor, filter)
    const upheld = workplace === 'regulator' ? [] : found.rows.filter(({ outcome }) => outcome === 'upheld')
    const followed = await followedFrom(
      tx,
      upheld.map(({ id, rootId, subjects }) => ({
        id,
        rootId,
        subjectIds: subjects.flatMap(({ dramaId, miniProgramId }) => dramaId ?? miniProgramId ?? []),
      })),
    )
    return {
      page: found,
      table: choose(
        await reportColumns({ followed, workplace, view: filter.view, actor, nameOf: await clauseName(tx), now: at }),
        sent.columns,
      ),
      counts: await reportCounts(tx, actor),
      provinces: isNational ? await bureaus(tx) : [],
      now: at,
    }
  })
  const [{ violation: w, shell }, f, name] = [await words(), await format(), await called()]
  const query: Query = { ...queryOf(filter), columns: table.columns }
  const mayFile = holds(actor, 'platform.moderator', 'association.monitor')
  const all = { value: '', label: shell.list.all }
  const bare = !filter.q && !filter.severity && !filter.bureauId && !filter.source && !filter.about && !filter.after
  const drafts = counts.get('draft') ?? 0
  const open = (
    <ActionForm action={openReport} formKey={crypto.randomUUID()} prefix="open-">
      <SubmitButton busyLabel={w.list.opening} size="normal">
        {w.list.open}
      </SubmitButton>
    </ActionForm>
  )
  return (
    <>
      <PageHead
        title={w.list.title[workplace]}
        line={isNational ? w.list.lineNational : w.list.line[workplace]}
        time={shell.beijing(f.instant(now))}
        actions={mayFile && open}
      />
      {drafts > 0 && filter.view === 'own' && (
        <div className="mb-3">
          <Note
            tone="info"
            title={w.list.drafts(drafts)}
            action={<Link href={withQuery(path, {}, { view: 'draft' })}>{w.list.continue}</Link>}
          />
        </div>
      )}
      <Tabs
        label={w.list.views}
        items={viewsFor(actor).map((view) => ({
          href: withQuery(path, query, { view }),
          label: w.list.view[view],
          count: Math.min(counts.get(view) ?? 0, COUNTED - 1),
          current: view === filter.view,
        }))}
      />
      <FilterBar
        path={path}
        query={query}
        label={w.list.title[workplace]}
        search={{ name: 'q', label: w.list.search, placeholder: w.list.search, submit: shell.list.search }}
        filters={[
          {
            name: 'severity',
            label: w.list.severity,
            value: query.severity ?? '',
            options: [all, ...[4, 3, 2, 1].map((level) => ({ value: String(level), label: shell.severity(level) }))],
          },
          {
            name: 'about',
            label: w.list.about,
            value: query.about ?? '',
            options: [all, ...SUBJECT_KINDS.map((kind) => ({ value: kind, label: w.subject[kind] }))],
          },
          ...(workplace === 'regulator'
            ? [
                {
                  name: 'source',
                  label: w.list.source,
                  value: query.source ?? '',
                  options: [all, ...SOURCES.map((source) => ({ value: source, label: w.source[source] }))],
                },
              ]
            : []),
          ...(isNational
            ? [
                {
                  name: 'bureau',
                  label: w.list.bureau,
                  value: query.bureau ?? '',
                  options: [all, ...provinces.map((province) => ({ value: province.id, label: name(province) }))],
                },
              ]
            : []),
        ]}
        end={page.rows.length > 0 && <ListTools path={path} query={query} table={table} />}
      />
      {workplace === 'regulator' && page.rows.some((row) => mayRule(actor, row)) && (
        <Selection form={CHOSEN} action={`${path}/duplicates`} label={w.many.choose} said={shell.list.selected} hint={w.many.chooseHint} />
      )}
      {page.rows.length > 0 ? (
        <DataTable caption={w.list.caption} columns={shown(table.shown, orderOf(path, query))} rows={page.rows} rowKey={({ id }) => id} />
      ) : bare ? (
        <EmptyState title={w.list.empty[workplace]}>{w.list.emptyNext[workplace]}</EmptyState>
      ) : (
        <EmptyState title={w.list.nothing} link={<Link href={withQuery(path, {}, { view: filter.view })}>{w.list.reset}</Link>} />
      )}
      {page.rows.length > 0 && (
        <ListPager path={path} query={query} page={page} after={filter.after}>
          <KeyboardHints
            items={[
              { keys: ['j', 'k'], text: shell.keys.hint.move },
              { keys: ['Enter'], text: shell.keys.hint.open },
            ]}
          />
        </ListPager>
      )}
    </>
  )
}
