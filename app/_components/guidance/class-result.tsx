import { ClassPanel } from '@/app/_components/registration/class-panel'
import { format, locale, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { Note } from '@/app/_ui/note'
import { Verdict } from '@/app/_ui/verdict'
import { type Change, papersFor, type Question, stagesFor, type Turn, whatWouldChange } from '@/lib/guidance/rules/class'
import type { Words } from '@/lib/i18n/catalogue'
import type { Formats } from '@/lib/i18n/formats'
import { addDays, type Day, dayOf } from '@/lib/kernel/time'
import { isClassified, type Warning } from '@/lib/registration/rules/filing'
import type { Rulebook } from '@/lib/rulebook/rules/book'
import { type Classified, classOf } from '@/lib/rulebook/rules/tier'
import { Sources } from './sources'

const warningsOf = ({ coReview, unheeded }: Classified): Warning[] => [
  ...(coReview ? (['co_review'] as const) : []),
  ...(unheeded.includes('first_screen') ? (['first_screen'] as const) : []),
  ...(unheeded.includes('platform_main_push') ? (['main_push'] as const) : []),
]

function changeText(c: Words['guidance']['classPage'], f: Formats, change: Change, on: Day): string {
  const { changes } = c
  switch (change.what) {
    case 'date':
      return change.on > on ? changes.later(change.on) : changes.earlier(change.on)
    case 'investment':
      return change.direction === 'from' ? changes.from(f.money(change.fen)) : changes.below(f.money(change.fen))
    case 'ai':
      return changes.ai[change.aiMade ? 'yes' : 'no']
    case 'subject':
      return changes.subject[change.special ? 'yes' : 'no']
    default:
      return changes[change.what][change.set ? 'yes' : 'no']
  }
}

async function Turns({ turns, on }: { turns: Turn[]; on: Day }) {
  const [w, f] = await Promise.all([words(), format()])
  const c = w.guidance.classPage
  if (turns.length === 0) return <p className="text-ink-2">{c.changeNone}</p>
  return (
    <ul className="border-t-[1.5px] border-rule">
      {turns.map(({ change, class: of, name }) => (
        <li
          key={JSON.stringify(change, (_, value) => (typeof value === 'bigint' ? String(value) : value))}
          className="flex flex-wrap justify-between gap-x-4 border-b border-line px-2 py-2"
        >
          <span>{changeText(c, f, change, on)}</span>
          <b>{of === 'no_rule' || name === null ? c.becomesNoRule : c.becomes(w.registration.classed.name(name, of))}</b>
        </li>
      ))}
    </ul>
  )
}

async function Papers({ found, question, book }: { found: Classified; question: Question; book: Rulebook }) {
  const [w, language] = [await words(), await locale()]
  const c = w.guidance.classPage
  return (
    <DataTable
      caption={c.papersCaption}
      rows={papersFor(book.papers, found, question)}
      rowKey={({ code }) => code}
      columns={[
        { key: 'paper', head: c.paper, rowHead: true, at: 'title', cell: ({ zh, en }) => (language === 'en' ? en : zh) },
        {
          key: 'when',
          head: c.when,
          at: 'line',
          cell: ({ phase }) => (
            <span className="whitespace-nowrap">{phase === 'filing' && found.class === 3 ? c.phaseThree : c.phase[phase]}</span>
          ),
        },
        { key: 'duty', head: c.duty, at: 'clock', cell: ({ duty }) => <span className="whitespace-nowrap">{c[duty]}</span> },
        {
          key: 'source',
          head: w.guidance.source,
          at: 'full',
          cell: ({ source }) => (
            <span className="text-13">
              <Sources keys={source} sources={book.sources} />
            </span>
          ),
        },
      ]}
    />
  )
}

async function Stages({ found, on, book }: { found: Classified; on: Day; book: Rulebook }) {
  const [w, f, language] = [await words(), await format(), await locale()]
  const c = w.guidance.classPage
  const stages = stagesFor(book, found.class, on)
  if (stages.length === 0) return <p>{c.timeNone}</p>
  return (
    <>
      <ol className="border-t-[1.5px] border-rule">
        {stages.map(({ code, deadline, due }) => (
          <li key={code} className="grid gap-x-4 gap-y-0.5 border-b border-line px-2 py-2 desk:grid-cols-[minmax(0,1fr)_auto]">
            <span>{c.stage(language === 'en' ? deadline.en : deadline.zh, deadline.amount)}</span>
            <b className="whitespace-nowrap">{due ? c.stageDue(f.day(dayOf(due.dueAt))) : c.stageFilm}</b>
            <span className="text-13 desk:col-span-2">
              <Sources keys={deadline.source} sources={book.sources} />
            </span>
          </li>
        ))}
      </ol>
      <p className="pt-2 text-13 text-ink-2">{c.stageStops}</p>
      {stages.some(({ due }) => due?.touchesProvisional) && (
        <div className="pt-2">
          <Note tone="waiting">{c.provisional}</Note>
        </div>
      )}
    </>
  )
}

/** The class with its rule and sources, the papers, the time, and what would change the answer. */
export async function ClassResult({ question, book }: { question: Question; book: Rulebook }) {
  const [w, f] = await Promise.all([words(), format()])
  const c = w.guidance.classPage
  const found = classOf(question, question.on, book.tiers)
  const turns = (
    <Section id="change" title={c.change} aside={c.changeAside}>
      <Turns turns={whatWouldChange(question, book.tiers)} on={question.on} />
    </Section>
  )
  if (!isClassified(found))
    return (
      <>
        <Verdict tone="neutral" title={c.noRule}>
          <p className="max-w-prose">{c.noRuleText}</p>
        </Verdict>
        {turns}
      </>
    )
  const { rule } = found
  const made = rule.aiMade === 'any' ? c.anyMade : w.drama.aiMade[rule.aiMade]
  return (
    <>
      <Verdict tone="done" title={w.registration.classed.name(found.name, found.class)}>
        <ClassPanel
          classified={found}
          investmentFen={question.investmentFen}
          aiMade={question.aiMade}
          warnings={warningsOf(found)}
          ruledOn={question.on}
          pinned
        />
      </Verdict>
      <Section id="rule" title={c.by}>
        <p>
          {c.byRule(f.day(rule.effectiveFrom), made)}
          {rule.effectiveTo && c.ended(addDays(rule.effectiveTo, -1))}
        </p>
        <div className="pt-1">
          <Sources keys={rule.source} sources={book.sources} />
        </div>
      </Section>
      {turns}
      <Section id="papers" title={c.papers} aside={c.papersAside}>
        <Papers found={found} question={question} book={book} />
      </Section>
      <Section id="time" title={c.time}>
        <Stages found={found} on={question.on} book={book} />
      </Section>
    </>
  )
}
