import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, pgView, text, unique, uuid } from 'drizzle-orm/pg-core'
import { takedownWorkflow } from '../../lib/takedown/workflow'
import { blacklistEntries, LISTED_KINDS } from './blacklist'
import { caseColumns, instant, knownState, oneOf } from './columns'
import { files } from './violation'

export const takedownOrders = pgTable(
  'takedown_orders',
  {
    ...caseColumns(takedownWorkflow),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => blacklistEntries.id),
    title: text('title').notNull(),
    titleKind: text('title_kind', { enum: LISTED_KINDS }).notNull().default('drama'),
    platformId: uuid('platform_id').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    severity: integer('severity').notNull(),
    approvedBy: uuid('approved_by').notNull(),
    answeredAt: instant('answered_at'),
    removedAt: instant('removed_at'),
    late: boolean('late').notNull().default(false),
    /** Seconds that were left of the answer's clock when the objection stopped it. */
    clockLeft: integer('clock_left'),
    /** The deadline as ordered; an objection that is overruled moves `dueAt`, never this. */
    orderedDueAt: instant('ordered_due_at').notNull(),
    ruled: boolean('ruled').notNull().default(false),
    ruledBy: uuid('ruled_by'),
    remindedAt: instant('reminded_at'),
    /** When CNSA last saw the work again, and until when that is to be answered; `orderedDueAt` stays what it was. */
    reappearedAt: instant('reappeared_at'),
    reappearedDueAt: instant('reappeared_due_at'),
    /** What an objection was made to: the order, or a reappearance. */
    stateBefore: text('state_before', { enum: ['issued', 'reappeared'] }),
  },
  (t) => [
    knownState(takedownWorkflow, t.state),
    oneOf('takedown_title_kind_known', t.titleKind, LISTED_KINDS),
    unique('one_order_per_platform').on(t.entryId, t.platformId),
    check('takedown_ruler_is_another', sql`${t.ruledBy} <> ${t.approvedBy}`),
    check(
      'takedown_reappeared_at',
      sql`${t.state} <> 'reappeared' or (${t.reappearedAt} is not null and ${t.reappearedDueAt} is not null)`,
    ),
    check('takedown_objected_to', sql`${t.state} <> 'objected' or ${t.stateBefore} is not null`),
    check('takedown_removed_at', sql`${t.state} <> 'removed' or ${t.removedAt} is not null`),
    index('orders_of_platform').on(t.platformId, t.openedAt, t.id),
    index('orders_opened').on(t.openedAt, t.id),
    index('orders_open_newest').on(t.openedAt, t.id).where(sql`${t.state} in ('issued', 'objected', 'reappeared')`),
    index('orders_late').on(t.openedAt, t.id).where(sql`${t.late}`),
    index('orders_reappeared').on(t.openedAt, t.id).where(sql`${t.reappearedAt} is not null`),
    index('orders_of_bureau').on(t.bureauId, t.openedAt, t.id),
    index('orders_open').on(t.dueAt).where(sql`${t.state} in ('issued', 'objected', 'reappeared')`),
  ],
)

/** The state and the time of an order: what is read by those whose order it is not. */
export const takedownOutlines = pgView('takedown_outlines', {
  id: uuid('id').notNull(),
  number: text('number'),
  state: text('state', { enum: takedownWorkflow.states }).notNull(),
  openedAt: instant('opened_at').notNull(),
  dueAt: instant('due_at'),
  entryId: uuid('entry_id').notNull(),
  title: text('title').notNull(),
  titleKind: text('title_kind', { enum: LISTED_KINDS }).notNull(),
  platformId: uuid('platform_id').notNull(),
  bureauId: uuid('bureau_id').notNull(),
  severity: integer('severity').notNull(),
  answeredAt: instant('answered_at'),
  removedAt: instant('removed_at'),
  late: boolean('late').notNull(),
  clockLeft: integer('clock_left'),
  orderedDueAt: instant('ordered_due_at').notNull(),
  reappearedAt: instant('reappeared_at'),
  reappearedDueAt: instant('reappeared_due_at'),
}).existing()

/** What a platform answered: counts, links and reasons are for itself and the regulators. A later answer adds a row. */
export const takedownAnswers = pgTable(
  'takedown_answers',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => takedownOrders.id),
    platformId: uuid('platform_id').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    kind: text('kind', { enum: ['removed', 'absent', 'objection'] }).notNull(),
    episodeCount: integer('episode_count'),
    links: text('links').array().notNull().default(sql`'{}'`),
    note: text('note'),
    at: instant('at').notNull(),
    late: boolean('late').notNull(),
  },
  (t) => [index('answers_of_order').on(t.orderId, t.at)],
)

/** Where a work was seen again after its platform had answered, and what shows it: for that platform, its regulators and CNSA. */
export const takedownSightings = pgTable(
  'takedown_sightings',
  {
    id: uuid('id').primaryKey(),
    orderId: uuid('order_id')
      .notNull()
      .references(() => takedownOrders.id),
    platformId: uuid('platform_id').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    /** The sheet of the daily monitoring on which it was found. */
    sheetId: uuid('sheet_id').notNull(),
    address: text('address').notNull(),
    episode: integer('episode'),
    startSecond: integer('start_second'),
    note: text('note'),
    sha256: text('sha256').references(() => files.sha256),
    pictureName: text('picture_name'),
    at: instant('at').notNull(),
  },
  (t) => [
    index('sightings_of_order').on(t.orderId, t.at),
    index('sightings_of_file').on(t.sha256),
    unique('one_sighting_of_sheet').on(t.sheetId),
  ],
)
