import { expect, test } from 'vitest'
import { readForm, storable } from './form'

const read = (...entries: [string, unknown][]) => JSON.parse(JSON.stringify(readForm(entries)))

test('names spell nested records, repeated names lists; what is Next’s or a file is left out', () => {
  expect(
    read(['title', '夜宴'], ['places.rows.0.episode', '12'], ['items', 'V04-02'], ['items', 'V10-05'], ['$ACTION_ID_x', ''], ['file', {}]),
  ).toEqual({
    title: '夜宴',
    places: { rows: { 0: { episode: '12' } } },
    items: ['V04-02', 'V10-05'],
  })
})

test('what no database holds is taken out, and nothing else', () => {
  expect(storable('夜\0宴\ud83d 🔥 \u200b')).toBe('夜宴\ufffd 🔥 \u200b')
  expect(read(['title', 'a\0b'])).toEqual({ title: 'ab' })
})

test('names that would reach elsewhere, or nest without end, do nothing', () => {
  expect(read(['__proto__.polluted', 'yes'], ['constructor.prototype.polluted', 'yes'])).not.toHaveProperty('polluted')
  expect(({} as { polluted?: string }).polluted).toBeUndefined()
  expect(read([Array(10_000).fill('a').join('.'), 'deep'])).toEqual({})
})
