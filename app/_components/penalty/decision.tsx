'use client'

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { useAnswer } from '@/app/_components/form/action-form'
import { Note } from '@/app/_ui/note'
import { formats, type Locale } from '@/lib/i18n/formats'
import { type Comparison, type Decision, judgeDecision, keptToEpisodes, type Occasion, type Suggestion } from '@/lib/penalty/rules/guide'
import { endOf, GUIDANCE, lastsUntilMended, PROPOSAL, REFERRAL, REMOVE, waitsForReturn } from '@/lib/penalty/rules/measure'
import type { Against, TargetKind } from '@/lib/penalty/workflow'
import type { LadderRung } from '@/lib/rulebook/rules/book'

/** Words for what is chosen; `{…}` stand for what is filled in. */
export type DecisionWords = {
  /** By rung, with `{n}` for hours or days; by `rung:parameter` where it is said otherwise. */
  measures: Record<string, string>
  against: Record<Against, string>
  act: string
  actNow: string
  actFrom: string
  /** Guidance at once, the rest from the start that was chosen. */
  actBoth: string
  actOnReturn: string
  now: string
  days: string
  daysOpen: string
  hoursOpen: string
  lasting: string
  lastingOpen: string
  referral: string
  mended: string
  proposal: string
  afterReturn: string
  untilMended: string
  deviates: string
  deviatesNext: string
  agrees: string
  keeps: string
  guided: string
  endsOpen: string
  endsNever: string
}
type Law = {
  /** Kept to the episodes of a work, in the cell of the guide that counts. */
  cell: Occasion
  isStepped: boolean
  ladder: LadderRung[]
  suggestion: Suggestion
  target: TargetKind
  /** The work is removed already, so that a limit of its traffic waits for its return. */
  isRemoved: boolean
  now: string
  locale: Locale
  words: DecisionWords
}
type Chosen = {
  decision: Decision
  /** It needs a reason for being kept to episodes alone. */
  keeps: boolean
  start: Date | null
  said: { text: string; measure: Comparison; endsAt: Date | null; hours: boolean; waits: boolean }[]
}

const fill = (template: string, values: Record<string, string>) => template.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
const low = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function read(form: HTMLFormElement, { ladder, suggestion, target, cell, isStepped, isRemoved, words }: Law): Chosen {
  const sent = new FormData(form)
  const local = String(sent.get('startsAt') ?? '')
  const at = new Date(`${local}:00+08:00`)
  const start = local && !Number.isNaN(at.getTime()) ? at : null
  const measures = sent.getAll('rungs').flatMap((code) => {
    const rung = ladder.find((one) => one.code === code)
    return rung
      ? [{ rung: rung.code, parameter: rung.parameter ? String(sent.get(`parameters.${rung.code}`) ?? '') || '—' : null, step: rung }]
      : []
  })
  const judged = judgeDecision(measures, suggestion, target, ladder)
  const decision = keptToEpisodes(judged, cell, isStepped)
  const goes = isRemoved || measures.some(({ rung }) => rung === 'P3')
  const said = measures.map(({ rung, parameter, step }, index) => ({
    text: words.measures[`${rung}:${parameter}`] ?? fill(words.measures[rung] ?? rung, { n: parameter ?? '' }),
    measure: decision.measures[index]!,
    // Guidance runs from when it is ordered, whenever the rest is to begin.
    endsAt: start && rung !== GUIDANCE && Number(parameter) > 0 ? endOf({ rung, parameter }, step, start) : null,
    hours: step.parameter === 'deadline_hours',
    waits: waitsForReturn({ rung, parameter }, target, goes),
  }))
  return { decision, keeps: decision !== judged && !judged.needsReason, start, said }
}

const Context = createContext<{ law: Law; chosen: Chosen | null } | null>(null)
const useDecision = () => useContext(Context)!

