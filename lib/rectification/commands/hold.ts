import { eq } from 'drizzle-orm'
import { type Act, hold } from '@/db/act'
import { rectificationOrders, rectifications } from '@/db/schema'
import { ok } from '../../kernel/outcome'

type Row = typeof rectifications.$inferSelect
type Ordered = typeof rectificationOrders.$inferSelect | undefined

/** Whose steps they are and who handed in, as far as the actor may know who ordered it. */
const withHands = (row: Row, order: Ordered) => ({
  ...row,
  openerId: order?.openerId ?? null,
  handerId: row.byPlatform ? (order?.platformId ?? null) : row.producerId,
  joinerId: null,
  handedInBy: order?.handedInBy ?? null,
})

export async function orderOf(act: Act, id: string): Promise<Ordered> {
  const [order] = await act.tx.select().from(rectificationOrders).where(eq(rectificationOrders.rectificationId, id))
  return order
}

/** Locks a rectification, with whose steps they are. */
export async function holdRectification(act: Act, id: string, version?: number) {
  const held = await hold(act, rectifications, id, version)
  return held.ok ? ok(withHands(held.value, await orderOf(act, id))) : held
}
export type HeldRectification = ReturnType<typeof withHands>

/** What every event of a rectification says of it. */
export const facts = ({ violationId, violationSubjectId, targetKind, targetId }: Row) => ({
  violationId,
  violationSubjectId,
  targetKind,
  targetId,
})
