import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { ORIGINS } from '../../lib/drama/workflow'
import { instant, notNegative } from './columns'

/** A work and its public face. Everything filed about it stands in `registration_contents`. */
export const dramas = pgTable(
  'dramas',
  {
    id: uuid('id').primaryKey(),
    code: text('code').notNull().unique(),
    title: text('title').notNull(),
    aliases: text('aliases').array().notNull().default(sql`'{}'`),
    /** The title without spaces, marks and script variants; equal folds are named, never merged. */
    folded: text('folded').notNull(),
    producerId: uuid('producer_id'),
    producerName: text('producer_name'),
    bureauId: uuid('bureau_id').notNull(),
    origin: text('origin', { enum: ORIGINS }).notNull(),
    episodeCount: integer('episode_count'),
    totalSeconds: integer('total_seconds'),
    /** Set by a regulator: this row and that one are the same work. */
    sameAsId: uuid('same_as_id'),
    /** How many listed entries hit it; while above 0 no filing of it goes forward. */
    listedCount: integer('listed_count').notNull().default(0),
    publicSince: instant('public_since'),
    posterSha: text('poster_sha'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    notNegative('drama_listed_count', t.listedCount),
    check('drama_code_form', sql`${t.code} ~ '^ZP-\\d{4}-\\d+$'`),
    index('dramas_by_producer').on(t.producerId, t.createdAt, t.id),
    index('dramas_public').on(t.publicSince, t.id),
    index('dramas_by_fold').on(t.folded),
    index('dramas_of_poster').on(t.posterSha),
    index('dramas_of_first').on(t.sameAsId).where(sql`${t.sameAsId} is not null`),
  ],
)

export const episodes = pgTable(
  'episodes',
  {
    dramaId: uuid('drama_id')
      .notNull()
      .references(() => dramas.id),
    number: integer('number').notNull(),
    title: text('title'),
    seconds: integer('seconds'),
  },
  (t) => [
    primaryKey({ columns: [t.dramaId, t.number] }),
    check('episode_positive', sql`${t.number} > 0 and (${t.seconds} is null or ${t.seconds} > 0)`),
  ],
)

/** Public titles, aliases and numbers, folded, for search. Public words only, so no row-level security stands before the index. */
export const registerNames = pgTable(
  'register_names',
  {
    dramaId: uuid('drama_id')
      .notNull()
      .references(() => dramas.id),
    kind: text('kind', { enum: ['title', 'alias', 'number'] }).notNull(),
    name: text('name').notNull(),
    folded: text('folded').notNull(),
    grams: text('grams').array().notNull(),
    /** How it sounds without its season, syllable by syllable; none for a number. */
    sound: text('sound'),
    state: text('state').notNull(),
    since: date('since').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.dramaId, t.kind, t.name] }),
    index('register_names_grams').using('gin', t.grams),
    index('register_names_folded').on(t.folded),
    index('register_names_sound').on(t.sound),
  ],
)

/** The same of works that were reported and are not public. Asked through a function that shows a reader only works that it may see. */
export const reportedNames = pgTable(
  'reported_names',
  {
    dramaId: uuid('drama_id')
      .notNull()
      .references(() => dramas.id),
    kind: text('kind', { enum: ['title', 'alias', 'number'] }).notNull(),
    name: text('name').notNull(),
    folded: text('folded').notNull(),
    grams: text('grams').array().notNull(),
    sound: text('sound'),
  },
  (t) => [
    primaryKey({ columns: [t.dramaId, t.kind, t.name] }),
    index('reported_names_grams').using('gin', t.grams),
    index('reported_names_sound').on(t.sound),
  ],
)
