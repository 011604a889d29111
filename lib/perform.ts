import { sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '@/db/client'
import { type Act, type Deadlines, following, read, transact, underHouse } from '@/db/transaction'
import { atTheEnd, consequences } from './consequences'
import { type Actor, houseFor } from './kernel/actor'
import type { Outcome, Refused } from './kernel/outcome'
import { dayOf } from './kernel/time'
import { claimOfSession, credentialsOf } from './organization/queries/session'
import { rulebook } from './rulebook/queries'
import { deadlineOn, type Rulebook } from './rulebook/rules/book'
import { deadlineFrom } from './rulebook/rules/deadline'

export type Command<I, T, C extends string> = (act: Act, input: I) => Promise<Outcome<T, C>>
/** `key`: the form's, so that a repeat gets the first answer. `at`: another instant than now, for the seed and for tests. */
export type Manner = { on?: Db; key?: string; at?: Date }

const deadlinesOf = (book: Rulebook): Deadlines => ({
  dueAt: (code, from) => deadlineFrom(deadlineOn(book, code, dayOf(from)), from, book.calendar).dueAt,
})

/**
 * One official act: the command and all that follows from it, or nothing. Consequences run under the house.
 * A refusal, also by something that follows, comes back as an outcome and has written nothing; so has a throw, which is a bug or an outage.
 */
export async function perform<I, T, C extends string>(
  command: Command<I, T, C>,
  actor: Actor,
  input: I,
  { on = db(), key, at }: Manner = {},
): Promise<Outcome<T, C>> {
  const law = async (tx: Tx) => deadlinesOf(await rulebook(tx))
  return transact(on, actor, { law, ...(key && { key }), ...(at && { at }) }, async (act) => {
    const outcome = await command(act, input)
    if (!outcome.ok) return outcome
    if (act.events.some(({ name }) => consequences[name])) await underHouse(act)
    for (const event of act.events)
      for (const follow of consequences[event.name] ?? []) {
        const followed = await follow(following(act, event), event)
        if (followed) return followed as Refused<C>
      }
    for (const conclude of atTheEnd) await conclude(act)
    return outcome
  })
}

/** The one door for reading: a page runs all its queries in one read-only transaction under its reader, at one instant of the acts' clock. */
export const look = <T>(actor: Actor, work: (tx: Tx, now: Date) => Promise<T>, on: Db = db()): Promise<T> => read(on, actor, work)

/** Who stands behind a session's random id, as long as the session lives. */
export const identify = (sid: string, on: Db = db()) => claimOfSession(on, sid)

/** With what the password is compared that somebody typed who is nobody yet: the house looks it up. */
export const credentialsFor = (actor: Actor, email: string, on: Db = db()) => look(houseFor(actor), (tx) => credentialsOf(tx, email), on)

/** The instant by which pages count: the database's, like every act's. */
export async function present(on: Db = db()): Promise<Date> {
  const [row] = await on.execute<{ now: string }>(
    sql`select now() + make_interval(secs => coalesce((select offset_seconds from test_clock), 0)) as now`,
  )
  return new Date(row!.now)
}
