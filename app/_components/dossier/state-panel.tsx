import { ActionForm } from '@/app/_components/form/action-form'
import { FormCheckbox, FormInput, FormTextarea } from '@/app/_components/form/fields'
import { words } from '@/app/_server/locale'
import { StepPanel, StepSection } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { state } from '@/app/(portal)/platform/subject/actions'
import type { FoundSubject } from '@/lib/dossier/queries/subject'

/** Where a platform states who is behind a subject of its own. Payee and telephone number are asked for and never shown. */
export async function StatePanel({ subject }: { subject: FoundSubject }) {
  const { dossier: w, form, shell } = await words()
  const standing = subject.statements.find((one) => one.state === 'standing')
  const { optional } = shell.form
  return (
    <StepPanel title={standing ? w.state.titleAgain : w.state.title} sub={standing && w.state.sub}>
      <StepSection>
        <ActionForm
          action={state}
          formKey={crypto.randomUUID()}
          hidden={{ subjectKind: subject.kind, subjectId: subject.id, seenId: standing?.id ?? '' }}
          prefix="state-"
          className="grid gap-4"
        >
          <FormInput name="operatorName" label={w.field.operatorName} optional={optional} defaultValue={standing?.operatorName ?? ''} />
          <FormInput
            name="creditCode"
            label={w.field.creditCode}
            hint={w.state.hint.creditCode}
            optional={optional}
            defaultValue={standing?.operatorName ? (subject.operator?.creditCode ?? '') : ''}
          />
          <FormInput
            name="payee"
            label={w.field.payee}
            hint={standing?.payeeStated ? w.state.hint.kept : w.state.hint.payee}
            optional={optional}
            autoComplete="off"
          />
          {standing?.payeeStated && <FormCheckbox name="forgetPayee" label={w.field.forgetPayee} />}
          <FormInput
            name="phone"
            label={w.field.phone}
            hint={standing?.phoneStated ? w.state.hint.kept : w.state.hint.phone}
            optional={optional}
            autoComplete="off"
          />
          {standing?.phoneStated && <FormCheckbox name="forgetPhone" label={w.field.forgetPhone} />}
          {subject.kind === 'mini_program' && (
            <FormTextarea
              name="promoters"
              label={w.field.promoters}
              hint={w.state.hint.promoters}
              optional={optional}
              rows={3}
              defaultValue={standing?.promoters.join('\n')}
            />
          )}
          <SubmitButton look="filled" busyLabel={form.busy}>
            {w.state.submit}
          </SubmitButton>
          <p className="text-13 text-ink-2">{w.state.readers}</p>
        </ActionForm>
      </StepSection>
    </StepPanel>
  )
}
