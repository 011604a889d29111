import { StepForm } from '@/app/_components/case/step-form'
import { FormInput, FormTextarea } from '@/app/_components/form/fields'
import { format, words } from '@/app/_server/locale'
import { StepPanel, StepSection } from '@/app/_ui/step-panel'
import { dueAfterReturn } from '@/lib/rectification/rules'
import { accept, giveBack } from './actions'
import type { FoundRectification } from './find-rectification'
import { WaitsUntil } from './waits-until'

/** Is it done? Accepted, or returned with what is missing task by task. */
export async function RulePanel({ found }: { found: FoundRectification }) {
  const [{ rectification: w, form }, f] = [await words(), await format()]
  const { id, version, tasks, clockLeft, now, clause } = found
  return (
    <StepPanel title={w.rule.title} sub={<WaitsUntil found={found} what={w.rule.title} />}>
      <StepSection hint={w.rule.acceptHint}>
        <StepForm action={accept} step="accept" id={id} version={version} label={w.rule.accept}>
          <FormTextarea name="note" label={w.rule.note} hint={w.rule.noteHint} optional={form.optional} rows={2} />
        </StepForm>
      </StepSection>
      <StepSection title={w.rule.return} hint={w.rule.returnHint(f.inList(dueAfterReturn(clockLeft ?? 0, now), now))}>
        <StepForm action={giveBack} step="return" id={id} version={version} label={w.rule.return} look="outline">
          <div id="return-reasons" className="grid gap-3">
            {tasks.map(({ position, code, what }) => (
              <FormInput
                key={position}
                name={`reasons.${position}`}
                label={w.rule.reasonFor(position + 1)}
                hint={what || clause(code)}
                optional={form.optional}
              />
            ))}
          </div>
          <FormTextarea name="note" label={w.rule.note} hint={w.rule.noteHint} optional={form.optional} rows={2} />
        </StepForm>
      </StepSection>
    </StepPanel>
  )
}
