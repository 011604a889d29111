// 处罚指引: severity, repetition and target give the measures; guidance first, refusal one step up; who deviates says why.
import { addDays, type Day } from '../../kernel/time'
import type { GuideRow, LadderRung, Target, ViolationItem } from '../../rulebook/rules/book'
import type { Severity } from '../../violation/rules'
import type { Against } from '../workflow'
import { GUIDANCE, type Measure, REMOVE, reservedFor, rungOrder, SUSPEND, spell, standsAs } from './measure'

export type Occurrence = GuideRow['occurrence']
export type Suggested = Measure & {
  /** Always suggested, or one of the rows of which at least one is picked. */
  mandatory: boolean
  /** Hours until the row bites; at P1 the deadline itself. */
  deadlineHours: number
}
export type Suggestion = {
  now: Suggested[]
  /** Imposed only if the deadline of P1 passes unmet; nothing starts by itself. */
  waiting: Suggested[]
  /** May, or must, a blacklist proposal follow? */
  blacklist: GuideRow['blacklist']
}
export type Occasion = { severity: Severity; occurrence: Occurrence; target: Target }

type Item = Pick<ViolationItem, 'code' | 'parent' | 'appliesTo' | 'defaultSeverity'>
/** The upheld items that count for such a target, and the highest severity among them; null where none does. */
export function chargesOn(upheld: readonly Item[], target: Target): { clauses: string[]; severity: Severity } | null {
  const counting = upheld.filter(({ parent, appliesTo }) => parent !== null && appliesTo.includes(target))
  const severities = counting.flatMap(({ defaultSeverity }) => defaultSeverity ?? [])
  return severities.length > 0 ? { clauses: counting.map(({ code }) => code), severity: Math.max(...severities) as Severity } : null
}
/** May a decision on a work be kept to the episodes that were named? Only where everything upheld concerns episodes. */
export const narrowsToEpisodes = (upheld: readonly Item[], episodes: readonly number[]) =>
  episodes.length > 0 && upheld.length > 0 && upheld.every(({ appliesTo }) => appliesTo.includes('episode'))

const REPEAT_DAYS = 90

type Earlier = { decidedOn: Day; overturned: boolean }
/** Those of the other violations that make one decided on this date a repetition: decided in the 90 days before, and still standing. */
export const repeatedOn = <E extends Earlier>(on: Day, others: readonly E[]): E[] =>
  others.filter(({ decidedOn, overturned }) => !overturned && decidedOn <= on && decidedOn >= addDays(on, -REPEAT_DAYS))

/** Repeated: another violation of the same target was decided in the 90 days before this date and still stands. */
export const occurrenceOf = (on: Day, others: readonly Earlier[]): Occurrence =>
  repeatedOn(on, others).length > 0 ? 'repeat_within_90_days' : 'first'

const waits = ({ penalty, deadlineHours }: GuideRow) => penalty !== GUIDANCE && deadlineHours > 0
const suggested = ({ penalty, parameter, mandatory, deadlineHours }: GuideRow): Suggested => ({
  rung: penalty,
  parameter,
  mandatory: mandatory === 'yes',
  deadlineHours,
})
const byRung = (a: GuideRow, b: GuideRow) => rungOrder(a.penalty) - rungOrder(b.penalty)
const rowsFor = ({ severity, occurrence, target }: Occasion, guide: readonly GuideRow[]) =>
  guide.filter((row) => row.severity === severity && row.occurrence === occurrence && row.target === target).toSorted(byRung)

const CONSENT: readonly GuideRow['blacklist'][] = ['no', 'optional', 'required']
const strictest = (rows: readonly GuideRow[]) => CONSENT[Math.max(0, ...rows.map(({ blacklist }) => CONSENT.indexOf(blacklist)))] ?? 'no'

/** What the guide suggests when a violation is upheld: what bites now, and what waits for the deadline. */
export function suggest(occasion: Occasion, guide: readonly GuideRow[]): Suggestion {
  const rows = rowsFor(occasion, guide)
  return {
    now: rows.filter((row) => !waits(row)).map(suggested),
    waiting: rows.filter(waits).map(suggested),
    blacklist: strictest(rows),
  }
}

/**
 * The cell of the guide that counts when the deadline of P1 has passed unmet: the same one if rows waited in it; else the repeat rows of
 * the same severity; already there, those of the next severity, never above 3 (a refusal beyond that is filed as V10-05).
 */
export function stepUp(occasion: Occasion, guide: readonly GuideRow[]): Occasion {
  const { severity, occurrence, target } = occasion
  if (rowsFor(occasion, guide).some(waits)) return occasion
  const next = occurrence === 'first' ? severity : severity < 3 ? ((severity + 1) as Severity) : severity
  return { severity: next, occurrence: 'repeat_within_90_days', target }
}

/** What the guide suggests one step up: the rows that waited, else those of the next cell; what was to be mended is not asked for again. */
export function suggestUnmet(occasion: Occasion, guide: readonly GuideRow[]): Suggestion {
  const next = stepUp(occasion, guide)
  const rows = rowsFor(next, guide).filter((row) => (next === occasion ? waits(row) : row.penalty !== GUIDANCE))
  return { now: rows.map(suggested), waiting: [], blacklist: strictest(rows) }
}

/** The guide's next row: the cell that it stands in, all that it asks for there, and what of it is left beside what stands. */
export type NextRow = { cell: Occasion; whole: Suggestion; left: Suggestion }
/**
 * What the guide asks for once what was to be mended is refused. Where all that waited stands already, the repeat rows of the same
 * severity count; where these stand too, the guide asks for nothing more and whoever decides chooses with a reason.
 */
