import { ActionForm } from '@/app/_components/form/action-form'
import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Nothing, Official } from '@/app/_ui/words'
import { type Announcement, ownAnnouncements } from '@/lib/announcement/queries'
import { type AnnouncementState, announcementWorkflow } from '@/lib/announcement/workflow'
import { type Actor, holds } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { openDraft } from './actions'

export const announcementTone: Record<AnnouncementState, Tone> = {
  draft: 'draft',
  proposed: 'waiting',
  scheduled: 'progress',
  published: 'done',
  withdrawn: 'neutral',
}

/** An issuer's own announcements, in every state. */
export async function AnnouncementList({ workplace, actor, after }: { workplace: string; actor: Actor; after?: string }) {
  const { page, now } = await look(actor, async (tx, at) => ({ page: await ownAnnouncements(tx, actor, after), now: at }))
  const [{ announcement: w, shell, form }, f] = [await words(), await format()]
  const path = `/${workplace}/announcement`
  const columns: Column<Announcement>[] = [
    {
      key: 'title',
      head: w.list.column.title,
      rowHead: true,
      at: 'title',
      cell: ({ id, state, number, title }) => (
        <RowLink href={state === 'draft' ? `/draft/${id}` : `/c/${number}`} lang={title ? 'zh-CN' : undefined}>
          {title || w.list.untitled}
        </RowLink>
      ),
    },
    { key: 'kind', head: w.list.column.kind, at: 'line', cell: ({ kind }) => w.kind[kind] },
    {
      key: 'state',
      head: w.list.column.state,
      at: 'aside',
      cell: ({ state }) => <State tone={announcementTone[state]}>{w.state[state]}</State>,
    },
    { key: 'issue', head: w.list.column.issue, align: 'end', at: 'hide', cell: ({ issue }) => (issue ? f.count(issue) : <Nothing />) },
    {
      key: 'at',
      head: w.list.column.at,
      at: 'clock',
      cell: ({ publishedAt, scheduledAt, state, openedAt }) => (
        <span className="text-13 whitespace-nowrap text-ink-2">
          {f.inList(publishedAt ?? (state === 'scheduled' ? scheduledAt : null) ?? openedAt, now)}
        </span>
      ),
    },
    {
      key: 'number',
      head: w.list.column.number,
      at: 'number',
      cell: ({ number }) => (number ? <Official>{number}</Official> : <Nothing />),
    },
  ]
  return (
    <>
      <PageHead
        title={w.title}
        line={w.list.line}
        time={shell.beijing(f.instant(now))}
        actions={
          holds(actor, ...announcementWorkflow.openings.open.by) && (
            <ActionForm action={openDraft} formKey={crypto.randomUUID()} hidden={{ kind: 'announcement' }} prefix="open-">
              <SubmitButton busyLabel={form.busy}>{w.list.open}</SubmitButton>
            </ActionForm>
          )
        }
      />
      <p className="mb-4">
        <Link href="/announcement">{w.list.toPublic}</Link>
      </p>
      {page.rows.length > 0 ? (
        <>
          <DataTable caption={w.list.caption} columns={columns} rowKey={({ id }) => id} rows={page.rows} />
          <ListPager path={path} page={page} after={after} />
        </>
      ) : (
        <EmptyState title={w.list.empty} link={<Link href="/announcement">{w.list.toPublic}</Link>}>
          {w.list.emptyNext}
        </EmptyState>
      )}
    </>
  )
}
