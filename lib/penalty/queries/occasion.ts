import { and, desc, eq, gte, inArray, notInArray, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { penalties, platformAccounts, violations } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { addHours, dayOf } from '../../kernel/time'
import { rulebook } from '../../rulebook/queries'
import { type Severity, severityOf } from '../../violation/rules'
import { type Occasion, occurrenceOf, repeatedOn } from '../rules/guide'
import type { PenaltyState } from '../workflow'

/** Another report upheld against the account before this one; its number where the reader may open it. */
export type Earlier = { decidedAt: Date; number: string | null }
/** A measure on the account, as its own platform sees it beside a new decision. */
export type Imposed = {
  id: string
  number: string | null
  rung: string
  parameter: string | null
  state: PenaltyState
  startsAt: Date
  endsAt: Date | null
}
export type AccountCase = {
  violation: { id: string; number: string | null; bureauId: string; decidedAt: Date }
  account: { id: string; accountId: string; handle: string; platformId: string }
  /** The upheld items that apply to accounts, and the highest severity among them. */
  clauses: string[]
  occasion: Occasion
  /** What makes it a repetition, newest first. */
  earlier: Earlier[]
}

/** Days before a decision in which another one counts, and one more for the hours of the first day. */
const WINDOW_HOURS = 91 * 24

async function earlierOf(tx: Tx, violationId: string, accountId: string, decidedAt: Date): Promise<Earlier[]> {
  const since = addHours(decidedAt, -WINDOW_HOURS).toISOString()
  const rows = await tx.execute<{ at: string; number: string | null }>(
    sql`select decided_at as at, number from earlier_upheld(${violationId}, ${accountId}, ${since}::timestamptz)`,
  )
  const others = rows.map(({ at, number }) => ({ decidedAt: new Date(at), number, decidedOn: dayOf(new Date(at)), overturned: false }))
  return repeatedOn(dayOf(decidedAt), others).map(({ decidedAt: at, number }) => ({ decidedAt: at, number }))
}

/** What was upheld against an account in a report, and whether it is a repetition; nothing to whoever may not read the report. */
export async function accountCase(tx: Tx, violationId: string, accountId: string): Promise<AccountCase | null> {
  const [ruling] = await tx.execute<{ at: string; codes: string[] }>(
    sql`select decided_at as at, codes from account_rulings(array[${violationId}::uuid]) where account_id = ${accountId}`,
  )
  const [violation] = ruling
    ? await tx
        .select({ id: violations.id, number: violations.number, bureauId: violations.bureauId })
        .from(violations)
        .where(eq(violations.id, violationId))
    : []
  const [account] = violation
    ? await tx
        .select({
          id: platformAccounts.id,
          accountId: platformAccounts.accountId,
          handle: platformAccounts.handle,
          platformId: platformAccounts.platformId,
        })
        .from(platformAccounts)
        .where(eq(platformAccounts.id, accountId))
    : []
  if (!ruling || !violation || !account) return null
  const { taxonomy } = await rulebook(tx)
  const upheld = taxonomy.filter(({ code, appliesTo }) => ruling.codes.includes(code) && appliesTo.includes('account'))
  const severity = severityOf(upheld, 'account')
  if (severity === null) return null
  const decidedAt = new Date(ruling.at)
  const earlier = await earlierOf(tx, violationId, accountId, decidedAt)
  const occurrence = occurrenceOf(
    dayOf(decidedAt),
    earlier.map((one) => ({ decidedOn: dayOf(one.decidedAt), overturned: false })),
  )
  return {
    violation: { ...violation, decidedAt },
    account,
    clauses: upheld.map(({ code }) => code),
    occasion: { severity: severity as Severity, occurrence, target: 'account' },
    earlier,
  }
}

const columns = {
  id: penalties.id,
  number: penalties.number,
  rung: penalties.rung,
  parameter: penalties.parameter,
  state: penalties.state,
  startsAt: penalties.startsAt,
  endsAt: penalties.endsAt,
}

/** The measures that stand for this report and account: none of them can be imposed again. */
export const standing = (tx: Tx, violationId: string, accountId: string): Promise<Imposed[]> =>
  tx
    .select(columns)
    .from(penalties)
    .where(
      and(eq(penalties.violationId, violationId), eq(penalties.accountId, accountId), notInArray(penalties.state, ['revoked', 'unmet'])),
    )
    .orderBy(penalties.number)

/** All measures on an account since an instant, newest first. */
export const measuresSince = (tx: Tx, accountId: string, since: Date): Promise<Imposed[]> =>
  tx
    .select(columns)
    .from(penalties)
    .where(and(eq(penalties.accountId, accountId), gte(penalties.openedAt, since)))
    .orderBy(desc(penalties.openedAt), desc(penalties.id))
    .limit(50)

/** The report with this number and the own account that it was upheld against; where there are several, the one that is named by its id. */
export async function caseToDecide(tx: Tx, actor: Actor, number: string, accountId?: string): Promise<AccountCase | null> {
  const [report] = await tx.select({ id: violations.id }).from(violations).where(eq(violations.number, number))
  if (!report) return null
  const rulings = await tx.execute<{ id: string }>(sql`select account_id as id from account_rulings(array[${report.id}::uuid])`)
  const ids = rulings.map(({ id }) => id)
  const own = ids.length
    ? await tx
        .select({ id: platformAccounts.id })
        .from(platformAccounts)
        .where(
          and(
            inArray(platformAccounts.id, ids),
            eq(platformAccounts.platformId, actor.organizationId!),
            accountId ? or(eq(platformAccounts.accountId, accountId), sql`${platformAccounts.id}::text = ${accountId}`) : undefined,
          ),
        )
        .orderBy(platformAccounts.accountId)
        .limit(1)
    : []
  return own[0] ? accountCase(tx, report.id, own[0].id) : null
}
