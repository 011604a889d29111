import { ActionForm } from '@/app/_components/form/action-form'
import { FormInput } from '@/app/_components/form/fields'
import { AddFiles } from '@/app/_components/upload/add-files'
import { words } from '@/app/_server/locale'
import { ConfirmSubmit } from '@/app/_ui/confirm-submit'
import { QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import type { ReportRead } from '@/lib/violation/queries/report'
import type { ViolationStep } from '@/lib/violation/workflow'
import { withdrawReport } from './actions'

/** What the filer can still do: add evidence, take it back; and whom it waits for. */
export async function FilerPanel({
  report,
  isTakenUp,
  bureau,
  evidence,
  steps,
}: Pick<ReportRead, 'report' | 'isTakenUp' | 'evidence'> & { bureau: string; steps: readonly ViolationStep[] }) {
  const { violation: w, form } = await words()
  const panelWords = { ...w.draft, field: w.field, stageName: w.stage, subjectName: w.subject }
  return (
    <>
      {steps.length > 0 && (
        <StepPanel title={w.case.yourCase} sub={report.state === 'filed' ? w.case.waitingText(bureau) : undefined}>
          {steps.includes('add_evidence') && (
            <StepSection title={w.case.addEvidence} hint={w.case.addEvidenceHint}>
              <p className="text-13 text-ink-2">{w.case.addEvidenceLimits}</p>
              <AddFiles address={`/api/evidence/${report.id}`} arrived={evidence.map(({ id }) => id)} words={panelWords} />
            </StepSection>
          )}
          {isTakenUp && <p className="text-13 text-ink-2">{w.case.takenUpText}</p>}
          {steps.includes('withdraw') && !isTakenUp && (
            <StepSection title={w.case.withdraw} hint={w.case.withdrawHint}>
              <ActionForm
                action={withdrawReport}
                formKey={crypto.randomUUID()}
                hidden={{ id: report.id, version: report.version }}
                prefix="withdraw-"
                className="grid gap-3"
              >
                <FormInput name="reason" label={w.case.withdrawReason} optional={form.optional} maxLength={500} />
                <span>
                  <ConfirmSubmit
                    label={w.case.withdrawAct}
                    title={w.case.withdrawTitle}
                    confirm={w.step.withdraw}
                    cancel={w.draft.keep}
                    busyLabel={form.busy}
                  >
                    {w.case.withdrawText}
                  </ConfirmSubmit>
                </span>
              </ActionForm>
            </StepSection>
          )}
        </StepPanel>
      )}
      {report.state === 'merged' && <QuietPanel title={w.state.merged}>{w.case.rootHidden}</QuietPanel>}
    </>
  )
}
