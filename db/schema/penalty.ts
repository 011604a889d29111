import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, pgView, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { AGAINST, OCCURRENCES, penaltyWorkflow, TARGETS } from '../../lib/penalty/workflow'
import { caseColumns, instant, knownState, oneOf } from './columns'

export const penalties = pgTable(
  'penalties',
  {
    ...caseColumns(penaltyWorkflow),
    /** The report that was upheld; of one that was merged, its root. */
    violationId: uuid('violation_id').notNull(),
    targetKind: text('target_kind', { enum: TARGETS }).notNull(),
    /** The account, the mini-program or the work; of an episode its work. */
    targetId: uuid('target_id').notNull(),
    episode: integer('episode'),
    /** Handle, name or title as it was. */
    targetName: text('target_name').notNull(),
    platformId: uuid('platform_id').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    clauses: text('clauses').array().notNull(),
    /** None where nothing is decided yet, or nothing was imposed. */
    rung: text('rung'),
    /** Hours for P1, days for P4 to P7, the stage for P8; null where the rung has none. */
    parameter: text('parameter'),
    /** Null where it has not begun: a decision that is due, a limit of traffic on a work that is removed. */
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
    endedAt: instant('ended_at'),
    /** What P1 asks to be mended. */
    rectificationId: uuid('rectification_id'),
  },
  (t) => [
    knownState(penaltyWorkflow, t.state),
    oneOf('penalty_target_known', t.targetKind, TARGETS),
    check('penalty_episode_of_a_work', sql`(${t.targetKind} = 'episode') = (${t.episode} is not null)`),
    check('penalty_has_its_rung', sql`(${t.rung} is null) = (${t.state} in ('due', 'spared'))`),
    check('penalty_begins', sql`${t.startsAt} is not null or ${t.state} in ('due', 'spared') or ${t.rung} = 'P4'`),
    check('penalty_runs_forward', sql`${t.endsAt} is null or ${t.endsAt} > ${t.startsAt}`),
    uniqueIndex('one_rung_per_target_and_case')
      .on(
        t.violationId,
        t.platformId,
        t.targetId,
        sql`coalesce(${t.episode}, 0)`,
        t.rung,
        sql`(case when ${t.rung} = 'P8' then ${t.parameter} else '' end)`,
      )
      .where(sql`${t.state} not in ('revoked', 'unmet', 'withdrawn', 'due', 'spared')`),
    uniqueIndex('one_decision_due')
      .on(t.violationId, t.platformId, t.targetId, sql`coalesce(${t.episode}, 0)`)
      .where(sql`${t.state} = 'due'`),
    index('penalties_of_platform').on(t.platformId, t.openedAt, t.id),
    index('penalties_of_bureau').on(t.bureauId, t.openedAt, t.id),
    index('penalties_opened').on(t.openedAt, t.id),
    index('penalties_of_target').on(t.targetId, t.openedAt),
    index('penalties_by_name').on(t.targetName),
    index('penalties_by_rung').on(t.rung, t.openedAt, t.id),
    index('bans_in_force').on(t.targetId).where(sql`${t.rung} = 'P9' and ${t.state} in ('active', 'recorded')`),
    index('penalties_ending').on(t.endsAt).where(sql`${t.state} = 'active'`),
    index('penalties_due').on(t.platformId, t.dueAt, t.id).where(sql`${t.state} = 'due'`),
    index('penalties_by_rectification').on(t.rectificationId).where(sql`${t.rectificationId} is not null`),
  ],
)

/**
 * What those read who are no party to a penalty: the handle, the items, the measure and its dates, and whether it runs. Whose it is
 * and which report it follows from are columns that they never see; the view is the owner's and says itself whose rows it shows.
 */
export const penaltyOutlines = pgView('penalty_outlines', {
  id: uuid('id').notNull(),
  number: text('number'),
  openedAt: instant('opened_at').notNull(),
  targetKind: text('target_kind', { enum: TARGETS }).notNull(),
  targetName: text('target_name').notNull(),
  episode: integer('episode'),
  clauses: text('clauses').array().notNull(),
  rung: text('rung'),
  parameter: text('parameter'),
  runs: boolean('runs').notNull(),
  startsAt: instant('starts_at'),
  endsAt: instant('ends_at'),
  endedAt: instant('ended_at'),
}).existing()

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
    /** How this measure stands to the guide, and how the whole decision does; neither while it is due, nor of what was only recorded. */
    against: text('against', { enum: AGAINST }),
    decision: text('decision', { enum: AGAINST }),
    /** The cell of the guide that counted, its rows as they were (`P1:72 P4:7?`), and the versions of guide and ladder. */
    severity: integer('severity').notNull(),
    occurrence: text('occurrence', { enum: OCCURRENCES }).notNull(),
    guided: text('guided').notNull(),
    guideVersion: text('guide_version').notNull(),
    ladderVersion: text('ladder_version').notNull(),
    /** The guidance whose deadline passed unmet, where this followed from it. */
    afterId: uuid('after_id').references(() => penalties.id),
    /** The rectification whose refusal it follows, whoever had ordered it. */
    refusedId: uuid('refused_id'),
  },
  (t) => [
    oneOf('penalty_against_known', t.against, AGAINST),
    oneOf('penalty_decision_known', t.decision, AGAINST),
    check('penalty_deviation_has_reason', sql`${t.decision} = 'as_guided' or ${t.reason} is not null`),
    index('penalties_following').on(t.afterId).where(sql`${t.afterId} is not null`),
    index('penalties_after_refusal').on(t.refusedId, t.platformId).where(sql`${t.refusedId} is not null`),
  ],
)
