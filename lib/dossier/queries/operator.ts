import { asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dramas, operators, organizationDetails, organizations, subjectStatements } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { readsSubjects } from '../rules'

export type FoundOperator = {
  id: string
  name: string
  creditCode: string
  /** How platforms spell it, as far as the reader reads their statements. */
  spellings: string[]
  /** The organization of the portal with this code, for those who may read codes. */
  organization: { name: string; number: string | null } | null
  works: { code: string; title: string }[]
}

const MOST_WORKS = 100

/** An operator by its credit code; null to whoever may not know of operators, and where no platform has named one. */
export async function operatorByCode(tx: Tx, actor: Actor, creditCode: string): Promise<FoundOperator | null> {
  if (!readsSubjects(actor)) return null
  const [operator] = await tx
    .select({ id: operators.id, name: operators.name, creditCode: operators.creditCode })
    .from(operators)
    .where(eq(operators.creditCode, creditCode))
  if (!operator) return null
  const stated = await tx
    .selectDistinct({ name: subjectStatements.operatorName })
    .from(subjectStatements)
    .where(eq(subjectStatements.operatorId, operator.id))
    .orderBy(asc(subjectStatements.operatorName))
  const [organization] = await tx
    .select({ id: organizations.id, name: organizations.name, number: organizations.number })
    .from(organizationDetails)
    .innerJoin(organizations, eq(organizations.id, organizationDetails.organizationId))
    .where(eq(organizationDetails.creditCode, creditCode))
  const works = organization
    ? await tx
        .select({ code: dramas.code, title: dramas.title })
        .from(dramas)
        .where(eq(dramas.producerId, organization.id))
        .orderBy(asc(dramas.code))
        .limit(MOST_WORKS)
    : []
  return {
    ...operator,
    spellings: stated.flatMap(({ name }) => (name && name !== operator.name ? [name] : [])),
    organization: organization ? { name: organization.name, number: organization.number } : null,
    works,
  }
}
