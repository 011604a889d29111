import { StepForm } from '@/app/_components/case/step-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { format, words } from '@/app/_server/locale'
import { StepSection } from '@/app/_ui/step-panel'
import { remind } from '@/app/(portal)/regulator/takedown/actions'

type Order = { id: string; version: number; remindedAt: Date | null }

/** 总局 reminds a platform that has not answered. */
export async function RemindSection({
  order,
  platform,
  look,
  now,
}: {
  order: Order
  platform: string
  look: 'filled' | 'outline'
  now: Date
}) {
  const [{ takedown, form }, f] = [await words(), await format()]
  const w = takedown.remind
  return (
    <StepSection title={w.title(platform)} hint={order.remindedAt ? `${w.again(f.inList(order.remindedAt, now))} ${w.hint}` : w.hint}>
      <StepForm
        action={remind}
        step={`remind-${order.id.slice(-6)}`}
        id={order.id}
        version={order.version}
        label={w.act(platform)}
        look={look}
      >
        <FormTextarea name="note" label={w.note} optional={form.optional} limit={500} rows={2} />
      </StepForm>
    </StepSection>
  )
}
