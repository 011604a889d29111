import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormInput } from '@/app/_components/form/fields'
import { Doors } from '@/app/_components/organization/doors'
import { PasswordField } from '@/app/_components/organization/password-field'
import { backPath } from '@/app/_server/back'
import { homeOf } from '@/app/_server/home'
import { words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { SubmitButton } from '@/app/_ui/submit-button'
import { signIn } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).member.signIn.title })

type Props = { searchParams: Promise<{ back?: string | string[]; note?: string }> }

export default async function Page({ searchParams }: Props) {
  const asked = await searchParams
  const back = backPath([asked.back].flat()[0])
  const { member } = await reader()
  if (member) redirect(back ?? homeOf(member))
  const w = (await words()).member
  const note = { 'password-set': w.signIn.passwordSet, 'signed-out': w.signIn.signedOut, applied: w.signIn.applied }[asked.note ?? '']
  return (
    <div className="mx-auto grid max-w-[864px] gap-x-20 gap-y-8 desk:grid-cols-[minmax(0,360px)_minmax(0,1fr)] desk:pt-8">
      <div>
        <PageHead title={w.signIn.title} line={w.signIn.line} large />
        {note && (
          <div className="mb-4">
            <Note tone="done" title={note} live />
          </div>
        )}
        <ActionForm
          action={signIn}
          formKey={crypto.randomUUID()}
          hidden={back ? { back } : {}}
          className="grid gap-4.5 border-t-[1.5px] border-rule pt-4.5"
        >
          <FormInput name="email" type="email" autoComplete="username" label={w.field.email} />
          <div>
            <PasswordField label={w.field.password} autoComplete="current-password" words={w.eye} />
            <p className="mt-1 text-right text-13">
              <Link href="/reset" className="inline-flex min-h-6 items-center">
                {w.signIn.forgotten}
              </Link>
            </p>
          </div>
          <SubmitButton wide busyLabel={w.signIn.busy}>
            {w.signIn.act}
          </SubmitButton>
          <p className="text-13 text-ink-2">{w.signIn.limits}</p>
        </ActionForm>
      </div>
      <div className="desk:pt-[72px]">
        <Doors />
      </div>
    </div>
  )
}
