import { sql } from 'drizzle-orm'
import { bigint, boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { biweeklyWorkflow, RETURNS_TO } from '../../lib/biweekly/workflow'
import type { Day } from '../../lib/kernel/time'
import { caseColumns, instant, knownState, notNegative, oneOf } from './columns'

const day = (name: string) => date(name, { mode: 'string' }).$type<Day>()

/** Who reported for which period, and when: the public face. What was reported stands in `biweekly_contents` and `biweekly_figures`. */
export const biweeklyReports = pgTable(
  'biweekly_reports',
  {
    ...caseColumns(biweeklyWorkflow),
    title: text('title').notNull(),
    filerId: uuid('filer_id').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    periodFrom: day('period_from').notNull(),
    /** The day after the last. */
    periodTo: day('period_to').notNull(),
    /** 1 is the report that the clock called, each amendment one more. */
    edition: integer('edition').notNull().default(1),
    previousId: uuid('previous_id'),
    returnsTo: text('returns_to', { enum: RETURNS_TO }).notNull(),
    writtenBy: uuid('written_by'),
    writtenAt: instant('written_at'),
    signedBy: uuid('signed_by'),
    signedAt: instant('signed_at'),
    /** The deadline as the law has it; `dueAt` goes when nothing waits any more. */
    reportDueAt: instant('report_due_at').notNull(),
    late: boolean('late').notNull().default(false),
  },
  (t) => [
    knownState(biweeklyWorkflow, t.state),
    oneOf('biweekly_returns_to_known', t.returnsTo, RETURNS_TO),
    check('biweekly_signer_is_another', sql`${t.signedBy} <> ${t.writtenBy}`),
    check(
      'biweekly_hands_complete',
      sql`(${t.state} not in ('written', 'signed', 'superseded') or ${t.writtenBy} is not null) and ((${t.state} in ('signed', 'superseded')) = (${t.signedBy} is not null))`,
    ),
    check('biweekly_on_the_grid', sql`${t.periodTo} = ${t.periodFrom} + 14 and (${t.periodFrom} - date '2026-01-05') % 14 = 0`),
    check(
      'biweekly_amendment_follows',
      sql`(${t.edition} = 1) = (${t.previousId} is null) and (${t.returnsTo} = 'due') = (${t.previousId} is null)`,
    ),
    uniqueIndex('one_report_per_filer_and_period').on(t.filerId, t.periodFrom).where(sql`${t.previousId} is null`),
    uniqueIndex('one_amendment_at_a_time').on(t.previousId).where(sql`${t.state} <> 'withdrawn'`),
    index('reports_of_filer').on(t.filerId, t.periodFrom, t.edition),
    index('reports_of_period').on(t.periodFrom, t.filerId),
  ],
)

/** Of which moment of the record the figures are, and what the filer says besides: for itself, its bureau and 总局. */
export const biweeklyContents = pgTable(
  'biweekly_contents',
  {
    reportId: uuid('report_id')
      .primaryKey()
      .references(() => biweeklyReports.id),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    snapshot: text('snapshot').notNull(),
    countedAt: instant('counted_at').notNull(),
    remark: text('remark'),
  },
  (t) => [notNegative('biweekly_seq', t.seq)],
)

/** A figure as the record had it, and beside it what the filer declares instead, with the reason: both stay. */
export const biweeklyFigures = pgTable(
  'biweekly_figures',
  {
    reportId: uuid('report_id')
      .notNull()
      .references(() => biweeklyReports.id),
    key: text('key').notNull(),
    /** What it means in the record. */
    definition: jsonb('definition').notNull().$type<object>(),
    value: bigint('value', { mode: 'number' }).notNull(),
    /** Of how many works the episodes or minutes are not known. */
    unknown: integer('unknown').notNull().default(0),
    declared: bigint('declared', { mode: 'number' }),
    reason: text('reason'),
  },
  (t) => [
    primaryKey({ columns: [t.reportId, t.key] }),
    check('biweekly_declared_has_reason', sql`(${t.declared} is null) = (${t.reason} is null)`),
    check('biweekly_figures_not_negative', sql`${t.value} >= 0 and ${t.unknown} >= 0 and ${t.declared} >= 0`),
  ],
)
