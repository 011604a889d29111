import type { Words } from '@/lib/i18n/catalogue'
import { compare, type Suggestion } from '@/lib/penalty/rules/guide'
import { reservedFor } from '@/lib/penalty/rules/measure'
import type { LadderRung } from '@/lib/rulebook/rules/book'
import type { DecisionWords } from './decision'
import type { RungOption } from './measure-fields'

const USUAL_DAYS = '7'
const USUAL_HOURS = '72'

/** The rungs for an account, each against the guide, with the guide's own rows ticked. */
export function measureOptions(
  w: Words['penalty'],
  ladder: readonly LadderRung[],
  suggestion: Suggestion,
  imposed: readonly string[],
): RungOption[] {
  return ladder.map(({ code, parameter, allowedParameters }) => {
    const guided = suggestion.now.find(({ rung }) => rung === code)
    const preset = guided?.parameter ?? (parameter === 'deadline_hours' ? USUAL_HOURS : USUAL_DAYS)
    const { against } = compare({ rung: code, parameter: parameter ? preset : null }, suggestion, 'account', ladder)
    const taken = imposed.includes(code)
    const said = against === 'not_listed' ? `${w.against.not_listed}${w.new.reasonAsked}` : w.against[against]
    const amount = guided?.parameter ? w.amount(code, guided.parameter) : null
    const option = {
      code,
      name: w.rung(code),
      aside: taken ? w.new.imposed : guided ? (guided.mandatory ? w.new.guided : w.new.guidedChoice)(amount) : said,
      taken,
      ticked: guided?.mandatory === true && !taken,
      ...(reservedFor(code, 'account').length > 0 && { hint: w.new.reserved }),
    }
    if (parameter === 'deadline_hours') return { ...option, takes: 'hours', label: w.new.hours, hoursHint: w.new.hoursHint, preset }
    if (parameter !== 'days') return { ...option, takes: 'nothing' }
    const days = allowedParameters.map((value) => ({
      value,
      label: w.new.days(value),
      ...(guided?.parameter === value && { mark: w.new.guidedMark }),
    }))
    return { ...option, takes: 'days', label: w.new.daysOf(w.rung(code)), preset, days }
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
    now: w.new.now,
    days: effect.days('{measures}', '{start}', '{end}'),
    daysOpen: effect.daysOpen('{measures}', '{start}'),
    hours: effect.hours('{measures}', '{start}', '{end}'),
    hoursOpen: effect.hoursOpen('{measures}', '{start}'),
    referral: effect.referral('{measures}', '{start}'),
    lastingOpen: effect.lastingOpen('{measures}', '{start}'),
    lasting: effect.lasting('{measures}', '{start}'),
    deviates: w.new.deviates('{verdict}', '{chosen}', '{guided}'),
    deviatesNext: w.new.deviatesNext,
    agrees: w.new.agrees,
    guided,
    endsOpen: w.new.endsOpen,
    endsNever: w.list.lasting,
  }
}
