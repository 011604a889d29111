import { ActionForm } from '@/app/_components/form/action-form'
import { FormInput, FormTextarea } from '@/app/_components/form/fields'
import { Unfold } from '@/app/_components/form/unfold'
import { words } from '@/app/_server/locale'
import { SubmitButton } from '@/app/_ui/submit-button'
import { giveBack, sendBack } from '@/app/(portal)/regulator/registration/actions'
import type { Day } from '@/lib/kernel/time'
import type { Filing } from '@/lib/registration/queries/case'
import type { Draft, Field } from '@/lib/registration/rules/content'
import { ContentList, type Producer } from './content-list'

type Shown = {
  filing: Filing
  step: 'return' | 'send_back'
  draft: Draft
  on: Day
  platforms: ReadonlyMap<string, string>
  producer: Producer
}

/** What was filed, with a place under each field to object to it; fields without a reason are not objected to. */
export async function ReturnForm({ filing, step, draft, on, platforms, producer }: Shown) {
  const w = await words()
  const c = w.registration.filing
  const beside = (field: Field) => (
    <div className="has-[details[open]]:basis-full">
      <Unfold small summary={c.returnOne} field={`${field}.reason`}>
        <FormInput name={`${field}.quote`} label={c.returnQuote} optional={w.form.optional} />
        <FormTextarea name={`${field}.reason`} label={c.returnReason} limit={1000} rows={2} />
      </Unfold>
    </div>
  )
  return (
    <ActionForm
      action={step === 'return' ? giveBack : sendBack}
      formKey={crypto.randomUUID()}
      hidden={{ id: filing.id, version: filing.version }}
      id="return"
    >
      <ContentList id={filing.id} draft={draft} on={on} platforms={platforms} producer={producer} beside={beside} />
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <SubmitButton look="outline" busyLabel={w.form.busy}>
          {c.returnAct}
        </SubmitButton>
        <p className="text-13 text-ink-2">{c.returnEffect}</p>
      </div>
    </ActionForm>
  )
}
