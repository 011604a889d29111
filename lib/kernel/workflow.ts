import type { Actor, Duty } from './actor'
import { type Outcome, ok, refuse } from './outcome'

export type Step<S extends string = string, C extends string = string, E extends string = string> = {
  from: readonly S[]
  /** The next state, or the column in which the case remembers the state to return to. */
  to: S | { heldIn: C }
  event: E
  by: readonly Duty[]
  /** Column holding the organization (or organizations) whose step this is; to any other the case does not exist. */
  of?: C
  /** Column holding the one member whose step this is. */
  own?: C
  /** Columns holding members who must not be the one acting now (four eyes). */
  apartFrom?: readonly C[]
}
export type Opening<S extends string = string, C extends string = string, E extends string = string> = Pick<
  Step<S, C, E>,
  'event' | 'by' | 'of'
> & { to: S }

/** What a state waits for: the step, whose it is (`of`; absent = 总局), and by which row of the rulebook's deadlines. */
export type Wait<K extends string = string> = {
  step: K
  of?: string
  duties?: readonly Duty[]
  /** A code of the rulebook; `urgent` names the column of the severity at which the code's row for severity 4 counts. */
  deadline?: string
  urgent?: string
  /**
   * Who sees it when the deadline has passed, and the step that they may then take: the organization in the column `of`, where it is
   * not the one that is late itself; else 总局.
   */
  escalates?: { to: Duty | readonly Duty[]; of?: string; step: K }
  /** The case waits only while this column holds one of these words. */
  when?: { column: string; is: readonly string[] }
}

export type Workflow<
  N extends string = string,
  S extends string = string,
  K extends string = string,
  C extends string = string,
  E extends string = string,
  O extends string = string,
> = {
  noun: N
  /** The letters of the case number; none where a case has no number. */
  prefix?: string
  states: readonly [S, ...S[]]
  /** States in which the case is a draft: no number, no event, readable by its own organization only. */
  drafts?: readonly NoInfer<S>[]
  /** Who may write the case's own fields, and in which states; leaves no event. */
  amend?: { from: readonly NoInfer<S>[]; by: readonly Duty[]; of: NoInfer<C> }
  openings: Record<O, Opening<NoInfer<S>, C, E>>
  steps: Record<K, Step<NoInfer<S>, C, E>>
  waits?: Partial<Record<NoInfer<S>, Wait<NoInfer<K>>>>
}

/** `blacklist.approved`, `takedown.issued` … */
export type EventOf<W> = W extends Workflow<infer N, string, string, string, infer E, string> ? `${N}.${E}` : never

export const defineWorkflow = <
  const N extends string,
  const S extends string,
  const K extends string,
  const E extends string,
  const O extends string,
  const C extends string = never,
>(
  table: Workflow<N, S, K, C, E, O>,
) => table

export type Case<S extends string, C extends string> = { state: S } & Record<C, unknown>
export type StepRefusal = 'not_yours' | 'not_found' | 'wrong_state' | 'same_person'

const isOf = (held: unknown, organizationId: string | null) =>
  organizationId !== null && (Array.isArray(held) ? held.includes(organizationId) : held === organizationId)

/** The members whom a column names: one, several, or nobody yet. */
export const handsIn = (held: unknown): readonly unknown[] => (Array.isArray(held) ? held : held ? [held] : [])

/** May this actor take this step on this case? The next state, or the refusal that says why not. */
export function judge<N extends string, S extends string, K extends string, C extends string, E extends string, O extends string>(
  workflow: Workflow<N, S, K, C, E, O>,
  step: K,
  subject: Case<S, C>,
  actor: Actor,
): Outcome<S, StepRefusal> {
  const { from, to, by, of, own, apartFrom = [] } = workflow.steps[step]
  if (!by.some((duty) => actor.duties.includes(duty))) return refuse('not_yours')
  if (of && !isOf(subject[of], actor.organizationId)) return refuse('not_found')
  if (own && subject[own] !== actor.memberId) return refuse('not_yours')
  if (!from.includes(subject.state)) return refuse('wrong_state')
  if (actor.memberId !== null && apartFrom.some((column) => handsIn(subject[column]).includes(actor.memberId))) return refuse('same_person')
  return ok(typeof to === 'string' ? to : (subject[to.heldIn] as S))
}

/** May this actor open such a case? Nobody opens a case unjudged. */
export function judgeOpening<N extends string, S extends string, K extends string, C extends string, E extends string, O extends string>(
  workflow: Workflow<N, S, K, C, E, O>,
  opening: O,
  values: Partial<Record<C, unknown>>,
  actor: Actor,
): Outcome<S, StepRefusal> {
  const { to, by, of } = workflow.openings[opening]
  if (!by.some((duty) => actor.duties.includes(duty))) return refuse('not_yours')
  if (of && !isOf(values[of], actor.organizationId)) return refuse('not_found')
  return ok(to)
}

/** May this actor write the fields of this case as it stands? */
export function mayAmend<S extends string, C extends string>(
  workflow: Pick<Workflow<string, S, string, C>, 'amend'>,
  subject: Case<S, C>,
  actor: Actor,
): Outcome<S, StepRefusal> {
  const { amend } = workflow
  if (!amend?.by.some((duty) => actor.duties.includes(duty))) return refuse('not_yours')
  if (!isOf(subject[amend.of], actor.organizationId)) return refuse('not_found')
  return amend.from.includes(subject.state) ? ok(subject.state) : refuse('wrong_state')
}

/** The steps that this actor may take now; pages show exactly these. */
export function openSteps<N extends string, S extends string, K extends string, C extends string, E extends string, O extends string>(
  workflow: Workflow<N, S, K, C, E, O>,
  subject: Case<S, C>,
  actor: Actor,
): K[] {
  return (Object.keys(workflow.steps) as K[]).filter((step) => judge(workflow, step, subject, actor).ok)
}

/** Who takes the steps of a wait: its own list, or everyone whom its step names. */
export const dutiesOf = (workflow: Workflow, wait: Wait): readonly Duty[] => wait.duties ?? workflow.steps[wait.step]?.by ?? []
