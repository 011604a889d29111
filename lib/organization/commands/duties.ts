import { and, eq, sql } from 'drizzle-orm'
import { type Act, advance, hold } from '@/db/act'
import { members, organizations } from '@/db/schema'
import type { Kind, MemberDuty } from '../../kernel/actor'
import { refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import { isLastAdministrator, judgeDuties } from '../rules/duties'
import { memberWorkflow } from '../workflow'

/** Takes turns on the organization, so that of many administrators who leave at once one stays. */
async function administratorsOf(act: Act, organizationId: string) {
  await act.tx.select({ id: organizations.id }).from(organizations).where(eq(organizations.id, organizationId)).for('no key update')
  const rows = await act.tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.organizationId, organizationId), eq(members.state, 'active'), sql`'admin' = any (${members.duties})`))
  return rows.map(({ id }) => id)
}

/**
 * Gives a member these duties instead of the ones the form showed; they count from the next request. Refusals: not_found,
 * stale, duty_needed, duty_not_of_kind, last_administrator.
 */
export async function assignDuties(
  act: Act,
  { id, version, duties, seen }: { id: string; version: number; duties: readonly MemberDuty[]; seen: string },
) {
  const administrators = act.actor.organizationId ? await administratorsOf(act, act.actor.organizationId) : []
  const held = await hold(act, members, id, version)
  if (!held.ok) return held
  const verdict = judge(memberWorkflow, 'assign', held.value, act.actor)
  if (!verdict.ok) return verdict
  if (seen !== held.value.duties.toSorted().join(' ')) return refuse('stale')
  const judged = judgeDuties(held.value.kind as Kind, duties)
  if (!judged.ok) return refuse(judged.code, { field: 'duties' })
  if (judged.value.toSorted().join(' ') === seen) return refuse('nothing_changed', { field: 'duties' })
  if (isLastAdministrator(administrators, id, judged.value)) return refuse('last_administrator', { field: 'duties' })
  return advance(act, members, memberWorkflow, 'assign', held.value, {
    set: { duties: judged.value },
    detail: { duties: judged.value, before: held.value.duties },
  })
}

/** Takes a member out of the organization; its sessions end with the act. Refusals: not_found, stale, wrong_state, last_administrator. */
export async function removeMember(act: Act, { id, version }: { id: string; version: number }) {
  const administrators = act.actor.organizationId ? await administratorsOf(act, act.actor.organizationId) : []
  const held = await hold(act, members, id, version)
  if (!held.ok) return held
  const verdict = judge(memberWorkflow, 'remove', held.value, act.actor)
  if (!verdict.ok) return verdict
  if (isLastAdministrator(administrators, id)) return refuse('last_administrator')
  return advance(act, members, memberWorkflow, 'remove', held.value, { detail: { duties: held.value.duties } })
}
