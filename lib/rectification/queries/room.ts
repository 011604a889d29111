import { and, count, eq, sum } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { files, rectificationFiles, rectificationOrders, rectifications } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import { mayTakeMore } from '../../violation/rules'
import { isUnmet } from '../rules'
import { rectificationWorkflow } from '../workflow'

/** May this actor put a file of this size to what is handed in next? Asked before its bytes are received. */
export async function roomFor(tx: Tx, actor: Actor, id: string, byteCount: number, now: Date): Promise<Outcome<{ number: string | null }>> {
  const [row] = await tx.select().from(rectifications).where(eq(rectifications.id, id))
  if (!row) return refuse('not_found')
  const [order] = await tx.select().from(rectificationOrders).where(eq(rectificationOrders.rectificationId, id))
  const handerId = row.byPlatform ? (order?.platformId ?? null) : row.producerId
  const may = judge(rectificationWorkflow, 'hand_in', { ...row, handerId, openerId: null, joinerId: null, handedInBy: null }, actor)
  if (!may.ok) return may
  if (isUnmet(row, now)) return refuse('deadline_passed')
  const [there] = await tx
    .select({ count: count(), bytes: sum(files.byteCount).mapWith(Number) })
    .from(rectificationFiles)
    .innerJoin(files, eq(files.sha256, rectificationFiles.sha256))
    .where(and(eq(rectificationFiles.rectificationId, id), eq(rectificationFiles.turn, row.turn + 1)))
  const room = mayTakeMore({ count: there?.count ?? 0, byteCount: there?.bytes ?? 0 }, byteCount)
  return room.ok ? ok({ number: row.number }) : room
}
