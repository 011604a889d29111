import { ActionForm } from '@/app/_components/form/action-form'
import { FormCheckboxGroup, FormInput } from '@/app/_components/form/fields'
import type { FormState } from '@/app/_server/answer'
import { words } from '@/app/_server/locale'
import { StepPanel, StepSection } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { DUTIES_OF, type Kind } from '@/lib/kernel/actor'
import { LinkShown } from './link-shown'

/** A new member's address and duties; the answer shows the one-time link, once. */
export async function InviteForm({ action, kind }: { action: (before: FormState, form: FormData) => Promise<FormState>; kind: Kind }) {
  const { member: w, shell } = await words()
  const options = DUTIES_OF[kind].map((duty) => ({ value: duty, label: w.duty[duty], hint: w.mayDo[duty] }))
  return (
    <StepPanel title={w.invite.title}>
      <StepSection>
        <ActionForm action={action} formKey={crypto.randomUUID()} prefix="invite-" className="grid gap-4">
          <LinkShown words={{ text: w.invite.shownText, link: w.invite.link, copy: shell.form.copy, copied: shell.form.copied }} />
          <FormInput name="email" type="email" label={w.field.email} hint={w.invite.emailHint} />
          <FormCheckboxGroup name="duties" label={w.field.duties} options={options} />
          <SubmitButton wide busyLabel={w.invite.busy}>
            {w.invite.act}
          </SubmitButton>
          <p className="text-13 text-ink-2">{w.invite.after}</p>
        </ActionForm>
      </StepSection>
    </StepPanel>
  )
}
