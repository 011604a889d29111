import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { guidanceWorkflow, KINDS, PRECISIONS } from '../../lib/guidance/workflow'
import type { Day } from '../../lib/kernel/time'
import { caseColumns, instant, knownState, oneOf } from './columns'

const day = (name: string) => date(name, { mode: 'string' }).$type<Day>()

/** Notices, calls and recommendations. Drafts are for their issuer; what is published is for everybody. */
export const guidanceItems = pgTable(
  'guidance_items',
  {
    ...caseColumns(guidanceWorkflow),
    kind: text('kind', { enum: KINDS }).notNull(),
    title: text('title').notNull(),
    titleEn: text('title_en'),
    body: text('body').notNull(),
    bodyEn: text('body_en'),
    issuerId: uuid('issuer_id').notNull(),
    /** Empty where the house took it over. */
    openedBy: uuid('opened_by'),
    /** When its opener, who alone writes in it, last did. */
    writtenAt: instant('written_at'),
    publishedBy: uuid('published_by'),
    publishedAt: instant('published_at'),
    withdrawnAt: instant('withdrawn_at'),
    /** The date on the document, and how much of it is known. */
    issuedOn: day('issued_on'),
    issuedOnPrecision: text('issued_on_precision', { enum: PRECISIONS }).notNull().default('day'),
    /** A call's last day; empty where none is published. */
    closesOn: day('closes_on'),
    batch: text('batch'),
    /** How many works the batch has, also where the source does not name them all. */
    workCount: integer('work_count'),
    sourceName: text('source_name').notNull(),
    sourceNameEn: text('source_name_en'),
    sourceUrl: text('source_url'),
    /** Keys of the rulebook's sources as the files write them, `S37|N5`, where it was taken from there. */
    sourceKeys: text('source_key'),
    /** What the house took over, by the name that its file gives it. */
    carriedAs: text('carried_as').unique(),
  },
  (t) => [
    knownState(guidanceWorkflow, t.state),
    oneOf('guidance_kind_known', t.kind, KINDS),
    check('guidance_two_people', sql`${t.publishedBy} <> ${t.openedBy}`),
    check('guidance_published_by_another', sql`${t.state} = 'draft' or ${t.publishedBy} is not null or ${t.carriedAs} is not null`),
    check('guidance_published_at', sql`${t.state} <> 'published' or ${t.publishedAt} is not null`),
    check('guidance_work_count', sql`${t.workCount} > 0`),
    index('guidance_of_issuer').on(t.issuerId, t.openedAt, t.id),
    index('guidance_issued').on(t.state, t.kind, t.issuedOn, t.id),
  ],
)

/** The items of the taxonomy that a guidance item explains. */
export const guidanceClauses = pgTable(
  'guidance_clauses',
  {
    guidanceId: uuid('guidance_id')
      .notNull()
      .references(() => guidanceItems.id),
    code: text('code').notNull(),
  },
  (t) => [primaryKey({ columns: [t.guidanceId, t.code] }), index('guidance_on_clause').on(t.code)],
)

/** The works of a batch that the source names. */
export const guidanceWorks = pgTable(
  'guidance_works',
  {
    guidanceId: uuid('guidance_id')
      .notNull()
      .references(() => guidanceItems.id),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    producer: text('producer'),
  },
  (t) => [primaryKey({ columns: [t.guidanceId, t.position] })],
)
