import { expect, test } from 'vitest'
import { queriesOf } from '@/bench/national/asked'
import { CALLS } from '@/bench/national/calls'

test('every query is among those whose plans are looked at, and none that is gone', () => {
  expect(queriesOf().length).toBeGreaterThan(150)
  expect(Object.keys(CALLS).toSorted()).toEqual(queriesOf())
})
