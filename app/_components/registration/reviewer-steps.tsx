import { StepForm } from '@/app/_components/case/step-form'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { Unfold } from '@/app/_components/form/unfold'
import { format, words } from '@/app/_server/locale'
import { ButtonLink } from '@/app/_ui/button'
import { Note } from '@/app/_ui/note'
import { Consequences, QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { approve, forward, publish, refuse, reject } from '@/app/(portal)/regulator/registration/actions'
import type { Actor } from '@/lib/kernel/actor'
import { openSteps } from '@/lib/kernel/workflow'
import type { Filing } from '@/lib/registration/queries/case'
import { fitsClass } from '@/lib/registration/rules/filing'
import type { Passed } from '@/lib/registration/rules/passed'
import { registrationWorkflow } from '@/lib/registration/workflow'

type Shown = { filing: Filing; actor: Actor; organ: string; issuer: string; listed: boolean; passed: Passed }

/** The steps of a reviewer that this filing and its class allow. */
export const reviewStepsOf = (filing: Filing, actor: Actor) =>
  openSteps(registrationWorkflow, filing, actor).filter((step) => fitsClass(step, filing.class as 1 | 2 | 3 | null))

/** The reviewer's panel: the one act that goes forward, with its effects; below it the way to return and to refuse. */
export async function ReviewerSteps({ filing, actor, organ, issuer, listed, passed }: Shown) {
  const [w, f] = await Promise.all([words(), format()])
  const c = w.registration.filing
  const steps = reviewStepsOf(filing, actor)
  const { id, version, state } = filing
  const of = { id, version }
  if (state === 'returned')
    return (
      <QuietPanel title={c.waitingCreator}>
        {passed.returnedAt && (
          <p>{c.waitingCreatorText(passed.sentBack ? w.registration.organ.national : organ, f.instant(passed.returnedAt))}</p>
        )}
      </QuietPanel>
    )
  if (steps.length === 0) {
    const isOpen = state === 'submitted' || state === 'forwarded'
    const whose = state === 'forwarded' ? w.registration.organ.national : organ
    return <QuietPanel title={isOpen ? c.notYours(whose) : c.ended}>{isOpen && <p>{c.notYoursText(whose)}</p>}</QuietPanel>
  }
  const turnDown = steps.includes('refuse') ? refuse : steps.includes('reject') ? reject : null
  return (
    <StepPanel
      title={state === 'forwarded' ? c.panel.national : c.panel.reviewer}
      sub={state === 'submitted' ? (filing.class === 1 ? c.classOne : c.classTwo) : undefined}
    >
      {listed && (
        <StepSection>
          <Note tone="refused" title={c.listed} />
        </StepSection>
      )}
      {steps.includes('approve') && !listed && (
        <StepSection>
          <Consequences items={[c.approveEffect(issuer), c.approveShown, c.approveClock]} />
          <StepForm action={approve} step="approve" {...of} label={w.registration.step.approve} />
        </StepSection>
      )}
      {steps.includes('forward') && !listed && (
        <StepSection>
          <Consequences items={[c.forwardEffect]} />
          <StepForm action={forward} step="forward" {...of} label={w.registration.step.forward}>
            <FormTextarea name="opinion" label={c.opinion} hint={c.opinionHint} optional={w.form.optional} limit={1000} />
          </StepForm>
        </StepSection>
      )}
      {steps.includes('publish') && !listed && (
        <StepSection>
          <Consequences items={[c.publishEffect]} />
          <StepForm action={publish} step="publish" {...of} label={w.registration.step.publish} />
        </StepSection>
      )}
      <StepSection title={c.returnTitle} hint={c.returnHint}>
        <ButtonLink wide href="#content">
          {c.returnGo}
        </ButtonLink>
      </StepSection>
      {turnDown && (
        <StepSection>
          <ActionForm action={turnDown} formKey={crypto.randomUUID()} hidden={of} prefix="refuse-">
            <Unfold summary={`${c.refuse}…`}>
              <FormTextarea name="reason" label={c.refuseReason} hint={c.refuseHint} limit={1000} rows={4} />
              <SubmitButton look="outline" busyLabel={w.form.busy}>
                {c.refuseAct}
              </SubmitButton>
            </Unfold>
          </ActionForm>
        </StepSection>
      )}
    </StepPanel>
  )
}
