import { and, asc, count, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import {
  dramas,
  miniPrograms,
  operators,
  organizationDetails,
  organizations,
  placements,
  platformAccounts,
  subjectStatements,
} from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import { readsSubjects } from '../rules'
import type { Target } from './happened'

export type FoundOperator = {
  id: string
  name: string
  creditCode: string
  /** How platforms spell it, as far as the reader reads their statements. */
  spellings: string[]
  /** The organization of the portal with this code, for those who may read codes. */
  organization: { id: string; name: string; number: string | null } | null
  /** The reader may not know whether an organization has this code, so the works that it makes may be missing. */
  mayMake: boolean
  /** Its mini-programs and accounts, and the works that it makes or that are shown there, as far as the reader may know of them. */
  targets: Target[]
}

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
  return {
    ...operator,
    spellings: stated.flatMap(({ name }) => (name && name !== operator.name ? [name] : [])),
    organization: organization ?? null,
    mayMake: !organization && actor.kind !== 'national',
    targets: await targetsOf(tx, operator.id, organization?.id ?? null),
  }
}

async function targetsOf(tx: Tx, operatorId: string, producerId: string | null): Promise<Target[]> {
  const programs = await tx
    .select({ id: miniPrograms.id, name: miniPrograms.name })
    .from(miniPrograms)
    .where(eq(miniPrograms.operatorId, operatorId))
  const accounts = await tx
    .select({ id: platformAccounts.id, name: platformAccounts.handle })
    .from(platformAccounts)
    .where(eq(platformAccounts.operatorId, operatorId))
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  const shown = tx
    .select({ id: placements.dramaId })
    .from(placements)
    .where(or(inArray(placements.miniProgramId, ids(programs)), inArray(placements.accountId, ids(accounts))))
  const works = await tx
    .select({ id: dramas.id, name: dramas.title })
    .from(dramas)
    .where(or(inArray(dramas.id, shown), producerId ? eq(dramas.producerId, producerId) : undefined))
  return [
    ...programs.map((row) => ({ ...row, kind: 'mini_program' as const })),
    ...accounts.map((row) => ({ ...row, kind: 'account' as const })),
    ...works.map((row) => ({ ...row, kind: 'drama' as const })),
  ]
}

/** `made`: by the organization with the operator's code; `places`: at how many addresses in its mini-programs and on its accounts it was seen. */
export type WorkOf = { id: string; code: string; title: string; made: boolean; places: number }
const PAGE = 50

/** The works of an operator, newest first, 50 a page. */
export async function worksOf(tx: Tx, { targets, organization }: FoundOperator, after?: string): Promise<Page<WorkOf>> {
  const of = (kind: Target['kind']) => targets.flatMap((target) => (target.kind === kind ? [target.id] : []))
  const from = readCursor(after)
  const places = tx
    .select({ n: count() })
    .from(placements)
    .where(
      and(
        eq(placements.dramaId, dramas.id),
        or(inArray(placements.miniProgramId, of('mini_program')), inArray(placements.accountId, of('account'))),
      ),
    )
  const rows = await tx
    .select({
      id: dramas.id,
      code: dramas.code,
      title: dramas.title,
      made: sql<boolean>`coalesce(${dramas.producerId} = ${organization?.id ?? null}::uuid, false)`,
      places: sql<number>`(${places})`.mapWith(Number),
      place: sql<string>`to_char(${dramas.createdAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    })
    .from(dramas)
    .where(
      and(
        inArray(dramas.id, of('drama')),
        from && from.at !== 'infinity' ? sql`(${dramas.createdAt}, ${dramas.id}) < (${from.at}::timestamptz, ${from.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(dramas.createdAt), desc(dramas.id))
    .limit(PAGE + 1)
  return cut(rows, PAGE, ({ place, id }) => cursorOf(place, id))
}
