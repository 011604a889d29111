import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { FRAMES, ITEM_KINDS, PURPOSES, planWorkflow, sheetWorkflow } from '../../lib/inspection/workflow'
import { caseColumns, instant, knownState, notNegative, oneOf } from './columns'
import { files } from './violation'

/** What CNSA looks at, how much of it and on which days; whoever wrote it down does not start it. */
export const inspectionPlans = pgTable(
  'inspection_plans',
  {
    ...caseColumns(planWorkflow),
    title: text('title').notNull(),
    organizationId: uuid('organization_id').notNull(),
    frame: text('frame', { enum: FRAMES }).notNull(),
    /** The platform that it is about; of mini-programs, new and removed works none means all. */
    platformId: uuid('platform_id'),
    sampleSize: integer('sample_size').notNull(),
    /** 1 is Monday, 7 is Sunday. */
    weekdays: integer('weekdays').array().notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on'),
    openedBy: uuid('opened_by').notNull(),
    /** Everybody who opened or changed the draft, whoever did so last at the end. */
    writtenBy: uuid('written_by').array().notNull(),
    writtenAt: instant('written_at').notNull(),
    startedBy: uuid('started_by'),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
  },
  (t) => [
    knownState(planWorkflow, t.state),
    oneOf('plan_frame_known', t.frame, FRAMES),
    check('plan_two_people', sql`${t.startedBy} <> all(${t.writtenBy}) and (${t.state} = 'draft' or ${t.startedBy} is not null)`),
    check('plan_sample_size', sql`${t.sampleSize} between 1 and 500`),
    check(
      'plan_days',
      sql`cardinality(${t.weekdays}) > 0 and ${t.weekdays} <@ array[1, 2, 3, 4, 5, 6, 7] and ${t.endsOn} >= ${t.startsOn}`,
    ),
    check('plan_of_platform', sql`${t.frame} <> 'platform' or ${t.platformId} is not null`),
    index('plans_opened').on(t.openedAt, t.id),
  ],
)

/** One day of a plan, published: opaque ids, the hash of their file, the hash of the seed, and a day later the seed. */
export const inspectionFrames = pgTable(
  'inspection_frames',
  {
    id: uuid('id').primaryKey(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => inspectionPlans.id),
    planNumber: text('plan_number').notNull(),
    day: date('day').notNull(),
    itemCount: integer('item_count').notNull(),
    sampleSize: integer('sample_size').notNull(),
    content: text('content').notNull(),
    sha256: text('sha256').notNull(),
    seedSha256: text('seed_sha256').notNull(),
    seed: text('seed'),
    frozenAt: instant('frozen_at').notNull(),
    revealedAt: instant('revealed_at'),
  },
  (t) => [
    unique('one_frame_a_day').on(t.planId, t.day),
    check('frame_is_as_published', sql`${t.sha256} = encode(sha256(${t.content}::bytea), 'hex')`),
    check('seed_is_as_published', sql`${t.seed} is null or ${t.seedSha256} = encode(sha256(${t.seed}::bytea), 'hex')`),
    check('seed_is_revealed', sql`(${t.seed} is null) = (${t.revealedAt} is null)`),
    index('frames_by_day').on(t.day, t.id),
    index('frames_to_reveal').on(t.day).where(sql`${t.seed} is null`),
  ],
)

/** The seed until it is published: for the clock alone. */
export const inspectionSeeds = pgTable('inspection_seeds', {
  frameId: uuid('frame_id')
    .primaryKey()
    .references(() => inspectionFrames.id),
  seed: text('seed').notNull(),
})

const itemColumns = {
  kind: text('kind', { enum: ITEM_KINDS }).notNull(),
  title: text('title').notNull(),
  platformId: uuid('platform_id').notNull(),
  dramaId: uuid('drama_id'),
  miniProgramId: uuid('mini_program_id'),
  /** The takedown order after which the work is looked for. */
  orderId: uuid('order_id'),
}

