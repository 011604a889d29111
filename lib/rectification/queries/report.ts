import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { rectificationOrders, violations } from '@/db/schema'

/** Of which rectification's refusal this is the report, and the platform whose decision it stands in for. */
export async function reportOfRefusal(tx: Tx, violationId: string): Promise<{ rectificationId: string; platformId: string } | null> {
  const [order] = await tx
    .select({ rectificationId: rectificationOrders.rectificationId, platformId: rectificationOrders.openerId })
    .from(rectificationOrders)
    .where(eq(rectificationOrders.reportId, violationId))
  return order ?? null
}

/** The report of a refusal, from its draft on, where the reader may see it: was V10-05 filed for it, and under which number? */
export async function refusalReport(
  tx: Tx,
  rectificationId: string,
): Promise<{ id: string; number: string | null; isDraft: boolean } | null> {
  const [found] = await tx
    .select({ id: violations.id, number: violations.number, isDraft: sql<boolean>`${violations.state} = 'draft'` })
    .from(rectificationOrders)
    .innerJoin(violations, eq(violations.id, rectificationOrders.reportId))
    .where(eq(rectificationOrders.rectificationId, rectificationId))
  return found ?? null
}
