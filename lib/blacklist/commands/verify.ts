import { and, eq, inArray } from 'drizzle-orm'
import { type Act, advance, hold } from '@/db/act'
import { blacklistEntries, blacklistSubjects } from '@/db/schema'
import { ok, refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import type { Reason, Verify } from '../input'
import { judgeVerification } from '../rules'
import { blacklistWorkflow } from '../workflow'
import { activeEntries, lockWorks, nameScope, setActive, sizeOf, worksNamed } from './scope'

/** The scope as the bureau has it: works are added or left out, never the one that the report was about. */
async function settleScope(act: Act, entryId: string, dramaIds: string[]) {
  const standing = await act.tx.select().from(blacklistSubjects).where(eq(blacklistSubjects.entryId, entryId))
  if (standing.some(({ chosen, dramaId }) => chosen === 'report' && !dramaIds.includes(dramaId)))
    return refuse('report_work_missing', { field: 'dramaIds' })
  const added = dramaIds.filter((id) => standing.every(({ dramaId }) => dramaId !== id))
  const leftOut = standing.map(({ dramaId }) => dramaId).filter((id) => !dramaIds.includes(id))
  if (added.length) {
    const works = await worksNamed(act, added)
    if (!works.ok) return works
    await lockWorks(act, added)
    const active = await activeEntries(act, added)
    const other = works.value.find(({ id }) => active.has(id))
    if (other) return refuse('work_on_other_entry', { field: 'dramaIds', params: { title: other.title } })
    await act.tx
      .insert(blacklistSubjects)
      .values(added.map((dramaId) => ({ entryId, dramaId, active: true, chosen: 'verification' as const, ...sizeOf(dramaId) })))
    await nameScope(act, entryId, added)
  }
  if (leftOut.length)
    await act.tx.delete(blacklistSubjects).where(and(eq(blacklistSubjects.entryId, entryId), inArray(blacklistSubjects.dramaId, leftOut)))
  return ok({ added: added.length, leftOut: leftOut.length })
}

/**
 * The bureau verifies a proposal, with its scope; another severity than proposed needs a reason, which stays on the page.
 * Refusals: not_found, stale, not_yours, wrong_state, same_person, severity_too_low, severity_reason_missing,
 * report_work_missing, work_unknown, work_on_other_entry.
 */
export async function verifyEntry(act: Act, { id, version, severity, dramaIds, remark }: Verify) {
  const held = await hold(act, blacklistEntries, id, version)
  if (!held.ok) return held
  const entry = { ...held.value, proposerId: null }
  const may = judge(blacklistWorkflow, 'verify', entry, act.actor)
  if (!may.ok) return may
  const word = judgeVerification(entry.severityProposed, severity, remark)
  if (!word.ok) return refuse(word.code, { params: word.params, field: word.code === 'severity_too_low' ? 'severity' : 'remark' })
  const scope = await settleScope(act, id, dramaIds)
  if (!scope.ok) return scope
  return advance(act, blacklistEntries, blacklistWorkflow, 'verify', entry, {
    set: { severity: word.value, verifiedBy: act.actor.memberId, verifiedAt: act.now },
    words: remark ? [{ field: 'remark', words: remark, audience: 'case' }] : [],
    detail: { severityProposed: entry.severityProposed, severity: word.value, dramaIds },
  })
}

/** A proposal that does not hold: by the bureau before it is verified, by 总局 after. The reason is for all who see the case. */
function refuseEntry(step: 'dismiss' | 'decline') {
  return async (act: Act, { id, version, reason }: Reason) => {
    const held = await hold(act, blacklistEntries, id, version)
    if (!held.ok) return held
    const moved = await advance(
      act,
      blacklistEntries,
      blacklistWorkflow,
      step,
      { ...held.value, proposerId: null },
      { words: [{ field: 'reason', words: reason, audience: 'case' }] },
    )
    if (moved.ok) await setActive(act, id, { blocks: false, warns: false })
    return moved
  }
}

/** Refusals: not_found, stale, not_yours, wrong_state, same_person. */
export const dismissProposal = refuseEntry('dismiss')
export const declineEntry = refuseEntry('decline')
