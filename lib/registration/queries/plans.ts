import { asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { registrationPlans } from '@/db/schema'

export type Plans = { plannedPlatformIds: string[]; pendingPlatformIds: string[] }

/** The platforms that a filing is planned for, and those that have still to answer: all to its creator and its regulators, to a platform itself alone. */
export async function plansOf(tx: Tx, registrationId: string): Promise<Plans> {
  const rows = await tx
    .select()
    .from(registrationPlans)
    .where(eq(registrationPlans.registrationId, registrationId))
    .orderBy(asc(registrationPlans.position))
  return {
    plannedPlatformIds: rows.map(({ platformId }) => platformId),
    pendingPlatformIds: rows.flatMap(({ platformId, pending }) => (pending ? [platformId] : [])),
  }
}
