import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, asDay, type Day, dayOf, daysBetween, instantAt, isDay, isOverdue, startOf, type TimeOfDay, weekdayOf } from './time'

const at = (text: string) => new Date(`${text}+08:00`)
const instants = fc.date({ min: new Date('1992-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
const days = instants.map(dayOf)

describe('dates in Beijing', () => {
  const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })
  test('agree with the time zone table', () => {
    fc.assert(
      fc.property(instants, (instant) => dayOf(instant) === zone.format(instant)),
      { numRuns: 2000 },
    )
  })
  test('begin at midnight there', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayOf(startOf(day))).toBe(day)
        expect(dayOf(new Date(startOf(day).getTime() - 1))).toBe(addDays(day, -1))
      }),
    )
  })
  test('count forwards and back', () => {
    fc.assert(fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, count) => daysBetween(day, addDays(day, count)) === count))
  })
  test.for([
    ['2026-11-24', 2],
    ['2026-10-11', 7],
    ['2024-02-29', 4],
  ] as const)('%s is weekday %i', ([day, weekday]) => expect(weekdayOf(asDay(day))).toBe(weekday))
  test.for(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '2026-01-01 ', '', '今天'])('%o is no date', (text) => {
    expect(isDay(text)).toBe(false)
    expect(() => asDay(text)).toThrow(RangeError)
  })
})

test.for([
  ['17:30', '2026-11-24T17:30:00'],
  ['00:00', '2026-11-24T00:00:00'],
  ['9:05', '2026-11-24T09:05:00'],
  ['24:00', '2026-11-25T00:00:00'],
] as const)('%s is an instant of its day', ([time, instant]) => expect(instantAt('2026-11-24' as Day, time)).toEqual(at(instant)))
test('a time that no clock shows is refused', () => {
  expect(() => instantAt('2026-11-24' as Day, '24:30' as TimeOfDay)).toThrow(RangeError)
  expect(() => instantAt('2026-11-24' as Day, '12:60' as TimeOfDay)).toThrow(RangeError)
})

test('a deadline is overdue from its own instant on', () => {
  const now = at('2026-11-24T12:37:20')
  expect(isOverdue(now, new Date(now.getTime() - 1))).toBe(false)
  expect(isOverdue(now, now)).toBe(true)
})
