import { ActionForm } from '@/app/_components/form/action-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { format, words } from '@/app/_server/locale'
import { StepPanel, StepSection } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { rule } from '@/app/(portal)/regulator/takedown/actions'
import { dueAfterOverruling, type Running } from '@/lib/takedown/rules'

/** The ruling on an objection: two answers to one reason. */
export async function RulePanel({
  order,
  platform,
  now,
}: {
  order: Running & { id: string; version: number; number: string | null }
  platform: string
  now: Date
}) {
  const [{ takedown, form }, f] = [await words(), await format()]
  const w = takedown.rule
  return (
    <StepPanel title={w.title} sub={order.number}>
      <StepSection hint={w.hint(platform)}>
        <ActionForm
          action={rule}
          formKey={crypto.randomUUID()}
          hidden={{ id: order.id, version: order.version }}
          prefix="rule-"
          className="grid gap-3"
        >
          <FormTextarea name="reason" label={w.reason} limit={1000} rows={3} />
          <SubmitButton name="ruling" value="overrule" busyLabel={form.busy}>
            {w.overrule}
          </SubmitButton>
          <p className="text-13 text-ink-2">
            {w.overruleAfter(f.inList(dueAfterOverruling(order, now), now))} {w.gives}
          </p>
          <SubmitButton name="ruling" value="excuse" look="outline" busyLabel={form.busy}>
            {w.excuse}
          </SubmitButton>
        </ActionForm>
      </StepSection>
    </StepPanel>
  )
}
