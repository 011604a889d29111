import { ActionForm } from '@/app/_components/form/action-form'
import { FormInput } from '@/app/_components/form/fields'
import { format, words } from '@/app/_server/locale'
import { QuietPanel, StepPanel, StepSection } from '@/app/_ui/step-panel'
import { SubmitButton } from '@/app/_ui/submit-button'
import { inviteFirst, renewFirst, revokeFirst } from '@/app/(portal)/regulator/organization/actions'
import type { OpenInvitation } from '@/lib/organization/queries/members'
import { InvitationActs } from './invitation-acts'
import { LinkShown } from './link-shown'

/** 总局 invites the first administrator of an authority or a platform; after that its members are its own business. */
export async function FirstPanel({ id, has, open, now }: { id: string; has: boolean; open: OpenInvitation | null; now: Date }) {
  const [{ organization: w, member, shell }, f] = [await words(), await format()]
  if (has) return <QuietPanel title={w.page.firstTitle}>{w.page.firstHas}</QuietPanel>
  return (
    <StepPanel
      id="first"
      title={w.page.firstTitle}
      sub={open ? w.page.firstOpen(open.email, f.inList(open.expiresAt, now)) : w.page.firstNone}
    >
      <StepSection>
        <ActionForm action={inviteFirst} formKey={crypto.randomUUID()} hidden={{ id }} prefix="first-" className="grid gap-3">
          <LinkShown
            words={{ text: member.invite.shownText, link: member.invite.link, copy: shell.form.copy, copied: shell.form.copied }}
          />
          {!open && (
            <>
              <FormInput name="email" type="email" label={w.page.firstEmail} />
              <SubmitButton busyLabel={member.invite.busy}>{w.page.firstAct}</SubmitButton>
              <p className="text-13 text-ink-2">{w.page.firstAfter}</p>
            </>
          )}
        </ActionForm>
        {open && <InvitationActs {...open} renew={renewFirst} revoke={revokeFirst} />}
      </StepSection>
    </StepPanel>
  )
}
