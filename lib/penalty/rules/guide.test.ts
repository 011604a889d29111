import { describe, expect, test } from 'vitest'
import { referenceRows } from '@/db/seed/reference'
import { asDay } from '../../kernel/time'
import {
  chargesOn,
  compare,
  judgeDecision,
  narrowsToEpisodes,
  nextRow,
  type Occurrence,
  occurrenceOf,
  type Suggested,
  stepUp,
  suggest,
  suggestUnmet,
  without,
} from './guide'
import { type Measure, spell } from './measure'

const guide = referenceRows('penalty_guide')
const ladder = referenceRows('penalty_ladder')
const [first, repeat] = ['first', 'repeat_within_90_days'] as const satisfies Occurrence[]
const short = (rows: readonly Suggested[]) =>
  rows.map(({ rung, parameter, mandatory }) => `${rung}${parameter ? ` ${parameter}` : ''}${mandatory ? '' : '?'}`).join(', ')
const measures = (text: string): Measure[] =>
  text
    .split(', ')
    .filter(Boolean)
    .map((one) => ({ rung: one.split(' ')[0]!, parameter: one.split(' ')[1] ?? null }))

describe('what the guide suggests', () => {
  test.for([
    [1, first, 'account', 'P1 72', '', 'no'],
    [1, repeat, 'account', 'P1 72, P4 3', '', 'no'],
    [2, first, 'account', 'P1 72', '', 'no'],
    [2, repeat, 'account', 'P1 72, P4 7?, P5 7?', '', 'no'],
    [3, first, 'account', 'P1 72', 'P6 7', 'no'],
    [3, repeat, 'account', 'P6 30', '', 'no'],
    [4, first, 'account', 'P9, P11', '', 'no'],
    [4, repeat, 'account', 'P9, P11', '', 'no'],
    [2, first, 'drama', 'P1 72, P3', '', 'no'],
    [3, first, 'drama', 'P1 72, P3', '', 'optional'],
    [4, first, 'drama', 'P3, P10, P11', '', 'required'],
    [3, first, 'mini_program', 'P1 72', 'P8 suspend', 'optional'],
    [2, first, 'episode', 'P1 72, P2', '', 'no'],
  ] as const)('severity %i, %s, %s', ([severity, occurrence, target, now, waiting, blacklist]) => {
    const suggestion = suggest({ severity, occurrence, target }, guide)
    expect([short(suggestion.now), short(suggestion.waiting), suggestion.blacklist]).toEqual([now, waiting, blacklist])
  })
  test('every severity, occurrence and target has something', () => {
    for (const severity of [1, 2, 3, 4] as const)
      for (const occurrence of [first, repeat])
        for (const target of ['drama', 'episode', 'mini_program', 'account'] as const)
          expect(suggest({ severity, occurrence, target }, guide).now).not.toEqual([])
  })
})

test.for([
  [3, first, 'account', 'P6 7'],
  [1, first, 'account', 'P4 3'],
  [2, first, 'account', 'P4 7?, P5 7?'],
  [1, repeat, 'account', 'P4 7?, P5 7?'],
  [2, repeat, 'account', 'P6 30'],
  [3, repeat, 'account', 'P6 30'],
  [3, first, 'mini_program', 'P8 suspend'],
  [2, first, 'drama', 'P3, P4 7'],
] as const)('severity %i, %s, %s, unmet: %s', ([severity, occurrence, target, now]) => {
  expect(suggestUnmet({ severity, occurrence, target }, guide)).toMatchObject({ waiting: [] })
  expect(short(suggestUnmet({ severity, occurrence, target }, guide).now)).toBe(now)
})

test.for([
  [3, first, 3, first],
  [1, first, 1, repeat],
  [1, repeat, 2, repeat],
  [2, repeat, 3, repeat],
  [3, repeat, 3, repeat],
] as const)('an unmet deadline at severity %i, %s leads to severity %i, %s', ([severity, occurrence, nextSeverity, nextOccurrence]) => {
  expect(stepUp({ severity, occurrence, target: 'account' }, guide)).toEqual({
    severity: nextSeverity,
    occurrence: nextOccurrence,
    target: 'account',
  })
})

test('what is imposed already is not suggested again', () => {
  const suggestion = suggest({ severity: 2, occurrence: repeat, target: 'account' }, guide)
  expect(short(without(suggestion, ['P1', 'P5']).now)).toBe('P4 7?')
})

test('a mini-program’s removal stands beside its suspension, and its suspension is not suggested once it is removed', () => {
  const refused = suggestUnmet({ severity: 3, occurrence: first, target: 'mini_program' }, guide)
  expect(short(without(refused, ['P8:remove']).now)).toBe('')
  const again = suggest({ severity: 3, occurrence: repeat, target: 'mini_program' }, guide)
  expect(short(without(again, ['P8:suspend']).now)).toBe('P8 remove')
})

