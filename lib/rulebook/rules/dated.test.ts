import { expect, test } from 'vitest'
import { asDay } from '../../kernel/time'
import { inForce, rowOn } from './dated'

const [from, to] = [asDay('2026-01-01'), asDay('2026-07-01')]
test.for([
  ['2025-12-31', false],
  ['2026-01-01', true],
  ['2026-06-30', true],
  ['2026-07-01', false],
] as const)('a row of half a year on %s: %s', ([on, expected]) =>
  expect(inForce({ effectiveFrom: from, effectiveTo: to }, asDay(on))).toBe(expected),
)

test('no recorded beginning is no obstacle, and no end goes on', () => {
  expect(inForce({ effectiveFrom: null }, asDay('1999-01-01'))).toBe(true)
  expect(inForce({ effectiveFrom: from, effectiveTo: null }, asDay('2099-01-01'))).toBe(true)
})

test('of two rows of one code the younger counts from its first day', () => {
  const [old, young, other] = [
    { code: 'a', effectiveFrom: from },
    { code: 'a', effectiveFrom: to },
    { code: 'b', effectiveFrom: from },
  ]
  const found = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((on) => rowOn([young, other, old], 'a', asDay(on)))
  expect(found).toEqual([undefined, old, old, young])
})
