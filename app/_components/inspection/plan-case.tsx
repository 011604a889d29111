import { notFound } from 'next/navigation'
import { StepForm } from '@/app/_components/case/step-form'
import { called } from '@/app/_components/organization/called'
import { ListPager } from '@/app/_components/shell/list-pager'
import { workplaceOf } from '@/app/_server/home'
import { format, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { Facts } from '@/app/_ui/facts'
import { PageHead, Section } from '@/app/_ui/heads'
import { CaseLayout, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { end } from '@/app/(portal)/association/inspection/actions'
import { type PublishedFrame, planByNumber } from '@/lib/inspection/queries/plans'
import { planWorkflow } from '@/lib/inspection/workflow'
import type { Kind } from '@/lib/kernel/actor'
import { asDay } from '@/lib/kernel/time'
import { openSteps } from '@/lib/kernel/workflow'
import { historyOf } from '@/lib/ledger/queries'
import { look } from '@/lib/perform'
import { InspectionHistory } from './history'
import { planWords } from './plan-words'
import { PlanStanding } from './sheet-state'

/** A plan under its number, day by day. For CNSA and 总局. */
export async function PlanCase({ number, query }: { number: string; query: Record<string, string | undefined> }) {
  const { actor } = await reader()
  if (actor.kind !== 'association' && actor.kind !== 'national') notFound()
  const found = await look(actor, async (tx, now) => {
    const plan = await planByNumber(tx, number, query.after)
    return plan && { ...plan, now, history: await historyOf(tx, [{ noun: 'plan', id: plan.plan.id }], ['plan.started', 'plan.ended']) }
  })
  if (!found) notFound()
  const { plan, platform, frames, sheets, history, now } = found
  const [{ inspection: w, shell }, f, name, said] = [await words(), await format(), await called(), await planWords()]
  const steps = openSteps(planWorkflow, plan, actor)
  const counted = (frame: PublishedFrame, what: 'done' | 'missed' | 'found') => f.count(sheets.get(frame.id)?.[what] ?? 0)
  const columns: Column<PublishedFrame>[] = [
    {
      key: 'day',
      head: w.plan.dayColumn.day,
      rowHead: true,
      at: 'title',
      cell: ({ id, day }) => <RowLink href={`/inspection?frame=${id}`}>{f.day(asDay(day))}</RowLink>,
    },
    { key: 'items', head: w.plan.dayColumn.items, align: 'end', at: 'hide', cell: ({ itemCount }) => f.count(itemCount) },
    {
      key: 'sample',
      head: w.plan.dayColumn.sample,
      align: 'end',
      at: 'clock',
      cardLabel: w.plan.dayColumn.sample,
      cell: ({ sampleSize }) => f.count(sampleSize),
    },
    {
      key: 'done',
      head: w.plan.dayColumn.done,
      align: 'end',
      at: 'line',
      cardLabel: w.plan.dayColumn.done,
      cell: (frame) => counted(frame, 'done'),
    },
    {
      key: 'missed',
      head: w.plan.dayColumn.missed,
      align: 'end',
      at: 'aside',
      cardLabel: w.plan.dayColumn.missed,
      cell: (frame) => counted(frame, 'missed'),
    },
    {
      key: 'found',
      head: w.plan.dayColumn.found,
      align: 'end',
      at: 'number',
      cardLabel: w.plan.dayColumn.found,
      cell: (frame) => counted(frame, 'found'),
    },
  ]
  return (
    <>
      <PageHead
        crumbs={[{ label: w.plan.title, href: `/${workplaceOf(actor.kind as Kind)}/inspection/plan` }, { label: number }]}
        crumbsLabel={shell.location}
        title={<span lang="zh-CN">{plan.title}</span>}
        state={<PlanStanding state={plan.state} pill />}
        line={said.span(plan)}
        time={shell.beijing(f.instant(now))}
      />
      <CaseLayout
        lead={
          <Section id="facts" title={w.plan.facts}>
            <Facts
              items={[
                { label: w.plan.field.frame, value: w.frame[plan.frame] },
                { label: w.plan.field.platformId, value: platform ? name(platform) : w.plan.allPlatforms },
                { label: w.plan.field.sampleSize, value: w.plan.perDay(plan.sampleSize) },
                { label: w.plan.field.weekdays, value: said.days(plan.weekdays) },
              ]}
            />
          </Section>
        }
        aside={
          steps.includes('end') ? (
            <StepPanel title={w.planStep.end} sub={number}>
              <StepSection hint={w.plan.endAfter}>
                <StepForm action={end} step="end" id={plan.id} version={plan.version} label={w.plan.end} look="outline" />
              </StepSection>
            </StepPanel>
          ) : null
        }
      >
        <Section id="days" title={w.plan.days} aside={w.plan.daysAside}>
          {frames.rows.length > 0 ? (
            <>
              <DataTable caption={w.plan.days} columns={columns} rowKey={({ id }) => id} rows={frames.rows} middle />
              <ListPager path={`/c/${number}`} page={frames} after={query.after} />
            </>
          ) : (
            <p className="text-ink-2">
              {w.plan.none}. {w.plan.noneNext}
            </p>
          )}
        </Section>
        <Section id="history" title={w.plan.history} aside={w.sheet.newestFirst}>
          <InspectionHistory history={history} now={now} />
        </Section>
      </CaseLayout>
    </>
  )
}
