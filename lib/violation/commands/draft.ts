import { and, eq, inArray, lt } from 'drizzle-orm'
import { type Act, amend, discard, openCase } from '@/db/act'
import { violationEvidence, violationFilings, violations } from '@/db/schema'
import { underHouse } from '@/db/transaction'
import { ok } from '../../kernel/outcome'
import type { Held, KeepDraft } from '../input'
import { violationWorkflow } from '../workflow'
import { holdDraft, holdReport } from './hold'

/** Opens the draft of a report. Until it is filed its bureau is its own organization, so that no other sees it. Refusals: not_yours. */
export async function openDraft(act: Act) {
  const { organizationId, memberId, name, kind } = act.actor
  const source = kind === 'association' ? 'association' : 'self_inspection'
  const opened = await openCase(
    act,
    violations,
    violationWorkflow,
    'open',
    { title: '', bureauId: organizationId!, source },
    { judgedBy: { filerId: organizationId } },
  )
  if (!opened.ok) return opened
  await act.tx.insert(violationFilings).values({
    violationId: opened.value.id,
    filerId: organizationId!,
    filedBy: memberId!,
    filedByName: name,
    bureauId: organizationId!,
    draft: {},
    savedAt: act.now,
  })
  return opened
}

/**
 * Keeps a draft as typed and gives its new version; with `remove`, one of its files is taken out; `overwrite` keeps it whatever
 * another window has kept meanwhile. Refusals: not_found, stale, draft_stale, not_yours, wrong_state.
 */
export async function keepDraft(act: Act, { do: asked, id, version, remove, draft }: KeepDraft) {
  const held = await holdDraft(act, id, asked === 'overwrite' ? undefined : version)
  if (!held.ok) return held
  const title = typeof draft.title === 'string' ? draft.title.trim().slice(0, 100) : ''
  const kept = await amend(act, violations, violationWorkflow, held.value, { title })
  if (!kept.ok) return kept
  await act.tx.update(violationFilings).set({ draft, savedAt: act.now }).where(eq(violationFilings.violationId, id))
  if (remove) await act.tx.delete(violationEvidence).where(and(eq(violationEvidence.violationId, id), eq(violationEvidence.id, remove)))
  return kept
}

/** Throws a draft away with everything on it; what was uploaded is cleared a day later. Refusals: not_found, stale, not_yours, wrong_state. */
export async function discardDraft(act: Act, { id, version }: Held) {
  const held = await holdReport(act, id, version)
  if (!held.ok) return held
  const isDraft = held.value.state === 'draft' && held.value.filerId === act.actor.organizationId
  if (isDraft) {
    // Without its filing a draft is nobody's, not even its filer's to delete.
    await underHouse(act)
    await act.tx.delete(violationEvidence).where(eq(violationEvidence.violationId, id))
    await act.tx.delete(violationFilings).where(eq(violationFilings.violationId, id))
  }
  const gone = await discard(act, violations, violationWorkflow, 'withdraw', held.value)
  return gone.ok ? ok({ id }) : gone
}

const FORGOTTEN_DAYS = 90
const AT_ONCE = 500

/** Clears away drafts that nobody has touched for 90 days; an act of the clock. Gives how many there were. */
export async function clearForgottenReports(act: Act) {
  const before = new Date(act.now.getTime() - FORGOTTEN_DAYS * 24 * 3_600_000)
  const forgotten = await act.tx
    .select({ id: violations.id })
    .from(violations)
    .innerJoin(violationFilings, eq(violationFilings.violationId, violations.id))
    .where(and(eq(violations.state, 'draft'), lt(violationFilings.savedAt, before)))
    .limit(AT_ONCE)
    .for('update', { of: violations, skipLocked: true })
  const ids = forgotten.map(({ id }) => id)
  if (ids.length === 0) return ok(0)
  await act.tx.delete(violationEvidence).where(inArray(violationEvidence.violationId, ids))
  await act.tx.delete(violationFilings).where(inArray(violationFilings.violationId, ids))
  await act.tx.delete(violations).where(inArray(violations.id, ids))
  return ok(ids.length)
}
