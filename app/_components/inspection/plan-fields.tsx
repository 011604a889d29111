import { FormCheckboxGroup, FormDateTime, FormInput, FormRadioGroup, FormSelect } from '@/app/_components/form/fields'
import { called } from '@/app/_components/organization/called'
import { words } from '@/app/_server/locale'
import { FormRow } from '@/app/_ui/form-layout'
import { FRAMES } from '@/lib/inspection/workflow'

type Plan = {
  title: string
  frame: string
  platformId: string | null
  sampleSize: number
  weekdays: number[]
  startsOn: string
  endsOn: string | null
}
type Platform = { id: string; shortName: string; nameEn: string | null }

/** What a plan says: out of what, how much, on which days. */
export async function PlanFields({ plan, platforms }: { plan: Partial<Plan>; platforms: readonly Platform[] }) {
  const [{ inspection: w, form }, name] = [await words(), await called()]
  const field = w.plan.field
  return (
    <>
      <FormInput name="title" label={field.title} defaultValue={plan.title} maxLength={60} />
      <FormRadioGroup
        name="frame"
        label={field.frame}
        defaultValue={plan.frame}
        options={FRAMES.map((frame) => ({ value: frame, label: w.frame[frame], hint: w.frameHint[frame] }))}
      />
      <FormSelect
        name="platformId"
        label={field.platformId}
        hint={field.platformHint}
        empty={w.plan.allPlatforms}
        defaultValue={plan.platformId ?? ''}
        options={platforms.map((one) => ({ value: one.id, label: name(one) }))}
      />
      <FormInput
        name="sampleSize"
        label={field.sampleSize}
        hint={field.sampleHint}
        inputMode="numeric"
        defaultValue={plan.sampleSize ? String(plan.sampleSize) : undefined}
        className="max-w-40"
      />
      <FormCheckboxGroup
        name="weekdays"
        label={field.weekdays}
        defaultValue={(plan.weekdays ?? [1, 2, 3, 4, 5]).map(String)}
        options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: w.weekday[day] ?? '' }))}
      />
      <FormRow>
        <FormDateTime name="startsOn" withTime={false} label={field.startsOn} defaultValue={plan.startsOn} />
        <FormDateTime
          name="endsOn"
          withTime={false}
          label={field.endsOn}
          hint={field.endsHint}
          optional={form.optional}
          defaultValue={plan.endsOn ?? undefined}
        />
      </FormRow>
    </>
  )
}
