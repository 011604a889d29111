import { and, asc, count, eq, sum } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { files, violationEvidence, violationFilings, violations } from '@/db/schema'
import type { MediaType } from '../../gateway/store'
import type { Actor } from '../../kernel/actor'
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { judge, mayAmend } from '../../kernel/workflow'
import { mayTakeMore } from '../rules'
import { violationWorkflow } from '../workflow'

const columns = {
  id: violationEvidence.id,
  violationId: violationEvidence.violationId,
  name: violationEvidence.name,
  sha256: files.sha256,
  byteCount: files.byteCount,
  mediaType: files.mediaType,
  addedAt: violationEvidence.addedAt,
}
export type EvidenceRow = {
  id: string
  violationId: string
  name: string
  sha256: string
  byteCount: number
  mediaType: MediaType
  addedAt: Date
}

/** The files of a report that the reader may see, in the order in which they came. */
export async function evidenceOf(tx: Tx, violationId: string): Promise<EvidenceRow[]> {
  const rows = await tx
    .select(columns)
    .from(violationEvidence)
    .innerJoin(files, eq(files.sha256, violationEvidence.sha256))
    .where(eq(violationEvidence.violationId, violationId))
    .orderBy(asc(violationEvidence.addedAt), asc(violationEvidence.id))
  return rows as EvidenceRow[]
}

/** One file of evidence, where the reader may see it. */
export async function evidenceById(tx: Tx, id: string): Promise<EvidenceRow | null> {
  const [row] = await tx
    .select(columns)
    .from(violationEvidence)
    .innerJoin(files, eq(files.sha256, violationEvidence.sha256))
    .where(eq(violationEvidence.id, id))
  return (row as EvidenceRow | undefined) ?? null
}

/** May this actor add a file of this size to the report? Asked before its bytes are received. */
export async function mayAttach(
  tx: Tx,
  actor: Actor,
  violationId: string,
  byteCount: number,
): Promise<Outcome<{ isDraft: boolean; number: string | null }>> {
  const [found] = await tx
    .select({ state: violations.state, number: violations.number, bureauId: violations.bureauId, filerId: violationFilings.filerId })
    .from(violations)
    .innerJoin(violationFilings, eq(violationFilings.violationId, violations.id))
    .where(and(eq(violations.id, violationId), eq(violationFilings.filerId, actor.organizationId!)))
  if (!found) return refuse('not_found')
  const isDraft = found.state === 'draft'
  const may = isDraft ? mayAmend(violationWorkflow, found, actor) : judge(violationWorkflow, 'add_evidence', found, actor)
  if (!may.ok) return may
  const [there] = await tx
    .select({ count: count(), bytes: sum(files.byteCount).mapWith(Number) })
    .from(violationEvidence)
    .innerJoin(files, eq(files.sha256, violationEvidence.sha256))
    .where(eq(violationEvidence.violationId, violationId))
  const room = mayTakeMore({ count: there?.count ?? 0, byteCount: there?.bytes ?? 0 }, byteCount)
  return room.ok ? ok({ isDraft, number: found.number }) : room
}
