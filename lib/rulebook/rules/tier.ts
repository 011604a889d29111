// 分类分层审核: 广电办发〔2024〕35号 from 2024-06-01, the raised lines of 2026, Order 16 art. 5 and 50 from 2026-09-01.
import type { Day } from '../../kernel/time'
import { type TierRule, TRIGGERS, type Trigger } from '../input'
import { inForce } from './dated'

export type DramaClass = 1 | 2 | 3

/** What the class depends on, as the creator declares it. */
export type Declaration = {
  aiMade: boolean
  investmentFen: bigint
  /** 特殊题材: any of them needs the written opinion of a co-review authority (Order 16 art. 14 and 19). */
  specialSubjects: readonly string[]
  mainPush: boolean
  firstScreen: boolean
  voluntary: boolean
}

/** A line of the class table on a date: from `minFen` to below `belowFen`; null where there is no such bound. */
export type ClassLine = { class: DramaClass; name: string; minFen: bigint | null; belowFen: bigint | null }

export type Classified = {
  class: DramaClass
  /** The class that the investment alone would give. */
  byInvestment: DramaClass
  /** What lifted the work into Class I by itself. */
  fired: Trigger[]
  /** Declared, but no trigger on this date: first screen means a re-check by 总局, voluntary can be asked for otherwise. */
  unheeded: Trigger[]
  coReview: boolean
  rule: TierRule
  /** Stays with the filing: which row of which rule set it was judged by. */
  ruleKey: string
  name: string
  table: [ClassLine, ClassLine, ClassLine]
}
export type NoRule = { class: 'no_rule' }

const ruleKey = ({ effectiveFrom, aiMade }: TierRule) => `${effectiveFrom}/${aiMade}`

/** The class table of a rule, with the names of its time. */
const classTable = (rule: TierRule): Classified['table'] => [
  { class: 1, name: rule.class1Name, minFen: rule.class1MinFen, belowFen: null },
  { class: 2, name: rule.class2Name, minFen: rule.class2MinFen, belowFen: rule.class1MinFen },
  { class: 3, name: rule.class3Name, minFen: null, belowFen: rule.class2MinFen },
]

/** The rule in force for works made so on this date; the youngest if two overlap. */
export const tierRuleOn = (rows: readonly TierRule[], aiMade: boolean, on: Day): TierRule | undefined =>
  rows
    .filter((rule) => inForce(rule, on) && (rule.aiMade === 'any' || rule.aiMade === (aiMade ? 'yes' : 'no')))
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]

const declared = (work: Declaration): Record<Trigger, boolean> => ({
  special_subject: work.specialSubjects.length > 0,
  platform_main_push: work.mainPush,
  first_screen: work.firstScreen,
  voluntary: work.voluntary,
})

/**
 * The class of a work filed on this date, and what to explain it with. Amounts are in fen; lower bounds belong to the higher class.
 * Before 2024-06-01 there was no rule, which is never a class.
 */
export function classOf(work: Declaration, on: Day, rows: readonly TierRule[]): Classified | NoRule {
  const rule = tierRuleOn(rows, work.aiMade, on)
  if (!rule) return { class: 'no_rule' }
  const byInvestment: DramaClass = work.investmentFen >= rule.class1MinFen ? 1 : work.investmentFen >= rule.class2MinFen ? 2 : 3
  const claims = declared(work)
  const claimed = TRIGGERS.filter((trigger) => claims[trigger])
  const fired = claimed.filter((trigger) => rule.class1OtherTriggers.includes(trigger))
  const judged = fired.length > 0 ? 1 : byInvestment
  const table = classTable(rule)
  return {
    class: judged,
    byInvestment,
    fired,
    unheeded: claimed.filter((trigger) => !fired.includes(trigger)),
    coReview: claims.special_subject,
    rule,
    ruleKey: ruleKey(rule),
    name: table[judged - 1]!.name,
    table,
  }
}
