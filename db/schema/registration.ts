import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, jsonb, pgTable, pgView, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { registrationWorkflow } from '../../lib/registration/workflow'
import { caseColumns, instant, knownState } from './columns'
import { dramas } from './drama'

export const registrations = pgTable(
  'registrations',
  {
    ...caseColumns(registrationWorkflow),
    /** The work is opened with the first submit or offer; a draft has none. */
    dramaId: uuid('drama_id').references(() => dramas.id),
    title: text('title').notNull(),
    creatorId: uuid('creator_id'),
    bureauId: uuid('bureau_id').notNull(),
    /** The platform that numbered a Class III work by itself. */
    issuerId: uuid('issuer_id'),
    /** The creator's offer that a platform's record answers. */
    offerId: uuid('offer_id'),
    class: integer('class'),
    /** Day of the first submit or offer: by its tier rule the class was computed, and it stays. */
    ruledOn: date('ruled_on'),
    tierRule: text('tier_rule'),
    officialNumber: text('official_number'),
    /** The number in one spelling: however it is typed, it is issued once. */
    numberKey: text('number_key').unique(),
    submittedAt: instant('submitted_at'),
    decidedAt: instant('decided_at'),
    /** For how many platforms it is planned, and how many have still to answer; which they are stands in `registration_plans`. */
    plannedCount: integer('planned_count').notNull().default(0),
    pendingCount: integer('pending_count').notNull().default(0),
    stateBefore: text('state_before').$type<'registered' | 'published' | 'offered'>(),
    /** Working days left of the bureau's clock while it stands, and of 总局's. */
    clockLeft: integer('clock_left'),
    noticeLeft: integer('notice_left'),
  },
  (t) => [
    knownState(registrationWorkflow, t.state),
    check('registration_class_known', sql`${t.class} in (1, 2, 3)`),
    check('registration_has_work', sql`${t.state} = 'draft' or ${t.dramaId} is not null`),
    check('official_number_has_key', sql`(${t.officialNumber} is null) = (${t.numberKey} is null)`),
    // The grammar of what the portal issues; a test holds it against lib/registration/rules/number.ts.
    check('official_number_form', sql`${t.class} <> 2 or ${t.officialNumber} ~ '^（[^（）]{1,8}）网微剧备字（20[0-9]{2}）第[0-9]{3,7}号$'`),
    check('registration_state_before', sql`${t.state} <> 'suspended' or ${t.stateBefore} is not null`),
    index('registrations_of_creator').on(t.creatorId, t.openedAt, t.id),
    index('registrations_of_bureau').on(t.bureauId, t.submittedAt, t.id),
    index('registrations_submitted').on(t.submittedAt, t.id),
    index('registrations_standing').on(t.state, t.submittedAt, t.id),
    index('registrations_of_offer').on(t.offerId),
    index('registrations_of_issuer').on(t.issuerId, t.openedAt, t.id),
    index('registrations_of_drama').on(t.dramaId),
    uniqueIndex('one_record_per_platform').on(t.dramaId, t.issuerId).where(sql`${t.issuerId} is not null`),
  ],
)

/** The public face of a filing in a public state: what everybody reads who does not follow it. */
export const registrationFaces = pgView('registration_faces', {
  id: uuid('id').notNull(),
  number: text('number').notNull(),
  state: text('state', { enum: ['offered', 'registered', 'published', 'suspended'] }).notNull(),
  dramaId: uuid('drama_id').notNull(),
  title: text('title').notNull(),
  bureauId: uuid('bureau_id').notNull(),
  issuerId: uuid('issuer_id'),
  offerId: uuid('offer_id'),
  class: integer('class').notNull(),
  officialNumber: text('official_number'),
  numberKey: text('number_key'),
  publicSince: instant('public_since').notNull(),
  pendingCount: integer('pending_count').notNull(),
  isUnderOrder16: boolean('is_under_order_16').notNull(),
}).existing()

/** The platforms that a work is to be shown on: for its creator, its regulators, and of each row the platform itself. */
export const registrationPlans = pgTable(
  'registration_plans',
  {
    registrationId: uuid('registration_id')
      .notNull()
      .references(() => registrations.id),
    platformId: uuid('platform_id').notNull(),
    /** In the order in which the creator named them. */
    position: integer('position').notNull(),
    /** It was offered the work and has not answered. */
    pending: boolean('pending').notNull(),
  },
  (t) => [primaryKey({ columns: [t.registrationId, t.platformId] })],
)

/** What was filed, word for word; a new row for each submit, the highest `turn` being the one in work. */
export const registrationContents = pgTable(
  'registration_contents',
  {
    registrationId: uuid('registration_id')
      .notNull()
      .references(() => registrations.id),
    turn: integer('turn').notNull(),
    content: jsonb('content').notNull().$type<Record<string, unknown>>(),
    posterSha: text('poster_sha').generatedAlwaysAs(sql`content ->> 'poster'`),
    savedAt: instant('saved_at').notNull(),
    submittedAt: instant('submitted_at'),
  },
  (t) => [primaryKey({ columns: [t.registrationId, t.turn] }), index('contents_of_poster').on(t.posterSha)],
)

/** Why a filing was returned, field by field, with the words that were objected to. */
export const registrationReasons = pgTable(
  'registration_reasons',
  {
    registrationId: uuid('registration_id')
      .notNull()
      .references(() => registrations.id),
    turn: integer('turn').notNull(),
    field: text('field').notNull(),
    quote: text('quote'),
    reason: text('reason').notNull(),
  },
  (t) => [primaryKey({ columns: [t.registrationId, t.turn, t.field] })],
)

/** Official numbers per bureau and year, drawn inside the act that issues them; immutable and never reused. */
export const officialCounters = pgTable(
  'official_counters',
  { issuer: text('issuer').notNull(), year: integer('year').notNull(), last: integer('last').notNull() },
  (t) => [primaryKey({ columns: [t.issuer, t.year] })],
)
