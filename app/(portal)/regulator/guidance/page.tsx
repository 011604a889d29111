import { ActionForm } from '@/app/_components/form/action-form'
import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { currentActor } from '@/app/_server/session'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { State } from '@/app/_ui/state'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Tabs } from '@/app/_ui/tabs'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import { type ItemRow, itemsOf } from '@/lib/guidance/queries/items'
import { guidanceWorkflow, KINDS } from '@/lib/guidance/workflow'
import { dayOf } from '@/lib/kernel/time'
import { look } from '@/lib/perform'
import { open } from './actions'

const PATH = '/regulator/guidance'
const tones = { draft: 'draft', published: 'done', withdrawn: 'neutral' } as const

export async function generateMetadata() {
  return { title: (await words()).guidance.own.title }
}

/** What an organ has written for creators, and where it writes more. */
export default async function Page({ searchParams }: { searchParams: Promise<{ state?: string; after?: string }> }) {
  const actor = await currentActor('province.reviewer', 'national.reviewer')
  const [w, f, at, asked] = await Promise.all([words(), format(), now(), searchParams])
  const c = w.guidance.own
  const state = guidanceWorkflow.states.find((one) => one === asked.state)
  const page = await look(actor, (tx) => itemsOf(tx, actor, { state, after: asked.after }))
  const columns: Column<ItemRow>[] = [
    {
      key: 'title',
      head: c.column.title,
      rowHead: true,
      at: 'title',
      cell: (row) => (
        <RowLink href={row.state === 'draft' ? `/draft/${row.id}` : `/c/${row.number}`}>
          {row.title ? <Zh>{row.title}</Zh> : c.untitled}
        </RowLink>
      ),
    },
    { key: 'number', head: c.column.number, at: 'number', cell: ({ number }) => (number ? <Official>{number}</Official> : <Nothing />) },
    {
      key: 'kind',
      head: c.column.kind,
      at: 'aside',
      cell: ({ kind }) => <span className="whitespace-nowrap">{w.guidance.kind[kind]}</span>,
    },
    { key: 'state', head: c.column.state, at: 'line', cell: (row) => <State tone={tones[row.state]}>{w.guidance.state[row.state]}</State> },
    {
      key: 'opened',
      head: c.column.opened,
      at: 'hide',
      cell: ({ openedAt }) => <span className="whitespace-nowrap">{f.dayInList(dayOf(openedAt), at)}</span>,
    },
  ]
  return (
    <>
      <PageHead
        title={c.title}
        line={c.line}
        actions={
          <div className="flex flex-wrap gap-2">
            {KINDS.map((kind) => (
              <ActionForm key={kind} action={open} formKey={crypto.randomUUID()} hidden={{ kind }} prefix={`${kind}-`}>
                <SubmitButton size="normal" look="outline" busyLabel={w.form.busy}>
                  {c.openKind[kind]}
                </SubmitButton>
              </ActionForm>
            ))}
          </div>
        }
      />
      <Tabs
        label={c.views}
        items={[undefined, ...guidanceWorkflow.states].map((one) => ({
          href: withQuery(PATH, {}, { state: one }),
          label: one ? w.guidance.state[one] : w.shell.list.all,
          current: state === one,
        }))}
      />
      <div className="pt-4">
        {page.rows.length > 0 ? (
          <>
            <DataTable caption={c.caption} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
            <ListPager path={PATH} query={{ state }} page={page} after={asked.after} />
          </>
        ) : state ? (
          <EmptyState title={c.nothing} link={<Link href={PATH}>{w.shell.list.all}</Link>} />
        ) : (
          <EmptyState title={c.empty}>{c.emptyNext}</EmptyState>
        )}
      </div>
    </>
  )
}
