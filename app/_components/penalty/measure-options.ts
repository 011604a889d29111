import type { Words } from '@/lib/i18n/catalogue'
import type { Mending } from '@/lib/penalty/queries/refusal'
import { compare, type Suggestion } from '@/lib/penalty/rules/guide'
import { GUIDANCE, lastsUntilMended, type Measure, PROPOSAL, REMOVE, reservedFor, SUSPEND, standsAs } from '@/lib/penalty/rules/measure'
import type { TargetKind } from '@/lib/penalty/workflow'
import type { LadderRung } from '@/lib/rulebook/rules/book'
import type { DecisionWords } from './decision'
import type { RungOption } from './measure-fields'

/** What a rung means that its name does not say. */
function hintOf(w: Words['penalty'], code: string, target: TargetKind, proposes: string | undefined): string | undefined {
  if (reservedFor(code, target).length > 0) return w.new.reserved
  if (code === PROPOSAL) return proposes
  if (code === SUSPEND.rung) return w.new.stageHint
  return lastsUntilMended({ rung: code, parameter: null }) ? w.new.mended : undefined
}

const USUAL_DAYS = '7'
const USUAL_HOURS = '72'

/** The rungs for such a target, each against the guide, with the guide's own rows ticked. */
export function measureOptions(
  w: Words['penalty'],
  ladder: readonly LadderRung[],
  suggestion: Suggestion,
  target: TargetKind,
  { imposed, mending }: { imposed: readonly Measure[]; mending: Mending | null },
  proposes?: string,
): RungOption[] {
  return ladder.map(({ code, parameter, allowedParameters }) => {
    const guided = suggestion.now.find(({ rung }) => rung === code)
    const preset =
      guided?.parameter ?? (parameter === 'deadline_hours' ? USUAL_HOURS : parameter === 'stage' ? SUSPEND.parameter! : USUAL_DAYS)
    const { against } = compare({ rung: code, parameter: parameter ? preset : null }, suggestion, target, ladder)
    const stands = imposed.filter(({ rung }) => rung === code).map(standsAs)
    const isMet = code === GUIDANCE && mending === 'met'
    const taken = isMet || (parameter === 'stage' ? stands.includes(standsAs(REMOVE)) : stands.length > 0)
    const said = against === 'not_listed' ? `${w.against.not_listed}${w.new.reasonAsked}` : w.against[against]
    const amount = guided?.parameter ? w.amount(code, guided.parameter) : null
    const hint = code === GUIDANCE && mending === 'running' ? w.new.joins : hintOf(w, code, target, proposes)
    const option = {
      code,
      name: w.rung(code),
      aside: isMet
        ? w.new.mendedAlready
        : taken
          ? w.new.imposed
          : guided
            ? (guided.mandatory ? w.new.guided : w.new.guidedChoice)(amount)
            : said,
      taken,
      ticked: guided?.mandatory === true && !taken,
      ...(hint && { hint }),
    }
    if (parameter === 'deadline_hours')
      return {
        ...option,
        takes: 'hours',
        label: w.new.hours,
        hoursHint: w.new.hoursHint,
        preset,
        asks: w.field.asks,
        asksHint: w.new.asksHint,
      }
    if (parameter !== 'days' && parameter !== 'stage') return { ...option, takes: 'nothing' }
    const isStage = parameter === 'stage'
    const days = allowedParameters.map((value) => ({
      value,
      label: isStage ? w.stage(value) : w.new.days(value),
      ...(guided?.parameter === value && { mark: w.new.guidedMark }),
    }))
    return { ...option, takes: 'days', label: isStage ? w.new.stages : w.new.daysOf(w.rung(code)), preset, days }
  })
}

/** What the page says of what is chosen, with places to fill in. */
export function decisionWords(w: Words['penalty'], ladder: readonly LadderRung[], guided: string): DecisionWords {
  const measures: Record<string, string> = {}
  for (const { code, parameter, allowedParameters } of ladder) {
    measures[code] = w.measure(code, parameter ? '{n}' : null)
    for (const value of parameter === 'deadline_hours' ? ['1'] : allowedParameters) measures[`${code}:${value}`] = w.measure(code, value)
  }
  const { effect } = w.new
  return {
    measures,
    against: w.against,
    act: w.new.act,
    actNow: w.new.actNow('{measures}'),
    actFrom: w.new.actFrom('{measures}', '{start}'),
    actBoth: w.new.actBoth('{atOnce}', '{later}', '{start}'),
    actOnReturn: w.new.actOnReturn('{measures}'),
    now: w.new.now,
    days: effect.days('{measures}', '{start}', '{end}'),
    daysOpen: effect.daysOpen('{measures}', '{start}'),
    hoursOpen: effect.hoursOpen('{measures}', '{start}'),
    referral: effect.referral('{measures}', '{start}'),
    lastingOpen: effect.lastingOpen('{measures}', '{start}'),
    lasting: effect.lasting('{measures}', '{start}'),
    mended: effect.mended('{measures}', '{start}'),
    proposal: effect.proposal('{measures}', '{start}'),
    afterReturn: w.new.afterReturn,
    untilMended: w.list.open.mended,
    deviates: w.new.deviates('{verdict}', '{chosen}', '{guided}'),
    deviatesNext: w.new.deviatesNext,
    agrees: w.new.agrees,
    keeps: w.new.keeps,
    guided,
    endsOpen: w.new.endsOpen,
    endsNever: w.list.open.lasting,
  }
}
