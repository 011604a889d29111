import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  asDay,
  bareDay,
  type Day,
  dayOf,
  daysBetween,
  fullDay,
  fullTime,
  instantAt,
  isDay,
  isOverdue,
  type Locale,
  shortDay,
  shortTime,
  span,
  startOf,
  type TimeOfDay,
  timeLeft,
  weekdayOf,
} from './time'

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

const now = at('2026-11-24T12:37:20')
describe('as people read them', () => {
  test.for([
    ['zh-CN', '2026-11-24 周二 09:40', '2026-11-24 周二', '2026-11-24'],
    ['en', 'Tue 24 Nov 2026, 09:40', 'Tue 24 Nov 2026', '24 Nov 2026'],
  ] as const)('in full, %s', ([locale, time, day, bare]) => {
    expect(fullTime(at('2026-11-24T09:40:59'), locale)).toBe(time)
    expect(fullDay('2026-11-24' as Day, locale)).toBe(day)
    expect(bareDay('2026-11-24' as Day, locale)).toBe(bare)
  })
  test.for([
    ['2026-11-24T12:37:59', '今天 12:37', 'Today 12:37'],
    ['2026-11-24T00:00:00', '今天 00:00', 'Today 00:00'],
    ['2026-11-23T23:59:59', '11-23 周一 23:59', 'Mon 23 Nov 23:59'],
    ['2026-09-03T08:05:00', '09-03 周四 08:05', 'Thu 3 Sep 08:05'],
    ['2027-01-04T17:30:00', '2027-01-04 周一 17:30', 'Mon 4 Jan 2027, 17:30'],
  ] as const)('%s in a list', ([instant, zh, en]) => {
    expect(shortTime(at(instant), now, 'zh-CN')).toBe(zh)
    expect(shortTime(at(instant), now, 'en')).toBe(en)
  })
  test('days in a list', () => {
    expect(['2026-11-24', '2026-11-09', '2023-11-16'].map((day) => shortDay(asDay(day), now, 'zh-CN'))).toEqual([
      '今天',
      '11-09 周一',
      '2023-11-16 周四',
    ])
    expect(['2026-11-24', '2026-11-09', '2023-11-16'].map((day) => shortDay(asDay(day), now, 'en'))).toEqual([
      'Today',
      'Mon 9 Nov',
      'Thu 16 Nov 2023',
    ])
  })
  test.for([
    ['2026-11-24T15:50:00', '剩 3 小时 12 分', '3 h 12 min left'],
    ['2026-11-25T17:40:00', '剩 1 天 5 小时', '1 d 5 h left'],
    ['2026-11-24T13:29:20', '剩 52 分', '52 min left'],
    ['2026-11-24T12:42:20', '剩 5 分', '5 min left'],
    ['2026-11-24T12:41:58', '剩 4 分 38 秒', '4 min 38 s left'],
    ['2026-11-24T12:37:21', '剩 1 秒', '1 s left'],
    ['2026-11-24T12:37:20', '超时 0 秒', 'overdue by 0 s'],
    ['2026-11-24T12:36:15', '超时 1 分 05 秒', 'overdue by 1 min 05 s'],
    ['2026-11-24T10:32:00', '超时 2 小时 05 分', 'overdue by 2 h 05 min'],
    ['2026-11-22T10:00:00', '超时 2 天 2 小时', 'overdue by 2 d 2 h'],
  ] as const)('due at %s', ([due, zh, en]) => {
    expect(timeLeft(at(due), now, 'zh-CN')).toBe(zh)
    expect(timeLeft(at(due), now, 'en')).toBe(en)
  })
  test('a deadline is overdue from its own instant on', () => {
    expect(isOverdue(now, new Date(now.getTime() - 1))).toBe(false)
    expect(isOverdue(now, now)).toBe(true)
  })
  test('never more than two units', () => {
    const locales = fc.constantFrom<Locale>('zh-CN', 'en')
    fc.assert(fc.property(fc.integer({ min: -1e11, max: 1e11 }), locales, (ms, locale) => /^\d+ \S+( \d+ \S+)?$/.test(span(ms, locale))))
  })
})
