import { describe, expect, test } from 'vitest'
import { referenceRows } from '@/db/seed/reference'
import { endOf, endsByItself, isRevocable, judgeMeasure, reservedFor, rungOrder, spell, startOf, unspell } from './measure'

const ladder = referenceRows('penalty_ladder')
const at = (text: string) => new Date(`${text}+08:00`)

test('the ladder is climbed in its own order', () => {
  expect(
    ladder
      .map(({ code }) => code)
      .toSorted((a, b) => rungOrder(a) - rungOrder(b))
      .at(-1),
  ).toBe('P11')
})

test.for([
  ['P1', '72', 'account', { ok: true }],
  ['P1', '9999', 'account', { ok: true }],
  ['P1', '0', 'account', { code: 'parameter_not_allowed' }],
  ['P1', '7.5', 'account', { code: 'parameter_not_allowed' }],
  ['P1', '-3', 'account', { code: 'parameter_not_allowed' }],
  ['P1', '10000', 'account', { code: 'parameter_not_allowed' }],
  ['P1', null, 'account', { code: 'parameter_missing', params: { rung: 'P1' } }],
  ['P6', '7', 'account', { ok: true }],
  ['P6', '9', 'account', { code: 'parameter_not_allowed' }],
  ['P6', '7', 'drama', { code: 'rung_not_for_target' }],
  ['P7', '7', 'account', { ok: true }],
  ['P8', 'remove', 'mini_program', { ok: true }],
  ['P8', 'delete', 'mini_program', { code: 'parameter_not_allowed' }],
  ['P9', null, 'account', { ok: true }],
  ['P9', '7', 'account', { code: 'parameter_unexpected' }],
  ['P10', null, 'account', { code: 'rung_not_for_target' }],
  ['P12', null, 'account', { code: 'rung_unknown' }],
] as const)('%s %s on a %s', ([rung, parameter, target, expected]) =>
  expect(judgeMeasure({ rung, parameter }, target, ladder)).toMatchObject(expected),
)

test.for([
  ['P1', '72', '2026-11-23T15:40:00'],
  ['P6', '15', '2026-12-05T15:40:00'],
  ['P4', '1', '2026-11-21T15:40:00'],
  ['P8', 'suspend', null],
  ['P9', null, null],
] as const)('%s %s from 2026-11-20 15:40 ends %s', ([code, parameter, end]) => {
  const rung = ladder.find((row) => row.code === code)!
  expect(endOf({ rung: code, parameter }, rung, at('2026-11-20T15:40:00'))).toEqual(end === null ? null : at(end))
})

test('days run out by themselves, nothing else does', () => {
  expect(ladder.filter(endsByItself).map(({ code }) => code)).toEqual(['P4', 'P5', 'P6', 'P7'])
})

test('P7 on an account is for those who advertise and promote', () => {
  expect([reservedFor('P7', 'account'), reservedFor('P7', 'mini_program'), reservedFor('P6', 'account')]).toEqual([
    ['advertiser', 'promoter'],
    [],
    [],
  ])
})

describe('a start', () => {
  const now = at('2026-11-25T11:45:30')
  test.for([
    [null, '2026-11-25T11:45:30'],
    ['2026-11-25T12:00:00', '2026-11-25T12:00:00'],
    ['2026-11-25T11:45:00', '2026-11-25T11:45:30'],
    ['2026-12-25T11:45:00', '2026-12-25T11:45:00'],
  ] as const)('asked for %s is %s', ([asked, start]) => {
    expect(startOf(asked === null ? null : at(asked), now)).toEqual({ ok: true, value: at(start) })
  })
  test.for([
    ['2026-11-25T11:44:00', 'start_is_past'],
    ['2026-12-25T11:46:00', 'start_too_late'],
  ] as const)('asked for %s is refused: %s', ([asked, code]) => expect(startOf(at(asked), now)).toMatchObject({ code, field: 'startsAt' }))
})

test('a platform takes back what is reversible, never what is changed on appeal only or not at all', () => {
  expect(ladder.filter((rung) => !isRevocable(rung)).map(({ code }) => code)).toEqual(['P9', 'P10', 'P11'])
})

test.for(['P6:7', 'P9', 'P4:7?'])('%s is read as it was spelled', (text) => expect(spell(unspell(text))).toBe(text))
