import { expect, test } from 'vitest'
import { readChoice, returnPath } from './preference'

const form = (entries: Record<string, string>) => {
  const sent = new FormData()
  for (const [name, value] of Object.entries(entries)) sent.set(name, value)
  return sent
}

test.each([
  ['https://portal.example/regulator/queue?tab=remind&q=%E5%A4%9C', '/regulator/queue?tab=remind&q=%E5%A4%9C'],
  ['https://portal.example//evil.example/', '/evil.example/'],
  ['https://portal.example/\\evil.example/', '/evil.example/'],
  ['https://evil.example/queue', '/'],
  ['https://portal.example.evil.example/queue', '/'],
  ['https://portal.example@evil.example/queue', '/'],
  ['javascript:alert(1)', '/'],
  ['not an address', '/'],
  [null, '/'],
])('from %s back to %s', (referer, path) => expect(returnPath(referer, 'portal.example')).toBe(path))

test('a choice is one of those offered, or nothing', () => {
  expect(readChoice(form({ locale: 'en' }))).toEqual({ name: 'locale', value: 'en' })
  expect(readChoice(form({ theme: 'dark' }))).toEqual({ name: 'theme', value: 'dark' })
  expect(readChoice(form({ keys: 'off' }))).toEqual({ name: 'keys', value: 'off' })
  expect(readChoice(form({ locale: 'fr' }))).toBeUndefined()
  expect(readChoice(form({ sid: 'en' }))).toBeUndefined()
})
