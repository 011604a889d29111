import { Sources } from '@/app/_components/guidance/sources'
import { RowLink } from '@/app/_ui/data-table'
import type { SaidColumn } from '@/app/_ui/said-column'
import { Severity } from '@/app/_ui/severity'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import type { Words } from '@/lib/i18n/catalogue'
import type { Formats } from '@/lib/i18n/formats'
import { addDays, type Day } from '@/lib/kernel/time'
import {
  type Deadline,
  dayCalled,
  type GuideRow,
  type LadderRung,
  type Rulebook,
  type Source,
  type TierRule,
  type ViolationItem,
} from '@/lib/rulebook/rules/book'
import { type Dated, inForce } from '@/lib/rulebook/rules/dated'

/** What every table of the rulebook is said with. */
export type Said = { w: Words; f: Formats; book: Rulebook; today: Day }

const named = ({ f }: Said, { zh, en }: { zh: string; en: string }) => (f.locale === 'en' ? en : zh)
const certain = ({ w }: Said, { certainty }: Source) => w.guidance.certainty[certainty]

/** Where a row comes from, each source with how sure it is: as links on the screen, in words in the file. */
function sourceColumn<Row extends { source: string[] }>(said: Said): SaidColumn<Row> {
  const { w, book } = said
  const of = (keys: string[]) => book.sources.filter(({ key }) => keys.includes(key))
  return {
    key: 'source',
    head: w.rulebook.source,
    at: 'full',
    width: '22%',
    text: ({ source }) =>
      of(source)
        .map((one) => `${named(said, one)} (${certain(said, one)})`)
        .join('; '),
    cell: ({ source }) => (
      <span className="text-13">
        <Sources keys={source} sources={book.sources} />
      </span>
    ),
  }
}

const targets = ({ w, f }: Said, appliesTo: readonly (keyof Words['rulebook']['target'])[]) =>
  f.list(appliesTo.map((target) => w.rulebook.target[target]))

/** From when a row counts, and whether it has ended or is still to come. */
function sinceColumn<Row extends Dated & { effectiveFromPrecision?: string | null }>({ w: { rulebook: w }, today }: Said): SaidColumn<Row> {
  const since = ({ effectiveFrom, effectiveTo, effectiveFromPrecision }: Row) => {
    if (!effectiveFrom) return w.sinceNone
    const from = effectiveFromPrecision === 'month' ? w.item.sinceMonth(effectiveFrom.slice(0, 7)) : effectiveFrom
    if (effectiveTo && effectiveTo <= today) return `${from}, ${w.until(addDays(effectiveTo, -1))}`
    return effectiveFrom > today ? w.coming(from) : from
  }
  return {
    key: 'since',
    head: w.since,
    at: 'number',
    cardLabel: w.since,
    text: since,
    cell: (row) => <span className="text-13 whitespace-nowrap">{since(row)}</span>,
  }
}

const basisOf = ({ w: { rulebook: w }, f }: Said, item: ViolationItem): string[] => [
  ...(item.order16Articles.length > 0 ? [w.item.order16(f.list(item.order16Articles))] : []),
  ...(item.cnsaItems.length > 0 ? [w.item.cnsa(f.list(item.cnsaItems))] : []),
  ...((f.locale === 'en' ? item.otherBasisEn : item.otherBasisZh) ? [(f.locale === 'en' ? item.otherBasisEn : item.otherBasisZh)!] : []),
]

export function itemColumns(said: Said): SaidColumn<ViolationItem>[] {
  const { w } = said
  const c = w.rulebook.item
  return [
    {
      key: 'item',
      head: c.column.item,
      rowHead: true,
      at: 'title',
      text: (item) => `${item.code} ${named(said, item)}`,
      cell: (item) => (
        <span id={item.code} className="scroll-mt-16">
          <Official>{item.code}</Official> {named(said, item)}
        </span>
      ),
    },
    {
      key: 'severity',
      head: c.column.severity,
      at: 'clock',
      text: ({ defaultSeverity }) => (defaultSeverity ? w.rulebook.level(defaultSeverity) : ''),
      cell: ({ defaultSeverity }) =>
        defaultSeverity && <Severity level={defaultSeverity as 1 | 2 | 3 | 4} label={w.rulebook.level(defaultSeverity)} />,
    },
    { key: 'targets', head: c.column.targets, at: 'aside', text: ({ appliesTo }) => targets(said, appliesTo) },
    {
      key: 'basis',
      head: c.column.basis,
      at: 'full',
      text: (item) => basisOf(said, item).join('; ') || c.notCited,
      cell: (item) => {
        const basis = basisOf(said, item)
        if (basis.length === 0) return <Nothing>{c.notCited}</Nothing>
        return basis.map((one) => (
          <span key={one} className="block text-13">
            {one}
          </span>
        ))
      },
    },
    sinceColumn<ViolationItem>(said),
    sourceColumn<ViolationItem>(said),
  ]
}

