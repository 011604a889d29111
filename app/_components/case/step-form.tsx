import type { ReactNode } from 'react'
import { ActionForm } from '@/app/_components/form/action-form'
import { Unfold } from '@/app/_components/form/unfold'
import type { FormState } from '@/app/_server/answer'
import { words } from '@/app/_server/locale'
import { Button } from '@/app/_ui/button'
import { SubmitButton } from '@/app/_ui/submit-button'

/** One open step of a case: its fields and the button that says what it does. The same for every noun. */
export async function StepForm({
  action,
  step,
  id,
  version,
  hidden,
  label,
  look = 'filled',
  fold,
  plain,
  before,
  children,
  after,
}: {
  action: (before: FormState, form: FormData) => Promise<FormState>
  /** The step's name; sets the fields' ids apart from those of the other steps on the page. */
  step: string
  id: string
  version: number
  hidden?: Record<string, string | number>
  /** The act with its effect, as 批准列入，发出 5 份下架指令. */
  label: ReactNode
  look?: 'filled' | 'outline'
  /** For a step that is seldom taken: its name, behind which fields and button are folded away. Opening it leaves the other forms as they are. */
  fold?: ReactNode
  /** Where it is sent without script, for a form with files, which may be larger than an action reads. */
  plain?: string
  /** What that address answered. */
  before?: FormState | null
  children?: ReactNode
  /** Under the button: what cannot be undone, and who could. */
  after?: ReactNode
}) {
  const { form } = await words()
  const body = (
    <>
      {children}
      {plain && (
        <noscript>
          <Button type="submit" formAction={plain} look={look} size="main" wide>
            {label}
          </Button>
        </noscript>
      )}
      <span className={plain ? 'contents noscript:hidden' : 'contents'}>
        <SubmitButton look={look} busyLabel={form.busy}>
          {label}
        </SubmitButton>
      </span>
      {after && <p className="text-13 text-ink-2">{after}</p>}
    </>
  )
  return (
    <ActionForm
      action={action}
      formKey={crypto.randomUUID()}
      hidden={{ id, version, ...hidden }}
      prefix={`${step}-`}
      className="grid gap-3"
      before={before ?? undefined}
    >
      {fold ? <Unfold summary={fold}>{body}</Unfold> : body}
    </ActionForm>
  )
}
