import { sql } from 'drizzle-orm'
import { bigint, check, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { OUTCOMES, SOURCES, STAGES, SUBJECT_KINDS, violationWorkflow } from '../../lib/violation/workflow'
import { caseColumns, instant, knownState } from './columns'

/** The case as all who may know of it read it. Who filed it and what they sent stands in `violation_filings`. */
export const violations = pgTable(
  'violations',
  {
    ...caseColumns(violationWorkflow),
    title: text('title').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    source: text('source', { enum: SOURCES }).notNull(),
    seenOn: date('seen_on'),
    filedAt: instant('filed_at'),
    decidedAt: instant('decided_at'),
    /** The case that this one was merged into; its outcome is everyone's. */
    rootId: uuid('root_id'),
    severity: integer('severity'),
    /** What was decided, also of a report that was merged: the root's outcome is everyone's. */
    outcome: text('outcome', { enum: OUTCOMES }),
  },
  (t) => [
    knownState(violationWorkflow, t.state),
    check('violation_severity_known', sql`${t.severity} between 1 and 4`),
    check('violation_root_is_another', sql`${t.rootId} <> ${t.id}`),
    index('violations_of_bureau').on(t.bureauId, t.filedAt, t.id),
    index('violations_by_filing').on(t.filedAt, t.id),
    index('violations_standing').on(t.state, t.filedAt, t.id),
    index('violations_before_bureau').on(t.bureauId, t.state, t.filedAt, t.id),
    index('violations_of_root').on(t.rootId),
    index('violations_decided').on(t.decidedAt, t.id),
  ],
)

export const violationFilings = pgTable(
  'violation_filings',
  {
    violationId: uuid('violation_id')
      .primaryKey()
      .references(() => violations.id),
    filerId: uuid('filer_id').notNull(),
    filedBy: uuid('filed_by').notNull(),
    filedByName: text('filed_by_name').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    filedAt: instant('filed_at'),
    description: text('description'),
    links: text('links').array().notNull().default(sql`'{}'`),
    /** Blacklist entries that the filer takes this to be near to. */
    citedEntryIds: uuid('cited_entry_ids').array().notNull().default(sql`'{}'`),
    /** The draft as typed, until it is filed. */
    draft: jsonb('draft').$type<Record<string, unknown>>(),
    savedAt: instant('saved_at').notNull().default(sql`now()`),
    /** The rectification whose refusal it reports. */
    refusedId: uuid('refused_id'),
  },
  (t) => [
    index('filings_of_filer').on(t.filerId, t.filedAt, t.violationId),
    index('filings_of_refusal').on(t.refusedId, t.filerId).where(sql`${t.refusedId} is not null`),
  ],
)

/** What a report is about; one decision rules each for itself. */
export const violationSubjects = pgTable(
  'violation_subjects',
  {
    id: uuid('id').primaryKey(),
    violationId: uuid('violation_id')
      .notNull()
      .references(() => violations.id),
    kind: text('kind', { enum: SUBJECT_KINDS }).notNull(),
    dramaId: uuid('drama_id'),
    miniProgramId: uuid('mini_program_id'),
    accountId: uuid('account_id'),
    stage: text('stage', { enum: STAGES }).notNull(),
    outcome: text('outcome', { enum: OUTCOMES }),
    severity: integer('severity'),
    reason: text('reason'),
    decidedAt: instant('decided_at'),
    /** Of a work, as known when it was ruled on or recorded; empty where nobody knows, which is never 0. */
    episodeCount: integer('episode_count'),
    totalSeconds: integer('total_seconds'),
  },
  (t) => [
    check('violation_subject_is_one', sql`num_nonnulls(${t.dramaId}, ${t.miniProgramId}, ${t.accountId}) = 1`),
    index('subjects_of_violation').on(t.violationId),
    index('violations_of_drama').on(t.dramaId),
    index('violations_of_account').on(t.accountId, t.decidedAt),
    index('violations_of_mini_program').on(t.miniProgramId, t.decidedAt),
  ],
)

/** One item of the taxonomy, tied to a subject that it applies to, as the filer named it and as the reviewer upheld it. */
export const violationClauses = pgTable(
  'violation_clauses',
  {
    subjectId: uuid('subject_id')
      .notNull()
      .references(() => violationSubjects.id),
    violationId: uuid('violation_id').notNull(),
    code: text('code').notNull(),
    upheld: text('upheld', { enum: ['yes', 'no'] }),
  },
  (t) => [primaryKey({ columns: [t.subjectId, t.code] }), index('clauses_of_violation').on(t.violationId)],
)

/** Where in the work: episode and time in seconds. */
export const violationPlaces = pgTable(
  'violation_places',
  {
    violationId: uuid('violation_id')
      .notNull()
      .references(() => violations.id),
    position: integer('position').notNull(),
    episode: integer('episode').notNull(),
    startSecond: integer('start_second'),
    endSecond: integer('end_second'),
  },
  (t) => [
    primaryKey({ columns: [t.violationId, t.position] }),
    check('place_runs_forward', sql`${t.endSecond} is null or ${t.endSecond} >= ${t.startSecond}`),
  ],
)

/** What the filer says is seen there: its own words, which only itself and the regulators of the case read. */
export const violationPlaceNotes = pgTable(
  'violation_place_notes',
  {
    violationId: uuid('violation_id')
      .notNull()
      .references(() => violations.id),
    position: integer('position').notNull(),
    note: text('note').notNull(),
  },
  (t) => [primaryKey({ columns: [t.violationId, t.position] })],
)

/** A file in content-addressed storage; the row is written after the bytes are safe. */
export const files = pgTable('files', {
  sha256: text('sha256').primaryKey(),
  byteCount: bigint('byte_count', { mode: 'number' }).notNull(),
  mediaType: text('media_type').notNull(),
  storedAt: instant('stored_at').notNull(),
})

export const violationEvidence = pgTable(
  'violation_evidence',
  {
    id: uuid('id').primaryKey(),
    violationId: uuid('violation_id')
      .notNull()
      .references(() => violations.id),
    sha256: text('sha256')
      .notNull()
      .references(() => files.sha256),
    name: text('name').notNull(),
    organizationId: uuid('organization_id').notNull(),
    addedBy: uuid('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [index('evidence_of_violation').on(t.violationId), index('evidence_of_file').on(t.sha256)],
)