export function tierColumns(said: Said): SaidColumn<TierRule>[] {
  const { w, f, today } = said
  const c = w.rulebook.tier
  const period = ({ effectiveFrom, effectiveTo }: TierRule) => c.period(effectiveFrom, effectiveTo && addDays(effectiveTo, -1))
  const line = (rule: TierRule, of: 1 | 2 | 3) =>
    of === 1
      ? c.from(f.money(rule.class1MinFen))
      : of === 2
        ? c.between(f.money(rule.class2MinFen), f.money(rule.class1MinFen))
        : c.under(f.money(rule.class2MinFen))
  const classColumn = (of: 1 | 2 | 3, name: (rule: TierRule) => string): SaidColumn<TierRule> => ({
    key: `class${of}`,
    head: c.column[`class${of}`],
    at: 'full',
    cardLabel: c.column[`class${of}`],
    text: (rule) => `${line(rule, of)} (${name(rule)})`,
    cell: (rule) => (
      <>
        {line(rule, of)}
        <span className="block text-13 text-ink-2">
          <Zh>{name(rule)}</Zh>
        </span>
      </>
    ),
  })
  return [
    {
      key: 'period',
      head: c.column.period,
      rowHead: true,
      at: 'title',
      text: period,
      cell: (rule) => (
        <span className="whitespace-nowrap">
          {period(rule)}
          {inForce(rule, today) && <span className="block text-13 font-normal text-done">{c.now}</span>}
        </span>
      ),
    },
    { key: 'made', head: c.column.made, at: 'clock', text: ({ aiMade }) => c.made[aiMade] },
    classColumn(1, (rule) => rule.class1Name),
    classColumn(2, (rule) => rule.class2Name),
    classColumn(3, (rule) => rule.class3Name),
    {
      key: 'triggers',
      head: c.column.triggers,
      at: 'full',
      cardLabel: c.column.triggers,
      text: ({ class1OtherTriggers }) => f.list(class1OtherTriggers.map((trigger) => c.trigger[trigger])),
    },
    sourceColumn<TierRule>(said),
  ]
}

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

/** The states in which a clock stands, in the words of whatever the deadline is used for. */
function stopsIn({ w, f }: Said, { appliesTo, stopsWhen }: Deadline): string {
  if (stopsWhen.length === 0) return w.rulebook.deadline.never
  const own = (w as unknown as Record<string, { state?: Record<string, string> }>)[appliesTo]?.state ?? {}
  const others: Record<string, string> = w.registration.state
  return w.rulebook.deadline.stops(f.list(stopsWhen.map((state) => own[state] ?? others[state] ?? state)))
}

/** Legal days start on the day after; what has no cut-off runs from the moment. */
const startOf = ({ unit, amount, cutOff }: Deadline) => (amount === 0 ? 'same' : unit === 'hours' || !cutOff ? 'hours' : 'days')

