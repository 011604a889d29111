import { sql } from 'drizzle-orm'
import { bigint, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { KEPT, STANDINGS, TARGET_KINDS, WHATS } from '../../lib/figure/workflow'
import { instant, notNegative, oneOf, transactionId } from './columns'

/**
 * What can be counted, one row for each thing that an act did to one work, mini-program or account. Derived from the act's
 * events and written with them; counting the events anew gives the same rows. A fact that was taken back is voided, never deleted.
 */
export const facts = pgTable(
  'facts',
  {
    eventId: uuid('event_id').notNull(),
    n: integer('n').notNull(),
    what: text('what', { enum: WHATS }).notNull(),
    targetKind: text('target_kind', { enum: TARGET_KINDS }).notNull(),
    /** A drama's id for a drama and for an episode of it. */
    targetId: uuid('target_id').notNull(),
    episode: integer('episode'),
    caseNoun: text('case_noun').notNull(),
    caseId: uuid('case_id').notNull(),
    /** In whose figures it counts. */
    ownerId: uuid('owner_id').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    platformId: uuid('platform_id'),
    batchId: uuid('batch_id'),
    source: text('source'),
    stage: text('stage'),
    rung: text('rung'),
    codes: text('codes').array().notNull(),
    groups: text('groups').array().notNull(),
    /** Of a work; empty where nobody knows them, which is never 0. */
    episodes: integer('episodes'),
    seconds: integer('seconds'),
    standing: text('standing', { enum: STANDINGS }).notNull(),
    /** The instant by which it counts: the decision's; of a recorded row the start of its own day. */
    countsAt: instant('counts_at').notNull(),
    writtenIn: transactionId('written_in').notNull().default(sql`pg_current_xact_id()`),
    voidedBy: uuid('voided_by'),
    voidedIn: transactionId('voided_in'),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.n] }),
    oneOf('fact_what_known', t.what, WHATS),
    oneOf('fact_target_known', t.targetKind, TARGET_KINDS),
    oneOf('fact_standing_known', t.standing, STANDINGS),
    notNegative('fact_episodes', t.episodes),
    notNegative('fact_seconds', t.seconds),
    index('facts_of_owner').on(t.ownerId, t.what, t.countsAt),
    index('facts_by_time').on(t.what, t.countsAt),
    index('facts_of_bureau').on(t.bureauId, t.what, t.countsAt),
    index('facts_of_case').on(t.caseId),
    index('facts_of_batch').on(t.batchId).where(sql`${t.batchId} is not null`),
  ],
)

const totalColumns = () => ({
  /** What is counted; `part` tells it apart: a group, a rung, a state, or of `dark` the minutes that it took. */
  measure: text('measure', { enum: KEPT }).notNull(),
  /** The Monday of the week by which it counts, in Beijing. */
  week: date('week').notNull(),
  bureauId: uuid('bureau_id').notNull(),
  /** In whose figures it counts; its bureau where that is nobody else. */
  ownerId: uuid('owner_id').notNull(),
  part: text('part').notNull(),
  n: integer('n').notNull(),
})

/** What the overview counts, kept: as it was when the worker last folded in what has changed since. */
export const totals = pgTable('totals', totalColumns(), (t) => [
  primaryKey({ columns: [t.measure, t.week, t.bureauId, t.ownerId, t.part] }),
  oneOf('total_known', t.measure, KEPT),
  index('totals_of_owner').on(t.ownerId, t.measure, t.week),
  index('totals_of_bureau').on(t.bureauId, t.measure, t.week),
])

/** What acts have added to the totals and taken from them since: written by triggers within the act, never changed, folded in by the worker. */
export const totalChanges = pgTable(
  'total_changes',
  { seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(), ...totalColumns() },
  (t) => [oneOf('total_change_known', t.measure, KEPT)],
)
