import type { SaidColumn } from '@/app/_ui/said-column'
import { Official } from '@/app/_ui/words'
import type { GuideRow, LadderRung } from '@/lib/rulebook/rules/book'
import { named, type Said, sinceColumn, sourceColumn, targets } from './said'

export function rungColumns(said: Said): SaidColumn<LadderRung>[] {
  const { w, f } = said
  const c = w.rulebook.measure
  const parameter = ({ parameter: of, allowedParameters }: LadderRung) =>
    of === null
      ? c.none
      : of === 'deadline_hours'
        ? c.anyHours
        : of === 'days'
          ? c.days(allowedParameters.join(' / '))
          : f.list(allowedParameters.map((value) => c.stage[value] ?? value))
  return [
    {
      key: 'rung',
      head: c.column.rung,
      rowHead: true,
      at: 'title',
      text: (rung) => `${rung.code} ${named(said, rung)}`,
      cell: (rung) => (
        <>
          <Official>{rung.code}</Official> {named(said, rung)}
        </>
      ),
    },
    { key: 'targets', head: c.column.targets, at: 'line', text: ({ appliesTo }) => targets(said, appliesTo) },
    { key: 'parameter', head: c.column.parameter, at: 'full', cardLabel: c.column.parameter, text: parameter },
    {
      key: 'back',
      head: c.column.back,
      at: 'clock',
      text: ({ reversible }) => c.reversible[reversible],
      cell: ({ reversible }) => <span className="whitespace-nowrap">{c.reversible[reversible]}</span>,
    },
    { key: 'note', head: c.column.note, at: 'full', text: ({ noteZh, noteEn }) => (f.locale === 'en' ? noteEn : noteZh) ?? '' },
    sinceColumn<LadderRung>(said),
    sourceColumn<LadderRung>(said),
  ]
}

/** The guide as a list; the screen draws it as a matrix of the same rows. */
export function guideColumns(said: Said): SaidColumn<GuideRow>[] {
  const { w, book } = said
  const c = w.rulebook.measure
  const nameOf = (code: string) => book.ladder.find((rung) => rung.code === code)
  return [
    { key: 'target', head: c.about, text: ({ target }) => w.rulebook.target[target] },
    { key: 'severity', head: c.severityHead, text: ({ severity }) => w.rulebook.level(severity) },
    { key: 'occurrence', head: c.occurrenceHead, text: ({ occurrence }) => c.occurrence[occurrence] },
    {
      key: 'measure',
      head: c.column.rung,
      text: ({ penalty, parameter }) => {
        const rung = nameOf(penalty)
        return `${penalty} ${parameter ? w.penalty.measure(penalty, parameter) : rung ? named(said, rung) : ''}`
      },
    },
    { key: 'mandatory', head: c.mandatoryHead, text: ({ mandatory }) => c.mandatory[mandatory] },
    {
      key: 'when',
      head: c.when,
      text: ({ deadlineHours, penalty }) => (deadlineHours > 0 && penalty !== 'P1' ? c.afterDeadline(deadlineHours) : c.atOnce),
    },
    { key: 'blacklist', head: w.rulebook.workflow.noun.blacklist, text: ({ blacklist }) => c.blacklist[blacklist] },
    sourceColumn<GuideRow>(said),
  ]
}
