import { eq } from 'drizzle-orm'
import { type Act, advance, hold } from '@/db/act'
import { organizationDetails, organizations } from '@/db/schema'
import { refuse } from '../../kernel/outcome'
import { type OrganizationStep, organizationWorkflow } from '../workflow'

type Decision = { id: string; version: number; reason?: string }
type Deciding = Exclude<OrganizationStep, 'escalate' | 'reapply'>

/** One decision, by the step of each kind; a reason is kept where the organization's own members read it. */
function decide(steps: { creator: Deciding; platform: Deciding }, refused = false) {
  return async (act: Act, { id, version, reason }: Decision) => {
    const held = await hold(act, organizations, id, version)
    if (!held.ok) return held
    const { kind } = held.value
    if (kind !== 'creator' && kind !== 'platform') return refuse('not_found')
    const words = reason ? [{ field: 'reason', words: reason, audience: 'case' as const }] : []
    const set = refused ? { code: null } : {}
    const moved = await advance(act, organizations, organizationWorkflow, steps[kind], held.value, { words, set })
    if (!moved.ok) return moved
    await act.tx
      .update(organizationDetails)
      .set({ reason: reason ?? null, refused })
      .where(eq(organizationDetails.organizationId, id))
    return moved
  }
}

/** 总局 admits a platform; a creator's reviewer accepts it. Refusals: not_found, stale, not_yours, wrong_state. */
export const acceptOrganization = decide({ creator: 'accept', platform: 'admit' })
/** Sets its credit code and its platform code free for whoever they belong to. */
export const refuseOrganization = decide({ creator: 'refuse', platform: 'turn_down' }, true)
export const suspendOrganization = decide({ creator: 'suspend', platform: 'bar' })
export const reinstateOrganization = decide({ creator: 'reinstate', platform: 'readmit' })
