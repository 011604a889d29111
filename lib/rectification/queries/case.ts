import { asc, desc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import {
  files,
  rectificationFiles,
  rectificationJoiners,
  rectificationOrders,
  rectificationReasons,
  rectifications,
  rectificationTasks,
  rectificationTurns,
  violations,
} from '@/db/schema'
import type { MediaType } from '../../gateway/store'
import type { Actor } from '../../kernel/actor'
import { openSteps } from '../../kernel/workflow'
import { organizationNames } from '../../organization/queries/organizations'
import { rectificationWorkflow } from '../workflow'

export type RectificationFile = {
  id: string
  rectificationId: string
  turn: number
  name: string
  sha256: string
  byteCount: number
  mediaType: MediaType
  addedAt: Date
}
const fileColumns = {
  id: rectificationFiles.id,
  rectificationId: rectificationFiles.rectificationId,
  turn: rectificationFiles.turn,
  name: rectificationFiles.name,
  sha256: files.sha256,
  byteCount: files.byteCount,
  mediaType: files.mediaType,
  addedAt: rectificationFiles.addedAt,
}
const withBytes = (tx: Tx) => tx.select(fileColumns).from(rectificationFiles).innerJoin(files, eq(files.sha256, rectificationFiles.sha256))

/** One file of a hand-in, where the reader may see it. */
export async function rectificationFileById(tx: Tx, id: string): Promise<RectificationFile | null> {
  const [row] = await withBytes(tx).where(eq(rectificationFiles.id, id))
  return (row as RectificationFile | undefined) ?? null
}

/** The files that the reader may see, in the order in which they came. */
const filesOf = async (tx: Tx, id: string) =>
  (await withBytes(tx)
    .where(eq(rectificationFiles.rectificationId, id))
    .orderBy(asc(rectificationFiles.addedAt), asc(rectificationFiles.id))) as RectificationFile[]

/** One rectification as whole as its reader may have it, with the steps that the reader may take. */
export async function rectificationByNumber(tx: Tx, actor: Actor, number: string) {
  const [row] = await tx.select().from(rectifications).where(eq(rectifications.number, number))
  if (!row) return null
  const of = row.id
  const [order] = await tx.select().from(rectificationOrders).where(eq(rectificationOrders.rectificationId, of))
  const joiners = await tx.select().from(rectificationJoiners).where(eq(rectificationJoiners.rectificationId, of))
  const tasks = await tx
    .select()
    .from(rectificationTasks)
    .where(eq(rectificationTasks.rectificationId, of))
    .orderBy(asc(rectificationTasks.position))
  const turns = await tx
    .select()
    .from(rectificationTurns)
    .where(eq(rectificationTurns.rectificationId, of))
    .orderBy(desc(rectificationTurns.turn))
  const reasons = await tx.select().from(rectificationReasons).where(eq(rectificationReasons.rectificationId, of))
  const [report] = await tx.select({ number: violations.number }).from(violations).where(eq(violations.id, row.violationId))
  const names = await organizationNames(tx, [
    order?.openerId ?? null,
    order?.platformId ?? null,
    row.producerId,
    row.bureauId,
    ...joiners.map(({ platformId }) => platformId),
  ])
  const named = (id: string | null | undefined) => (id && names.get(id)) || null
  const hands = {
    openerId: order?.openerId ?? null,
    handerId: row.byPlatform ? (order?.platformId ?? null) : row.producerId,
    joinerId: null,
    handedInBy: order?.handedInBy ?? null,
  }
  return {
    ...row,
    ...hands,
    order: order ?? null,
    tasks,
    turns,
    reasons,
    files: await filesOf(tx, of),
    /** The report, where the reader may open it. */
    violationNumber: report?.number ?? null,
    opener: named(hands.openerId),
    platform: named(order?.platformId),
    producer: named(row.producerId),
    bureau: named(row.bureauId),
    joiners: joiners.map(({ platformId, joinedAt }) => ({ joinedAt, name: named(platformId) })),
    steps: openSteps(rectificationWorkflow, { ...row, ...hands }, actor),
  }
}
