import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/** A subject whose operator was banned for good, on whichever platform; the ban's number where the reader may open it. */
export type BlockedOperator = { target: string; operatorId: string; operator: string; number: string | null }

/** Which of these mini-programs and accounts belong to an operator that a permanent ban blocks; the ban of the subject itself does not count. */
export async function blockedOperators(tx: Tx, subjects: readonly { kind: string; id: string }[]): Promise<BlockedOperator[]> {
  const ids = subjects.filter(({ kind }) => kind === 'mini_program' || kind === 'account').map(({ id }) => id)
  if (ids.length === 0) return []
  return [
    ...(await tx.execute<BlockedOperator>(
      sql`select target, operator_id as "operatorId", operator, number from blocked_operators(${sql.param(ids)}::uuid[])`,
    )),
  ]
}
