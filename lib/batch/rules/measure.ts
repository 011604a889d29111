// 处置措施: what was done, as a rung with its parameter and its dates; a fact, so whether it still runs is read from them.
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { addDays, daysBetween, instantAt, startOf, type TimeOfDay } from '../../kernel/time'
import { endOf, judgeMeasure } from '../../penalty/rules/measure'
import { type LadderRung, ladderOn, type Target } from '../../rulebook/rules/book'
import type { Moment } from './moment'
import { type Asked, rungMeant } from './rung'
import { termIn } from './term'

/** Instants as text; no end: until it is taken back. */
type Dated = { startsAt: string; endsAt: string | null }
export type Measured = { rung: string; parameter: string | null } & Dated
/** `word`: what the measure was called, which can tell the stage. */
type Told = { rung: string; parameter: string | null; since: Moment; until: Moment | null; word?: string }

const DEFAULT_HOURS = '72'
const STAGES: Readonly<Record<string, string>> = {
  暂停: 'suspend',
  暂停服务: 'suspend',
  suspend: 'suspend',
  suspended: 'suspend',
  下架: 'remove',
  移除: 'remove',
  remove: 'remove',
  removed: 'remove',
}
const FOR_GOOD = /^(?:永久|长期|permanent|forever)$/i
const instantOf = ({ day, time }: Moment) => (time ? instantAt(day, time as TimeOfDay) : startOf(day))
/** A last day counts whole. */
const endGiven = ({ day, time }: Moment) => (time ? instantAt(day, time as TimeOfDay) : startOf(addDays(day, 1)))

/** Days from the first to the last one: a last day that is named counts, one that is the morning after does not. */
function daysTold({ since, until }: Told, allowed: readonly string[]): string | undefined {
  if (!until) return undefined
  const apart = daysBetween(since.day, until.day)
  return [apart, apart + 1].map(String).find((days) => allowed.includes(days))
}

/** Reads the parameter of a rung, or works it out from the dates, and when the measure began and ended. */
function measureOf(told: Told, ladder: readonly LadderRung[]): Outcome<{ parameter: string | null } & Dated> {
  const { since, until } = told
  const rung = ladder.find(({ code }) => code === told.rung)!
  const startsAt = instantOf(since)
  if (until && endGiven(until) <= startsAt) return refuse('until_before_since', { field: 'until' })
  if (rung.parameter === null || rung.parameter === 'stage') {
    const stage = STAGES[(told.parameter ?? told.word ?? '').normalize('NFKC').replace(/\s/g, '').toLowerCase()]
    if (rung.parameter === 'stage' && !stage)
      return refuse(told.parameter ? 'parameter_not_allowed' : 'parameter_missing', { field: 'parameter', params: { rung: told.rung } })
    const saysForGood = rung.reversible !== 'yes' && FOR_GOOD.test(told.parameter ?? '')
    if (rung.parameter === null && told.parameter && !saysForGood)
      return refuse('parameter_unexpected', { field: 'parameter', params: { rung: told.rung } })
    if (until && (rung.reversible !== 'yes' || (rung.parameter && stage === 'remove')))
      return refuse('until_unexpected', { field: 'until', params: { rung: told.rung } })
    return ok({
      parameter: rung.parameter && stage ? stage : null,
      startsAt: startsAt.toISOString(),
      endsAt: until ? endGiven(until).toISOString() : null,
    })
  }
  const isHours = rung.parameter === 'deadline_hours'
  const typed = told.parameter === null ? undefined : termIn(isHours ? 'hour' : 'day', told.parameter)
  if (told.parameter !== null && typed === undefined)
    return refuse('parameter_not_allowed', { field: 'parameter', params: { rung: told.rung } })
  const parameter = typed ? String(Number(typed)) : isHours ? DEFAULT_HOURS : daysTold(told, rung.allowedParameters)
  if (parameter === undefined) return refuse('parameter_missing', { field: 'parameter', params: { rung: told.rung } })
  const endsAt = endOf({ rung: told.rung, parameter }, rung, startsAt)!
  if (until && !isHours && !agrees(until, endsAt)) return refuse('until_differs', { field: 'until', params: { days: parameter } })
  return ok({ parameter, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })
}

const DAY = 86_400_000
/** The end as written may be the last day, the day after, or an instant near it. */
const agrees = (until: Moment, endsAt: Date) => {
  const apart = endGiven(until).getTime() - endsAt.getTime()
  return until.time ? Math.abs(apart) < DAY : apart >= -DAY + 1 && apart <= DAY
}

/**
 * The measure that a row means: which rung, with its term from the cell of its own or beside the word, and its dates. A refusal's
 * `field` is the cell to change. Refusals: those of a rung and of its parameter and dates; parameter_differs where both cells say one.
 */
export function measureMeant(
  { asked, kind, parameter, ...dates }: { asked: Asked; kind: Target; parameter: string | null; since: Moment; until: Moment | null },
  ladder: readonly LadderRung[],
): Outcome<Measured> {
  const inForce = ladderOn({ ladder }, dates.since.day)
  const read = (rung: LadderRung, term: string | null): Outcome<Measured> => {
    const told = measureOf({ rung: rung.code, parameter: term, word: asked.word, ...dates }, ladder)
    if (!told.ok) return told
    const verdict = judgeMeasure({ rung: rung.code, parameter: told.value.parameter }, kind, inForce)
    const field = verdict.ok || verdict.code.startsWith('parameter') ? 'parameter' : 'rung'
    return verdict.ok ? ok({ rung: rung.code, ...told.value }) : refuse(verdict.code, { field, params: { rung: rung.code, kind } })
  }
  const term = parameter ?? asked.term
  const meant = rungMeant(asked, kind, term || dates.until ? (rung) => read(rung, term).ok : undefined)
  if (!meant.ok) return { ...meant, field: 'rung' }
  const measure = read(meant.value, term)
  if (!measure.ok) return { ...measure, field: measure.field === 'parameter' && !parameter && asked.term ? 'rung' : measure.field }
  const beside = parameter && asked.term ? read(meant.value, asked.term) : measure
  const agree = beside.ok && beside.value.parameter === measure.value.parameter
  return agree ? measure : refuse('parameter_differs', { field: 'parameter', params: { term: asked.term! } })
}
