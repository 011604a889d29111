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

/** What each function of a catalogue says when every number is one, however it takes its numbers. */
const saidOfOne = (part: unknown, path = ''): [path: string, said: string[]][] => {
  if (typeof part === 'object' && part) return Object.entries(part).flatMap(([key, inner]) => saidOfOne(inner, `${path}.${key}`))
  if (typeof part !== 'function') return []
  const named = (one: unknown) => [new Proxy({}, { get: () => one })]
  const sent = [...[1, '1'].map((one) => Array(part.length).fill(one)), named(1), named('1')]
  const said = sent.flatMap((values) => {
    try {
      const text = part(...values)
      return typeof text === 'string' && !text.includes('undefined') ? [text] : []
    } catch {
      return []
    }
  })
  return said.length > 0 ? [[path, said]] : []
}

test('in English one thing is never several', () => {
  const said = saidOfOne(catalogues.en)
  expect(said.length).toBeGreaterThan(500)
  const things =
    'account character day deadline drama episode filing group hour id item link member mini-program minute month order organization piece platform record result row rung screenshot source state step task work workflow'
  const several = new RegExp(
    `(?<![\\w.,-])1 (?:known |more |takedown |valid |working )*(?:${things.replaceAll(' ', '|')}|file|penaltie|place|thing|report|invitation|attempt)s\\b`,
  )
  // What is the most or the least allowed is a number of the house, never one.
  const house = /at (?:most|least) 1 |within 1 days/i
  // Asked in seconds what it says in minutes.
  const inSeconds = '.batch.page.extent'
  const wrong = said.filter(([path, texts]) => path !== inSeconds && texts.every((text) => several.test(text) && !house.test(text)))
  expect(wrong.map(([path, [text]]) => `${path}: ${text}`)).toEqual([])
})
