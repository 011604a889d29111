import { and, eq, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable, PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { type Actor, houseFor } from '../lib/kernel/actor'
import { NATIONAL_ID, newId } from '../lib/kernel/id'
import { type Outcome, ok, type Refused, refuse } from '../lib/kernel/outcome'
import {
  type Case,
  dutiesOf,
  handsIn,
  judge,
  judgeOpening,
  mayAmend,
  type StepRefusal,
  type Wait,
  type Workflow,
} from '../lib/kernel/workflow'
import type { Db, Tx } from './client'
import { insertMany, setMany } from './many'
import { type ActEvent, type Gathered, number, record, type Touched, type WaitingRow, type Words } from './record'
import { formKeys } from './schema'

export type { ActEvent, Touched } from './record'

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
export const underHouse = (act: Act) => act.tx.execute(sql`select ${context(houseFor(act.actor))}`)

/** One thing that only the house may, amid an act that stays its actor's. */
export async function asHouse<T>(act: Act, work: () => PromiseLike<T>): Promise<T> {
  await underHouse(act)
  const done = await work()
  await act.tx.execute(sql`select ${context(act.actor)}`)
  return done
}

export type Transaction = { deadlines: Deadlines; at?: Date; key?: string }

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
  { deadlines, at, key }: Transaction,
  work: (act: Act) => Promise<Outcome<T, C>>,
): Promise<Outcome<T, C>> {
  const keyed = key !== undefined && actor.memberId !== null ? { key, memberId: actor.memberId } : undefined
  try {
    return await on.transaction(async (tx) => {
      const [opened] = await tx.execute<{ now: string }>(sql`select ${actsNow}, ${context(actor)}`)
      const gathered: Gathered = { events: [], waits: new Map(), numbered: [] }
      const act: Act = { tx, actor, now: at ?? new Date(opened!.now), events: gathered.events, deadlines, cause: null, gathered }
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

type Row<S extends string> = { id: string; number: string | null; version: number; state: S }
type CaseTable<S extends string = string> = PgTable & { id: AnyPgColumn; version: AnyPgColumn; state: AnyPgColumn; $inferSelect: Row<S> }
type Kept = 'state' | 'version' | 'number' | 'openedAt' | 'dueAt' | 'escalatedAt'
export type Recorded = { words?: Words[]; detail?: ActEvent['detail'] }
/**
 * `dueAt`: when the new state's deadline is not the rulebook's own from now (a clock that stood, a rung's end). `judgedBy`: what the
 * case waits by from now on that stands in no column of its own.
 */
type Move<T extends PgTable, C extends string> = Recorded & {
  set?: Omit<PgUpdateSetSource<T>, Kept | 'id'>
  dueAt?: Date | null
  judgedBy?: Partial<Record<C, unknown>>
}

function note(act: Act, noun: string, event: string, subjectId: string, { words = [], detail = {} }: Recorded) {
  const happened: ActEvent = { id: newId(), name: `${noun}.${event}`, noun, subjectId, detail, cause: act.cause, by: act.actor, words }
  act.gathered.events.push(happened)
}

/** The organization above the one that a case waits for; nobody is above 总局. */
export function aboveOf({ escalates }: Wait, row: Record<string, unknown>, organizationId: string): string | null {
  if (!escalates || organizationId === NATIONAL_ID) return null
  const above = escalates.of ? (row[escalates.of] as string) : NATIONAL_ID
  return above === organizationId ? NATIONAL_ID : above
}

/** Members whom the table keeps from this step because of what they did before. */
const apartOf = (workflow: Workflow, step: string, row: Record<string, unknown>) =>
  (workflow.steps[step]?.apartFrom ?? []).flatMap((column) => handsIn(row[column]) as string[])

/** The rows that wait for this case as it now stands, and when the nearest of them is due. */
function waitsOf(
  act: Act,
  workflow: Workflow,
  row: Record<string, unknown> & Row<string>,
  dueAt: Date | null | undefined,
): { rows: WaitingRow[]; dueAt: Date | null } {
  const wait = workflow.waits?.[row.state] as Wait | undefined
  if (!wait || (wait.when && !wait.when.is.includes(String(row[wait.when.column])))) return { rows: [], dueAt: dueAt ?? null }
  const severity = (wait.urgent ? row[wait.urgent] : row.severity) as number | null | undefined
  const code = wait.deadline && wait.urgent && severity === 4 ? `${wait.deadline}_severity_4` : wait.deadline
  const due = dueAt !== undefined ? dueAt : code ? act.deadlines.dueAt(code, act.now) : null
  const held = wait.of ? row[wait.of] : NATIONAL_ID
  const rows = (Array.isArray(held) ? held : [held]).map((organizationId) => ({
    subjectId: row.id,
    organizationId: organizationId as string,
    noun: workflow.noun,
    number: row.number,
    title: String(row.title ?? row.name ?? row.targetName ?? ''),
    step: wait.step,
    duties: [...dutiesOf(workflow, wait)],
    dueAt: due ? due.toISOString() : 'infinity',
    since: act.now,
    severity: severity ?? null,
    escalatesTo: !row.escalatedAt && aboveOf(wait, row, organizationId as string) ? [wait.escalates!.to].flat().join(' ') : null,
    escalatesStep: wait.escalates?.step ?? null,
    apart: apartOf(workflow, wait.step, row),
  }))
  return { rows, dueAt: due }
}

/** Locks a case at the version that its reader saw. What row-level security hides does not exist. */
export async function hold<T extends CaseTable>(
  act: Act,
  table: T,
  id: string,
  version?: number,
): Promise<Outcome<T['$inferSelect'], 'not_found' | 'stale'>> {
  const [found] = await act.tx
    .select()
    .from(table as PgTable)
    .where(eq(table.id, id))
    .for('update')
  if (!found) return refuse('not_found')
  return version === undefined || found.version === version ? ok(found as T['$inferSelect']) : refuse('stale')
}

/** A case to open: its own columns, and what its event says. `judgedBy`: what it is judged and waits by that stands in no column of its own. */
type Opened<T extends PgTable, C extends string> = Recorded & {
  values: Omit<T['$inferInsert'], Kept | 'id'> & { id?: string }
  dueAt?: Date | null
  judgedBy?: Partial<Record<C | 'severity', unknown>>
}

/** Judges an opening and makes its row, without a number yet; notes what waits for it, and its event. */
function opened<S extends string, O extends string, C extends string, T extends PgTable>(
  act: Act,
  workflow: Workflow<string, S, string, C, string, O>,
  opening: O,
  { values, words, detail, dueAt, judgedBy = {} }: Opened<T, C>,
): Outcome<{ touched: Touched; isNumbered: boolean; row: Record<string, unknown> }, StepRefusal> {
  const verdict = judgeOpening(workflow, opening, { ...values, ...judgedBy } as Partial<Record<C, unknown>>, act.actor)
  if (!verdict.ok) return verdict
  const id = values.id ?? newId()
  const row = { number: null, ...values, id, state: verdict.value, version: 1 } as Record<string, unknown> & Row<S>
  const wait = waitsOf(act, workflow as Workflow, { ...judgedBy, ...row }, dueAt)
  const touched: Touched = { id, number: null }
  if (!workflow.drafts?.includes(verdict.value)) {
    if (wait.rows.length) act.gathered.waits.set(id, wait.rows)
    note(act, workflow.noun, workflow.openings[opening].event, id, { words, detail })
  }
  const isNumbered = workflow.prefix !== undefined && !workflow.drafts?.includes(verdict.value)
  return ok({ touched, isNumbered, row: { ...row, openedAt: act.now, dueAt: wait.dueAt } })
}

/** Opens a case by a row of its workflow, leaving one event; a draft leaves none and has no number yet. */
export async function openCase<S extends string, O extends string, C extends string, T extends CaseTable<S>>(
  act: Act,
  table: T,
  workflow: Workflow<string, S, string, C, string, O>,
  opening: NoInfer<O>,
  values: Opened<T, C>['values'],
  more: Omit<Opened<T, C>, 'values'> = {},
): Promise<Outcome<Touched, StepRefusal>> {
  const made = opened<S, O, C, T>(act, workflow, opening, { ...more, values })
  if (!made.ok) return made
  const { touched, isNumbered, row } = made.value
  await act.tx.insert(table as PgTable).values(row)
  if (isNumbered) act.gathered.numbered.push({ touched, prefix: workflow.prefix!, table })
  return ok(touched)
}

/**
 * Opens many cases at once, each judged and each leaving its event; all have the same columns. One that may not be opened refuses
 * all. They have their numbers from the start: writing each a second time costs more than the counter's lock, which then lasts longer.
 */
export async function openCases<S extends string, O extends string, C extends string, T extends CaseTable<S>>(
  act: Act,
  table: T,
  workflow: Workflow<string, S, string, C, string, O>,
  opening: NoInfer<O>,
  cases: readonly Opened<T, C>[],
): Promise<Outcome<Touched[], StepRefusal>> {
  const made: { touched: Touched; isNumbered: boolean; row: Record<string, unknown> }[] = []
  for (const one of cases) {
    const verdict = opened<S, O, C, T>(act, workflow, opening, one)
    if (!verdict.ok) return verdict
    made.push(verdict.value)
  }
  const numbered = made.filter(({ isNumbered }) => isNumbered).map(({ touched }) => ({ touched, prefix: workflow.prefix!, table }))
  await number(act.tx, act.now, numbered)
  for (const { touched } of made) for (const row of act.gathered.waits.get(touched.id) ?? []) row.number = touched.number
  await insertMany(
    act.tx,
    table as PgTable,
    made.map(({ touched, row }) => ({ ...row, number: touched.number })),
  )
  return ok(made.map(({ touched }) => touched))
}

/** Judges a step, moves the case by it and leaves one event. A step that ends where it began leaves the version alone. */
export async function advance<S extends string, K extends string, C extends string, T extends CaseTable<S>>(
  act: Act,
  table: T,
  workflow: Workflow<string, S, K, C>,
  step: NoInfer<K>,
  held: T['$inferSelect'] & Case<S, C>,
  { set, words, detail, dueAt, judgedBy }: Move<T, C> = {},
): Promise<Outcome<Touched, StepRefusal>> {
  const verdict = judge(workflow, step, held, act.actor)
  if (!verdict.ok) return verdict
  const stays = verdict.value === held.state
  const clockGoesOn = stays && dueAt === undefined
  const row = { ...held, ...judgedBy, ...set, state: verdict.value, ...(!clockGoesOn && { escalatedAt: null }) } as Record<
    string,
    unknown
  > &
    Row<S> & { dueAt: Date | null }
  const wait = waitsOf(act, workflow as Workflow, row, dueAt !== undefined ? dueAt : stays ? row.dueAt : undefined)
  const clock = clockGoesOn ? {} : { dueAt: wait.dueAt, escalatedAt: null }
  const written = await act.tx
    .update(table as PgTable)
    .set({ ...set, ...clock, state: verdict.value, version: stays ? held.version : held.version + 1 })
    .where(and(eq(table.id, held.id), eq(table.version, held.version)))
    .returning({ id: table.id })
  if (written.length !== 1) throw new Error(`${workflow.noun}.${step}: the case moved under its lock`)
  const moved: Touched = { id: held.id, number: held.number }
  if (workflow.prefix && held.number === null) act.gathered.numbered.push({ touched: moved, prefix: workflow.prefix, table })
  const keepsRows = clockGoesOn && !set
  if (!keepsRows) act.gathered.waits.set(held.id, wait.rows)
  note(act, workflow.noun, workflow.steps[step].event, held.id, { words, detail })
  return ok(moved)
}

/** Takes the same step on many cases, each judged and each leaving its event. One that may not be moved refuses all. */
export async function advanceAll<S extends string, K extends string, C extends string, T extends CaseTable<S>>(
  act: Act,
  table: T,
  workflow: Workflow<string, S, K, C>,
  step: NoInfer<K>,
  held: readonly (T['$inferSelect'] & Case<S, C>)[],
  { words, detail }: Recorded = {},
): Promise<Outcome<Touched[], StepRefusal>> {
  const moved: Record<string, unknown>[] = []
  for (const one of held) {
    const verdict = judge(workflow, step, one, act.actor)
    if (!verdict.ok) return verdict
    if (verdict.value === one.state) throw new Error(`${workflow.noun}.${step}: a step that ends where it began is taken one by one`)
    const row = { ...one, state: verdict.value, escalatedAt: null } as Record<string, unknown> & Row<S>
    const wait = waitsOf(act, workflow as Workflow, row, undefined)
    moved.push({ id: one.id, state: verdict.value, version: one.version + 1, dueAt: wait.dueAt, escalatedAt: null })
    act.gathered.waits.set(one.id, wait.rows)
    note(act, workflow.noun, workflow.steps[step].event, one.id, { words, detail })
  }
  const written = await setMany(act.tx, table as PgTable, ['id'], moved, sql`${table.version} = given.version - 1`)
  if (written !== held.length) throw new Error(`${workflow.noun}.${step}: a case moved under its lock`)
  return ok(held.map(({ id, number }) => ({ id, number })))
}

/** Writes a case's own fields while its workflow calls it editable; leaves no event, gives the new version. */
export async function amend<S extends string, C extends string, T extends CaseTable<S>>(
  act: Act,
  table: T,
  workflow: Workflow<string, S, string, C>,
  held: T['$inferSelect'] & Case<S, C>,
  set: Omit<PgUpdateSetSource<T>, Kept | 'id'>,
): Promise<Outcome<{ id: string; version: number }, StepRefusal>> {
  const verdict = mayAmend(workflow, held, act.actor)
  if (!verdict.ok) return verdict
  const version = held.version + 1
  await act.tx
    .update(table as PgTable)
    .set({ ...set, version })
    .where(eq(table.id, held.id))
  return ok({ id: held.id, version })
}

/** Who wrote in a draft and when: saving leaves no event, so its row says it. */
export const writtenIn = ({ actor, now }: Act, { writtenBy }: { writtenBy: readonly string[] }) => ({
  writtenBy: [...writtenBy.filter((id) => id !== actor.memberId), actor.memberId!],
  writtenAt: now,
})

/** Deletes a draft by whoever may withdraw it; what hangs on it is deleted by the caller first. */
export async function discard<S extends string, K extends string, C extends string, T extends CaseTable<S>>(
  act: Act,
  table: T,
  workflow: Workflow<string, S, K, C>,
  step: NoInfer<K>,
  held: T['$inferSelect'] & Case<S, C>,
): Promise<Outcome<{ id: string }, StepRefusal>> {
  const verdict = judge(workflow, step, held, act.actor)
  if (!verdict.ok) return verdict
  if (!workflow.drafts?.includes(held.state)) return refuse('wrong_state')
  await act.tx.delete(table as PgTable).where(eq(table.id, held.id))
  return ok({ id: held.id })
}

/** The clock has passed a deadline: the case stays, its event says so, and whoever stands above sees it from now on. */
export async function escalate<S extends string, K extends string, C extends string, T extends CaseTable<S>>(
  act: Act,
  table: T,
  workflow: Workflow<string, S, K, C>,
  step: NoInfer<K>,
  held: T['$inferSelect'] & Case<S, C> & { escalatedAt: Date | null; dueAt: Date | null },
): Promise<Outcome<Touched, StepRefusal | 'not_overdue'>> {
  const verdict = judge(workflow, step, held, act.actor)
  if (!verdict.ok) return verdict
  if (!held.dueAt || held.dueAt > act.now || held.escalatedAt) return refuse('not_overdue')
  const wait = workflow.waits?.[held.state] as Wait | undefined
  const { rows } = waitsOf(act, workflow as Workflow, held as Record<string, unknown> & Row<S>, held.dueAt)
  const over = rows[0] && wait ? aboveOf(wait, held, rows[0].organizationId) : null
  const above =
    rows[0] && wait?.escalates && over && rows.every((row) => row.organizationId !== over)
      ? [
          {
            ...rows[0],
            organizationId: over,
            step: wait.escalates.step,
            duties: [wait.escalates.to].flat(),
            escalatedFrom: rows[0].organizationId,
            escalatesTo: null,
            escalatesStep: null,
            apart: apartOf(workflow as Workflow, wait.escalates.step, held),
          },
        ]
      : []
  await act.tx
    .update(table as PgTable)
    .set({ escalatedAt: act.now })
    .where(eq(table.id, held.id))
  act.gathered.waits.set(held.id, [...rows.map((row) => ({ ...row, escalatesTo: null, escalatesStep: null })), ...above])
  note(act, workflow.noun, workflow.steps[step].event, held.id, {})
  return ok({ id: held.id, number: held.number })
}
