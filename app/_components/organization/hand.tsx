import { Name } from '@/app/_ui/words'
import type { Named } from '@/lib/organization/queries/organizations'
import { called } from './called'

/** Whose hand it was: the organization as the reader's language calls it, the person by name. */
export async function Hand({ of: { organization, memberName } }: { of: { organization: Named | null; memberName: string | null } }) {
  const whose = (await called())(organization)
  return (
    <>
      {whose && <Name>{whose}</Name>}
      {whose && memberName && ' '}
      {memberName && <Name>{memberName}</Name>}
    </>
  )
}
