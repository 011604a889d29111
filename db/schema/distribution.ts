import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { SUBJECT_KINDS, statementWorkflow, TIES } from '../../lib/distribution/workflow'
import { caseColumns, grams, instant, knownState, oneOf } from './columns'

/** Whoever runs mini-programs and accounts, by its credit code: one row whichever platform names it first. */
export const operators = pgTable(
  'operators',
  {
    id: uuid('id').primaryKey(),
    creditCode: text('credit_code').notNull().unique(),
    name: text('name').notNull(),
    /** The platform that named it first; its spelling counts. */
    namedById: uuid('named_by_id').notNull(),
    createdAt: instant('created_at').notNull(),
    grams: grams(),
  },
  (t) => [
    index('operators_grams').using('gin', t.grams),
    index('operators_to_fold').on(t.id).where(sql`${t.grams} is null`),
    check('operator_credit_code_form', sql`${t.creditCode} ~ '^[0-9A-Z]{18}$'`),
  ],
)

export const miniPrograms = pgTable(
  'mini_programs',
  {
    id: uuid('id').primaryKey(),
    platformId: uuid('platform_id').notNull(),
    appId: text('app_id').notNull(),
    name: text('name').notNull(),
    /** By its platform's statement that stands. */
    operatorId: uuid('operator_id').references(() => operators.id),
    createdAt: instant('created_at').notNull(),
    grams: grams(),
  },
  (t) => [
    index('mini_programs_grams').using('gin', t.grams),
    index('mini_programs_to_fold').on(t.id).where(sql`${t.grams} is null`),
    unique('one_mini_program').on(t.platformId, t.appId),
    index('mini_programs_of_operator').on(t.operatorId),
    index('mini_programs_by_name').on(t.name),
    index('mini_programs_noted').on(t.createdAt, t.id),
  ],
)

/** An account on a platform; its id stays while its handle may change. */
export const platformAccounts = pgTable(
  'platform_accounts',
  {
    id: uuid('id').primaryKey(),
    platformId: uuid('platform_id').notNull(),
    accountId: text('account_id').notNull(),
    handle: text('handle').notNull(),
    operatorId: uuid('operator_id').references(() => operators.id),
    createdAt: instant('created_at').notNull(),
    grams: grams(),
  },
  (t) => [
    index('accounts_grams').using('gin', t.grams),
    index('accounts_to_fold').on(t.id).where(sql`${t.grams} is null`),
    unique('one_account').on(t.platformId, t.accountId),
    index('accounts_of_operator').on(t.operatorId),
    index('accounts_by_handle').on(t.handle),
    index('accounts_noted').on(t.createdAt, t.id),
  ],
)

/** What a mini-program or an account was called before, and until when. */
export const subjectNames = pgTable(
  'subject_names',
  {
    subjectId: uuid('subject_id').notNull(),
    platformId: uuid('platform_id').notNull(),
    name: text('name').notNull(),
    untilAt: instant('until_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.subjectId, t.untilAt] })],
)

/** What a platform states about who is behind a mini-program or an account of its own. One stands; what it replaced is kept. */
export const subjectStatements = pgTable(
  'subject_statements',
  {
    ...caseColumns(statementWorkflow),
    subjectKind: text('subject_kind', { enum: SUBJECT_KINDS }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    platformId: uuid('platform_id').notNull(),
    operatorId: uuid('operator_id').references(() => operators.id),
    /** As this platform spells it. */
    operatorName: text('operator_name'),
    promoters: text('promoters').array().notNull(),
    /** Whether a payee and a telephone number were stated; what they are is kept nowhere. */
    payeeStated: boolean('payee_stated').notNull(),
    phoneStated: boolean('phone_stated').notNull(),
  },
  (t) => [
    knownState(statementWorkflow, t.state),
    oneOf('statement_subject_known', t.subjectKind, SUBJECT_KINDS),
    check('statement_names_its_operator', sql`(${t.operatorId} is null) = (${t.operatorName} is null)`),
    uniqueIndex('one_statement_stands').on(t.subjectId).where(sql`${t.state} = 'standing'`),
    index('statements_of_subject').on(t.subjectId, t.openedAt),
  ],
)

/** What can tie subjects to each other, of statements that stand: the operator's id, and keyed hashes of payee and telephone number. */
export const subjectTies = pgTable(
  'subject_ties',
  {
    subjectId: uuid('subject_id').notNull(),
    tie: text('tie', { enum: TIES }).notNull(),
    key: text('key').notNull(),
    platformId: uuid('platform_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.subjectId, t.tie] }),
    oneOf('tie_known', t.tie, TIES),
    check('tie_is_no_plain_text', sql`${t.tie} = 'operator' or ${t.key} ~ '^[0-9a-f]{64}$'`),
    index('subjects_tied').on(t.tie, t.key),
  ],
)

/** Where a work is shown: this work at this address on this platform. */
export const placements = pgTable(
  'placements',
  {
    id: uuid('id').primaryKey(),
    dramaId: uuid('drama_id').notNull(),
    platformId: uuid('platform_id').notNull(),
    address: text('address').notNull(),
    miniProgramId: uuid('mini_program_id'),
    accountId: uuid('account_id'),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [
    unique('one_placement').on(t.dramaId, t.platformId, t.address),
    index('placements_of_drama').on(t.dramaId),
    index('placements_of_mini_program').on(t.miniProgramId, t.seenAt).where(sql`${t.miniProgramId} is not null`),
    index('placements_of_account').on(t.accountId, t.seenAt).where(sql`${t.accountId} is not null`),
  ],
)
