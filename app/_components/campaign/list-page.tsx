import { ActionForm } from '@/app/_components/form/action-form'
import { format, words } from '@/app/_server/locale'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Pager } from '@/app/_ui/pager'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Nothing, Official } from '@/app/_ui/words'
import { open } from '@/app/(portal)/regulator/campaign/actions'
import { type Campaign, campaignsOf } from '@/lib/campaign/queries'
import type { CampaignState } from '@/lib/campaign/workflow'
import { type Actor, holds } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'

export const campaignTone: Record<CampaignState, Tone> = {
  draft: 'neutral',
  running: 'progress',
  closing: 'waiting',
  closed: 'done',
  withdrawn: 'neutral',
}

/** Campaigns: whole for 总局, one's own part for those who take part. */
export async function CampaignList({ workplace, actor, after }: { workplace: string; actor: Actor; after?: string }) {
  const { page, now } = await look(actor, async (tx, at) => ({ page: await campaignsOf(tx, after), now: at }))
  const [{ campaign: w, shell, form }, f] = [await words(), await format()]
  const isNational = actor.kind === 'national'
  const path = `/${workplace}/campaign`
  const columns: Column<Campaign>[] = [
    {
      key: 'title',
      head: w.list.column.title,
      rowHead: true,
      at: 'title',
      cell: ({ id, number, title }) => (
        <RowLink href={number ? `/c/${number}` : `/regulator/campaign/${id}`} lang={title ? 'zh-CN' : undefined}>
          {title || w.list.untitled}
        </RowLink>
      ),
    },
    {
      key: 'window',
      head: w.list.column.window,
      at: 'line',
      cell: ({ fromOn, toOn }) => (
        <span className="text-13 text-ink-2">
          {f.day(fromOn)} – {f.day(toOn)}
        </span>
      ),
    },
    {
      key: 'scope',
      head: w.list.column.scope,
      at: 'full',
      cell: ({ targetKinds }) => f.list(targetKinds.map((kind) => w.kind[kind as keyof typeof w.kind])),
    },
    {
      key: 'state',
      head: w.list.column.state,
      at: 'aside',
      cell: ({ state }) => <State tone={campaignTone[state]}>{w.state[state]}</State>,
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
        line={isNational ? w.list.line : w.list.linePart}
        time={shell.beijing(f.instant(now))}
        actions={
          holds(actor, 'national.reviewer') && (
            <ActionForm action={open} formKey={crypto.randomUUID()} hidden={{}} prefix="open-">
              <SubmitButton busyLabel={form.busy}>{w.list.open}</SubmitButton>
            </ActionForm>
          )
        }
      />
      <p className="mb-4">
        <Link href="/campaign">{w.list.historical}</Link>
      </p>
      {page.rows.length > 0 ? (
        <>
          <DataTable caption={w.list.caption} columns={columns} rowKey={({ id }) => id} rows={page.rows} />
          <Pager
            summary={page.next || after ? shell.list.shown(page.rows.length) : shell.list.shownAll(page.rows.length)}
            label={shell.list.pages}
            prev={after ? { href: path, label: shell.list.first } : undefined}
            next={page.next ? { href: withQuery(path, {}, { after: page.next }), label: shell.list.next } : undefined}
          />
        </>
      ) : (
        <EmptyState title={isNational ? w.list.empty : w.list.emptyPart} link={<Link href="/campaign">{w.list.historical}</Link>}>
          {isNational ? w.list.emptyNext : undefined}
        </EmptyState>
      )}
    </>
  )
}
