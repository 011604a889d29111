// 处罚梯度: Order 16 art. 36 and the platforms' notices of 2023-11, as the rulebook's ladder has them; P1 guides, P6 ends by itself, P9 stays.
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { addHours } from '../../kernel/time'
import type { LadderRung, Target } from '../../rulebook/rules/book'

/** A rung with its parameter: hours for P1, days for P4 to P7, the stage for P8, none for the others. */
export type Measure = { rung: string; parameter: string | null }
export type MeasureRefusal = 'rung_unknown' | 'rung_not_for_target' | 'parameter_missing' | 'parameter_unexpected' | 'parameter_not_allowed'

export const GUIDANCE = 'P1'
/** Done when it is made: what follows is the regulator's. */
export const REFERRAL = 'P11'
/** The list's step from here on. */
export const PROPOSAL = 'P10'
/** 下架: a work is dark on this platform until it is mended. */
export const REMOVAL = 'P3'
/** P2 comes before P10. */
export const rungOrder = (code: string) => Number(code.slice(1))

const WHOLE = /^[1-9]\d{0,3}$/

/** Can this be imposed on such a target at all? An empty list of parameters allows any whole number from 1 to 9999. */
export function judgeMeasure(
  { rung: code, parameter }: Measure,
  target: Target,
  ladder: readonly LadderRung[],
): Outcome<LadderRung, MeasureRefusal> {
  const rung = ladder.find((row) => row.code === code)
  if (!rung) return refuse('rung_unknown', { params: { rung: code } })
  if (!rung.appliesTo.includes(target)) return refuse('rung_not_for_target', { params: { rung: code } })
  if (rung.parameter === null) return parameter === null ? ok(rung) : refuse('parameter_unexpected', { params: { rung: code } })
  if (parameter === null) return refuse('parameter_missing', { params: { rung: code } })
  const allowed = rung.allowedParameters.length > 0 ? rung.allowedParameters.includes(parameter) : WHOLE.test(parameter)
  return allowed ? ok(rung) : refuse('parameter_not_allowed', { params: { rung: code } })
}

/** When a measure ends: the deadline of P1, the last instant of days; null for what lasts until it is revoked. */
export function endOf({ parameter }: Measure, rung: Pick<LadderRung, 'parameter'>, startsAt: Date): Date | null {
  if (parameter === null || rung.parameter === null || rung.parameter === 'stage') return null
  return addHours(startsAt, Number(parameter) * (rung.parameter === 'days' ? 24 : 1))
}

/** Days run out by themselves; at the deadline of P1 somebody says whether it was met. */
export const endsByItself = (rung: Pick<LadderRung, 'parameter'>) => rung.parameter === 'days'

/** Whom a rung is for when not for everybody: P7 on an account is for 投流方 and 推广方 alone. */
export const reservedFor = (code: string, target: Target): readonly ('advertiser' | 'promoter')[] =>
  code === 'P7' && target === 'account' ? ['advertiser', 'promoter'] : []

const UNTIL_MENDED: readonly string[] = ['P2', 'P3', 'P8:suspend']
export const SUSPEND: Measure = { rung: 'P8', parameter: 'suspend' }
export const REMOVE: Measure = { rung: 'P8', parameter: 'remove' }
/** Rungs that stand once for each case and target; a mini-program's removal stands beside its suspension. */
export const standsAs = ({ rung, parameter }: Measure) => (rung === 'P8' ? `${rung}:${parameter}` : rung)
/** What is removed or suspended stays so until it is mended: P2, P3, and P8 while it only suspends. */
export const lastsUntilMended = (measure: Measure) => UNTIL_MENDED.includes(standsAs(measure))
/** A limit of traffic on a work that is removed runs from its return. */
export const waitsForReturn = ({ rung }: Measure, target: Target, isRemoved: boolean) => rung === 'P4' && target === 'drama' && isRemoved

/** What the platform itself may take back; P9 to P11 are changed on appeal only, or not at all. */
export const isRevocable = ({ reversible }: Pick<LadderRung, 'reversible'>) => reversible === 'yes'

const AHEAD_DAYS = 30
const MINUTE = 60_000

/** When a measure asked for this instant starts: at once where none was asked for, else not before the minute that it is now. */
export function startOf(asked: Date | null, now: Date): Outcome<Date, 'start_is_past' | 'start_too_late'> {
  if (!asked) return ok(now)
  if (asked.getTime() < Math.floor(now.getTime() / MINUTE) * MINUTE) return refuse('start_is_past', { field: 'startsAt' })
  if (asked > addHours(now, AHEAD_DAYS * 24)) return refuse('start_too_late', { field: 'startsAt', params: { days: AHEAD_DAYS } })
  return ok(asked > now ? asked : now)
}

/** A measure in one word, `P6:7`, `P9`; `?` marks one of several to choose from. */
export const spell = ({ rung, parameter, mandatory = true }: Measure & { mandatory?: boolean }) =>
  `${rung}${parameter === null ? '' : `:${parameter}`}${mandatory ? '' : '?'}`
export function unspell(text: string): Measure & { mandatory: boolean } {
  const [rung = '', parameter = null] = text.replace('?', '').split(':')
  return { rung, parameter, mandatory: !text.endsWith('?') }
}
