import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceRows } from '@/db/seed/reference'
import { addDays, asDay, type Day, dayOf, startOf } from '@/lib/kernel/time'
import { deadlineOn } from './book'
import {
  addWorkingDays,
  calendarOf,
  deadlineFrom,
  isWorkingDay,
  remaining,
  resume,
  standsIn,
  urgentCode,
  used,
  workingDaysBetween,
} from './deadline'

const calendar = calendarOf(referenceRows('working_days'), 'v1')
const at = (text: string) => new Date(`${text}+08:00`)
const row = (code: string) => deadlineOn({ deadlines: referenceRows('deadlines') }, code, asDay('2026-10-12'))
const due = (code: string, start: string) => deadlineFrom(row(code), at(start), calendar)

describe('working days end over holidays', () => {
  test.for([
    // an ordinary week, and its start on the day after receipt whatever the hour
    ['blacklist_verification', '2026-11-24T00:00:00', '2026-11-27T17:30:00'],
    ['blacklist_verification', '2026-11-24T23:59:59', '2026-11-27T17:30:00'],
    // received on a Saturday, and on a Sunday
    ['blacklist_verification', '2026-11-21T10:00:00', '2026-11-25T17:30:00'],
    ['objection_ruling', '2026-11-22T10:00:00', '2026-11-24T17:30:00'],
    // National Day 2026: off 1–7 October, Saturday 10 October is worked; Mid-Autumn off 25–27 September, Sunday 20 September is worked
    ['blacklist_verification', '2026-09-29T09:00:00', '2026-10-09T17:30:00'],
    ['blacklist_verification', '2026-09-30T09:00:00', '2026-10-10T17:30:00'],
    ['blacklist_verification', '2026-10-03T09:00:00', '2026-10-10T17:30:00'],
    ['violation_review', '2026-09-30T16:00:00', '2026-10-13T17:30:00'],
    ['objection_ruling', '2026-09-18T16:00:00', '2026-09-21T17:30:00'],
    ['objection_ruling', '2026-09-24T16:00:00', '2026-09-29T17:30:00'],
    // Spring Festival 2026: off 15–23 February, Saturdays 14 and 28 are worked
    ['blacklist_verification', '2026-02-12T09:00:00', '2026-02-24T17:30:00'],
    ['violation_review', '2026-02-13T09:00:00', '2026-02-27T17:30:00'],
    ['appeal_decision', '2026-02-13T09:00:00', '2026-03-05T17:30:00'],
    // the registration of the dossier's second scenario
    ['registration_review', '2026-10-12T10:00:00', '2026-11-09T17:30:00'],
    // filed online: to the end of the day
    ['biweekly_report', '2026-11-22T12:00:00', '2026-11-25T00:00:00'],
  ] as const)('%s received %s', ([code, start, expected]) => {
    expect(due(code, start)).toEqual({ dueAt: at(expected), touchesProvisional: false, calendarVersion: 'v1' })
  })
  test.for([
    ['violation_review', '2026-12-24T09:00:00', '2026-12-31T17:30:00', false],
    ['violation_review', '2026-12-25T09:00:00', '2027-01-04T17:30:00', true],
    ['registration_review', '2027-01-18T09:00:00', '2027-02-17T17:30:00', true],
    ['blacklist_verification', '2027-02-04T09:00:00', '2027-02-11T17:30:00', true],
    ['blacklist_verification', '2028-03-01T09:00:00', '2028-03-06T17:30:00', true],
  ] as const)('%s received %s ends %s, may move: %s', ([code, start, expected, touchesProvisional]) => {
    expect(due(code, start)).toMatchObject({ dueAt: at(expected), touchesProvisional })
  })
})

test.for([
  ['takedown_answer', '2026-09-30T22:15:30', '2026-10-01T22:15:30'],
  ['takedown_answer_severity_4', '2026-12-31T23:00:00', '2027-01-01T01:00:00'],
  ['rectification', '2026-11-20T15:40:00', '2026-11-23T15:40:00'],
  ['invitation_link', '2026-11-20T15:40:00', '2026-11-27T15:40:00'],
  ['inspection_sheet', '2026-11-20T15:40:00', '2026-11-21T00:00:00'],
] as const)('%s runs from %s to %s whatever day it is', ([code, start, expected]) => {
  expect(due(code, start)).toMatchObject({ dueAt: at(expected), touchesProvisional: false })
})

