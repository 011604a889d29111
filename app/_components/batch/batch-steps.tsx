import { draftBatch } from '@/app/_components/announcement/actions'
import { StepForm } from '@/app/_components/case/step-form'
import { ActionForm } from '@/app/_components/form/action-form'
import { format, words } from '@/app/_server/locale'
import { ConfirmSubmit } from '@/app/_ui/confirm-submit'
import { Consequences, QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { confirm, resume, withdraw } from '@/app/(portal)/platform/batch/actions'
import type { BatchCase, Counts } from '@/lib/batch/queries/cases'
import type { BatchStep } from '@/lib/batch/workflow'

type Given = { batch: BatchCase; counts: Counts; steps: BatchStep[]; mayAnnounce: boolean }

/** The steps that the reader may take on a batch: the loud one first, then taking it back. */
export async function BatchSteps({ batch, counts, steps, mayAnnounce }: Given) {
  const [{ announcement, batch: w, form }, f] = [await words(), await format()]
  const { id, version } = batch
  const recorded = counts.filed
  return (
    <>
      {steps.includes('confirm') && (
        <StepPanel title={w.act.confirmTitle} sub={w.act.confirmSub(f.count(counts.good), f.count(batch.rowCount))}>
          <StepSection>
            {counts.good > 0 ? (
              <StepForm action={confirm} step="confirm" id={id} version={version} label={w.act.confirm(f.count(counts.good))}>
                <Consequences items={w.act.consequences(f.count(counts.wrong), f.count(counts.on_file))} />
              </StepForm>
            ) : (
              <p>{w.act.nothing}</p>
            )}
          </StepSection>
        </StepPanel>
      )}
      {steps.includes('resume') && (
        <StepPanel title={w.act.resumeTitle} sub={w.act.resumeSub}>
          <StepSection>
            <StepForm action={resume} step="resume" id={id} version={version} label={w.act.resume(f.count(counts.good))} />
          </StepSection>
        </StepPanel>
      )}
      {batch.state === 'done' && recorded > 0 && mayAnnounce && (
        <StepPanel title={announcement.draft.fromBatch}>
          <StepSection hint={announcement.draft.fromBatchHint}>
            <ActionForm action={draftBatch} formKey={crypto.randomUUID()} hidden={{ batchId: id }} prefix="notice-">
              <SubmitButton busyLabel={form.busy}>{announcement.draft.fromBatch}</SubmitButton>
            </ActionForm>
          </StepSection>
        </StepPanel>
      )}
      {steps.includes('withdraw') && (
        <QuietPanel title={w.act.withdrawTitle}>
          <p className="mb-2">{recorded > 0 ? w.act.withdrawFiledText : w.act.withdrawText}</p>
          <ActionForm action={withdraw} formKey={crypto.randomUUID()} hidden={{ id, version }} prefix="withdraw-">
            <ConfirmSubmit
              label={recorded > 0 ? w.act.withdrawFiled(f.count(recorded)) : w.act.withdrawRead}
              title={w.act.withdrawTitle}
              confirm={w.act.withdrawConfirm}
              cancel={form.cancel}
              busyLabel={form.busy}
              look="outline"
            >
              {recorded > 0 ? w.act.withdrawFiledText : w.act.withdrawText}
            </ConfirmSubmit>
          </ActionForm>
        </QuietPanel>
      )}
    </>
  )
}
