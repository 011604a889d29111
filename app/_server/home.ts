import { navigation, startOf, type Workplace } from '@/app/_components/shell/navigation'
import type { Kind } from '@/lib/kernel/actor'
import type { SessionClaim } from '@/lib/organization/queries/session'

/** Where a kind of organization works. */
export const workplaceOf = (kind: Kind): Workplace => (kind === 'national' || kind === 'province' ? 'regulator' : kind)

/** Where a member's day begins: the queue, for a member without duties the list of who could give one, or while the organization does not take part, how its application stands. */
export function homeOf(member: Pick<SessionClaim, 'kind' | 'duties' | 'organizationState'> | null): string {
  if (!member) return '/'
  if (member.organizationState !== 'accepted') return '/application'
  if (member.duties.length === 0) return '/member'
  return startOf(navigation[workplaceOf(member.kind)])
}
