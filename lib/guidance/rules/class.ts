// 类别计算: the class of a work before it is filed, with the rule, the papers and the time it takes (分类分层审核, see the rulebook's tiers).
import { SPECIAL_SUBJECTS } from '../../drama/workflow'
import { type Fault, type Outcome, ok, refuse } from '../../kernel/outcome'
import { type Day, isDay, startOf } from '../../kernel/time'
import { isClassified } from '../../registration/rules/filing'
import { yuanToFen } from '../../registration/rules/money'
import { PHASES } from '../../rulebook/input'
import type { Deadline, Paper, Rulebook, TierRule } from '../../rulebook/rules/book'
import { inForce, rowOn } from '../../rulebook/rules/dated'
import { type Due, deadlineFrom } from '../../rulebook/rules/deadline'
import { type Classified, classOf, type Declaration, type DramaClass, type NoRule, tierRuleOn } from '../../rulebook/rules/tier'

/** What was typed into the calculator. */
export type Asked = {
  on?: string
  ai?: string
  investment?: string
  subjects?: readonly string[]
  push?: boolean
  screen?: boolean
  voluntary?: boolean
}
export type Question = Declaration & { on: Day }

/** Reads the calculator's question; investment in yuan or in 万元 as typed. Refusal: incomplete, with what is wrong in the order of the form. */
export function readAsked({
  on = '',
  ai = '',
  investment = '',
  subjects = [],
  push,
  screen,
  voluntary,
}: Asked): Outcome<Question, 'incomplete'> {
  const investmentFen = yuanToFen(investment)
  const faults: Fault[] = []
  if (!isDay(on)) faults.push({ field: 'on', code: 'not_a_day' })
  if (ai !== 'yes' && ai !== 'no') faults.push({ field: 'ai', code: 'choose' })
  if (investmentFen === undefined) faults.push({ field: 'investment', code: investment.trim() === '' ? 'required' : 'not_yuan' })
  if (faults.length > 0 || !isDay(on) || investmentFen === undefined) return refuse('incomplete', { faults })
  return ok({
    on,
    aiMade: ai === 'yes',
    investmentFen,
    specialSubjects: subjects.filter((subject) => (SPECIAL_SUBJECTS as readonly string[]).includes(subject)),
    mainPush: push === true,
    firstScreen: screen === true,
    voluntary: voluntary === true,
  })
}

/** What would give another class: one thing changed at a time. */
export type Change =
  | { what: 'date'; on: Day; rule: TierRule | null }
  | { what: 'ai'; aiMade: boolean }
  | { what: 'investment'; fen: bigint; direction: 'from' | 'below' }
  | { what: 'subject'; special: boolean }
  | { what: 'push' | 'screen' | 'voluntary'; set: boolean }
export type Turn = { change: Change; class: DramaClass | 'no_rule'; name: string | null }

const toggled = (question: Question): { change: Change; question: Question }[] => [
  { change: { what: 'ai', aiMade: !question.aiMade }, question: { ...question, aiMade: !question.aiMade } },
  {
    change: { what: 'subject', special: question.specialSubjects.length === 0 },
    question: { ...question, specialSubjects: question.specialSubjects.length > 0 ? [] : ['public_security'] },
  },
  { change: { what: 'push', set: !question.mainPush }, question: { ...question, mainPush: !question.mainPush } },
  { change: { what: 'screen', set: !question.firstScreen }, question: { ...question, firstScreen: !question.firstScreen } },
  { change: { what: 'voluntary', set: !question.voluntary }, question: { ...question, voluntary: !question.voluntary } },
]

/** The lines next to this investment, above and below. */
function nextLines(rule: TierRule, fen: bigint): { change: Change; fen: bigint }[] {
  const lines = [rule.class2MinFen, rule.class1MinFen]
  const above = lines.find((line) => line > fen)
  const below = lines.findLast((line) => line <= fen)
  return [
    ...(above !== undefined ? [{ change: { what: 'investment', fen: above, direction: 'from' } as const, fen: above }] : []),
    ...(below !== undefined ? [{ change: { what: 'investment', fen: below, direction: 'below' } as const, fen: below - 100n }] : []),
  ]
}

const classIn = (found: Classified | NoRule): Pick<Turn, 'class' | 'name'> =>
  isClassified(found) ? { class: found.class, name: found.name } : { class: 'no_rule', name: null }

/** Each single change that gives another class, in the order of the form; of all dates the days on which a rule begins, and the day before the first. */
export function whatWouldChange(question: Question, tiers: readonly TierRule[]): Turn[] {
  const now = classIn(classOf(question, question.on, tiers))
  const rule = tierRuleOn(tiers, question.aiMade, question.on)
  const begins = [...new Set(tiers.map(({ effectiveFrom }) => effectiveFrom))].sort()
  const own = rule?.effectiveFrom
  const turns: Turn[] = []
  const add = (change: Change, found: Classified | NoRule) => {
    const turn = { change, ...classIn(found) }
    if (turn.class !== now.class) turns.push(turn)
  }
  let last = now.class
  for (const on of begins.filter((day) => day > question.on)) {
    const found = classOf(question, on, tiers)
    if (classIn(found).class !== last) add({ what: 'date', on, rule: tierRuleOn(tiers, question.aiMade, on) ?? null }, found)
    last = classIn(found).class
  }
  last = now.class
  for (const on of begins.filter((day) => day < (own ?? question.on)).reverse()) {
    const found = classOf(question, on, tiers)
    if (classIn(found).class !== last) add({ what: 'date', on, rule: tierRuleOn(tiers, question.aiMade, on) ?? null }, found)
    last = classIn(found).class
  }
  if (rule)
    for (const { change, fen } of nextLines(rule, question.investmentFen))
      add(change, classOf({ ...question, investmentFen: fen }, question.on, tiers))
  for (const { change, question: other } of toggled(question)) add(change, classOf(other, other.on, tiers))
  return turns
}

/** The papers that a work of this class needs on this day, those that hang on a condition only where it holds. */
export const papersFor = (papers: readonly Paper[], found: Classified, { on, aiMade, specialSubjects }: Question): Paper[] =>
  PHASES.flatMap((phase) => papers.filter((paper) => paper.phase === phase)).filter(
    (paper) =>
      inForce(paper, on) &&
      paper.classes.includes(String(found.class) as '1' | '2' | '3') &&
      (paper.condition !== 'special_subject' || specialSubjects.length > 0) &&
      (paper.condition !== 'ai_made' || aiMade),
  )

/** What has to be waited for, in order; each begins when the one before has ended at the latest. */
const STAGES: Record<DramaClass, readonly string[]> = {
  1: ['registration_review', 'planning_notice', 'film_review'],
  2: ['registration_review', 'film_review'],
  3: [],
}
export type Stage = { code: string; deadline: Deadline; due: Due | null }

/** How long a work of this class takes by the rulebook's deadlines, handed in on this day. A film is handed in when it is finished, so its review has no date yet. */
export function stagesFor(book: Pick<Rulebook, 'deadlines' | 'calendar'>, of: DramaClass, on: Day): Stage[] {
  let from = startOf(on)
  return STAGES[of].flatMap((code): Stage[] => {
    const deadline = rowOn(book.deadlines, code, on)
    if (!deadline) return []
    if (code === 'film_review') return [{ code, deadline, due: null }]
    const due = deadlineFrom(deadline, from, book.calendar)
    from = due.dueAt
    return [{ code, deadline, due }]
  })
}