describe('a clock that stands', () => {
  const start = at('2026-10-12T10:00:00')
  const returned = at('2026-10-16T15:22:00')
  const review = row('registration_review')
  const { dueAt } = deadlineFrom(review, start, calendar)
  test('has used 4 and kept 16 working days, and goes on with them on the day after', () => {
    expect(used(start, returned, calendar)).toBe(4)
    expect(remaining(review, dueAt, returned, calendar)).toBe(16)
    expect(resume(review, 16, at('2026-11-24T08:00:00'), calendar).dueAt).toEqual(at('2026-12-16T17:30:00'))
  })
  test('loses and gains nothing when it goes on the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 27 * 24 }), (hours) => {
        const stopped = new Date(start.getTime() + hours * 3_600_000)
        const left = remaining(review, dueAt, stopped, calendar)
        return left === 0 || resume(review, left, stopped, calendar).dueAt.getTime() === dueAt.getTime()
      }),
    )
  })
  test('gives at least the next working day, and an hour clock only what is asked for', () => {
    const late = at('2026-12-24T10:00:00')
    expect(remaining(review, dueAt, late, calendar)).toBe(0)
    expect(resume(review, 0, late, calendar).dueAt).toEqual(at('2026-12-25T17:30:00'))
    const answer = row('takedown_answer')
    const order = at('2026-11-24T09:40:00')
    const left = remaining(answer, deadlineFrom(answer, order, calendar).dueAt, at('2026-11-25T08:10:30'), calendar)
    expect(left).toBeCloseTo(1.4917, 4)
    expect(resume(answer, left, at('2026-11-26T10:00:00'), calendar).dueAt).toEqual(at('2026-11-26T11:29:30'))
    expect(resume(answer, left, at('2026-11-26T10:00:00'), calendar, 2).dueAt).toEqual(at('2026-11-26T12:00:00'))
  })
  test('keeps the days of a deadline that ends at midnight', () => {
    const appeal = row('appeal_filing')
    const { dueAt: end } = deadlineFrom(appeal, at('2026-11-02T10:00:00'), calendar)
    expect(end).toEqual(at('2026-11-24T00:00:00'))
    expect(remaining(appeal, end, at('2026-11-20T10:00:00'), calendar)).toBe(1)
  })
  test('stands in the states that its row names', () => {
    expect(['returned', 'forwarded', 'submitted'].map((state) => standsIn(review, state))).toEqual([true, true, false])
    expect(standsIn(row('takedown_answer'), 'objected')).toBe(true)
    expect(standsIn(row('takedown_answer_severity_4'), 'objected')).toBe(false)
    expect(standsIn(row('violation_review'), 'never')).toBe(false)
  })
})

test('every code for severity 4 has its row, and others keep theirs', () => {
  for (const code of ['takedown_answer', 'blacklist_verification', 'blacklist_approval', 'objection_ruling', 'penalty_decision']) {
    expect(row(urgentCode(code, 4))).toMatchObject({ amount: 2, unit: 'hours' })
    expect(urgentCode(code, 3)).toBe(code)
  }
})

test('an unknown code, or one from before its row, is a fault', () => {
  expect(() => row('tea_break')).toThrow('no deadline tea_break')
  expect(() => deadlineOn({ deadlines: referenceRows('deadlines') }, 'film_review', asDay('2026-08-31'))).toThrow('film_review')
})

test('a span that only begins in a year without its notice may move too', () => {
  const day = (date: string, certainty: 'official' | 'provisional') => ({
    date: asDay(date),
    kind: 'holiday' as const,
    nameZh: '元旦',
    nameEn: 'New Year',
    certainty,
    source: ['R'],
  })
  const later = calendarOf([day('2027-01-01', 'provisional'), day('2028-01-01', 'official')], 'v2')
  expect(deadlineFrom(row('violation_review'), at('2027-12-29T09:00:00'), later).touchesProvisional).toBe(true)
  expect(deadlineFrom(row('violation_review'), at('2027-12-31T09:00:00'), later).touchesProvisional).toBe(false)
})

describe('the calendar', () => {
  const days = fc.integer({ min: 0, max: 1500 }).map((count) => addDays(asDay('2024-01-01'), count))
  test('counts what it adds', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from: Day, count) => {
        const end = addWorkingDays(from, count, calendar)
        return isWorkingDay(end, calendar) && workingDaysBetween(from, end, calendar) === count
      }),
    )
  })
  test('never ends sooner for having started later', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 30 }),
        (from, count) => addWorkingDays(from, count, calendar) <= addWorkingDays(addDays(from, 1), count, calendar),
      ),
    )
  })
  test.for([
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ] as const)('%s has %i working days', ([year, count]) => {
    expect(workingDaysBetween(addDays(asDay(`${year}-01-01`), -1), asDay(`${year}-12-31`), calendar)).toBe(count)
  })
  test('is official for the years whose notice is out', () => expect([...calendar.officialYears]).toEqual([2024, 2025, 2026]))
  test('knows the days off by Beijing, not by UTC', () => expect(isWorkingDay(dayOf(startOf(asDay('2026-10-08'))), calendar)).toBe(true))
})