/** Follows what is chosen in the form around it, so that the page says what it would come to. Without script nothing is said of it. */
export function DecisionWatch({ children, ...law }: Law & { children: ReactNode }) {
  const inside = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const { turn } = useAnswer('rungs')
  const look = () => {
    const form = inside.current?.closest('form')
    if (form) setChosen(read(form, law))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each answer the fields stand anew with what was typed
  useEffect(look, [turn])
  return (
    <div ref={inside} onChange={look}>
      <Context value={{ law, chosen }}>{children}</Context>
    </div>
  )
}

const useFormats = () => {
  const { law } = useDecision()
  const f = formats(law.locale)
  const now = new Date(law.now)
  return (at: Date) => f.inList(at, now)
}

/** At the end of a measure's line: how it stands to the guide as it is chosen now. */
export function RungAside({ rung, plain }: { rung: string; plain: string }) {
  const { law, chosen } = useDecision()
  const found = chosen?.said.find(({ measure }) => measure.rung === rung)?.measure
  if (!found || found.parameter === null || found.parameter === '—' || found.against === 'not_listed') return plain
  return found.against === 'as_guided' ? plain : law.words.against[found.against]
}

/** The act with what it does: 封禁 15 天，今天 12:00 起. */
export function DecisionAct() {
  const { law, chosen } = useDecision()
  const say = useFormats()
  if (!chosen || chosen.said.length === 0) return law.words.act
  const named = (said: Chosen['said']) => formats(law.locale).list(said.map(({ text }, at) => (at ? low(text) : text)))
  const dated = chosen.said.filter(({ waits }) => !waits)
  const waiting = chosen.said.filter(({ waits }) => waits)
  const later = chosen.start ? dated.filter(({ hours }) => !hours) : []
  const atOnce = later.length > 0 ? dated.filter(({ hours }) => hours) : dated
  const start = chosen.start ? say(chosen.start) : ''
  const begins =
    later.length === 0
      ? atOnce.length > 0 && fill(law.words.actNow, { measures: named(atOnce) })
      : atOnce.length === 0
        ? fill(law.words.actFrom, { measures: named(later), start })
        : fill(law.words.actBoth, { atOnce: named(atOnce), later: named(later), start })
  const returns = waiting.length > 0 && fill(law.words.actOnReturn, { measures: begins ? low(named(waiting)) : named(waiting) })
  return [begins, returns].filter(Boolean).join(law.locale === 'en' ? '; ' : '；')
}

/** What follows, a line for each measure. */
export function DecisionEffects({ children }: { children?: ReactNode }) {
  const { law, chosen } = useDecision()
  const say = useFormats()
  const { words } = law
  const line = ({ text, endsAt, hours, waits, measure }: Chosen['said'][number]) => {
    const start = chosen?.start && !hours ? say(chosen.start) : words.now
    if (measure.rung === REFERRAL) return fill(words.referral, { measures: text, start })
    if (measure.rung === PROPOSAL) return fill(words.proposal, { measures: text, start })
    if (waits) return `${text} — ${words.afterReturn}`
    if (lastsUntilMended(measure)) return fill(words.mended, { measures: text, start })
    if (measure.parameter === null) return fill(chosen?.start ? words.lasting : words.lastingOpen, { measures: text, start })
    if (measure.rung === REMOVE.rung) return fill(chosen?.start ? words.lasting : words.lastingOpen, { measures: text, start })
    const template = hours ? words.hoursOpen : endsAt ? words.days : words.daysOpen
    return fill(template, { measures: text, start, end: endsAt ? say(endsAt) : '' })
  }
  return (
    <ul className="grid list-disc gap-1 pl-4 text-13 marker:text-ink-3">
      {chosen?.said.map((one) => (
        <li key={one.measure.rung}>{line(one)}</li>
      ))}
      {children}
    </ul>
  )
}

/** When what is chosen ends. */
export function DecisionEnds() {
  const { law, chosen } = useDecision()
  const say = useFormats()
  if (!chosen || chosen.said.length === 0) return '—'
  const several = chosen.said.length > 1
  const endOfOne = ({ waits, endsAt, measure }: Chosen['said'][number]) => {
    if (measure.rung === REFERRAL || measure.rung === PROPOSAL) return '—'
    if (waits) return law.words.afterReturn
    if (lastsUntilMended(measure)) return law.words.untilMended
    if (measure.parameter === null || measure.rung === REMOVE.rung) return law.words.endsNever
    return endsAt ? say(endsAt) : law.words.endsOpen
  }
  return chosen.said.map((one) => {
    const { text, measure } = one
    const end = endOfOne(one)
    return (
      <span key={measure.rung} className="block">
        {several && <span className="text-ink-2">{text} </span>}
        {end}
      </span>
    )
  })
}

/** Whether the decision is as the guide has it, and if not how far from it. */
export function DecisionAgainst() {
  const { law, chosen } = useDecision()
  if (!chosen || chosen.said.length === 0) return null
  const { against, needsReason } = chosen.decision
  const { words, locale } = law
  if (!needsReason) return <Note tone="done" title={words.agrees} />
  if (chosen.keeps)
    return (
      <Note tone="waiting" title={words.keeps}>
        {words.deviatesNext}
      </Note>
    )
  const measures = formats(locale).list(chosen.said.map(({ text }) => low(text)))
  return (
    <Note tone="waiting" title={fill(words.deviates, { verdict: words.against[against], chosen: measures, guided: low(words.guided) })}>
      {words.deviatesNext}
    </Note>
  )
}
