import { expect, test } from 'vitest'
import { catalogues } from './catalogue'

/** Every text of a catalogue; of a function, the text that it holds. */
const textsOf = (part: unknown): string[] => {
  if (typeof part === 'string') return [part]
  if (typeof part === 'function') return [String(part)]
  return part && typeof part === 'object' ? Object.values(part).flatMap(textsOf) : []
}

test('one duty has one word: who signs a filing is 签署人', () => {
  const said = textsOf(catalogues['zh-CN'])
  expect(said.length).toBeGreaterThan(1000)
  expect(said.filter((text) => text.includes('签报'))).toEqual([])
  expect(said).toContain('签署')
})

test('one drama is one drama, and 119 of them are dramas', () => {
  const { figure } = catalogues.en
  expect([0, 1, 119].map((count) => figure.unit('targets', ['drama'], count))).toEqual(['dramas', 'drama', 'dramas'])
  expect([1, 2].map((count) => figure.unit('targets', ['account'], count))).toEqual(['account', 'accounts'])
  expect([1, 2].map((count) => figure.unit('targets', undefined, count))).toEqual(['subject', 'subjects'])
  expect([1, 2].map((count) => figure.unit('minutes', ['drama'], count))).toEqual(['minute', 'minutes'])
  expect(figure.unknown('1', 'minutes')).toBe('and 1 drama of unknown length, not counted as 0')
  expect([figure.page.rows('1'), figure.page.rows('1,204')]).toEqual(['1 record', '1,204 records'])
})
