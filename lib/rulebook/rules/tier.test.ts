import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceRows } from '@/db/seed/reference'
import { SPECIAL_SUBJECTS } from '@/lib/drama/workflow'
import { asDay, type Day, dayOf } from '@/lib/kernel/time'
import { type Classified, classOf, type Declaration, tierRuleOn } from './tier'

const rows = referenceRows('tier_rules')
const yuan = (amount: number) => BigInt(amount) * 100n
const plain: Declaration = { aiMade: false, investmentFen: 0n, specialSubjects: [], mainPush: false, firstScreen: false, voluntary: false }
const judged = (work: Partial<Declaration>, on: string) => classOf({ ...plain, ...work }, asDay(on), rows)
const classed = (work: Partial<Declaration>, on: string) => judged(work, on) as Classified

describe('《山城来信》: the same work on different dates', () => {
  const letters = { investmentFen: yuan(850_000) }
  test.for([
    [letters, '2025-10-10', 2, '普通微短剧'],
    [letters, '2026-02-10', 3, '其他微短剧'],
    [{ ...letters, aiMade: true }, '2026-10-10', 1, '一类微短剧'],
    [{ investmentFen: yuan(300_000), aiMade: true }, '2026-10-10', 2, '二类微短剧'],
    [{ investmentFen: yuan(299_999), aiMade: true }, '2026-10-10', 3, '三类微短剧'],
  ] as const)('%o on %s is class %i', ([work, on, expected, name]) =>
    expect(judged(work, on)).toMatchObject({ class: expected, name, coReview: false }),
  )
  test('with 公安 it is Class I and needs a co-review', () => {
    expect(judged({ investmentFen: yuan(299_999), aiMade: true, specialSubjects: ['public_security'] }, '2026-10-10')).toMatchObject({
      class: 1,
      byInvestment: 3,
      fired: ['special_subject'],
      coReview: true,
    })
  })
})

test.for([
  ['2024-06-01', false, 300_000, 1_000_000],
  ['2024-06-01', true, 300_000, 1_000_000],
  ['2025-12-31', true, 300_000, 1_000_000],
  ['2026-01-01', false, 1_000_000, 3_000_000],
  ['2026-06-30', true, 1_000_000, 3_000_000],
  ['2026-07-01', true, 300_000, 800_000],
  ['2026-07-01', false, 1_000_000, 3_000_000],
  ['2026-08-31', true, 300_000, 800_000],
  ['2026-09-01', false, 1_000_000, 3_000_000],
  ['2026-09-01', true, 300_000, 800_000],
  ['2031-01-01', true, 300_000, 800_000],
] as const)('on %s, AI-made %s: Class II from %i, Class I from %i', ([on, aiMade, second, first]) => {
  const at = (fen: bigint) => judged({ aiMade, investmentFen: fen }, on).class
  expect([yuan(second) - 1n, yuan(second), yuan(first) - 1n, yuan(first)].map(at)).toEqual([3, 2, 2, 1])
})

test('before there was a rule there is no class', () => {
  expect(judged({ investmentFen: yuan(5_000_000), specialSubjects: ['military'] }, '2024-05-31')).toEqual({ class: 'no_rule' })
})

describe('what lifts a work whatever it costs', () => {
  const all = { specialSubjects: ['military'], mainPush: true, firstScreen: true, voluntary: true } as const
  test.for([
    ['2025-12-31', ['special_subject', 'platform_main_push', 'first_screen', 'voluntary'], []],
    ['2026-01-01', ['special_subject'], ['platform_main_push', 'first_screen', 'voluntary']],
    ['2026-08-31', ['special_subject'], ['platform_main_push', 'first_screen', 'voluntary']],
    ['2026-09-01', ['special_subject', 'voluntary'], ['platform_main_push', 'first_screen']],
  ] as const)('on %s', ([on, fired, unheeded]) => expect(judged(all, on)).toMatchObject({ class: 1, fired, unheeded }))
  test.for([
    [{ mainPush: true }, '2025-12-31', 1],
    [{ firstScreen: true }, '2025-12-31', 1],
    [{ firstScreen: true }, '2026-01-01', 3],
    [{ voluntary: true }, '2025-12-31', 1],
    [{ voluntary: true }, '2026-01-01', 3],
    [{ voluntary: true }, '2026-09-01', 1],
  ] as const)('%o on %s gives class %i', ([work, on, expected]) => expect(judged(work, on).class).toBe(expected))
  test.for(SPECIAL_SUBJECTS)('%s does on every date that has a rule', (subject) => {
    for (const on of ['2024-06-01', '2026-01-01', '2026-07-01', '2026-09-01'])
      expect(judged({ specialSubjects: [subject] }, on).class).toBe(1)
  })
})

test('the table that explains a class has no gap and holds the work in its own line', () => {
  const days = fc.date({ min: new Date('2024-06-02'), max: new Date('2030-01-01'), noInvalidDate: true }).map(dayOf)
  const amounts = fc.bigInt({ min: 0n, max: yuan(10_000_000) })
  fc.assert(
    fc.property(days, fc.boolean(), amounts, (on: Day, aiMade, investmentFen) => {
      const { table, byInvestment } = classed({ aiMade, investmentFen }, on)
      const own = table.filter(
        ({ minFen, belowFen }) => (minFen === null || investmentFen >= minFen) && (belowFen === null || investmentFen < belowFen),
      )
      return (
        own.length === 1 && own[0]?.class === byInvestment && table[0].minFen === table[1].belowFen && table[1].minFen === table[2].belowFen
      )
    }),
  )
})

test('a filing pins the row it was judged by', () => {
  expect(classed({ aiMade: true }, '2026-10-12').ruleKey).toBe('2026-09-01/yes')
  expect(classed({ aiMade: true }, '2025-10-12').ruleKey).toBe('2024-06-01/any')
})

test('of two rules that were left to overlap the younger counts', () => {
  const [first, second] = [rows[0]!, rows[1]!]
  expect(tierRuleOn([{ ...first, effectiveTo: null }, second], false, asDay('2026-02-01'))).toBe(second)
})
