import { eq } from 'drizzle-orm'
import { type Act, advance, hold } from '@/db/act'
import { organizationDetails, organizations } from '@/db/schema'
import { refuse } from '../../kernel/outcome'
import { type OrganizationStep, organizationWorkflow } from '../workflow'

type Decision = { id: string; version: number; reason?: string }

/** A decision on an organization; a reason is kept where its own members read it. */
function decide(step: Exclude<OrganizationStep, 'escalate'>, platformStep: Exclude<OrganizationStep, 'escalate'>) {
  return async (act: Act, { id, version, reason }: Decision) => {
    const held = await hold(act, organizations, id, version)
    if (!held.ok) return held
    if (held.value.kind !== 'creator' && held.value.kind !== 'platform') return refuse('not_found')
    const taken = held.value.kind === 'platform' ? platformStep : step
    const moved = await advance(act, organizations, organizationWorkflow, taken, held.value, {
      words: reason ? [{ field: 'reason', words: reason, audience: 'case' }] : [],
    })
    if (moved.ok && reason !== undefined)
      await act.tx.update(organizationDetails).set({ reason }).where(eq(organizationDetails.organizationId, id))
    return moved
  }
}

/** 总局 admits a platform; a creator's reviewer accepts it. Refusals: not_found, stale, not_yours, wrong_state. */
export const acceptOrganization = decide('accept', 'admit')
export const refuseOrganization = decide('refuse', 'turn_down')
export const suspendOrganization = decide('suspend', 'bar')
export const reinstateOrganization = decide('reinstate', 'readmit')
