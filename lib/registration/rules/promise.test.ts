import { expect, test } from 'vitest'
import { asDay } from '../../kernel/time'
import { registrationWorkflow } from '../workflow'
import { isPublic, isUnderOrder16, promiseOf } from './promise'

const [before, since] = [asDay('2026-08-31'), asDay('2026-09-01')]
test.for([
  [1, 'published', before, 'awaiting_licence'],
  [1, 'published', since, 'awaiting_licence'],
  [2, 'registered', before, 'registered'],
  [2, 'registered', since, 'awaiting_film_review'],
  [3, 'offered', since, 'awaiting_platforms'],
  [3, 'registered', before, 'numbered'],
  [3, 'registered', since, 'numbered'],
  [2, 'suspended', before, 'suspended'],
  [2, 'draft', since, null],
  [2, 'submitted', since, null],
  [2, 'returned', since, null],
  [1, 'forwarded', since, null],
  [2, 'refused', since, null],
  [2, 'withdrawn', since, null],
] as const)('Class %i, %s, filed on %s: %s', ([filedAs, state, filedOn, expected]) => {
  expect(promiseOf({ class: filedAs, state, isUnderOrder16: isUnderOrder16(filedOn), listed: false })).toBe(expected)
  expect(promiseOf({ class: filedAs, state, isUnderOrder16: isUnderOrder16(filedOn), listed: true })).toBe('listed')
})

test('four states are public', () => {
  expect(registrationWorkflow.states.filter(isPublic)).toEqual(['registered', 'published', 'offered', 'suspended'])
})

test.for([
  [2, 0, 'awaiting_platforms'],
  [1, 1, 'awaiting_platforms'],
  [0, 2, 'numbered'],
  [0, 0, 'passed_over'],
] as const)('an offer for which %i platforms have still to answer and %i have a number: %s', ([pendingCount, recordedCount, expected]) => {
  expect(promiseOf({ class: 3, state: 'offered', isUnderOrder16: true, listed: false, pendingCount, recordedCount })).toBe(expected)
})
