import { expect, test } from 'vitest'
import { partOf } from './range'

test.for([
  [null, null],
  ['', null],
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes= 10 - 19', { start: 10, end: 19 }],
  ['bytes=90-200', { start: 90, end: 99 }],
  ['bytes=99-', { start: 99, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-200', { start: 0, end: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=999999999999999999999-', 'unsatisfiable'],
  ['bytes=20-10', null],
  ['bytes=0-1,5-6', null],
  ['bytes=a-b', null],
  ['bytes=-', null],
  ['items=0-1', null],
] as const)('%s', ([header, part]) => expect(partOf(header, 100)).toEqual(part))

test('of an empty file there is no part', () => {
  expect([partOf('bytes=0-', 0), partOf('bytes=-1', 0)]).toEqual(['unsatisfiable', 'unsatisfiable'])
})
