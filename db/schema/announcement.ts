import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { ANNOUNCEMENT_KINDS, announcementWorkflow } from '../../lib/announcement/workflow'
import { caseColumns, instant, knownState, oneOf } from './columns'

export const announcements = pgTable(
  'announcements',
  {
    ...caseColumns(announcementWorkflow),
    kind: text('kind', { enum: ANNOUNCEMENT_KINDS }).notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    issuerId: uuid('issuer_id').notNull(),
    /** The one that this corrects or retracts. */
    ofId: uuid('of_id'),
    /** The file of a platform's own measures that it was drafted from. */
    batchId: uuid('batch_id'),
    openedBy: uuid('opened_by').notNull(),
    /** Everybody who wrote in it, whoever did so last at the end. */
    writtenBy: uuid('written_by').array().notNull(),
    writtenAt: instant('written_at').notNull(),
    proposedBy: uuid('proposed_by'),
    approvedBy: uuid('approved_by'),
    /** When it is to be published; none: once it is approved. */
    scheduledAt: instant('scheduled_at'),
    publishedAt: instant('published_at'),
    /** 第 N 期 of its issuer, drawn at publication. */
    issue: integer('issue'),
  },
  (t) => [
    knownState(announcementWorkflow, t.state),
    oneOf('announcement_kind_known', t.kind, ANNOUNCEMENT_KINDS),
    check('announcement_points_back', sql`(${t.kind} = 'announcement') = (${t.ofId} is null)`),
    check('announcement_two_people', sql`${t.approvedBy} <> ${t.proposedBy}`),
    check('announcement_writers_apart', sql`${t.approvedBy} <> all(${t.writtenBy})`),
    check('announcement_published_whole', sql`${t.state} <> 'published' or (${t.issue} is not null and ${t.publishedAt} is not null)`),
    uniqueIndex('one_issue_number').on(t.issuerId, t.issue).where(sql`${t.issue} is not null`),
    index('announcements_of_issuer').on(t.issuerId, t.openedAt, t.id),
    index('announcements_published').on(t.publishedAt, t.id).where(sql`${t.state} = 'published'`),
    index('announcements_scheduled').on(t.scheduledAt).where(sql`${t.state} = 'scheduled'`),
    index('announcements_pointing_back').on(t.ofId).where(sql`${t.ofId} is not null`),
  ],
)

/** Where an issuer's count stands: it says so once, then it goes on by itself. */
export const announcementCounts = pgTable('announcement_counts', {
  issuerId: uuid('issuer_id').primaryKey(),
  last: integer('last').notNull(),
})

/** A figure chosen from the record: in a draft it lives, at publication it freezes. */
export const announcementFigures = pgTable(
  'announcement_figures',
  {
    announcementId: uuid('announcement_id')
      .notNull()
      .references(() => announcements.id),
    key: text('key').notNull(),
    definition: jsonb('definition').notNull().$type<Record<string, unknown>>(),
    value: integer('value'),
    unknown: integer('unknown'),
    rows: integer('rows'),
    positionSeq: integer('position_seq'),
    positionSnapshot: text('position_snapshot'),
    sha256: text('sha256'),
  },
  (t) => [primaryKey({ columns: [t.announcementId, t.key] })],
)

/** The records of a frozen figure as the public reads them: works by their title, accounts masked, of a sealed figure nothing but that they count. */
export const announcementRows = pgTable(
  'announcement_rows',
  {
    announcementId: uuid('announcement_id')
      .notNull()
      .references(() => announcements.id),
    key: text('key').notNull(),
    /** Its place in the list, the newest first. */
    position: integer('position').notNull(),
    name: text('name').notNull(),
    targetKind: text('target_kind').notNull(),
    codes: text('codes').array().notNull(),
    rung: text('rung'),
    countsAt: instant('counts_at').notNull(),
    /** When what it counted was taken back or overturned; the figure stays and the page says so. */
    takenBackAt: instant('taken_back_at'),
  },
  (t) => [primaryKey({ columns: [t.announcementId, t.key, t.position] })],
)

/** Which record a published row was, for its issuer and 总局: the public reads names, and no id that it could find in a report or a penalty. */
export const announcementSources = pgTable(
  'announcement_sources',
  {
    announcementId: uuid('announcement_id').notNull(),
    key: text('key').notNull(),
    position: integer('position').notNull(),
    rowId: text('row_id').notNull(),
    caseId: uuid('case_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.announcementId, t.key, t.position] }),
    foreignKey({
      columns: [t.announcementId, t.key, t.position],
      foreignColumns: [announcementRows.announcementId, announcementRows.key, announcementRows.position],
      name: 'announcement_source_of_row',
    }),
    index('announced_cases').on(t.caseId),
  ],
)
