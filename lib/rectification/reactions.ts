import { and, eq } from 'drizzle-orm'
import type { Act, ActEvent } from '@/db/act'
import { rectificationOrders, rectifications } from '@/db/schema'
import { type Refused, refuse } from '../kernel/outcome'

/** Whichever comes first after a refusal shuts the other out: both wait for the order's row. */
async function follow(act: Act, by: 'penalty' | 'report', where: ReturnType<typeof and>): Promise<Refused | undefined> {
  const orders = await act.tx
    .select({ order: rectificationOrders })
    .from(rectificationOrders)
    .innerJoin(rectifications, eq(rectifications.id, rectificationOrders.rectificationId))
    .where(and(eq(rectifications.state, 'refused'), where))
    .orderBy(rectificationOrders.rectificationId)
    .for('update', { of: rectificationOrders })
  for (const { order } of orders) {
    if (order.followedBy && order.followedBy !== by) return refuse(`${order.followedBy}_follows`)
    await act.tx.update(rectificationOrders).set({ followedBy: by }).where(eq(rectificationOrders.rectificationId, order.rectificationId))
  }
}

/** After a refusal its platform imposes what comes next; from then on the refusal cannot be reported as well. */
export const notePenalty = (act: Act, { detail }: ActEvent) =>
  follow(
    act,
    'penalty',
    and(
      eq(rectifications.violationId, String(detail.violationId)),
      eq(rectifications.targetId, String(detail.targetId)),
      eq(rectificationOrders.openerId, String(detail.platformId)),
    ),
  )

/** The report of a refusal is filed; from then on the next row of the guide cannot be imposed as well. */
export const noteReport = (act: Act, { subjectId }: ActEvent) => follow(act, 'report', eq(rectificationOrders.reportId, subjectId))

/** The report is taken back: what comes next is open again. */
export async function freeReport(act: Act, { subjectId }: ActEvent) {
  await act.tx.update(rectificationOrders).set({ followedBy: null, reportId: null }).where(eq(rectificationOrders.reportId, subjectId))
}
