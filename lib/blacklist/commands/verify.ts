import { eq } from 'drizzle-orm'
import { type Act, advance } from '@/db/act'
import { blacklistClauses, blacklistEntries, blacklistSubjects } from '@/db/schema'
import { ok, refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import { rulebook } from '../../rulebook/queries'
import type { Reason, Verify } from '../input'
import { entrySeverity, judgeVerification, type Scope } from '../rules'
import { blacklistWorkflow } from '../workflow'
import { holdEntry, sign } from './hold'
import { activeEntries, idsIn, leaveOut, lockSubjects, nameScope, putOn, setActive, standsElsewhere, subjectsNamed } from './scope'

/** The scope as the bureau has it: works and mini-programs are added or left out, never what the report was about. */
async function settleScope(act: Act, entryId: string, scope: Scope) {
  const standing = await act.tx.select().from(blacklistSubjects).where(eq(blacklistSubjects.entryId, entryId))
  const subjectOf = ({ dramaId, miniProgramId }: (typeof standing)[number]) => (dramaId ?? miniProgramId)!
  const stands = (id: string) => standing.some((one) => subjectOf(one) === id)
  const leftOut = standing.filter((one) => !idsIn(scope).includes(subjectOf(one)))
  if (leftOut.some(({ chosen }) => chosen === 'report')) return refuse('report_work_missing', { field: 'dramaIds' })
  const added: Scope = {
    dramaIds: scope.dramaIds.filter((id) => !stands(id)),
    miniProgramIds: scope.miniProgramIds.filter((id) => !stands(id)),
  }
  if (idsIn(added).length) {
    const named = await subjectsNamed(act, added)
    if (!named.ok) return named
    await lockSubjects(act, idsIn(added))
    const active = await activeEntries(act, idsIn(added))
    const other = named.value.find(({ id }) => active.has(id))
    if (other) return standsElsewhere(other)
    await putOn(act, entryId, added, () => 'verification')
  }
  await leaveOut(act, entryId, {
    dramaIds: leftOut.flatMap(({ dramaId }) => dramaId ?? []),
    miniProgramIds: leftOut.flatMap(({ miniProgramId }) => miniProgramId ?? []),
  })
  await nameScope(act, entryId, scope.dramaIds)
  return ok({ added: idsIn(added).length, leftOut: leftOut.length })
}

/** A mini-program can be hit only where one of the entry's items applies to mini-programs. */
async function judgePrograms(act: Act, entryId: string, miniProgramIds: readonly string[]) {
  if (miniProgramIds.length === 0) return ok(null)
  const { taxonomy } = await rulebook(act.tx)
  const clauses = await act.tx.select({ code: blacklistClauses.code }).from(blacklistClauses).where(eq(blacklistClauses.entryId, entryId))
  const items = taxonomy.filter(({ code }) => clauses.some((clause) => clause.code === code))
  return entrySeverity(items, ['mini_program']) === null ? refuse('no_item_for_mini_program', { field: 'miniProgramIds' }) : ok(null)
}

/**
 * The bureau verifies a proposal, with its scope; another severity than proposed needs a reason, which stays on the page.
 * Refusals: not_found, stale, not_yours, wrong_state, same_person, severity_too_low, severity_reason_missing,
 * report_work_missing, work_unknown, mini_program_unknown, work_on_other_entry, mini_program_on_other_entry, no_item_for_mini_program.
 */
export async function verifyEntry(act: Act, { id, version, severity, dramaIds, miniProgramIds, remark }: Verify) {
  const held = await holdEntry(act, id, version)
  if (!held.ok) return held
  const entry = held.value
  const may = judge(blacklistWorkflow, 'verify', entry, act.actor)
  if (!may.ok) return may
  const word = judgeVerification(entry.severityProposed, severity, remark)
  if (!word.ok) return refuse(word.code, { params: word.params, field: word.code === 'severity_too_low' ? 'severity' : 'remark' })
  const applies = await judgePrograms(act, id, miniProgramIds)
  if (!applies.ok) return applies
  const scope = await settleScope(act, id, { dramaIds, miniProgramIds })
  if (!scope.ok) return scope
  const moved = await advance(act, blacklistEntries, blacklistWorkflow, 'verify', entry, {
    set: { severity: word.value, verifiedAt: act.now },
    judgedBy: { verifiedBy: act.actor.memberId },
    words: remark ? [{ field: 'remark', words: remark, audience: 'case' }] : [],
    detail: { severityProposed: entry.severityProposed, severity: word.value, dramaIds, miniProgramIds },
  })
  if (moved.ok) await sign(act, id, 'verifiedBy')
  return moved
}

/** A proposal that does not hold: by the bureau before it is verified, by 总局 after. The reason is for all who see the case. */
function refuseEntry(step: 'dismiss' | 'decline') {
  return async (act: Act, { id, version, reason }: Reason) => {
    const held = await holdEntry(act, id, version)
    if (!held.ok) return held
    const moved = await advance(act, blacklistEntries, blacklistWorkflow, step, held.value, {
      words: [{ field: 'reason', words: reason, audience: 'case' }],
    })
    if (moved.ok) await setActive(act, id, { blocks: false, warns: false })
    return moved
  }
}

/** Refusals: not_found, stale, not_yours, wrong_state, same_person. */
export const dismissProposal = refuseEntry('dismiss')
export const declineEntry = refuseEntry('decline')
