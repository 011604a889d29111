import { StepForm } from '@/app/_components/case/step-form'
import { FormTextarea } from '@/app/_components/form/fields'
import { words } from '@/app/_server/locale'
import { StepSection } from '@/app/_ui/step-panel'
import { withdraw } from '@/app/(portal)/platform/blacklist/actions'
import { lift } from '@/app/(portal)/regulator/blacklist/actions'

type Entry = { id: string; version: number }
type Listed = Entry & { titleKind: 'drama' | 'mini_program' }

/** Another approver takes the entry off the list. */
export async function LiftSection({ entry, look }: { entry: Listed; look: 'filled' | 'outline' }) {
  const { lift: w } = (await words()).blacklist
  const hitsWorks = entry.titleKind === 'drama'
  return (
    <StepSection title={w.title} hint={hitsWorks ? w.hint : w.hintPrograms}>
      <StepForm
        action={lift}
        step="lift"
        id={entry.id}
        version={entry.version}
        label={hitsWorks ? w.act : w.actPrograms}
        look={look}
        after={w.after}
      >
        <FormTextarea name="reason" label={w.reason} hint={w.reasonHint} limit={1000} rows={3} />
      </StepForm>
    </StepSection>
  )
}

/** The proposer takes its proposal back. */
export async function WithdrawSection({ entry }: { entry: Entry }) {
  const { blacklist, form } = await words()
  const w = blacklist.withdraw
  return (
    <StepSection title={w.title} hint={w.hint}>
      <StepForm action={withdraw} step="withdraw" id={entry.id} version={entry.version} label={w.act} look="outline">
        <FormTextarea name="reason" label={w.reason} optional={form.optional} limit={500} rows={2} />
      </StepForm>
    </StepSection>
  )
}
