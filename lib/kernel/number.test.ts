import { expect, test } from 'vitest'
import { wholeNumber } from './form'
import { caseNumber, wholeOf } from './number'

test.for([
  ['12', 12],
  ['１２', 12],
  [' 0 ', 0],
  ['1,365,004', 1_365_004],
  ['１，３６５，００４', 1_365_004],
] as const)('"%s" is a whole number', ([typed, value]) => {
  expect([wholeOf(typed), wholeNumber().parse(typed)]).toEqual([value, value])
})

test.for([
  '0x1A',
  '0b11',
  '0o7',
  '1e3',
  '１ｅ３',
  '12.0',
  '1,2',
  ',12',
  '1,2345',
  '-3',
  '+3',
  '十二',
  '①',
  '10²',
  '1 2',
  '12集',
  'Infinity',
])('"%s" is none', (typed) => {
  expect(wholeOf(typed)).toBeNaN()
  expect(wholeNumber().safeParse(typed).error?.issues[0]?.message).toBe('not_a_number')
})

test.for([
  ['ba-2026-1042', 'BA-2026-1042'],
  ['ＨＭ—２０２６—１', 'HM-2026-0001'],
  ['jb 2026 0000012', 'JB-2026-0012'],
  ['ZP-2026-83', 'ZP-2026-83'],
  ['zp20260083', 'ZP-2026-83'],
  ['ZP-2026-1042', 'ZP-2026-1042'],
  ['XX', null],
] as const)('%s leads to %s', ([typed, number]) => {
  expect(caseNumber(typed)).toBe(number)
})
