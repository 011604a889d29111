import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { AGAINST, OCCURRENCES, penaltyWorkflow } from '../../lib/penalty/workflow'
import { caseColumns, instant, knownState, oneOf } from './columns'

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
    uniqueIndex('one_rung_per_account_and_case').on(t.violationId, t.accountId, t.rung).where(sql`${t.state} not in ('revoked', 'unmet')`),
    index('penalties_of_platform').on(t.platformId, t.openedAt, t.id),
    index('penalties_of_bureau').on(t.bureauId, t.openedAt, t.id),
    index('penalties_opened').on(t.openedAt, t.id),
    index('penalties_of_account').on(t.accountId, t.openedAt),
    index('penalties_ending').on(t.endsAt).where(sql`${t.state} = 'active'`),
  ],
)

/** Why, and how far from the guide: for the platform itself and the regulators. */
export const penaltyReasons = pgTable(
  'penalty_reasons',
  {
    penaltyId: uuid('penalty_id')
      .primaryKey()
      .references(() => penalties.id),
    platformId: uuid('platform_id').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    reason: text('reason'),
    /** How this measure stands to the guide, and how the whole decision does. */
    against: text('against', { enum: AGAINST }).notNull(),
    decision: text('decision', { enum: AGAINST }).notNull(),
    /** The cell of the guide that counted, its rows as they were (`P1:72 P4:7?`), and the versions of guide and ladder. */
    severity: integer('severity').notNull(),
    occurrence: text('occurrence', { enum: OCCURRENCES }).notNull(),
    guided: text('guided').notNull(),
    guideVersion: text('guide_version').notNull(),
    ladderVersion: text('ladder_version').notNull(),
    /** The guidance whose deadline passed unmet, where this followed from it. */
    afterId: uuid('after_id').references(() => penalties.id),
  },
  (t) => [
    oneOf('penalty_against_known', t.against, AGAINST),
    oneOf('penalty_decision_known', t.decision, AGAINST),
    check('penalty_deviation_has_reason', sql`${t.decision} = 'as_guided' or ${t.reason} is not null`),
  ],
)
