// 处置措施: what was done, as a rung with its parameter and its dates; a fact, so whether it still runs is read from them.
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import type { TimeOfDay } from '../../kernel/time'
import { addDays, daysBetween, instantAt, startOf } from '../../kernel/time'
import { endOf } from '../../penalty/rules/measure'
import type { LadderRung } from '../../rulebook/rules/book'
import type { Moment } from './cells'

/** Instants as text; no end: until it is taken back. */
export type Dated = { startsAt: string; endsAt: string | null }
type Told = { rung: string; parameter: string | null; since: Moment; until: Moment | null }

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
const instantOf = ({ day, time }: Moment) => (time ? instantAt(day, time as TimeOfDay) : startOf(day))
/** A last day counts whole. */
const endGiven = ({ day, time }: Moment) => (time ? instantAt(day, time as TimeOfDay) : startOf(addDays(day, 1)))

/** `7`, `7 天`, `72 小时`, `3天`; what is left is the number. */
const digits = (text: string) =>
  /^(\d{1,4})(?:天|日|小时|个小时|hours?|hrs?|h|days?|d)?$/i.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1]

/** Days from the first to the last one: a last day that is named counts, one that is the morning after does not. */
function daysTold({ since, until }: Told, allowed: readonly string[]): string | undefined {
  if (!until) return undefined
  const apart = daysBetween(since.day, until.day)
  return [apart, apart + 1].map(String).find((days) => allowed.includes(days))
}

/** Reads the parameter of a rung, or works it out from the dates, and when the measure began and ended. */
export function measureOf(told: Told, ladder: readonly LadderRung[]): Outcome<{ parameter: string | null } & Dated> {
  const { since, until } = told
  const rung = ladder.find(({ code }) => code === told.rung)!
  const startsAt = instantOf(since)
  if (until && endGiven(until) <= startsAt) return refuse('until_before_since', { field: 'until' })
  if (rung.parameter === null || rung.parameter === 'stage') {
    const stage = told.parameter && STAGES[told.parameter.normalize('NFKC').replace(/\s/g, '').toLowerCase()]
    if (rung.parameter === 'stage' && !stage)
      return refuse(told.parameter ? 'parameter_not_allowed' : 'parameter_missing', { field: 'parameter', params: { rung: told.rung } })
    if (rung.parameter === null && told.parameter)
      return refuse('parameter_unexpected', { field: 'parameter', params: { rung: told.rung } })
    if (until && (rung.reversible !== 'yes' || stage === 'remove'))
      return refuse('until_unexpected', { field: 'until', params: { rung: told.rung } })
    return ok({ parameter: stage || null, startsAt: startsAt.toISOString(), endsAt: until ? endGiven(until).toISOString() : null })
  }
  const typed = told.parameter === null ? undefined : digits(told.parameter)
  if (told.parameter !== null && typed === undefined)
    return refuse('parameter_not_allowed', { field: 'parameter', params: { rung: told.rung } })
  const isHours = rung.parameter === 'deadline_hours'
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
