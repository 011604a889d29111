import type { Metadata } from 'next'
import { ActionForm } from '@/app/_components/form/action-form'
import { LinkClosed } from '@/app/_components/organization/link-closed'
import { PasswordField } from '@/app/_components/organization/password-field'
import { words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { PageHead } from '@/app/_ui/heads'
import { SubmitButton } from '@/app/_ui/submit-button'
import { resetBehind } from '@/lib/organization/queries/session'
import { look } from '@/lib/perform'
import { reset } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).member.reset.newTitle })

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const { actor } = await reader()
  const { member, form } = await words()
  const offer = await look(actor, (tx) => resetBehind(tx, token))
  if (!offer) return <LinkClosed title={member.reset.closed} text={member.reset.closedText} href="/reset" link={member.reset.again} />
  return (
    <div className="mx-auto grid max-w-[440px] gap-5 desk:pt-8">
      <PageHead title={member.reset.newTitle} line={member.reset.newLine(offer.email)} large />
      <ActionForm action={reset} formKey={crypto.randomUUID()} hidden={{ token }} className="grid gap-4.5">
        <PasswordField label={member.field.newPassword} hint={member.passwordHint} autoComplete="new-password" words={member.eye} />
        <SubmitButton wide busyLabel={form.busy}>
          {member.reset.set}
        </SubmitButton>
        <p className="text-13 text-ink-2">{member.reset.setAfter}</p>
      </ActionForm>
    </div>
  )
}