describe('the next row, beside what stands', () => {
  const row = (severity: 1 | 2 | 3, target: 'drama' | 'episode' | 'mini_program' | 'account', stands: string[]) => {
    const { cell, left } = nextRow({ severity, occurrence: first, target }, guide, stands)
    return [cell.severity, cell.occurrence === first ? 'first' : 'repeat', left.now.map(spell).join(' ')].join(' ')
  }
  test.for([
    [3, 'mini_program', [], '3 first P8:suspend'],
    [3, 'mini_program', ['P8:suspend'], '3 repeat P8:remove'],
    [3, 'account', ['P6'], '3 repeat '],
    [3, 'drama', ['P3'], '3 repeat P4:30'],
    [3, 'episode', ['P2'], '3 repeat '],
    [1, 'episode', [], '1 repeat P2'],
  ] as const)('severity %i, %s, where %j stands: %s', ([severity, target, stands, expected]) =>
    expect(row(severity, target, [...stands])).toBe(expected),
  )
})

test('items that do not apply to a target do not weigh on it', () => {
  const taxonomy = referenceRows('violation_taxonomy').map((row) => ({ ...row, appliesTo: row.appliesTo as never }))
  const upheld = taxonomy.filter(({ code }) => ['V10-05', 'V04-02'].includes(code))
  expect(chargesOn(upheld, 'episode')).toEqual({ clauses: ['V04-02'], severity: 3 })
  expect(chargesOn(upheld, 'drama')).toEqual({ clauses: ['V04-02', 'V10-05'], severity: 4 })
  expect(chargesOn(upheld, 'mini_program')).toEqual({ clauses: ['V10-05'], severity: 4 })
  expect(chargesOn([], 'drama')).toBeNull()
  expect([narrowsToEpisodes(upheld, [3]), narrowsToEpisodes(upheld.slice(0, 1), [3]), narrowsToEpisodes(upheld.slice(0, 1), [])]).toEqual([
    false,
    true,
    false,
  ])
})

describe('a repetition', () => {
  const on = asDay('2026-11-24')
  test.for([
    ['2026-11-24', false, repeat],
    ['2026-08-26', false, repeat],
    ['2026-08-25', false, first],
    ['2026-11-25', false, first],
    ['2026-11-20', true, first],
  ] as const)('another one decided on %s, overturned %s: %s', ([decidedOn, overturned, expected]) => {
    expect(occurrenceOf(on, [{ decidedOn: asDay(decidedOn), overturned }])).toBe(expected)
  })
  test('needs another one', () => expect(occurrenceOf(on, [])).toBe(first))
})

describe('a decision on an account against the guide', () => {
  const unmet = suggestUnmet({ severity: 3, occurrence: first, target: 'account' }, guide)
  const upheld = suggest({ severity: 3, occurrence: first, target: 'account' }, guide)
  const choice = suggest({ severity: 2, occurrence: repeat, target: 'account' }, guide)
  const decide = (chosen: string, suggestion = unmet) => judgeDecision(measures(chosen), suggestion, 'account', ladder)

  test.for([
    ['P6 7', 'as_guided'],
    ['P6 15', 'heavier'],
    ['P6 3', 'lighter'],
    ['P5 7', 'lighter'],
    ['P4 30', 'lighter'],
    ['P1 72', 'lighter'],
    ['P7 7', 'not_listed'],
    ['P9', 'heavier'],
    ['P6 7, P4 7', 'heavier'],
    ['P6 7, P7 7', 'not_listed'],
    ['P6 3, P9', 'heavier'],
    ['', 'lighter'],
  ] as const)('unmet at severity 3: %s is %s', ([chosen, against]) =>
    expect(decide(chosen)).toMatchObject({ against, needsReason: against !== 'as_guided' }),
  )
  test.for([
    ['P1 72', 'as_guided'],
    ['P1 24', 'heavier'],
    ['P1 96', 'lighter'],
    ['P1 72, P6 7', 'heavier'],
    ['P6 7', 'heavier'],
    ['P9', 'heavier'],
  ] as const)('upheld at severity 3: %s is %s', ([chosen, against]) => expect(decide(chosen, upheld).against).toBe(against))
  test.for([
    ['P1 72, P4 7', 'as_guided', false],
    ['P1 72, P5 7', 'as_guided', false],
    ['P1 72, P4 7, P5 7', 'as_guided', false],
    ['P1 72', 'lighter', true],
    ['P4 7', 'lighter', false],
    ['P1 72, P5 15', 'heavier', false],
    ['P1 72, P6 7', 'heavier', true],
  ] as const)('with a choice: %s is %s', ([chosen, against, choiceOpen]) =>
    expect(decide(chosen, choice)).toMatchObject({ against, choiceOpen }),
  )
  test('names what it was held against and what was left out', () => {
    expect(decide('P5 7')).toMatchObject({
      measures: [{ rung: 'P5', parameter: '7', against: 'lighter', guided: { rung: 'P6', parameter: '7' } }],
      omitted: [{ rung: 'P6', parameter: '7' }],
    })
  })
  test('stages of a mini-program are in order', () => {
    const suggestion = suggestUnmet({ severity: 3, occurrence: first, target: 'mini_program' }, guide)
    const against = (parameter: string) => compare({ rung: 'P8', parameter }, suggestion, 'mini_program', ladder).against
    expect([against('suspend'), against('remove')]).toEqual(['as_guided', 'heavier'])
  })
})
