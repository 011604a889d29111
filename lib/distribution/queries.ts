import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { miniPrograms, operators, platformAccounts } from '@/db/schema'

export type Operator = { id: string; name: string; creditCode: string }

/** Who is stated to be behind these mini-programs and accounts, by the subject's id; without those of which nothing is stated. */
export async function operatorsOf(tx: Tx, subjectIds: readonly string[]): Promise<Map<string, Operator>> {
  if (subjectIds.length === 0) return new Map()
  const owned = tx
    .select({ subjectId: miniPrograms.id, operatorId: miniPrograms.operatorId })
    .from(miniPrograms)
    .where(inArray(miniPrograms.id, [...subjectIds]))
    .unionAll(
      tx
        .select({ subjectId: platformAccounts.id, operatorId: platformAccounts.operatorId })
        .from(platformAccounts)
        .where(inArray(platformAccounts.id, [...subjectIds])),
    )
    .as('owned')
  const rows = await tx
    .select({ subjectId: owned.subjectId, id: operators.id, name: operators.name, creditCode: operators.creditCode })
    .from(owned)
    .innerJoin(operators, sql`${operators.id} = ${owned.operatorId}`)
  return new Map(rows.map(({ subjectId, ...operator }) => [subjectId, operator]))
}

/** The mini-programs and accounts of a platform that it knows by these ids of its own. */
export async function subjectsByCode(tx: Tx, platformId: string, codes: readonly string[]) {
  if (codes.length === 0) return []
  const kindOf = (kind: 'mini_program' | 'account') => sql<'mini_program' | 'account'>`${kind}`
  return tx
    .select({ kind: kindOf('mini_program').as('kind'), id: miniPrograms.id, code: miniPrograms.appId })
    .from(miniPrograms)
    .where(and(eq(miniPrograms.platformId, platformId), inArray(miniPrograms.appId, [...codes])))
    .unionAll(
      tx
        .select({ kind: kindOf('account').as('kind'), id: platformAccounts.id, code: platformAccounts.accountId })
        .from(platformAccounts)
        .where(and(eq(platformAccounts.platformId, platformId), inArray(platformAccounts.accountId, [...codes]))),
    )
}

/** Operators by id, as far as the reader may know of them. */
export async function operatorsById(tx: Tx, ids: readonly string[]): Promise<Operator[]> {
  if (ids.length === 0) return []
  const { id, name, creditCode } = operators
  return tx
    .select({ id, name, creditCode })
    .from(operators)
    .where(inArray(id, [...ids]))
}
