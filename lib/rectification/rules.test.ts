import { expect, test } from 'vitest'
import { dueAfterReturn, dueAsOrdered, isUnmet, leftWhenHandedIn, parseEpisodes, spellEpisodes } from './rules'

const at = (text: string) => new Date(`2026-11-${text}+08:00`)
const ordered = at('20T10:00:00')

test('what is ordered is due so many hours later, to the second', () => {
  expect(dueAsOrdered(ordered, 72)).toEqual(at('23T10:00:00'))
  expect(dueAsOrdered(ordered, 24)).toEqual(at('21T10:00:00'))
})

test('the time runs out with the second, and only while the creator has it', () => {
  const dueAt = at('23T10:00:00')
  expect(isUnmet({ state: 'ordered', dueAt }, at('23T09:59:59.999'))).toBe(false)
  expect(isUnmet({ state: 'ordered', dueAt }, at('23T10:00:00'))).toBe(true)
  expect(isUnmet({ state: 'returned', dueAt }, at('23T10:00:00'))).toBe(true)
  for (const state of ['handed_in', 'accepted', 'refused', 'ended'] as const)
    expect(isUnmet({ state, dueAt }, at('24T10:00:00')), state).toBe(false)
})

test('a return gives what was left when it was handed in, and a day at least', () => {
  const left = leftWhenHandedIn(at('23T10:00:00'), at('21T07:59:30'))
  expect(left).toBe(50 * 3600 + 30)
  expect(dueAfterReturn(left, at('25T12:00:00'))).toEqual(at('27T14:00:30'))
  expect(dueAfterReturn(24 * 3600, at('25T12:00:00'))).toEqual(at('26T12:00:00'))
  expect(dueAfterReturn(24 * 3600 - 1, at('25T12:00:00'))).toEqual(at('26T12:00:00'))
  expect(dueAfterReturn(0, at('25T12:00:00'))).toEqual(at('26T12:00:00'))
  expect(leftWhenHandedIn(at('23T10:00:00'), at('23T10:00:01'))).toBe(0)
})

test.for([
  ['', []],
  ['3', [3]],
  ['第3集、第5-7集', [3, 5, 6, 7]],
  ['１２，12;  3－4', [3, 4, 12]],
  ['7 至 9', null],
  ['7至9', [7, 8, 9]],
  ['0', null],
  ['9-7', null],
  ['片头', null],
  ['1-99999', null],
] as const)('episodes as people write them: %s', ([text, episodes]) => {
  expect(parseEpisodes(text)).toEqual(episodes)
})

test('episodes are said in runs', () => {
  expect(spellEpisodes([3, 5, 6, 7, 12])).toBe('3、5–7、12')
  expect(spellEpisodes([3, 4], ', ')).toBe('3–4')
  expect(spellEpisodes([])).toBe('')
})
