import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { Named } from '../../organization/queries/organizations'
import { organizationNames } from '../../organization/queries/organizations'

/** A subject whose operator, by its credit code, was banned for good; the ban's number and platform where the reader may know them. */
export type BlockedOperator = {
  subjectId: string
  target: string
  operatorId: string
  operator: string
  creditCode: string
  number: string | null
  platform: Named | null
  since: Date
}
type Row = Omit<BlockedOperator, 'platform' | 'since'> & { platformId: string | null; since: string }

async function blocked(tx: Tx, found: SQL): Promise<BlockedOperator[]> {
  const rows = await tx.execute<Row>(
    sql`select subject_id as "subjectId", target, operator_id as "operatorId", operator, credit_code as "creditCode", number, platform_id as "platformId", since from ${found}`,
  )
  const names = await organizationNames(
    tx,
    rows.map(({ platformId }) => platformId),
  )
  return rows.map(({ platformId, since, ...one }) => ({
    ...one,
    platform: (platformId && names.get(platformId)) || null,
    since: new Date(since),
  }))
}

/** Which of these mini-programs and accounts belong to an operator that a permanent ban blocks; the ban of the subject itself does not count. */
export async function blockedOperators(tx: Tx, subjects: readonly { kind: string; id: string }[]): Promise<BlockedOperator[]> {
  const ids = subjects.filter(({ kind }) => kind === 'mini_program' || kind === 'account').map(({ id }) => id)
  return ids.length === 0 ? [] : blocked(tx, sql`blocked_operators(${sql.param(ids)}::uuid[])`)
}

/** Is this operator blocked by a permanent ban of whatever is its own? The first of them. */
export const blockedOperator = (tx: Tx, operatorId: string) =>
  blocked(
    tx,
    sql`blocked_operator(${operatorId}) as b (subject_id, target, operator_id, operator, credit_code, number, platform_id, since)`,
  )

/** Is this producer, by its credit code, an operator that a permanent ban blocks? */
export const blockedProducer = (tx: Tx, organizationId: string) => blocked(tx, sql`blocked_organization(${organizationId})`)
