import { pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** When a process of the portal last said that it is alive. */
export const heartbeats = pgTable('heartbeats', {
  process: text('process').primaryKey(),
  at: timestamp('at', { withTimezone: true }).notNull(),
})
