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
