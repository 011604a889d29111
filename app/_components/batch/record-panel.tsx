import { StepForm } from '@/app/_components/case/step-form'
import { ActionForm } from '@/app/_components/form/action-form'
import { takeUpReport } from '@/app/_components/violation/actions'
import { words } from '@/app/_server/locale'
import { ConfirmSubmit } from '@/app/_ui/confirm-submit'
import { QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { takeBack } from '@/app/(portal)/platform/batch/actions'
import type { ReportRead } from '@/lib/violation/queries/report'
import type { ViolationStep } from '@/lib/violation/workflow'

type Shown = Pick<ReportRead, 'report'> & { bureau: string; steps: readonly ViolationStep[] }

/** What can be done about a violation that a platform only recorded: its bureau takes it up, the platform takes it back. */
export async function RecordPanel({ report, bureau, steps }: Shown) {
  const { batch: w, form } = await words()
  const { id, version } = report
  if (steps.includes('take_up'))
    return (
      <StepPanel title={w.record.title} sub={w.record.sub}>
        <StepSection>
          <StepForm action={takeUpReport} step="take_up" id={id} version={version} label={w.record.takeUp} after={w.record.takeUpText} />
        </StepSection>
      </StepPanel>
    )
  return (
    <QuietPanel title={w.record.title}>
      <p className="mb-2">{w.record.filerText}</p>
      <p className="mb-2">{w.record.waiting(bureau)}</p>
      {steps.includes('take_back') && (
        <ActionForm action={takeBack} formKey={crypto.randomUUID()} hidden={{ id, version }} prefix="take_back-">
          <ConfirmSubmit
            label={w.record.takeBack}
            title={w.record.takeBack}
            confirm={w.act.withdrawConfirm}
            cancel={form.cancel}
            busyLabel={form.busy}
          >
            {w.record.takeBackText}
          </ConfirmSubmit>
        </ActionForm>
      )}
    </QuietPanel>
  )
}
