import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { RULINGS, rectificationWorkflow, SUBJECTS } from '../../lib/rectification/workflow'
import { caseColumns, instant, knownState, oneOf } from './columns'
import { files } from './violation'

/** The case as its creator reads it, too: nothing in it says who ordered it, which stands in `rectification_orders`. */
export const rectifications = pgTable(
  'rectifications',
  {
    ...caseColumns(rectificationWorkflow),
    violationId: uuid('violation_id').notNull(),
    violationSubjectId: uuid('violation_subject_id').notNull(),
    targetKind: text('target_kind', { enum: SUBJECTS }).notNull(),
    targetId: uuid('target_id').notNull(),
    /** Title, name or handle as it was. */
    title: text('title').notNull(),
    severity: integer('severity'),
    bureauId: uuid('bureau_id').notNull(),
    /** The creator whose it is, where one takes part here. */
    producerId: uuid('producer_id'),
    /** No member of the subject's own is here: its platform hands in. */
    byPlatform: boolean('by_platform').notNull(),
    /** The deadline as ordered; returns and the extension move `dueAt`, never this. */
    orderedDueAt: instant('ordered_due_at').notNull(),
    extendedAt: instant('extended_at'),
    extensionReason: text('extension_reason'),
    /** Seconds that were left when handing in stopped the clock. */
    clockLeft: integer('clock_left'),
    /** How many times it was handed in. */
    turn: integer('turn').notNull().default(0),
    handedInAt: instant('handed_in_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    knownState(rectificationWorkflow, t.state),
    oneOf('rectification_subject_known', t.targetKind, SUBJECTS),
    check('rectification_has_its_hand', sql`${t.byPlatform} or ${t.producerId} is not null`),
    check('rectification_extended_with_reason', sql`(${t.extendedAt} is null) = (${t.extensionReason} is null)`),
    uniqueIndex('one_rectification_per_subject').on(t.violationSubjectId).where(sql`${t.state} <> 'ended'`),
    index('rectifications_of_bureau').on(t.bureauId, t.openedAt, t.id),
    index('rectifications_of_producer').on(t.producerId, t.openedAt, t.id),
    index('rectifications_opened').on(t.openedAt, t.id),
    index('rectifications_standing').on(t.state, t.openedAt, t.id),
    index('rectifications_of_target').on(t.targetId, t.openedAt),
    index('rectifications_of_violation').on(t.violationId),
    index('rectifications_running_out').on(t.dueAt).where(sql`${t.state} in ('ordered', 'returned')`),
  ],
)

/** Who ordered it, and whose hands it passed through: sealed from the creator, for it may tell who reported. */
export const rectificationOrders = pgTable(
  'rectification_orders',
  {
    rectificationId: uuid('rectification_id')
      .primaryKey()
      .references(() => rectifications.id),
    openerId: uuid('opener_id').notNull(),
    openedBy: uuid('opened_by').notNull(),
    /** The platform that ordered it, or that hands in for a subject without a member. */
    platformId: uuid('platform_id'),
    bureauId: uuid('bureau_id').notNull(),
    handedInBy: uuid('handed_in_by'),
    ruledBy: uuid('ruled_by'),
  },
  (t) => [
    check('rectification_ruler_is_another', sql`${t.ruledBy} <> ${t.handedInBy}`),
    index('rectifications_of_opener').on(t.openerId, t.rectificationId),
  ],
)

/** Platforms that wanted the same: each reads it, and its own guidance follows the outcome. */
export const rectificationJoiners = pgTable(
  'rectification_joiners',
  {
    rectificationId: uuid('rectification_id')
      .notNull()
      .references(() => rectifications.id),
    platformId: uuid('platform_id').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    joinedAt: instant('joined_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.rectificationId, t.platformId] }), index('rectifications_joined').on(t.platformId, t.rectificationId)],
)

/** What is to be changed: one row for each item and place. */
export const rectificationTasks = pgTable(
  'rectification_tasks',
  {
    rectificationId: uuid('rectification_id')
      .notNull()
      .references(() => rectifications.id),
    position: integer('position').notNull(),
    code: text('code').notNull(),
    what: text('what').notNull(),
    episode: integer('episode'),
    startSecond: integer('start_second'),
    endSecond: integer('end_second'),
  },
  (t) => [
    primaryKey({ columns: [t.rectificationId, t.position] }),
    check('task_runs_forward', sql`${t.endSecond} is null or ${t.endSecond} >= ${t.startSecond}`),
    check('task_time_is_in_an_episode', sql`${t.startSecond} is null or ${t.episode} is not null`),
  ],
)

/** What was handed in, time after time, and what was said of it. */
export const rectificationTurns = pgTable(
  'rectification_turns',
  {
    rectificationId: uuid('rectification_id')
      .notNull()
      .references(() => rectifications.id),
    turn: integer('turn').notNull(),
    handedInAt: instant('handed_in_at').notNull(),
    account: text('account').notNull(),
    replacedEpisodes: integer('replaced_episodes').array().notNull().default(sql`'{}'`),
    ruling: text('ruling', { enum: RULINGS }),
    ruledAt: instant('ruled_at'),
    note: text('note'),
  },
  (t) => [primaryKey({ columns: [t.rectificationId, t.turn] }), oneOf('rectification_ruling_known', t.ruling, RULINGS)],
)

/** Why a task is not done, at which turn. */
export const rectificationReasons = pgTable(
  'rectification_reasons',
  {
    rectificationId: uuid('rectification_id')
      .notNull()
      .references(() => rectifications.id),
    turn: integer('turn').notNull(),
    position: integer('position').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [primaryKey({ columns: [t.rectificationId, t.turn, t.position] })],
)

/** Files of the turn in which they are handed in; until then for their own organization alone. */
export const rectificationFiles = pgTable(
  'rectification_files',
  {
    id: uuid('id').primaryKey(),
    rectificationId: uuid('rectification_id')
      .notNull()
      .references(() => rectifications.id),
    turn: integer('turn').notNull(),
    sha256: text('sha256')
      .notNull()
      .references(() => files.sha256),
    name: text('name').notNull(),
    organizationId: uuid('organization_id').notNull(),
    addedBy: uuid('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [index('files_of_rectification').on(t.rectificationId, t.turn), index('rectification_files_of_file').on(t.sha256)],
)
