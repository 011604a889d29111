import type { Metadata } from 'next'
import { ActionForm } from '@/app/_components/form/action-form'
import { ApplicantFields, CreatorFields } from '@/app/_components/organization/application-fields'
import { ApplyHead } from '@/app/_components/organization/apply-head'
import { words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { FormActs } from '@/app/_ui/form-layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { bureaus } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { applyCreator } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).organization.apply.creator })

export default async function Page() {
  const { actor } = await reader()
  const known = await look(actor, bureaus)
  const { apply } = (await words()).organization
  return (
    <div className="max-w-[720px]">
      <ApplyHead title={apply.creator} line={apply.creatorLine} />
      <ActionForm action={applyCreator} formKey={crypto.randomUUID()}>
        <CreatorFields bureaus={known} />
        <ApplicantFields />
        <FormActs>
          <SubmitButton busyLabel={apply.busy}>{apply.act}</SubmitButton>
          <span className="text-13 text-ink-2">{apply.after}</span>
        </FormActs>
      </ActionForm>
    </div>
  )
}
