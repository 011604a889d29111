import { StepForm } from '@/app/_components/case/step-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { words } from '@/app/_server/locale'
import { Section } from '@/app/_ui/heads'
import { spare } from '@/app/(portal)/platform/penalty/actions'

/** The other way to decide: nothing is imposed, and why. */
export async function SparePanel({ called: { id, version }, sight }: { called: { id: string; version: number }; sight: string }) {
  const {
    penalty: { new: w },
  } = await words()
  return (
    <Section id="spare" title={w.spareTitle}>
      <p className="mb-2 text-13 text-ink-2">{w.spareHint}</p>
      <div className="max-w-[46em]">
        <StepForm action={spare} step="spare" id={id} version={version} hidden={{ sight }} label={w.spareAct} look="outline">
          <FormTextarea name="reason" label={w.spareReason} hint={w.reasonHint} limit={500} rows={2} />
        </StepForm>
      </div>
    </Section>
  )
}
