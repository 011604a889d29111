import { called } from '@/app/_components/organization/called'
import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHead } from '@/app/_ui/heads'
import { CaseLayout } from '@/app/_ui/step-panel'
import { Name, Official } from '@/app/_ui/words'
import { type BatchLine, batchesOf } from '@/lib/batch/queries/cases'
import { type Actor, holds } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { BatchStateMark } from './state'
import { UploadForm } from './upload-form'

export type Sent = Record<string, string | undefined>

/** Files that were sent, newest first; a platform's own with the place to send the next, those that were confirmed to regulators. */
export async function BatchList({ workplace, actor, sent }: { workplace: 'platform' | 'regulator'; actor: Actor; sent: Sent }) {
  const { page, now } = await look(actor, async (tx, at) => ({ page: await batchesOf(tx, actor, sent.after), now: at }))
  const [{ batch: w, shell }, f, name] = [await words(), await format(), await called()]
  const isMine = workplace === 'platform'
  const columns: Column<BatchLine>[] = [
    {
      key: 'file',
      head: w.list.column.file,
      rowHead: true,
      at: 'title',
      cell: ({ number, title }) => (
        <RowLink href={`/c/${number}`} sub={<Official>{number}</Official>}>
          <Name>{title}</Name>
        </RowLink>
      ),
    },
    ...(isMine
      ? []
      : [{ key: 'filer', head: w.list.column.filer, at: 'line' as const, cell: ({ filer }: BatchLine) => <Name>{name(filer)}</Name> }]),
    {
      key: 'read',
      head: w.list.column.read,
      at: isMine ? 'line' : 'aside',
      cell: ({ openedAt }) => <span className="whitespace-nowrap">{f.inList(openedAt, now)}</span>,
    },
    { key: 'rows', head: w.list.column.rows, align: 'end', at: 'hide', cell: ({ rowCount }) => f.count(rowCount) },
    {
      key: 'filed',
      head: w.list.column.filed,
      align: 'end',
      at: 'number',
      cardLabel: w.list.column.filed,
      cell: ({ filed }) => f.count(filed),
    },
    { key: 'wrong', head: w.list.column.wrong, align: 'end', at: 'hide', cell: ({ wrong }) => f.count(wrong) },
    { key: 'state', head: w.list.column.state, at: 'clock', cell: ({ state }) => <BatchStateMark state={state} /> },
  ]
  const list = (
    <>
      {page.rows.length > 0 ? (
        <DataTable caption={w.list.caption} columns={columns} rowKey={({ id }) => id} rows={page.rows} />
      ) : (
        <EmptyState title={isMine ? w.list.empty : w.list.emptyRegulator}>
          {isMine ? w.list.emptyText : w.list.emptyRegulatorText}
        </EmptyState>
      )}
      <ListPager path={`/${workplace}/batch`} page={page} after={sent.after} />
    </>
  )
  const { refused, after: _, ...params } = sent
  const answered = refused ? ({ refused, ...params } as Record<string, string>) : null
  return (
    <>
      <PageHead title={w.title} line={isMine ? w.list.linePlatform : w.list.lineRegulator} time={shell.beijing(f.instant(now))} />
      {isMine && holds(actor, 'platform.compliance') ? <CaseLayout aside={<UploadForm refused={answered} />}>{list}</CaseLayout> : list}
    </>
  )
}
