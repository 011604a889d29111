import { sql } from 'drizzle-orm'
import { type AnyPgColumn, bigint, check, customType, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Workflow } from '../../lib/kernel/workflow'

export const instant = (name: string) => timestamp(name, { withTimezone: true })
/** Which transaction wrote a row. With a snapshot of the server's it says what could be seen, in the order of commits. */
export const transactionId = (name: string) => customType<{ data: string }>({ dataType: () => 'xid8' })(name)
/** Characters and pairs of neighbours of a folded name, for search; none until the name has been folded. */
export const grams = () => text('grams').array()
/** Money in integer fen. */
export const fen = (name: string) => bigint(name, { mode: 'bigint' })

/** What every case carries. `state`, `version`, `number`, `dueAt` and `escalatedAt` are written only by db/act.ts. */
export const caseColumns = <S extends string>(workflow: { states: readonly [S, ...S[]] }) => ({
  id: uuid('id').primaryKey(),
  number: text('number').unique(),
  state: text('state', { enum: workflow.states as unknown as [string, ...string[]] })
    .notNull()
    .$type<S>(),
  version: integer('version').notNull().default(1),
  openedAt: instant('opened_at').notNull(),
  /** When what the case now waits for is due; null where nothing is due or the clock stands. */
  dueAt: instant('due_at'),
  escalatedAt: instant('escalated_at'),
})

const list = (words: readonly string[]) => sql.raw(words.map((word) => `'${word}'`).join(', '))

/** The law's second wall: the database knows the words itself. */
export const oneOf = (name: string, column: AnyPgColumn, words: readonly string[]) => check(name, sql`${column} in (${list(words)})`)
export const knownState = (workflow: Pick<Workflow, 'noun' | 'states'>, state: AnyPgColumn) =>
  oneOf(`${workflow.noun}_state_known`, state, workflow.states)
export const notNegative = (name: string, column: AnyPgColumn) => check(name, sql`${column} >= 0`)
