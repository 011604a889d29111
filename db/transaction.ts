import { and, eq, sql } from 'drizzle-orm'
import { type Actor, houseFor } from '../lib/kernel/actor'
import type { Outcome, Refused } from '../lib/kernel/outcome'
import type { Db, Tx } from './client'
import { type ActEvent, type Gathered, record } from './record'
import { formKeys } from './schema'

/** When something due is due, by the rulebook in force at that instant. */
export type Deadlines = { dueAt: (code: string, from: Date) => Date }

/** Who acts, at which instant of the database's clock, inside which transaction, and what it has recorded so far. */
export type Act = {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Date
  readonly events: ActEvent[]
  readonly deadlines: Deadlines
  readonly cause: string | null
  readonly gathered: Gathered
}

class Rollback extends Error {
  refused: Refused
  constructor(refused: Refused) {
    super(refused.code)
    this.refused = refused
  }
}

const context = (actor: Actor) =>
  sql`set_config('app.kind', ${actor.kind}, true), set_config('app.organization', ${actor.organizationId ?? ''}, true), set_config('app.member', ${actor.memberId ?? ''}, true)`

/** The acts' clock: the database's, moved only in tests. */
const actsNow = sql`now() + make_interval(secs => coalesce((select offset_seconds from test_clock), 0)) as now`

/** Reads under an actor's context in one read-only transaction, at one instant of the acts' clock; row-level security sees the actor and nobody else. */
export function read<T>(on: Db, actor: Actor, work: (tx: Tx, now: Date) => Promise<T>): Promise<T> {
  return on.transaction(
    async (tx) => {
      const [opened] = await tx.execute<{ now: string }>(sql`select ${actsNow}, ${context(actor)}`)
      return work(tx, new Date(opened!.now))
    },
    { accessMode: 'read only' },
  )
}

/** The same act under the house, following from an event: for consequences. */
export const following = (act: Act, event: ActEvent): Act => ({ ...act, actor: houseFor(event.by), cause: event.id })

/** Puts the transaction under the house; what follows sees all, as consequences and the record must. */
export async function underHouse({ tx, actor, gathered }: Act) {
  if (gathered.isHouse) return
  gathered.isHouse = true
  await tx.execute(sql`select ${context(houseFor(actor))}`)
}

/** One thing that only the house may, amid an act that stays its actor's. */
export async function asHouse<T>(act: Act, work: () => PromiseLike<T>): Promise<T> {
  if (act.gathered.isHouse) return work()
  await underHouse(act)
  const done = await work()
  act.gathered.isHouse = false
  await act.tx.execute(sql`select ${context(act.actor)}`)
  return done
}

/** `law`: read in the act's own transaction. */
export type Transaction = { law: (tx: Tx) => Promise<Deadlines>; at?: Date; key?: string }

const isRepeat = (error: unknown): boolean => {
  const fault = error as { code?: string; constraint_name?: string; cause?: unknown } | null
  return (
    !!fault &&
    ((fault.code === '23505' && fault.constraint_name === 'form_keys_member_id_key_pk') || (!!fault.cause && isRepeat(fault.cause)))
  )
}

async function answered<T, C extends string>(on: Db, actor: Actor, key: string): Promise<Outcome<T, C> | undefined> {
  const [row] = await read(on, actor, (tx) =>
    tx
      .select({ outcome: formKeys.outcome })
      .from(formKeys)
      .where(and(eq(formKeys.memberId, actor.memberId!), eq(formKeys.key, key))),
  )
  return row?.outcome as Outcome<T, C> | undefined
}

/** Opens an act under its actor; commits an ok outcome with all that it recorded, rolls a refusal back. A repeated key gives the first answer again. */
export async function transact<T, C extends string>(
  on: Db,
  actor: Actor,
  { law, at, key }: Transaction,
  work: (act: Act) => Promise<Outcome<T, C>>,
): Promise<Outcome<T, C>> {
  const keyed = key !== undefined && actor.memberId !== null ? { key, memberId: actor.memberId } : undefined
  try {
    return await on.transaction(async (tx) => {
      const [[opened], deadlines] = await Promise.all([tx.execute<{ now: string }>(sql`select ${actsNow}, ${context(actor)}`), law(tx)])
      const gathered: Gathered = { events: [], waits: new Map(), numbered: [], notices: [], isHouse: false }
      const now = at ?? new Date(opened!.now)
      const act: Act = { tx, actor, now, events: gathered.events, deadlines, cause: null, gathered }
      const outcome = await work(act)
      if (!outcome.ok) throw new Rollback(outcome)
      await underHouse(act)
      await record(tx, act.now, { ...gathered, ...(keyed && { key: { ...keyed, outcome: () => outcome } }) })
      return outcome
    })
  } catch (error) {
    if (!(error instanceof Rollback) && !isRepeat(error)) throw error
    const first = keyed && (await answered<T, C>(on, actor, keyed.key))
    if (first) return first
    if (error instanceof Rollback) return error.refused as Refused<C>
    throw error
  }
}
