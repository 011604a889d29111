import { ActionForm } from '@/app/_components/form/action-form'
import type { FormState } from '@/app/_server/answer'
import { words } from '@/app/_server/locale'
import { ConfirmSubmit } from '@/app/_ui/confirm-submit'
import { SubmitButton } from '@/app/_ui/submit-button'
import { LinkShown } from './link-shown'

type Action = (before: FormState, form: FormData) => Promise<FormState>

/** What can be done with a link that nobody has used yet: a new one instead, or none. */
export async function InvitationActs({
  id,
  version,
  email,
  renew,
  revoke,
}: {
  id: string
  version: number
  email: string
  renew: Action
  revoke: Action
}) {
  const { member: w, form, shell } = await words()
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
      <ActionForm action={renew} formKey={crypto.randomUUID()} hidden={{ id, version }} prefix={`renew-${id}-`} className="grid gap-2">
        <LinkShown words={{ text: w.invite.shownText, link: w.invite.link, copy: shell.form.copy, copied: shell.form.copied }} />
        <div>
          <SubmitButton look="link" size="small" busyLabel={w.invite.busy}>
            {w.invite.renew}
          </SubmitButton>
        </div>
      </ActionForm>
      <ActionForm action={revoke} formKey={crypto.randomUUID()} hidden={{ id, version }} prefix={`revoke-${id}-`}>
        <ConfirmSubmit
          look="link"
          size="small"
          label={w.invite.revoke}
          title={w.invite.revokeTitle(email)}
          confirm={w.invite.revoke}
          cancel={form.cancel}
          busyLabel={form.busy}
        >
          {w.invite.revokeText}
        </ConfirmSubmit>
      </ActionForm>
    </div>
  )
}
