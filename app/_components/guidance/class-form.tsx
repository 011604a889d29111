import { words } from '@/app/_server/locale'
import { Checkbox, CheckboxGroup } from '@/app/_ui/checkbox'
import { FieldSet } from '@/app/_ui/field'
import { DateTime, Input } from '@/app/_ui/input'
import { RadioGroup } from '@/app/_ui/radio-group'
import { SubmitButton } from '@/app/_ui/submit-button'
import { SPECIAL_SUBJECTS } from '@/lib/drama/workflow'
import type { Asked } from '@/lib/guidance/rules/class'
import { refusalOf } from '@/lib/i18n/refusal'
import type { Fault } from '@/lib/kernel/outcome'

/** The calculator's question: a GET form, so its address is the answer's and it works without script. */
export async function ClassForm({ asked, faults, today }: { asked: Asked; faults: readonly Fault[]; today: string }) {
  const w = await words()
  const c = w.guidance.classPage
  const error = (field: string) => {
    const code = faults.find((fault) => fault.field === field)?.code
    return code && refusalOf(w, 'guidance', { code })
  }
  return (
    <form action="/guidance/class#result" aria-label={c.form} className="grid gap-4.5">
      <DateTime name="on" withTime={false} label={c.on} hint={c.onHint} defaultValue={asked.on ?? today} error={error('on')} />
      <RadioGroup
        name="ai"
        label={c.ai}
        hint={c.aiHint}
        inline
        defaultValue={asked.ai ?? ''}
        error={error('ai')}
        options={[
          { value: 'no', label: c.aiNo },
          { value: 'yes', label: c.aiYes },
        ]}
      />
      <Input
        name="investment"
        label={c.investment}
        hint={c.investmentHint}
        inputMode="text"
        className="max-w-64"
        defaultValue={asked.investment ?? ''}
        error={error('investment')}
      />
      <CheckboxGroup
        name="subject"
        label={c.subjects}
        optional={w.form.optional}
        defaultValue={asked.subjects ?? []}
        options={SPECIAL_SUBJECTS.map((subject) => ({ value: subject, label: w.drama.subject[subject] }))}
      />
      <FieldSet id="other" label={c.other} optional={w.form.optional}>
        <div className="grid gap-2">
          <Checkbox name="push" label={c.push} defaultChecked={asked.push} />
          <Checkbox name="screen" label={c.screen} defaultChecked={asked.screen} />
          <Checkbox name="voluntary" label={c.voluntary} defaultChecked={asked.voluntary} />
        </div>
      </FieldSet>
      <div>
        <SubmitButton busyLabel={w.form.busy}>{c.submit}</SubmitButton>
      </div>
    </form>
  )
}
