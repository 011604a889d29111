import type { Metadata } from 'next'
import { ActionForm } from '@/app/_components/form/action-form'
import { FormInput, FormRadioGroup } from '@/app/_components/form/fields'
import { fullyCalled } from '@/app/_components/organization/called'
import { PasswordField } from '@/app/_components/organization/password-field'
import { format, locale, words } from '@/app/_server/locale'
import { currentMember } from '@/app/_server/session'
import { ConfirmSubmit } from '@/app/_ui/confirm-submit'
import { Facts } from '@/app/_ui/facts'
import { PageHead, Section } from '@/app/_ui/heads'
import { SubmitButton } from '@/app/_ui/submit-button'
import { changePassword, rename, signOut } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).member.profile.title })

export default async function Page() {
  const { member } = await currentMember()
  const [{ member: w, shell, form }, f, language] = [await words(), await format(), await locale()]
  const languages = (['zh-CN', 'en'] as const).map((value) => ({ value, label: <span lang={value}>{shell.language[value]}</span> }))
  const { organizationName: name, organizationNameEn: nameEn } = member
  const organization = (await fullyCalled())({ name, nameEn })
  return (
    <div className="max-w-[560px]">
      <PageHead title={w.profile.title} line={w.profile.line(organization)} />
      <Facts
        items={[
          { label: w.profile.email, value: <span className="official">{member.email}</span>, wide: true },
          { label: w.profile.duties, value: f.list(member.duties.map((duty) => w.duty[duty])) || w.noDuty, wide: true },
        ]}
      />
      <p className="mt-2 text-13 text-ink-2">{w.profile.dutiesText}</p>
      <Section id="self" title={w.profile.self}>
        <ActionForm action={rename} formKey={crypto.randomUUID()} prefix="rename-" className="grid gap-4">
          <FormInput name="name" label={w.field.name} hint={w.profile.nameHint} autoComplete="name" defaultValue={member.name} />
          <FormRadioGroup
            name="locale"
            inline
            label={w.field.locale}
            hint={w.profile.localeHint}
            options={languages}
            defaultValue={language}
          />
          <div>
            <SubmitButton busyLabel={form.busy}>{w.profile.save}</SubmitButton>
          </div>
        </ActionForm>
      </Section>
      <Section id="password" title={w.profile.password}>
        <ActionForm action={changePassword} formKey={crypto.randomUUID()} prefix="password-" className="grid gap-4">
          <p className="text-ink-2">{w.profile.passwordText}</p>
          <PasswordField name="oldPassword" label={w.field.oldPassword} autoComplete="current-password" words={w.eye} />
          <PasswordField name="newPassword" label={w.field.newPassword} hint={w.passwordHint} autoComplete="new-password" words={w.eye} />
          <div>
            <SubmitButton look="outline" busyLabel={form.busy}>
              {w.profile.changePassword}
            </SubmitButton>
          </div>
        </ActionForm>
      </Section>
      <Section id="sessions" title={w.profile.sessions}>
        <p className="mb-3 text-ink-2">{w.profile.sessionsText}</p>
        <ActionForm action={signOut} formKey={crypto.randomUUID()} prefix="sessions-">
          <ConfirmSubmit
            label={w.profile.everywhere}
            title={w.profile.everywhereTitle}
            confirm={w.profile.everywhere}
            cancel={form.cancel}
            busyLabel={form.busy}
          >
            {w.profile.everywhereText}
          </ConfirmSubmit>
        </ActionForm>
      </Section>
    </div>
  )
}
