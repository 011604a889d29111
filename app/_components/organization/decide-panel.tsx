import { StepForm } from '@/app/_components/case/step-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { words } from '@/app/_server/locale'
import { QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { accept, refuse, reinstate, suspend } from '@/app/(portal)/regulator/organization/actions'
import type { OrganizationState, OrganizationStep } from '@/lib/organization/workflow'

const REASON = 500
type Props = {
  id: string
  version: number
  kind: 'creator' | 'platform'
  state: OrganizationState
  steps: OrganizationStep[]
  mine: boolean
}

/** The steps that are open to the reader; else who takes them. */
export async function DecidePanel({ id, version, kind, state, steps, mine }: Props) {
  const { field, page } = (await words()).organization
  const may = (...these: OrganizationStep[]) => these.some((step) => steps.includes(step))
  const reason = (hint?: string, label = field.reason) => <FormTextarea name="reason" label={label} hint={hint} limit={REASON} rows={4} />
  if (mine) return <QuietPanel title={page.own}>{page.notYoursText[kind]}</QuietPanel>
  if (may('accept', 'admit')) {
    return (
      <StepPanel title={page.decide} sub={page.decideSub[kind]}>
        <StepSection>
          <StepForm action={accept} step="accept" id={id} version={version} label={page.acceptLabel[kind]} after={page.acceptAfter[kind]} />
        </StepSection>
        <StepSection>
          <StepForm action={refuse} step="refuse" id={id} version={version} look="outline" label={page.refuseLabel[kind]}>
            {reason(field.reasonHint)}
          </StepForm>
        </StepSection>
      </StepPanel>
    )
  }
  if (may('suspend', 'bar')) {
    return (
      <StepPanel title={page.suspendTitle}>
        <StepSection>
          <StepForm
            action={suspend}
            step="suspend"
            id={id}
            version={version}
            look="outline"
            label={page.suspendLabel[kind]}
            after={page.suspendAfter}
          >
            {reason(field.suspendHint)}
          </StepForm>
        </StepSection>
      </StepPanel>
    )
  }
  if (may('reinstate', 'readmit')) {
    return (
      <StepPanel title={page.reinstateTitle}>
        <StepSection>
          <StepForm action={reinstate} step="reinstate" id={id} version={version} label={page.reinstateLabel[kind]}>
            {reason(undefined, page.reinstateReason)}
          </StepForm>
        </StepSection>
      </StepPanel>
    )
  }
  return state === 'refused' ? null : <QuietPanel title={page.notYours}>{page.notYoursText[kind]}</QuietPanel>
}
