import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { ButtonLink } from '@/app/_ui/button'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import { type PlanRow, plansOf } from '@/lib/inspection/queries/plans'
import { type Actor, holds } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { planWords } from './plan-words'
import { Rooms, type Workplace } from './rooms'
import { PlanStanding } from './sheet-state'

/** All plans: what is looked at, how much of it and on which days. */
export async function PlanList({ workplace, actor }: { workplace: Workplace; actor: Actor }) {
  const { plans, now } = await look(actor, async (tx, at) => ({ plans: await plansOf(tx), now: at }))
  const [{ inspection: w, shell }, f, name, said] = [await words(), await format(), await called(), await planWords()]
  const writes = holds(actor, 'association.monitor')
  const columns: Column<PlanRow>[] = [
    {
      key: 'number',
      head: w.plan.column.number,
      at: 'number',
      cell: ({ number }) => (number ? <Official>{number}</Official> : <Nothing />),
    },
    {
      key: 'title',
      head: w.plan.column.title,
      rowHead: true,
      at: 'title',
      cell: ({ id, number, title }) => (
        <RowLink href={number ? `/c/${number}` : `/draft/${id}`}>
          <Zh>{title}</Zh>
        </RowLink>
      ),
    },
    {
      key: 'frame',
      head: w.plan.column.frame,
      at: 'line',
      cell: ({ frame, platform }) => (
        <>
          {w.frame[frame]} {platform && <span className="text-ink-2">{name(platform)}</span>}
        </>
      ),
    },
    { key: 'size', head: w.plan.column.size, align: 'end', at: 'clock', cell: ({ sampleSize }) => f.count(sampleSize) },
    { key: 'days', head: w.plan.column.days, at: 'hide', cell: ({ weekdays }) => said.days(weekdays) },
    { key: 'since', head: w.plan.column.since, at: 'hide', cell: (plan) => said.span(plan) },
    { key: 'state', head: w.plan.column.state, at: 'aside', cell: ({ state }) => <PlanStanding state={state} /> },
  ]
  const create = writes && (
    <ButtonLink look="filled" href={`/${workplace}/inspection/plan/new`}>
      {w.plan.open}
    </ButtonLink>
  )
  return (
    <>
      <PageHead title={w.plan.title} line={w.plan.line} time={shell.beijing(f.instant(now))} actions={create} />
      <Rooms workplace={workplace} here="plans" />
      {plans.length > 0 ? (
        <div className="pt-3">
          <DataTable caption={w.plan.caption} columns={columns} rowKey={({ id }) => id} rows={plans} middle />
        </div>
      ) : (
        <EmptyState title={w.plan.empty} link={writes ? <Link href={`/${workplace}/inspection/plan/new`}>{w.plan.open}</Link> : null}>
          {w.plan.emptyNext}
        </EmptyState>
      )}
    </>
  )
}
