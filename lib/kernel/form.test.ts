import { expect, test } from 'vitest'
import * as z from 'zod'
import {
  chosenIn,
  dayOrNone,
  fileName,
  held,
  instantOrNone,
  many,
  mustTick,
  readForm,
  required,
  storable,
  ticked,
  withoutKeys,
} from './form'

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

test.for([
  ['截图.png', '截图.png'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\fakepath\\录屏.mp4', '录屏.mp4'],
  ['a\u202egnp.exe\u0000.png', 'agnp.exe.png'],
  ['  ', '—'],
  ['🎬'.repeat(200), '🎬'.repeat(150)],
] as const)('the file %s is called %s', ([raw, name]) => expect(fileName(150).parse(raw)).toBe(name))

test('a day may be missing, and is never made up', () => {
  expect(['2026-11-25', ' ', undefined].map((sent) => dayOrNone.parse(sent))).toEqual(['2026-11-25', null, null])
  expect(dayOrNone.safeParse('2026-02-30').error?.issues[0]?.message).toBe('not_a_day')
})

test('a moment is read in Beijing', () => {
  expect(['2026-11-26T09:00', '2026-11-26T09:00:30', ''].map((sent) => instantOrNone.parse(sent))).toEqual([
    new Date('2026-11-26T01:00:00Z'),
    new Date('2026-11-26T01:00:00Z'),
    null,
  ])
  for (const sent of ['2026-11-26', '2026-02-30T09:00', '2026-11-26T24:00'])
    expect(instantOrNone.safeParse(sent).error?.issues[0]?.message).toBe('not_an_instant')
})

test('what is chosen is told from what is typed, in groups, rows and answers too', () => {
  const row = z.strictObject({ code: z.enum(['V01', 'V02']), what: required(10) })
  const shape = z.discriminatedUnion('answer', [
    z.strictObject({ ...held, answer: z.literal('removed'), links: required(10), dramaIds: many(z.uuid()).pipe(z.array(z.string())) }),
    z.strictObject({
      answer: z.literal('absent'),
      note: required(10),
      rows: z.record(z.string(), row).default({}),
      checked: mustTick,
      box: ticked,
    }),
  ])
  expect([...new Set(chosenIn(shape))].sort()).toEqual(['answer', 'box', 'checked', 'dramaIds', 'id', 'rows.code'])
  expect(withoutKeys('rows.0.code')).toBe('rows.code')
  expect(withoutKeys('rulings.0198a1b2-0000-7000-8000-000000000000.reason')).toBe('rulings.reason')
})
