import { notFound } from 'next/navigation'
import { StepForm } from '@/app/_components/case/step-form'
import { ActionForm } from '@/app/_components/form/action-form'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { PageHead, Section } from '@/app/_ui/heads'
import { CaseLayout, QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { StickyAct } from '@/app/_ui/sticky-act'
import { SubmitButton } from '@/app/_ui/submit-button'
import { amend, start, withdraw } from '@/app/(portal)/association/inspection/actions'
import { planDraft } from '@/lib/inspection/queries/plans'
import { planWorkflow } from '@/lib/inspection/workflow'
import type { Actor } from '@/lib/kernel/actor'
import { asDay } from '@/lib/kernel/time'
import { openSteps } from '@/lib/kernel/workflow'
import { admittedPlatforms } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { PlanFields } from './plan-fields'
import { PlanStanding } from './sheet-state'

/** The draft of a plan: whoever did not write it starts it. */
export async function PlanDraft({ id }: { id: string }) {
  const actor = await currentActor('association.monitor', 'admin')
  const found = await look(actor, async (tx, now) => ({
    plan: await planDraft(tx, actor, id),
    platforms: await admittedPlatforms(tx),
    now,
  }))
  const { plan, platforms } = found
  if (!plan) notFound()
  const [{ inspection: w, form, shell }, f] = [await words(), await format()]
  const steps = openSteps(planWorkflow, plan, actor)
  return (
    <>
      <PageHead
        crumbs={[{ label: w.plan.title, href: '/association/inspection/plan' }, { label: w.plan.draft }]}
        crumbsLabel={shell.location}
        title={<span lang="zh-CN">{plan.title}</span>}
        state={<PlanStanding state={plan.state} pill />}
      />
      <CaseLayout
        lead={
          <Section id="fields" title={w.plan.facts}>
            <ActionForm
              action={amend}
              formKey={crypto.randomUUID()}
              hidden={{ id: plan.id, version: plan.version }}
              key={plan.version}
              prefix="amend-"
              className="grid max-w-160 gap-5"
            >
              <PlanFields plan={plan} platforms={platforms} />
              <span>
                <SubmitButton look="outline" busyLabel={form.busy}>
                  {w.plan.save}
                </SubmitButton>
              </span>
            </ActionForm>
          </Section>
        }
        aside={
          <>
            {steps.includes('start') ? (
              <StepPanel title={w.planStep.start}>
                <StepSection>
                  <StepForm
                    action={start}
                    step="start"
                    id={plan.id}
                    version={plan.version}
                    label={w.plan.start}
                    after={w.plan.startAfter(f.day(asDay(plan.startsOn)))}
                  />
                </StepSection>
              </StepPanel>
            ) : (
              <QuietPanel title={w.plan.startBy}>{w.plan.startByText}</QuietPanel>
            )}
            {steps.includes('withdraw') && (
              <QuietPanel title={w.planStep.withdraw}>
                <p className="mb-2">{w.plan.withdrawHint}</p>
                <StepForm
                  action={withdraw}
                  step="withdraw"
                  id={plan.id}
                  version={plan.version}
                  label={w.planStep.withdraw}
                  look="outline"
                />
              </QuietPanel>
            )}
            {steps.includes('start') && <StickyAct label={w.plan.start} />}
          </>
        }
      >
        {null}
      </CaseLayout>
    </>
  )
}

/** Whose draft is this id: a plan's, or another noun's? */
export const isPlanDraft = (actor: Actor, id: string) => look(actor, async (tx) => (await planDraft(tx, actor, id)) !== null)
