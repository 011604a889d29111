import { eq } from 'drizzle-orm'
import { newId } from '../../lib/kernel/id'
import type { Db } from '../client'
import { operators, organizationDetails } from '../schema'

/** The operator that an organization of the portal is, by its credit code. */
export async function operatorOf(owner: Db, organizationId: string): Promise<string> {
  const [details] = await owner
    .select({ code: organizationDetails.creditCode })
    .from(organizationDetails)
    .where(eq(organizationDetails.organizationId, organizationId))
  const creditCode = details!.code!
  await owner
    .insert(operators)
    .values({ id: newId(), creditCode, name: '经营者', namedById: organizationId, createdAt: new Date() })
    .onConflictDoNothing()
  const [row] = await owner.select({ id: operators.id }).from(operators).where(eq(operators.creditCode, creditCode))
  return row!.id
}
