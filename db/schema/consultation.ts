import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { consultationWorkflow, TOPICS } from '../../lib/consultation/workflow'
import { caseColumns, instant, knownState, oneOf } from './columns'

/** A question to a bureau: for whoever asked, the bureau and 总局. */
export const consultations = pgTable(
  'consultations',
  {
    ...caseColumns(consultationWorkflow),
    title: text('title').notNull(),
    topic: text('topic', { enum: TOPICS }).notNull(),
    question: text('question').notNull(),
    /** Which work it is about, as the asker calls it. */
    workTitle: text('work_title'),
    askerId: uuid('asker_id').notNull(),
    askedBy: uuid('asked_by').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    answer: text('answer'),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    knownState(consultationWorkflow, t.state),
    oneOf('consultation_topic_known', t.topic, TOPICS),
    check(
      'consultation_answered',
      sql`${t.state} not in ('answered', 'published') or (${t.answer} is not null and ${t.answeredAt} is not null)`,
    ),
    index('consultations_of_asker').on(t.askerId, t.openedAt, t.id),
    index('consultations_of_bureau').on(t.bureauId, t.openedAt, t.id),
    index('consultations_opened').on(t.openedAt, t.id),
  ],
)

/** What the public reads of it: written anew by the bureau, and nothing of whoever asked. */
export const consultationPublications = pgTable(
  'consultation_publications',
  {
    consultationId: uuid('consultation_id')
      .primaryKey()
      .references(() => consultations.id),
    number: text('number').notNull().unique(),
    bureauId: uuid('bureau_id').notNull(),
    topic: text('topic', { enum: TOPICS }).notNull(),
    title: text('title').notNull(),
    question: text('question').notNull(),
    answer: text('answer').notNull(),
    clauses: text('clauses').array().notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [index('consultations_published').on(t.publishedAt, t.consultationId)],
)
