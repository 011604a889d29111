import { ActionForm } from '@/app/_components/form/action-form'
import { FormInput } from '@/app/_components/form/fields'
import { fullyCalled } from '@/app/_components/organization/called'
import { LinkClosed } from '@/app/_components/organization/link-closed'
import { PasswordField } from '@/app/_components/organization/password-field'
import { format, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { PageHead } from '@/app/_ui/heads'
import { Note } from '@/app/_ui/note'
import { SubmitButton } from '@/app/_ui/submit-button'
import { organizationNames } from '@/lib/organization/queries/organizations'
import { invitationBehind } from '@/lib/organization/queries/session'
import { look } from '@/lib/perform'
import { join } from '../actions'

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const { actor, member: reading } = await reader()
  const [{ member: w }, f, fully] = [await words(), await format(), await fullyCalled()]
  const offer = await look(actor, async (tx) => {
    const found = await invitationBehind(tx, token)
    return found && { ...found, organization: (await organizationNames(tx, [found.organizationId])).get(found.organizationId) }
  })
  if (!offer) return <LinkClosed title={w.join.closed} text={w.join.closedText} href="/sign-in" link={w.join.toSignIn} />
  return (
    <div className="mx-auto grid max-w-[440px] gap-5 desk:pt-8">
      <PageHead
        title={w.join.title(fully(offer.organization) || offer.organizationName)}
        line={w.join.line(f.list(offer.duties.map((duty) => w.duty[duty])))}
        large
      />
      {reading && <Note>{w.join.signedIn(reading.name)}</Note>}
      <ActionForm action={join} formKey={crypto.randomUUID()} hidden={{ token }} className="grid gap-4.5">
        <FormInput name="shown-email" type="email" label={w.field.email} hint={w.join.emailHint} defaultValue={offer.email} disabled />
        <FormInput name="name" label={w.field.name} autoComplete="name" />
        <PasswordField label={w.field.password} hint={w.passwordHint} autoComplete="new-password" words={w.eye} />
        <SubmitButton wide busyLabel={w.join.busy}>
          {w.join.act}
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
