import { and, count, eq, sum } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { files, rectificationFiles } from '@/db/schema'
import { noteFile } from '../../gateway/files'
import type { Stored } from '../../gateway/store'
import { newId } from '../../kernel/id'
import { ok, refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import { noteAccess } from '../../ledger/commands'
import { mayTakeMore } from '../../violation/rules'
import type { Remove } from '../input'
import { isUnmet } from '../rules'
import { rectificationWorkflow } from '../workflow'
import { holdRectification } from './hold'

/** Whoever may hand in now puts files to what is handed in next. */
async function holdOpen(act: Act, id: string) {
  const held = await holdRectification(act, id)
  if (!held.ok) return held
  const may = judge(rectificationWorkflow, 'hand_in', held.value, act.actor)
  if (!may.ok) return may
  return isUnmet(held.value, act.now) ? refuse('deadline_passed') : held
}

export type Attach = { rectificationId: string; name: string; stored: Stored; directory?: string }

/**
 * Puts a kept file to what is handed in next; the same file twice is one. Refusals: not_found, not_yours, wrong_state,
 * deadline_passed, files_too_many, files_too_large.
 */
export async function attachFile(act: Act, { rectificationId, name, stored, directory }: Attach) {
  const held = await holdOpen(act, rectificationId)
  if (!held.ok) return held
  const turn = held.value.turn + 1
  const of = and(eq(rectificationFiles.rectificationId, rectificationId), eq(rectificationFiles.turn, turn))
  const [same] = await act.tx
    .select({ id: rectificationFiles.id })
    .from(rectificationFiles)
    .where(and(of, eq(rectificationFiles.sha256, stored.sha256)))
  if (same) return ok(same)
  const [there] = await act.tx
    .select({ count: count(), bytes: sum(files.byteCount).mapWith(Number) })
    .from(rectificationFiles)
    .innerJoin(files, eq(files.sha256, rectificationFiles.sha256))
    .where(of)
  const room = mayTakeMore({ count: there?.count ?? 0, byteCount: there?.bytes ?? 0 }, stored.byteCount)
  if (!room.ok) return room
  await noteFile(act, stored, directory)
  const id = newId()
  const { organizationId, memberId } = act.actor
  await act.tx.insert(rectificationFiles).values({
    id,
    rectificationId,
    turn,
    sha256: stored.sha256,
    name,
    organizationId: organizationId!,
    addedBy: memberId!,
    addedAt: act.now,
  })
  return ok({ id })
}

/** Takes a file out again that was not handed in yet. Refusals: not_found, not_yours, wrong_state, deadline_passed. */
export async function removeFile(act: Act, { id, fileId }: Remove) {
  const held = await holdOpen(act, id)
  if (!held.ok) return held
  const gone = await act.tx
    .delete(rectificationFiles)
    .where(
      and(
        eq(rectificationFiles.id, fileId),
        eq(rectificationFiles.rectificationId, id),
        eq(rectificationFiles.turn, held.value.turn + 1),
        eq(rectificationFiles.organizationId, act.actor.organizationId!),
      ),
    )
    .returning({ id: rectificationFiles.id })
  return gone.length > 0 ? ok({ number: held.value.number }) : refuse('not_found')
}

/** Writes down that this member opens a file of a hand-in now. Refusals: not_found. */
export async function noteOpening(act: Act, { fileId, isLaterPart }: { fileId: string; isLaterPart?: boolean }) {
  const [file] = await act.tx
    .select({ id: rectificationFiles.id, rectificationId: rectificationFiles.rectificationId })
    .from(rectificationFiles)
    .where(eq(rectificationFiles.id, fileId))
  if (!file || !act.actor.memberId) return refuse('not_found')
  await noteAccess(act, { noun: 'rectification', subjectId: file.rectificationId, what: file.id, isLaterPart })
  return ok({ id: file.id })
}
