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
          <ListPager path={path} page={page} after={after} />
        </>
      ) : (
        <EmptyState title={isNational ? w.list.empty : w.list.emptyPart} link={<Link href="/campaign">{w.list.historical}</Link>}>
          {isNational ? w.list.emptyNext : undefined}
        </EmptyState>
      )}
    </>
  )
}
