import { sql } from 'drizzle-orm'
import { bigint, check, integer, pgTable } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/** That this database holds the demonstration: when its making began and ended, and which event was its last. One row, or none. */
export const demonstrations = pgTable(
  'demonstrations',
  {
    one: integer('one').primaryKey().default(1),
    begunAt: instant('begun_at').notNull(),
    /** Empty as long as it is being made, and for ever where its making was cut off. */
    finishedAt: instant('finished_at'),
    lastEvent: bigint('last_event', { mode: 'number' }),
  },
  (t) => [check('one_demonstration', sql`${t.one} = 1`)],
)
