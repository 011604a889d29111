import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Tabs } from '@/app/_ui/tabs'
import { Nothing, Official } from '@/app/_ui/words'
import { type ListedReport, periodOfReport, REPORT_VIEWS, reportsOf } from '@/lib/biweekly/queries/reports'
import { lastDayOf } from '@/lib/biweekly/rules/period'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { dueText, ReportState } from './report-state'

const PATH = '/platform/biweekly'
const one = (value: string | string[] | undefined) => [value].flat()[0] || undefined

/** A platform's own reports, the latest period first. */
export async function ReportList({ actor, sent }: { actor: Actor; sent: Record<string, string | string[] | undefined> }) {
  const view = REPORT_VIEWS.find((name) => name === one(sent.view)) ?? 'all'
  const after = one(sent.after)
  const { page, now } = await look(actor, async (tx, at) => ({ page: await reportsOf(tx, actor, { view, after }), now: at }))
  const [{ biweekly: w, shell }, f] = [await words(), await format()]
  const count = (value: number | null) => (value === null ? <Nothing /> : f.count(value))
  const columns: Column<ListedReport>[] = [
    {
      key: 'period',
      head: w.list.column.period,
      rowHead: true,
      at: 'title',
      cell: (report) => (
        <RowLink href={`/c/${report.number}`} sub={report.edition > 1 ? w.edition(report.edition) : undefined}>
          {`${report.periodFrom} — ${lastDayOf(periodOfReport(report))}`}
        </RowLink>
      ),
    },
    { key: 'number', head: w.list.column.number, at: 'number', cell: ({ number }) => <Official>{number}</Official> },
    { key: 'state', head: w.list.column.state, at: 'line', cell: (report) => <ReportState report={report} now={now} /> },
    {
      key: 'works',
      head: w.list.column.works,
      align: 'end',
      at: 'hide',
      cell: ({ works, state }) => (state === 'due' || state === 'waived' ? <Nothing /> : count(works)),
    },
    {
      key: 'accounts',
      head: w.list.column.accounts,
      align: 'end',
      at: 'hide',
      cell: ({ accounts, state }) => (state === 'due' || state === 'waived' ? <Nothing /> : count(accounts)),
    },
    {
      key: 'signed',
      head: w.list.column.signed,
      at: 'aside',
      cell: ({ signedAt }) =>
        signedAt ? <span className="text-13 whitespace-nowrap text-ink-2">{f.inList(signedAt, now)}</span> : <Nothing />,
    },
    {
      key: 'due',
      head: w.list.column.due,
      align: 'end',
      at: 'clock',
      cell: ({ dueAt, state, reportDueAt }) =>
        dueAt && (state === 'due' || state === 'written') ? (
          <Clock due={dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={dueText(dueAt, now, f)} />
        ) : (
          <span className="text-13 whitespace-nowrap text-ink-2">{dueText(reportDueAt, now, f)}</span>
        ),
    },
  ]
  return (
    <>
      <PageHead title={w.title} line={w.list.line} time={shell.beijing(f.instant(now))} />
      <Tabs
        label={w.list.views}
        items={(['all', 'open', 'signed'] as const).map((name) => ({
          href: withQuery(PATH, {}, { view: name }),
          label: w.list.view[name],
          current: name === view,
        }))}
      />
      {page.rows.length > 0 ? (
        <>
          <DataTable caption={w.list.caption} columns={columns} rowKey={({ id }) => id} rows={page.rows} middle />
          <ListPager path={PATH} query={{ view }} page={page} after={after} />
        </>
      ) : view === 'all' ? (
        <EmptyState title={w.list.empty}>{w.list.emptyNext}</EmptyState>
      ) : (
        <EmptyState title={w.list.nothing} link={<Link href={PATH}>{w.list.reset}</Link>} />
      )}
    </>
  )
}
