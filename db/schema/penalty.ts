import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { penaltyWorkflow } from '../../lib/penalty/workflow'
import { caseColumns, instant, knownState } from './columns'

export const penalties = pgTable(
  'penalties',
  {
    ...caseColumns(penaltyWorkflow),
    violationId: uuid('violation_id').notNull(),
    accountId: uuid('account_id').notNull(),
    handle: text('handle').notNull(),
    platformId: uuid('platform_id').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    clauses: text('clauses').array().notNull(),
    rung: text('rung').notNull(),
    /** Hours for P1, days for P4 to P7; null where the rung has none. */
    parameter: text('parameter'),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    knownState(penaltyWorkflow, t.state),
    check('penalty_runs_forward', sql`${t.endsAt} is null or ${t.endsAt} > ${t.startsAt}`),
    uniqueIndex('one_rung_per_account_and_case').on(t.violationId, t.accountId, t.rung).where(sql`${t.state} <> 'revoked'`),
    index('penalties_of_platform').on(t.platformId, t.openedAt, t.id),
    index('penalties_opened').on(t.openedAt, t.id),
    index('penalties_of_account').on(t.accountId, t.openedAt),
    index('penalties_ending').on(t.endsAt).where(sql`${t.state} = 'active'`),
  ],
)

/** Why, and how far from the guide: for the platform itself and the regulators. */
export const penaltyReasons = pgTable('penalty_reasons', {
  penaltyId: uuid('penalty_id').primaryKey().references(() => penalties.id),
  platformId: uuid('platform_id').notNull(),
  bureauId: uuid('bureau_id').notNull(),
  reason: text('reason'),
  /** as_guided, lighter, heavier or not_listed, with the guide's own row beside it. */
  against: text('against').notNull(),
  guided: text('guided').notNull(),
  occurrence: text('occurrence').notNull(),
})
