import { ActionForm } from '@/app/_components/form/action-form'
import { FormCheckbox, FormInput, FormTextarea } from '@/app/_components/form/fields'
import { Unfold } from '@/app/_components/form/unfold'
import { words } from '@/app/_server/locale'
import { Note } from '@/app/_ui/note'
import { QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { pass, record } from '@/app/(portal)/platform/registration/actions'
import { type Actor, holds } from '@/lib/kernel/actor'
import type { Filing } from '@/lib/registration/queries/case'

type Shown = { filing: Filing; actor: Actor; platform: string; recorded: boolean; listed: boolean }

/** What a platform does with a work that was offered to it: gives it a number of its own, or leaves it aside. */
export async function PlatformSteps({ filing, actor, platform, recorded, listed }: Shown) {
  const w = await words()
  const c = w.registration.filing
  const { id } = filing
  const isWaiting = filing.pendingPlatformIds.includes(actor.organizationId ?? '')
  if (filing.state !== 'offered' || recorded)
    return <QuietPanel title={recorded ? c.recordedOwn : filing.state === 'suspended' ? c.listedOffer : c.ended}>{null}</QuietPanel>
  if (!holds(actor, 'platform.compliance')) return <QuietPanel title={c.panel.platform}>{w.form.noDutyNext}</QuietPanel>
  return (
    <StepPanel title={c.panel.platform}>
      {listed ? (
        <StepSection>
          <Note tone="refused" title={c.listedOffer} />
        </StepSection>
      ) : (
        <StepSection title={c.record} hint={c.recordHint}>
          <ActionForm action={record} formKey={crypto.randomUUID()} hidden={{ id }} className="grid gap-3">
            <FormInput name="officialNumber" label={c.recordNumber} hint={c.recordExample(platform)} />
            <FormCheckbox name="asItCame" label={c.asItCame} hint={c.asItCameHint} />
            <SubmitButton busyLabel={w.form.busy}>{c.recordAct}</SubmitButton>
          </ActionForm>
        </StepSection>
      )}
      {isWaiting ? (
        <StepSection>
          <ActionForm action={pass} formKey={crypto.randomUUID()} hidden={{ id }} prefix="pass-">
            <Unfold summary={`${c.pass}…`}>
              <FormTextarea name="reason" label={c.passReason} hint={c.passHint} optional={w.form.optional} limit={500} />
              <SubmitButton look="outline" busyLabel={w.form.busy}>
                {c.passAct}
              </SubmitButton>
            </Unfold>
          </ActionForm>
        </StepSection>
      ) : (
        <StepSection hint={c.passedOwn} />
      )}
    </StepPanel>
  )
}