export function nextRow(before: Occasion, guide: readonly GuideRow[], imposed: readonly string[]): NextRow {
  const [cell, whole] = [stepUp(before, guide), suggestUnmet(before, guide)]
  const left = without(whole, imposed)
  if (left.now.length > 0 || cell !== before || before.occurrence !== 'first') return { cell, whole, left }
  const further: Occasion = { ...before, occurrence: 'repeat_within_90_days' }
  const rows = rowsFor(further, guide).filter(({ penalty }) => penalty !== GUIDANCE)
  const beyond: Suggestion = { now: rows.map(suggested), waiting: [], blacklist: strictest(rows) }
  return { cell: further, whole: beyond, left: without(beyond, imposed) }
}

/** What of a suggestion is left to decide when these measures stand already, as `standsAs` names them. */
export function without({ now, waiting, blacklist }: Suggestion, imposed: readonly string[]): Suggestion {
  const isOpen = (row: Suggested) =>
    !imposed.includes(standsAs(row)) && !(standsAs(row) === standsAs(SUSPEND) && imposed.includes(standsAs(REMOVE)))
  return { now: now.filter(isOpen), waiting: waiting.filter(isOpen), blacklist }
}

/** What is left where the mending that P1 would ask for is accepted already: P1 is met, and what waited for its deadline never bites. */
export const mended = (suggestion: Suggestion, imposed: readonly string[]): Suggestion => ({
  ...without(suggestion, [...imposed, GUIDANCE]),
  waiting: [],
})

/** What the guide asks for, in a line: a form carries it, so that an answer to what has changed meanwhile is told from one to what stands. */
export const sightOf = ({ cell, left, refusedId }: Pick<NextRow, 'cell' | 'left'> & { refusedId: string | null }) =>
  [cell.severity, cell.occurrence, refusedId ? 'refused' : 'open', ...left.now.map(spell)].join(' ')

/** How a measure stands to the guide; `guided` is the row that it was held against. */
export type Comparison = Measure & { against: Against; guided: Suggested | null }

const weight = (parameter: string | null, rung: LadderRung | undefined) => {
  if (rung?.parameter === 'stage') return rung.allowedParameters.indexOf(parameter ?? '')
  return Number(parameter ?? 0) * (rung?.parameter === 'deadline_hours' ? -1 : 1)
}

/** Holds one measure against a suggestion: the same rung by its parameter, another one by its place on the ladder. */
export function compare(measure: Measure, suggestion: Suggestion, target: Target, ladder: readonly LadderRung[]): Comparison {
  const against = (verdict: Against, guided: Suggested | null): Comparison => ({ ...measure, against: verdict, guided })
  const same = suggestion.now.find(({ rung }) => rung === measure.rung)
  if (same) {
    const rung = ladder.find(({ code }) => code === measure.rung)
    const difference = weight(measure.parameter, rung) - weight(same.parameter, rung)
    return against(difference === 0 ? 'as_guided' : difference > 0 ? 'heavier' : 'lighter', same)
  }
  if (reservedFor(measure.rung, target).length > 0) return against('not_listed', null)
  const early = suggestion.waiting.find(({ rung }) => rung === measure.rung)
  if (early) return against('heavier', early)
  const strongest = suggestion.now.at(-1)
  if (!strongest) return against('not_listed', null)
  return against(rungOrder(measure.rung) > rungOrder(strongest.rung) ? 'heavier' : 'lighter', strongest)
}

export type Decision = {
  measures: Comparison[]
  /** Rows that are always suggested and were not taken. */
  omitted: Suggested[]
  /** There is a choice and nothing of it was taken. */
  choiceOpen: boolean
  against: Against
  needsReason: boolean
}

/** Holds a whole decision against the guide: anything but the guide's own rows needs a reason, less of them as well as more. */
export function judgeDecision(chosen: readonly Measure[], suggestion: Suggestion, target: Target, ladder: readonly LadderRung[]): Decision {
  const measures = chosen.map((measure) => compare(measure, suggestion, target, ladder))
  const isTaken = ({ rung }: Suggested) => chosen.some((measure) => measure.rung === rung)
  const omitted = suggestion.now.filter((row) => row.mandatory && !isTaken(row))
  const choices = suggestion.now.filter((row) => !row.mandatory)
  const choiceOpen = choices.length > 0 && !choices.some(isTaken)
  const against = overall(measures, omitted.length > 0 || choiceOpen)
  return { measures, omitted, choiceOpen, against, needsReason: against !== 'as_guided' }
}

const GRAVE = 4
/** A decision on a work that is kept to its episodes spares the rest of it; at severity 4 that is less than the guide and needs a reason. */
export function keptToEpisodes(decision: Decision, { severity, target }: Occasion, isStepped: boolean): Decision {
  if (severity !== GRAVE || target !== 'episode' || isStepped) return decision
  return { ...decision, against: decision.against === 'as_guided' ? 'lighter' : decision.against, needsReason: true }
}

function overall(measures: readonly Comparison[], lacks: boolean): Against {
  const verdicts = measures.map(({ against }) => against)
  if (verdicts.includes('not_listed')) return 'not_listed'
  if (verdicts.includes('heavier')) return 'heavier'
  if (lacks) return 'lighter'
  const added = measures.some(({ against, guided, rung }) => against === 'lighter' && guided?.rung !== rung)
  if (added) return 'heavier'
  return verdicts.includes('lighter') ? 'lighter' : 'as_guided'
}
