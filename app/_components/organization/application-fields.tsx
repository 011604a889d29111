import { FormDateTime, FormInput, FormRadioGroup, FormSelect } from '@/app/_components/form/fields'
import { locale, words } from '@/app/_server/locale'
import { FormRow, FormSection } from '@/app/_ui/form-layout'
import { Zh } from '@/app/_ui/words'
import { fullyCalled } from './called'
import { PasswordField } from './password-field'

type Bureau = { code: string | null; name: string; nameEn: string | null; kind: string }
type Given = Partial<
  Record<'name' | 'shortName' | 'code' | 'creditCode' | 'provinceCode' | 'licenceNumber' | 'licenceExpiresOn', string | null>
>

async function Province({ bureaus, given, home }: { bureaus: Bureau[]; given: Given; home?: boolean }) {
  const [{ field }, nameOf] = [(await words()).organization, await fullyCalled()]
  const options = bureaus
    .filter(({ kind }) => !home || kind === 'province')
    .map((bureau) => ({
      value: bureau.code ?? '',
      label: bureau.kind === 'national' ? field.centralBodies(nameOf(bureau)) : nameOf(bureau),
    }))
  return (
    <FormSelect
      name="provinceCode"
      label={home ? field.homeCode : field.provinceCode}
      hint={home ? field.homeCodeHint : field.provinceCodeHint}
      options={options}
      empty={field.choose}
      defaultValue={given.provinceCode ?? ''}
    />
  )
}

/** What a creator's application says of the organization; the same when it is corrected. */
export async function CreatorFields({ bureaus, given = {} }: { bureaus: Bureau[]; given?: Given }) {
  const { field, apply } = (await words()).organization
  return (
    <>
      <FormSection id="about" number={1} title={apply.about}>
        <FormInput name="name" label={field.name} hint={field.nameHint} autoComplete="organization" defaultValue={given.name ?? ''} />
        <FormInput
          name="creditCode"
          label={field.creditCode}
          hint={field.creditCodeHint}
          spellCheck={false}
          defaultValue={given.creditCode ?? ''}
        />
        <Province bureaus={bureaus} given={given} />
      </FormSection>
      <FormSection id="licence" number={2} title={apply.licence}>
        <FormRow>
          <FormInput name="licenceNumber" label={field.licenceNumber} defaultValue={given.licenceNumber ?? ''} />
          <FormDateTime
            name="licenceExpiresOn"
            withTime={false}
            label={field.licenceExpiresOn}
            defaultValue={given.licenceExpiresOn ?? ''}
          />
        </FormRow>
      </FormSection>
    </>
  )
}

/** What a platform's application says; the known platforms are the rulebook's. */
export async function PlatformFields({
  bureaus,
  platforms,
  given = {},
}: {
  bureaus: Bureau[]
  platforms: readonly { code: string; zh: string; en: string }[]
  given?: Given
}) {
  const [{ field, apply }, language] = [(await words()).organization, await locale()]
  const known = platforms.map(({ code, zh, en }) => ({
    value: code,
    label:
      language === 'en' ? (
        <>
          <Zh>{zh}</Zh> {en}
        </>
      ) : (
        zh
      ),
  }))
  const other = {
    value: '',
    label: field.otherPlatform,
    more: <FormInput name="shortName" label={field.shortName} hint={field.shortNameHint} defaultValue={given.shortName ?? ''} />,
  }
  return (
    <>
      <FormSection id="about" number={1} title={apply.about}>
        <FormRadioGroup
          name="code"
          label={field.code}
          options={[...known, other]}
          defaultValue={given.name ? (given.code ?? '') : undefined}
        />
        <FormInput name="name" label={field.name} hint={field.nameHint} autoComplete="organization" defaultValue={given.name ?? ''} />
        <FormInput
          name="creditCode"
          label={field.creditCode}
          hint={field.creditCodeHint}
          spellCheck={false}
          defaultValue={given.creditCode ?? ''}
        />
        <Province bureaus={bureaus} given={given} home />
      </FormSection>
      <FormSection id="licence" number={2} title={apply.licence}>
        <FormInput name="licenceNumber" label={field.platformLicence} defaultValue={given.licenceNumber ?? ''} />
      </FormSection>
    </>
  )
}

/** Who applies, and signs in with this from now on. */
export async function ApplicantFields() {
  const { organization, member } = await words()
  const { field, apply } = organization
  return (
    <FormSection id="applicant" number={3} title={apply.applicant} hint={apply.applicantHint}>
      <FormRow>
        <FormInput name="contactName" label={field.contactName} hint={field.contactHint} autoComplete="name" />
        <FormInput name="email" type="email" label={field.email} hint={field.emailHint} autoComplete="username" />
      </FormRow>
      <PasswordField label={field.password} hint={field.passwordHint} autoComplete="new-password" words={member.eye} />
    </FormSection>
  )
}
