import { StepForm } from '@/app/_components/case/step-form'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { words } from '@/app/_server/locale'
import { ConfirmSubmit } from '@/app/_ui/confirm-submit'
import { Link } from '@/app/_ui/link'
import { State } from '@/app/_ui/state'
import { QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { resubmit, withdraw } from '@/app/(portal)/creator/drama/actions'
import type { Actor } from '@/lib/kernel/actor'
import { openSteps } from '@/lib/kernel/workflow'
import type { Filing, Reason } from '@/lib/registration/queries/case'
import type { Draft } from '@/lib/registration/rules/content'
import { unchanged } from '@/lib/registration/rules/difference'
import { registrationWorkflow } from '@/lib/registration/workflow'

type Shown = { filing: Filing; actor: Actor; organ: string; reasons: Reason[]; before?: Draft; after?: Draft }

/** What is the creator's to do: to resubmit what was returned, to take back what is not decided. */
export async function CreatorSteps({ filing, actor, organ, reasons, before, after }: Shown) {
  const w = await words()
  const c = w.registration.filing
  const steps = openSteps(registrationWorkflow, filing, actor)
  const { id, version, state } = filing
  const left = before && after ? reasons.filter(({ field }) => unchanged(field, before, after)) : []
  const mayWithdraw = steps.includes('withdraw')
  const withdrawForm = mayWithdraw && (
    <ActionForm action={withdraw} formKey={crypto.randomUUID()} hidden={{ id, version }} prefix="withdraw-">
      <ConfirmSubmit wide label={c.withdraw} title={c.withdrawTitle} confirm={c.withdrawConfirm} cancel={c.keep} busyLabel={w.form.busy}>
        {state === 'offered' ? c.withdrawOffer : c.withdrawText}
      </ConfirmSubmit>
    </ActionForm>
  )
  if (state === 'returned')
    return (
      <StepPanel title={c.panel.creator}>
        <StepSection>
          <ul className="grid gap-2">
            {reasons.map(({ field }) => (
              <li key={field} className="flex justify-between gap-2">
                <Link href={`#objection-${field}`}>{w.registration.field[field]}</Link>
                {left.some((one) => one.field === field) ? (
                  <State tone="waiting">{c.unchanged}</State>
                ) : (
                  <State tone="done">{c.changed}</State>
                )}
              </li>
            ))}
          </ul>
          {steps.includes('submit') ? (
            <StepForm
              action={resubmit}
              step="submit"
              id={id}
              version={version}
              label={c.resubmit(organ)}
              after={left.length > 0 ? c.leftNote(left.length) : c.allChanged}
            >
              {left.length > 0 && (
                <FormTextarea name="note" label={w.registration.form.note} hint={w.registration.form.noteHint} limit={500} />
              )}
            </StepForm>
          ) : (
            <p className="text-13 text-ink-2">{c.creatorOnly}</p>
          )}
        </StepSection>
        {withdrawForm && <StepSection>{withdrawForm}</StepSection>}
      </StepPanel>
    )
  const isRunning = state === 'submitted' || state === 'forwarded' || state === 'offered'
  return (
    <QuietPanel
      title={
        isRunning
          ? state === 'offered'
            ? c.waitingPlatforms
            : c.waitingFor(state === 'forwarded' ? w.registration.organ.national : organ)
          : state === 'suspended'
            ? c.stopped
            : c.ended
      }
    >
      {isRunning && <p>{c.waitingText}</p>}
      {withdrawForm && <div className="mt-3 text-14">{withdrawForm}</div>}
    </QuietPanel>
  )
}