export function deadlineColumns(said: Said): SaidColumn<Deadline>[] {
  const c = said.w.rulebook.deadline
  const amount = ({ unit, amount: of, cutOff }: Deadline) => `${c.amount[unit](of)}${cutOff ? `, ${c.cutOff(cutOff)}` : ''}`
  return [
    {
      key: 'name',
      head: c.column.name,
      rowHead: true,
      at: 'title',
      text: (row) => named(said, row),
      cell: (row) => <RowLink href={`/rulebook/deadline?code=${row.code}#try`}>{named(said, row)}</RowLink>,
    },
    {
      key: 'amount',
      head: c.column.amount,
      at: 'line',
      text: amount,
      cell: ({ unit, amount: of, cutOff }) => (
        <>
          <b className="whitespace-nowrap">{c.amount[unit](of)}</b>
          {cutOff && <span className="block text-13 whitespace-nowrap text-ink-2">{c.cutOff(cutOff)}</span>}
        </>
      ),
    },
    {
      key: 'start',
      head: c.column.start,
      at: 'aside',
      cardLabel: c.column.start,
      text: (row) => c.start[startOf(row)],
      cell: (row) => <span className="whitespace-nowrap">{c.start[startOf(row)]}</span>,
    },
    { key: 'stops', head: c.column.stops, at: 'full', cardLabel: c.column.stops, text: (row) => stopsIn(said, row) },
    {
      key: 'overdue',
      head: c.column.overdue,
      at: 'clock',
      text: ({ onOverdue }) => c.overdue[onOverdue],
      cell: ({ onOverdue }) => <span className="whitespace-nowrap">{c.overdue[onOverdue]}</span>,
    },
    sinceColumn<Deadline>(said),
    sourceColumn<Deadline>(said),
  ]
}

export function dayColumns(said: Said): SaidColumn<Rulebook['days'][number]>[] {
  const { w, f } = said
  const c = w.rulebook.calendar
  return [
    {
      key: 'date',
      head: c.column.date,
      rowHead: true,
      at: 'title',
      text: ({ date }) => f.day(date),
      cell: ({ date }) => <span className="whitespace-nowrap">{f.day(date)}</span>,
    },
    { key: 'kind', head: c.column.kind, at: 'line', text: ({ kind }) => c.kind[kind] },
    { key: 'name', head: c.column.name, at: 'aside', text: (day) => dayCalled(day, f.locale) },
    {
      key: 'certainty',
      head: c.column.certainty,
      at: 'clock',
      text: ({ certainty }) => c.certainty[certainty],
      cell: ({ certainty }) => <span className={certainty === 'provisional' ? 'text-waiting' : undefined}>{c.certainty[certainty]}</span>,
    },
    sourceColumn<Rulebook['days'][number]>(said),
  ]
}

/** The sources, each with how many rows of which file rest on it. */
export function sourceColumns(said: Said): SaidColumn<Source>[] {
  const { w, f, book } = said
  const c = w.rulebook.sources
  const files: Record<string, readonly { source: string[] }[]> = {
    tier_rules: book.tiers,
    violation_taxonomy: book.taxonomy,
    penalty_ladder: book.ladder,
    penalty_guide: book.guide,
    deadlines: book.deadlines,
    working_days: book.days,
    regulators: book.regulators,
    platforms: book.platforms,
    papers: book.papers,
    campaigns: book.campaigns,
    reference_cases: book.notices,
  }
  const used = (key: string) =>
    Object.entries(files).flatMap(([file, rows]) => {
      const count = rows.filter(({ source }) => source.includes(key)).length
      return count > 0 ? [c.rows(c.file[file] ?? file, count)] : []
    })
  return [
    {
      key: 'source',
      head: c.column.source,
      rowHead: true,
      at: 'title',
      text: (source) => `${named(said, source)}${source.address ? ` ${source.address}` : ''}`,
      cell: (source) => {
        const name = f.locale === 'en' ? source.en : <Zh>{source.zh}</Zh>
        return (
          <span id={source.key} className="font-normal">
            {source.address ? (
              <a href={source.address} rel="noreferrer" className="underline underline-offset-3">
                {name}
              </a>
            ) : (
              name
            )}
          </span>
        )
      },
    },
    { key: 'certainty', head: c.column.certainty, at: 'line', text: (source) => certain(said, source) },
    {
      key: 'used',
      head: c.column.used,
      at: 'full',
      text: ({ key }) => used(key).join('; '),
      cell: ({ key }) => (
        <span className="text-13">
          {used(key).map((one) => (
            <span key={one} className="block">
              {one}
            </span>
          ))}
        </span>
      ),
    },
    { key: 'key', head: c.key, at: 'number', text: ({ key }) => key },
  ]
}
