import { and, count, eq, sum } from 'drizzle-orm'
import { type Act, advance } from '@/db/act'
import { files, violationEvidence, violations } from '@/db/schema'
import { noteFile } from '../../gateway/files'
import type { Stored } from '../../gateway/store'
import { newId } from '../../kernel/id'
import { ok, refuse } from '../../kernel/outcome'
import { mayAmend } from '../../kernel/workflow'
import { noteAccess } from '../../ledger/commands'
import { mayTakeMore } from '../rules'
import { violationWorkflow } from '../workflow'
import { holdReport } from './hold'

export type Attach = { violationId: string; name: string; stored: Stored; directory?: string }

/**
 * Ties a kept file to a report: to a draft silently, to one that was filed or upheld as a step with its event. The same
 * file twice is one. Refusals: not_found, not_yours, wrong_state, files_too_many, files_too_large.
 */
export async function attachEvidence(act: Act, { violationId, name, stored, directory }: Attach) {
  const held = await holdReport(act, violationId)
  if (!held.ok) return held
  const of = eq(violationEvidence.violationId, violationId)
  const [same] = await act.tx
    .select({ id: violationEvidence.id })
    .from(violationEvidence)
    .where(and(of, eq(violationEvidence.sha256, stored.sha256)))
  if (same && held.value.filerId === act.actor.organizationId) return ok(same)
  const step =
    held.value.state === 'draft'
      ? mayAmend(violationWorkflow, held.value, act.actor)
      : await advance(act, violations, violationWorkflow, 'add_evidence', held.value)
  if (!step.ok) return step
  const [there] = await act.tx
    .select({ count: count(), bytes: sum(files.byteCount).mapWith(Number) })
    .from(violationEvidence)
    .innerJoin(files, eq(files.sha256, violationEvidence.sha256))
    .where(of)
  const room = mayTakeMore({ count: there?.count ?? 0, byteCount: there?.bytes ?? 0 }, stored.byteCount)
  if (!room.ok) return room
  await noteFile(act, stored, directory)
  const id = newId()
  await act.tx.insert(violationEvidence).values({
    id,
    violationId,
    sha256: stored.sha256,
    name,
    organizationId: act.actor.organizationId!,
    addedBy: act.actor.memberId!,
    addedAt: act.now,
  })
  return ok({ id })
}

/** Writes down that this member opens a file of evidence now. What the member may not see does not exist. Refusals: not_found. */
export async function noteOpening(act: Act, { evidenceId, isLaterPart }: { evidenceId: string; isLaterPart?: boolean }) {
  const [evidence] = await act.tx
    .select({ id: violationEvidence.id, violationId: violationEvidence.violationId })
    .from(violationEvidence)
    .where(eq(violationEvidence.id, evidenceId))
  if (!evidence || !act.actor.memberId) return refuse('not_found')
  await noteAccess(act, { noun: 'violation', subjectId: evidence.violationId, what: evidence.id, isLaterPart })
  return ok({ id: evidence.id })
}
