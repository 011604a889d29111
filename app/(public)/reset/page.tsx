import type { Metadata } from 'next'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormInput } from '@/app/_components/form/fields'
import { words } from '@/app/_server/locale'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { SubmitButton } from '@/app/_ui/submit-button'
import { env } from '@/lib/env'
import { request } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).member.reset.title })

export default async function Page({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  const { sent } = await searchParams
  const { member, form } = await words()
  return (
    <div className="mx-auto grid max-w-[440px] gap-5 desk:pt-8">
      <PageHead title={member.reset.title} line={sent ? undefined : member.reset.line} large />
      {sent ? (
        <Note tone="done" title={member.reset.sent} live>
          <p>{member.reset.sentText}</p>
          {env().demo && (
            <p className="mt-1">
              {member.reset.demo} <Link href="/dev/mail">{member.reset.demoLink}</Link>
            </p>
          )}
        </Note>
      ) : (
        <ActionForm action={request} formKey={crypto.randomUUID()} className="grid gap-4.5">
          <FormInput name="email" type="email" autoComplete="username" label={member.field.email} />
          <SubmitButton wide busyLabel={form.busy}>
            {member.reset.act}
          </SubmitButton>
        </ActionForm>
      )}
      <p className="text-13">
        <Link href="/sign-in">{member.signIn.title}</Link>
      </p>
    </div>
  )
}
