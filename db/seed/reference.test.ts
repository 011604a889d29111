import { describe, expect, test } from 'vitest'
import { REFERENCE, type ReferenceFile } from '@/lib/rulebook/input'
import { contradictions, type Files } from '@/lib/rulebook/rules/coherence'
import { readRows, referenceRows } from './reference'

const FILES = Object.keys(REFERENCE) as ReferenceFile[]
const files = Object.fromEntries(FILES.map((file) => [file, referenceRows(file)])) as unknown as Files

describe('the files of the rulebook', () => {
  test.for([
    ['tier_rules', 6],
    ['violation_taxonomy', 78],
    ['penalty_ladder', 11],
    ['penalty_guide', 59],
    ['deadlines', 27],
    ['working_days', 121],
    ['regulators', 34],
    ['platforms', 5],
    ['papers', 19],
    ['sources', 59],
    ['campaigns', 18],
    ['reference_cases', 23],
  ] as const)('%s has %i rows, all of them readable', ([file, count]) => expect(files[file]).toHaveLength(count))
  test('agree with each other', () => expect(contradictions(files)).toEqual([]))
  test('hold 66 items in 12 groups', () => {
    const items = files.violation_taxonomy.filter(({ parent }) => parent)
    expect([items.length, files.violation_taxonomy.length - items.length]).toEqual([66, 12])
    expect(items.every(({ appliesTo }) => !appliesTo.includes('episode') || appliesTo.includes('drama'))).toBe(true)
  })
  test('keep money in fen and lists as lists', () => {
    expect(files.tier_rules[3]).toMatchObject({
      aiMade: 'yes',
      class1MinFen: 80_000_000n,
      class2MinFen: 30_000_000n,
      source: ['S6*'],
      effectiveTo: '2026-09-01',
    })
    expect(files.penalty_ladder[8]).toMatchObject({ code: 'P9', reversible: 'on_appeal_only', allowedParameters: [], parameter: null })
  })
})

describe('a bad row is refused with its file and line', () => {
  const days = 'date,kind,name_zh,name_en,certainty,source\n2026-10-01,holiday,国庆节,National Day,official,S49*\n'
  test.for([
    ['2026-02-30,holiday,国庆节,National Day,official,S49*', 'working_days.csv:3: date: not a date'],
    ['2026-10-02,feast,国庆节,National Day,official,S49*', /^working_days\.csv:3: kind: /],
    ['2026-10-02,holiday,,National Day,official,S49*', /^working_days\.csv:3: nameZh|name_zh: /],
    ['2026-10-02,holiday,国庆节,National Day,official,', /^working_days\.csv:3: source: /],
    ['2026-10-01,holiday,国庆节,National Day,official,S49*', 'working_days.csv:3: 2026-10-01 stands in line 2 already'],
    ['2026-10-02,holiday,国庆节,National Day,official', /line 3/],
  ] as const)('%s', ([line, message]) => expect(() => readRows('working_days', `${days}${line}\n`)).toThrow(message))
  test('and so is a column that nobody knows, or one that is missing', () => {
    expect(() => readRows('working_days', 'date,kind\n2026-10-01,holiday\n')).toThrow(/^working_days\.csv:2: name_zh: /)
    expect(() => readRows('working_days', days.replace('source', 'origin'))).toThrow(/^working_days\.csv:2: /)
  })
})

test.for<[string, (was: Files) => Partial<Files>]>([
  [
    'tier_rules: 2026-01-01/any and 2026-07-01/no overlap',
    (was) => ({ tier_rules: was.tier_rules.map((rule) => ({ ...rule, effectiveTo: null })) }),
  ],
  [
    'violation_taxonomy V01-01: there is no group V01',
    (was) => ({ violation_taxonomy: was.violation_taxonomy.filter(({ code }) => code !== 'V01') }),
  ],
  [
    'penalty_guide 3/first/account/P6: no such rung for this target',
    (was) => ({ penalty_ladder: was.penalty_ladder.filter(({ code }) => code !== 'P6') }),
  ],
  [
    'penalty_guide 1/first/drama/P1: a parameter where',
    (was) => ({ penalty_guide: was.penalty_guide.map((row) => ({ ...row, parameter: null })) }),
  ],
  [
    'penalty_guide 3/first/account/P6: 9 is not allowed',
    (was) => ({ penalty_guide: was.penalty_guide.map((row) => (row.penalty === 'P6' ? { ...row, parameter: '9' } : row)) }),
  ],
  [
    'penalty_guide 1/first/episode/P6: no such rung for this target',
    (was) => ({ penalty_guide: [{ ...was.penalty_guide[1]!, penalty: 'P6', parameter: '7' }] }),
  ],
  ['deadlines film_review: working days need a cut-off', (was) => ({ deadlines: was.deadlines.map((row) => ({ ...row, cutOff: null })) })],
  ['platforms taobao: there is no bureau 33', (was) => ({ regulators: was.regulators.filter(({ code }) => code !== '33') })],
])('%s is found', ([expected, change]) => {
  expect(contradictions({ ...files, ...change(files) }).some((line) => line.startsWith(expected))).toBe(true)
})
