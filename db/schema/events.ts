import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, pgTable, pgView, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { instant, transactionId } from './columns'

/** One row for each act, kept for ever: ids and facts. Names stand in `event_hands`, words in `event_words`. */
export const events = pgTable(
  'events',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    id: uuid('id').notNull().unique(),
    name: text('name').notNull(),
    noun: text('noun').notNull(),
    subjectId: uuid('subject_id').notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    /** The event that this one follows from. */
    cause: uuid('cause'),
    detail: jsonb('detail').notNull().$type<Record<string, unknown>>(),
    /** The transaction that wrote it: the order of commits, which the order of numbers is not. */
    writtenIn: transactionId('written_in').notNull().default(sql`pg_current_xact_id()`),
  },
  (t) => [index('events_of_subject').on(t.subjectId, t.seq)],
)

/** Whose hand it was: for regulators of the case and for the actor's own organization. */
export const eventHands = pgTable('event_hands', {
  eventId: uuid('event_id').primaryKey(),
  noun: text('noun').notNull(),
  subjectId: uuid('subject_id').notNull(),
  memberId: uuid('member_id'),
  organizationId: uuid('organization_id'),
  onBehalfOf: uuid('on_behalf_of'),
  memberName: text('member_name'),
})

export const AUDIENCES = ['everyone', 'case', 'parties', 'regulators'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What was said, word for word, and who may read it. Personal text, so it can be erased without touching the event. */
export const eventWords = pgTable(
  'event_words',
  {
    eventId: uuid('event_id').notNull(),
    field: text('field').notNull(),
    noun: text('noun').notNull(),
    subjectId: uuid('subject_id').notNull(),
    audience: text('audience', { enum: AUDIENCES }).notNull(),
    /** Who reads them besides the regulators; nobody stands beside words that others read, for it may be the filer. */
    organizationId: uuid('organization_id'),
    words: text('words').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.field] }),
    check('words_for_others_name_nobody', sql`${t.audience} in ('parties', 'regulators') or ${t.organizationId} is null`),
  ],
)

/** What waits for whom: one row for each case and organization, written by db/act.ts alone. No deadline is `infinity`. */
export const waiting = pgTable(
  'waiting',
  {
    subjectId: uuid('subject_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    noun: text('noun').notNull(),
    number: text('number'),
    title: text('title').notNull(),
    step: text('step').notNull(),
    duties: text('duties').array().notNull(),
    dueAt: timestamp('due_at', { withTimezone: true, mode: 'string' }).notNull(),
    since: instant('since').notNull(),
    severity: integer('severity'),
    /** Set on the row that the clock added for whoever stands above. */
    escalatedFrom: uuid('escalated_from'),
    /** The duty that sees it once it is overdue, and what it may do then; null once escalated. */
    escalatesTo: text('escalates_to'),
    escalatesStep: text('escalates_step'),
    /** When its holders are told next that it is due soon, or overdue; null when nothing is left to tell. */
    tellsAt: instant('tells_at'),
    /** Members who may not take the step, because an earlier one was theirs: it does not wait for them. */
    apart: uuid('apart').array().notNull().default(sql`'{}'`),
  },
  (t) => [
    primaryKey({ columns: [t.subjectId, t.organizationId] }),
    index('waiting_queue').on(t.organizationId, t.dueAt, t.subjectId),
    index('waiting_to_tell').on(t.tellsAt).where(sql`${t.tellsAt} is not null`),
    index('waiting_clock').on(t.dueAt).where(sql`${t.escalatesTo} is not null`),
  ],
)

export const caseCounters = pgTable(
  'case_counters',
  { prefix: text('prefix').notNull(), year: integer('year').notNull(), last: integer('last').notNull() },
  (t) => [primaryKey({ columns: [t.prefix, t.year] })],
)

/** One row for each form that was rendered and answered: a repeat gets the first answer again. */
export const formKeys = pgTable(
  'form_keys',
  { memberId: uuid('member_id').notNull(), key: uuid('key').notNull(), at: instant('at').notNull(), outcome: jsonb('outcome').notNull() },
  (t) => [primaryKey({ columns: [t.memberId, t.key] }), index('form_keys_by_age').on(t.at)],
)

/** What an organization's administrators see of the mails to its members: never what stands in them. The view says itself whose it shows. */
export const mailEnvelopes = pgView('mail_envelopes', {
  id: uuid('id').notNull(),
  organizationId: uuid('organization_id'),
  recipient: text('recipient').notNull(),
  subject: text('subject').notNull(),
  queuedAt: instant('queued_at').notNull(),
  sentAt: instant('sent_at'),
  attempts: integer('attempts').notNull(),
  nextAt: instant('next_at').notNull(),
  lastError: text('last_error'),
  askedBy: text('asked_by'),
  canGoAgain: boolean('can_go_again').notNull(),
  droppedAt: instant('dropped_at'),
}).existing()

/** In a test database alone: how far the acts' clock stands from the database's. The start-up check refuses a row here. */
export const testClock = pgTable('test_clock', { one: integer('one').primaryKey(), offsetSeconds: integer('offset_seconds').notNull() })

export const accessLog = pgTable(
  'access_log',
  {
    id: uuid('id').primaryKey(),
    memberId: uuid('member_id').notNull(),
    memberName: text('member_name').notNull(),
    organizationId: uuid('organization_id').notNull(),
    noun: text('noun').notNull(),
    subjectId: uuid('subject_id').notNull(),
    what: text('what').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('access_of_subject').on(t.subjectId, t.at)],
)

/**
 * Mail that has to leave the house: written inside the act, sent by the worker at least once. Whose member it goes to is known where it
 * goes to one: the administrators of that organization see its envelope.
 */
export const mails = pgTable(
  'mails',
  {
    id: uuid('id').primaryKey(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    queuedAt: instant('queued_at').notNull(),
    sentAt: instant('sent_at'),
    attempts: integer('attempts').notNull().default(0),
    nextAt: instant('next_at').notNull(),
    lastError: text('last_error'),
    organizationId: uuid('organization_id'),
    /** The administrator who had it sent again. */
    askedBy: text('asked_by'),
    /** Of the one-time link that stands in it. */
    linkHash: text('link_hash'),
    /** When it was found that its link is closed, so that it does not leave any more. */
    droppedAt: instant('dropped_at'),
  },
  (t) => [
    index('mails_to_send').on(t.nextAt).where(sql`${t.sentAt} is null and ${t.droppedAt} is null`),
    index('mails_of_organization').on(t.organizationId, t.queuedAt, t.id),
  ],
)
