import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { blacklistWorkflow } from '../../lib/blacklist/workflow'
import { caseColumns, instant, knownState, oneOf } from './columns'
import { miniPrograms } from './distribution'
import { dramas } from './drama'

/** What an entry can hit: a work everywhere, a mini-program on its host alone. */
export const LISTED_KINDS = ['drama', 'mini_program'] as const

export const blacklistEntries = pgTable(
  'blacklist_entries',
  {
    ...caseColumns(blacklistWorkflow),
    title: text('title').notNull(),
    /** Whose title it is: a work's, or where no work is hit a mini-program's. */
    titleKind: text('title_kind', { enum: LISTED_KINDS }).notNull().default('drama'),
    bureauId: uuid('bureau_id').notNull(),
    severity: integer('severity').notNull(),
    severityProposed: integer('severity_proposed').notNull(),
    verifiedAt: instant('verified_at'),
    listedAt: instant('listed_at'),
    liftedAt: instant('lifted_at'),
    previousEntryId: uuid('previous_entry_id'),
  },
  (t) => [
    knownState(blacklistWorkflow, t.state),
    oneOf('blacklist_title_kind_known', t.titleKind, LISTED_KINDS),
    check('blacklist_severity_known', sql`${t.severity} between 3 and 4 and ${t.severityProposed} between 1 and 4`),
    index('entries_of_bureau').on(t.bureauId, t.openedAt, t.id),
    index('entries_listed').on(t.state, t.listedAt, t.id),
    index('entries_opened').on(t.openedAt, t.id),
    index('entries_standing').on(t.state, t.openedAt, t.id),
  ],
)

/** The members who proposed, verified, approved and lifted an entry, for its regulators alone: a proposer's member tells the proposer. */
export const blacklistHands = pgTable(
  'blacklist_hands',
  {
    entryId: uuid('entry_id')
      .primaryKey()
      .references(() => blacklistEntries.id),
    proposedBy: uuid('proposed_by').notNull(),
    verifiedBy: uuid('verified_by'),
    approvedBy: uuid('approved_by'),
    liftedBy: uuid('lifted_by'),
  },
  (t) => [
    check(
      'blacklist_three_people',
      sql`${t.verifiedBy} <> ${t.proposedBy} and ${t.approvedBy} not in (${t.proposedBy}, ${t.verifiedBy}) and ${t.liftedBy} <> ${t.approvedBy}`,
    ),
  ],
)

/** Who proposed: sealed from creators, the public and other platforms. */
export const blacklistProposals = pgTable(
  'blacklist_proposals',
  {
    entryId: uuid('entry_id')
      .notNull()
      .references(() => blacklistEntries.id),
    violationId: uuid('violation_id').notNull(),
    proposerId: uuid('proposer_id').notNull(),
    proposedByName: text('proposed_by_name').notNull(),
    bureauId: uuid('bureau_id').notNull(),
    at: instant('at').notNull(),
    first: boolean('first').notNull(),
    /** The impositions of P10 that proposed it; a refusal takes them back. */
    penaltyIds: uuid('penalty_ids').array().notNull().default(sql`'{}'`),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.violationId, t.proposerId] }),
    index('proposals_of_proposer').on(t.proposerId, t.at),
    index('proposals_of_penalties').using('gin', t.penaltyIds),
    index('proposals_on_violation').on(t.violationId),
  ],
)

/** By whom a work or mini-program came into the scope: the report itself, the proposer beside it, the bureau when it verified. */
export const CHOSEN = ['report', 'proposal', 'verification'] as const

/** What the entry hits: works, and mini-programs. `active` follows the entry's state; each stands on one active entry at most. */
export const blacklistSubjects = pgTable(
  'blacklist_subjects',
  {
    entryId: uuid('entry_id')
      .notNull()
      .references(() => blacklistEntries.id),
    dramaId: uuid('drama_id'),
    miniProgramId: uuid('mini_program_id').references(() => miniPrograms.id),
    active: boolean('active').notNull(),
    chosen: text('chosen', { enum: CHOSEN }).notNull().default('report'),
    /** Of the work as known when it was chosen. */
    episodeCount: integer('episode_count'),
    totalSeconds: integer('total_seconds'),
  },
  (t) => [
    unique('one_subject_per_entry').on(t.entryId, t.dramaId, t.miniProgramId).nullsNotDistinct(),
    check('blacklist_subject_is_one', sql`num_nonnulls(${t.dramaId}, ${t.miniProgramId}) = 1`),
    index('entries_of_drama').on(t.dramaId),
    index('entries_of_mini_program').on(t.miniProgramId),
    uniqueIndex('one_active_entry_per_drama').on(t.dramaId).where(sql`${t.active}`),
    uniqueIndex('one_active_entry_per_mini_program').on(t.miniProgramId).where(sql`${t.active}`),
  ],
)

export const blacklistClauses = pgTable(
  'blacklist_clauses',
  {
    entryId: uuid('entry_id')
      .notNull()
      .references(() => blacklistEntries.id),
    code: text('code').notNull(),
    severity: integer('severity').notNull(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.code] })],
)

/** Names and numbers near which a new title is pointed out; they warn and never block. */
export const blacklistNames = pgTable(
  'blacklist_names',
  {
    entryId: uuid('entry_id')
      .notNull()
      .references(() => blacklistEntries.id),
    name: text('name').notNull(),
    folded: text('folded').notNull(),
    grams: text('grams').array().notNull(),
    /** How its stem sounds; other characters of the same sound are found by it. */ sound: text('sound'),
    kind: text('kind', { enum: ['title', 'alias', 'number'] }).notNull(),
    /** Whose name it is, and leaves the scope with; none where it was given as a name. */
    dramaId: uuid('drama_id').references(() => dramas.id),
    active: boolean('active').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.name] }),
    index('blacklist_names_grams').using('gin', t.grams),
    index('blacklist_names_sound').on(t.sound),
  ],
)