/** What an opaque id stands for. */
export const inspectionItems = pgTable(
  'inspection_items',
  {
    frameId: uuid('frame_id')
      .notNull()
      .references(() => inspectionFrames.id),
    opaqueId: uuid('opaque_id').notNull(),
    ...itemColumns,
  },
  (t) => [
    primaryKey({ columns: [t.frameId, t.opaqueId] }),
    check('item_is_one', sql`num_nonnulls(${t.dramaId}, ${t.miniProgramId}) = 1`),
    index('items_of_platform').on(t.platformId, t.frameId),
  ],
)

/** One item to look at on one day. The clock writes down where; everything else is read from whoever looked. */
export const inspectionSheets = pgTable(
  'inspection_sheets',
  {
    ...caseColumns(sheetWorkflow),
    ...itemColumns,
    organizationId: uuid('organization_id').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    purpose: text('purpose', { enum: PURPOSES }).notNull(),
    frameId: uuid('frame_id').references(() => inspectionFrames.id),
    planId: uuid('plan_id').references(() => inspectionPlans.id),
    opaqueId: uuid('opaque_id'),
    addresses: text('addresses').array().notNull().default(sql`'{}'`),
    drawnOn: date('drawn_on').notNull(),
    inspectedAt: instant('inspected_at'),
    inspectedBy: uuid('inspected_by'),
    late: boolean('late').notNull().default(false),
    /** The report that its finding was filed as. */
    violationId: uuid('violation_id'),
  },
  (t) => [
    knownState(sheetWorkflow, t.state),
    check('sheet_is_about_one', sql`num_nonnulls(${t.dramaId}, ${t.miniProgramId}) = 1`),
    check(
      'sheet_of_its_purpose',
      sql`(${t.purpose} = 'sample') = (${t.frameId} is not null) and (${t.purpose} <> 'listed' or ${t.orderId} is not null)`,
    ),
    check('sheet_is_inspected', sql`(${t.state} in ('drawn', 'missed')) = (${t.inspectedAt} is null)`),
    check('sheet_is_referred', sql`(${t.state} = 'referred') = (${t.violationId} is not null)`),
    unique('one_sheet_of_item').on(t.frameId, t.opaqueId),
    uniqueIndex('one_look_a_day').on(t.orderId, t.dramaId, t.drawnOn).where(sql`${t.purpose} = 'listed'`),
    index('sheets_by_day').on(t.drawnOn, t.id),
    index('sheets_of_state').on(t.state, t.drawnOn, t.id),
    index('sheets_of_order').on(t.orderId),
    index('sheets_of_platform').on(t.platformId, t.drawnOn),
    index('sheets_of_bureau').on(t.bureauId, t.drawnOn, t.id),
    index('sheets_of_plan').on(t.planId, t.drawnOn),
    index('sheets_of_referral').on(t.violationId).where(sql`${t.violationId} is not null`),
  ],
)

/** What was found, where, and under which items. */
export const inspectionFindings = pgTable(
  'inspection_findings',
  {
    sheetId: uuid('sheet_id')
      .primaryKey()
      .references(() => inspectionSheets.id),
    address: text('address'),
    episode: integer('episode'),
    startSecond: integer('start_second'),
    endSecond: integer('end_second'),
    codes: text('codes').array().notNull().default(sql`'{}'`),
    note: text('note').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    notNegative('finding_start', t.startSecond),
    check('finding_runs_forward', sql`${t.endSecond} is null or ${t.endSecond} >= ${t.startSecond}`),
    check('finding_episode', sql`${t.episode} > 0`),
  ],
)

/** Pictures of what was seen. */
export const inspectionPictures = pgTable(
  'inspection_pictures',
  {
    id: uuid('id').primaryKey(),
    sheetId: uuid('sheet_id')
      .notNull()
      .references(() => inspectionSheets.id),
    sha256: text('sha256')
      .notNull()
      .references(() => files.sha256),
    name: text('name').notNull(),
    addedBy: uuid('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [unique('one_picture_of_sheet').on(t.sheetId, t.sha256), index('pictures_of_file').on(t.sha256)],
)
