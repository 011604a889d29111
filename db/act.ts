import { and, eq, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable, PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { newId } from '../lib/kernel/id'
import { type Outcome, ok, refuse } from '../lib/kernel/outcome'
import { type Case, judge, judgeOpening, mayAmend, type StepRefusal, type Workflow } from '../lib/kernel/workflow'
import { insertMany, setMany } from './many'
import { type ActEvent, isLockless, number, type Touched, type Words } from './record'
import type { Act } from './transaction'
import { aboveRows, type Row, waitsOf } from './waits'

export type { ActEvent, Touched } from './record'
export type { Act } from './transaction'

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
  const moved: Touched = { id: held.id, number: held.number }
  const isNumbered = workflow.prefix !== undefined && held.number === null
  if (isNumbered && isLockless(workflow.prefix!)) await number(act.tx, act.now, [{ touched: moved, prefix: workflow.prefix! }])
  const row = {
    ...held,
    ...judgedBy,
    ...set,
    number: moved.number,
    state: verdict.value,
    ...(!clockGoesOn && { escalatedAt: null }),
  } as Record<string, unknown> & Row<S> & { dueAt: Date | null }
  const wait = waitsOf(act, workflow as Workflow, row, dueAt !== undefined ? dueAt : stays ? row.dueAt : undefined)
  const clock = clockGoesOn ? {} : { dueAt: wait.dueAt, escalatedAt: null }
  const written = await act.tx
    .update(table as PgTable)
    .set({
      ...set,
      ...clock,
      ...(isNumbered && { number: moved.number }),
      state: verdict.value,
      version: stays ? held.version : held.version + 1,
    })
    .where(and(eq(table.id, held.id), eq(table.version, held.version)))
    .returning({ id: table.id })
  if (written.length !== 1) throw new Error(`${workflow.noun}.${step}: the case moved under its lock`)
  if (isNumbered && moved.number === null) act.gathered.numbered.push({ touched: moved, prefix: workflow.prefix!, table })
  const keepsRows = clockGoesOn && !set
  // Whoever stands above an overdue case goes on standing there, whoever it is passed on to.
  const above = row.escalatedAt ? aboveRows(workflow as Workflow, row, wait.rows) : []
  if (!keepsRows) act.gathered.waits.set(held.id, [...wait.rows, ...above])
  note(act, workflow.noun, workflow.steps[step].event, held.id, { words, detail })
  return ok(moved)
}

/** Takes the same step on many cases, each judged and each leaving its event with what `said` says of it. One that may not be moved refuses all. */
export async function advanceAll<S extends string, K extends string, C extends string, T extends CaseTable<S>>(
  act: Act,
  table: T,
  workflow: Workflow<string, S, K, C>,
  step: NoInfer<K>,
  held: readonly (T['$inferSelect'] & Case<S, C>)[],
  said: (one: T['$inferSelect']) => Recorded = () => ({}),
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
    note(act, workflow.noun, workflow.steps[step].event, one.id, said(one))
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
  const stands = held as Record<string, unknown> & Row<S>
  const { rows } = waitsOf(act, workflow as Workflow, stands, held.dueAt)
  await act.tx
    .update(table as PgTable)
    .set({ escalatedAt: act.now })
    .where(eq(table.id, held.id))
  const below = rows.map((row) => ({ ...row, escalatesTo: null, escalatesStep: null }))
  act.gathered.waits.set(held.id, [...below, ...aboveRows(workflow as Workflow, stands, rows)])
  note(act, workflow.noun, workflow.steps[step].event, held.id, {})
  return ok({ id: held.id, number: held.number })
}
