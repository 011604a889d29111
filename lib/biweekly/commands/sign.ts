import { type Act, advance, hold } from '@/db/act'
import { biweeklyReports } from '@/db/schema'
import { refuse } from '../../kernel/outcome'
import { isOverdue } from '../../kernel/time'
import { judge } from '../../kernel/workflow'
import { colleaguesWith } from '../../organization/queries/members'
import type { Return, Sign, Waive } from '../input'
import { biweeklyWorkflow } from '../workflow'

type Report = typeof biweeklyReports.$inferSelect

/** Another than the writer signs or returns; where the platform has nobody else, that is said, for then somebody must be invited. */
async function judged(act: Act, step: 'sign' | 'return', report: Report) {
  const may = judge(biweeklyWorkflow, step, report, act.actor)
  if (may.ok || may.code !== 'same_person') return may
  const others = await colleaguesWith(act.actor, act.tx, 'platform.compliance', [report.writtenBy])
  return others.length > 0 ? may : refuse('nobody_apart')
}

/** Signs what another has written; after the deadline too, and then it is marked. Refusals: not_found, stale, not_yours, wrong_state, same_person, nobody_apart. */
export async function signReport(act: Act, { id, version }: Sign) {
  const held = await hold(act, biweeklyReports, id, version)
  if (!held.ok) return held
  const report = held.value
  const may = await judged(act, 'sign', report)
  if (!may.ok) return may
  const late = report.edition === 1 ? isOverdue(report.reportDueAt, act.now) : report.late
  return advance(act, biweeklyReports, biweeklyWorkflow, 'sign', report, {
    set: { signedBy: act.actor.memberId, signedAt: act.now, late },
    detail: { late, edition: report.edition },
  })
}

/** Returns what another has written, with the reason: to be written anew, an amendment to be withdrawn. Refusals as for signing. */
export async function returnReport(act: Act, { id, version, reason }: Return) {
  const held = await hold(act, biweeklyReports, id, version)
  if (!held.ok) return held
  const report = held.value
  const may = await judged(act, 'return', report)
  if (!may.ok) return may
  return advance(act, biweeklyReports, biweeklyWorkflow, 'return', report, {
    set: report.returnsTo === 'due' ? { writtenBy: null, writtenAt: null } : {},
    dueAt: report.returnsTo === 'due' ? report.reportDueAt : null,
    words: [{ field: 'reason', words: reason, audience: 'parties' }],
  })
}

/** 总局 does without a report, for a reason that everybody reads. Refusals: not_found, stale, not_yours, wrong_state. */
export async function waiveReport(act: Act, { id, version, reason }: Waive) {
  const held = await hold(act, biweeklyReports, id, version)
  if (!held.ok) return held
  return advance(act, biweeklyReports, biweeklyWorkflow, 'waive', held.value, {
    words: [{ field: 'reason', words: reason, audience: 'everyone' }],
  })
}
