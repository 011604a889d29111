import type { Metadata } from 'next'
import { ActionForm } from '@/app/_components/form/action-form'
import { ApplicantFields, PlatformFields } from '@/app/_components/organization/application-fields'
import { ApplyHead } from '@/app/_components/organization/apply-head'
import { words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { FormActs } from '@/app/_ui/form-layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { bureaus } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { applyPlatform } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).organization.apply.platform })

export default async function Page() {
  const { actor } = await reader()
  const { known, platforms } = await look(actor, async (tx) => ({ known: await bureaus(tx), platforms: (await rulebook(tx)).platforms }))
  const { apply } = (await words()).organization
  return (
    <div className="max-w-[720px]">
      <ApplyHead title={apply.platform} line={apply.platformLine} />
      <ActionForm action={applyPlatform} formKey={crypto.randomUUID()}>
        <PlatformFields bureaus={known} platforms={platforms} />
        <ApplicantFields />
        <FormActs>
          <SubmitButton busyLabel={apply.busy}>{apply.act}</SubmitButton>
          <span className="text-13 text-ink-2">{apply.afterPlatform}</span>
        </FormActs>
      </ActionForm>
    </div>
  )
}
