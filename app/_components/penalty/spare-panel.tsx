import { StepForm } from '@/app/_components/case/step-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { words } from '@/app/_server/locale'
import { Section } from '@/app/_ui/heads'
import { spare } from '@/app/(portal)/platform/penalty/actions'

type Props = { called: { id: string; version: number }; sight: string; nothingLeft: boolean }
/** The other way to decide: nothing is imposed, and why; as the guide has it where it asks for nothing more. */
export async function SparePanel({ called: { id, version }, sight, nothingLeft }: Props) {
  const {
    penalty: { new: w },
  } = await words()
  return (
    <Section id="spare" title={w.spareTitle}>
      <p className="mb-2 text-13 text-ink-2">{nothingLeft ? w.spareGuided : w.spareHint}</p>
      <div className="max-w-[46em]">
        <StepForm action={spare} step="spare" id={id} version={version} hidden={{ sight }} label={w.spareAct} look="outline">
          <FormTextarea name="reason" label={w.spareReason} hint={w.reasonHint} limit={500} rows={2} />
        </StepForm>
      </div>
    </Section>
  )
}
