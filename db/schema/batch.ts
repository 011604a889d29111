import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { batchWorkflow, FORMATS, ROW_STANDINGS, STOPS } from '../../lib/batch/workflow'
import { caseColumns, instant, knownState, oneOf } from './columns'

/** One file that a platform sent: what was read from it, and under whose hand its rows are recorded. */
export const batches = pgTable(
  'batches',
  {
    ...caseColumns(batchWorkflow),
    /** The file's name. */
    title: text('title').notNull(),
    filerId: uuid('filer_id').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    sha256: text('sha256').notNull(),
    byteCount: integer('byte_count').notNull(),
    format: text('format', { enum: FORMATS }).notNull(),
    sheet: text('sheet'),
    /** Its other sheets that hold rows; they are not read. */
    otherSheets: jsonb('other_sheets').notNull().default([]).$type<{ name: string; rows: number }[]>(),
    rowCount: integer('row_count').notNull(),
    /** Lines that are hidden in the file and were left out. */
    hiddenLines: integer('hidden_lines').array().notNull(),
    readBy: uuid('read_by').notNull(),
    /** Under whom the worker records: who confirmed, or resumed after it had stopped. */
    confirmedBy: uuid('confirmed_by'),
    confirmedAt: instant('confirmed_at'),
    stopReason: text('stop_reason', { enum: STOPS }),
    endedAt: instant('ended_at'),
  },
  (t) => [
    knownState(batchWorkflow, t.state),
    oneOf('batch_format_known', t.format, FORMATS),
    check('batch_has_its_hand', sql`${t.state} in ('read', 'withdrawn') or ${t.confirmedBy} is not null`),
    check('batch_stop_has_reason', sql`(${t.state} = 'stopped') <= (${t.stopReason} is not null)`),
    index('batches_of_filer').on(t.filerId, t.openedAt, t.id),
    index('batches_opened').on(t.openedAt, t.id),
    index('batches_running').on(t.confirmedAt).where(sql`${t.state} = 'running'`),
  ],
)

/** A row of the file as typed, as judged, and what became of it. */
export const batchRows = pgTable(
  'batch_rows',
  {
    batchId: uuid('batch_id')
      .notNull()
      .references(() => batches.id),
    line: integer('line').notNull(),
    filerId: uuid('filer_id').notNull(),
    reference: text('reference'),
    standing: text('standing', { enum: ROW_STANDINGS }).notNull(),
    typed: jsonb('typed').notNull().$type<Record<string, string>>(),
    entry: jsonb('entry').$type<Record<string, unknown>>(),
    faults: jsonb('faults').notNull().$type<Record<string, unknown>[]>(),
    /** The report that records it, or that had recorded the same reference before. */
    violationId: uuid('violation_id'),
    penaltyId: uuid('penalty_id'),
    bureauId: uuid('bureau_id'),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.line] }),
    oneOf('batch_row_standing_known', t.standing, ROW_STANDINGS),
    check('batch_row_filed_has_case', sql`${t.standing} not in ('filed', 'on_file', 'withdrawn', 'kept') or ${t.violationId} is not null`),
    index('batch_rows_standing').on(t.batchId, t.standing, t.line),
    index('batch_rows_of_violation').on(t.violationId),
  ],
)

/** The filers' own references that are on file: each records once. Withdrawn, it is free again. */
export const batchReferences = pgTable(
  'batch_references',
  {
    filerId: uuid('filer_id').notNull(),
    reference: text('reference').notNull(),
    violationId: uuid('violation_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.filerId, t.reference] }), index('batch_references_of_violation').on(t.violationId)],
)
