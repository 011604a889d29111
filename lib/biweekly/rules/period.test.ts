import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addHours, asDay, dayOf, daysBetween, startOf, weekdayOf } from '../../kernel/time'
import { endedPeriods, FIRST_DAY, hasEnded, instantsOf, isOwed, lastDayOf, owedPeriods, periodFrom, periodOf, spansOf } from './period'

const day = fc.integer({ min: 0, max: 4000 }).map((count) => addDays(FIRST_DAY, count))
const instant = fc.integer({ min: 0, max: 4000 * 24 * 60 }).map((minutes) => addHours(startOf(FIRST_DAY), minutes / 60))
const soon = fc.integer({ min: 0, max: 300 * 24 * 60 }).map((minutes) => addHours(startOf(FIRST_DAY), minutes / 60))
const at = (text: string) => new Date(`${text}+08:00`)

describe('the grid', () => {
  test('begins on a Monday, and nothing is on it before', () => {
    expect(weekdayOf(FIRST_DAY)).toBe(1)
    expect(periodOf(addDays(FIRST_DAY, -1))).toBeNull()
    expect(periodOf(asDay('2026-01-18'))).toEqual({ from: '2026-01-05', to: '2026-01-19' })
    expect(periodOf(asDay('2026-11-22'))).toEqual({ from: '2026-11-09', to: '2026-11-23' })
  })
  test('puts every day into exactly one period of fourteen days, Monday to Sunday', () => {
    fc.assert(
      fc.property(day, (one) => {
        const period = periodOf(one)!
        expect(period.from <= one && one < period.to).toBe(true)
        expect(daysBetween(period.from, period.to)).toBe(14)
        expect([weekdayOf(period.from), weekdayOf(lastDayOf(period))]).toEqual([1, 7])
        expect(periodOf(period.to)!.from).toBe(period.to)
        expect(periodFrom(one)).toEqual(one === period.from ? period : null)
      }),
    )
  })
  test('is cut at midnight in Beijing, whatever the clock of the machine shows', () => {
    const { from, to } = instantsOf(periodOf(asDay('2026-11-09'))!)
    expect([from.toISOString(), to.toISOString()]).toEqual(['2026-11-08T16:00:00.000Z', '2026-11-22T16:00:00.000Z'])
    expect(hasEnded({ from: asDay('2026-11-09'), to: asDay('2026-11-23') }, at('2026-11-22T23:59:59.999'))).toBe(false)
    expect(hasEnded({ from: asDay('2026-11-09'), to: asDay('2026-11-23') }, at('2026-11-23T00:00:00'))).toBe(true)
  })
  test('every instant lies in one period, half-open', () => {
    fc.assert(
      fc.property(instant, (one) => {
        const period = periodOf(dayOf(one))!
        const { from, to } = instantsOf(period)
        expect(from <= one && one < to).toBe(true)
      }),
    )
  })
})

describe('the duty', () => {
  test('begins with the period of the admission, even on its last evening, and for the part that is left', () => {
    const spans = spansOf([{ name: 'organization.admitted', at: at('2026-11-22T23:30:00') }])
    expect(owedPeriods(spans, at('2026-11-22T23:59:00'))).toEqual([])
    expect(owedPeriods(spans, at('2026-11-23T00:00:00'))).toEqual([{ from: '2026-11-09', to: '2026-11-23' }])
    expect(owedPeriods(spansOf([{ name: 'organization.admitted', at: at('2026-11-23T00:00:00') }]), at('2026-11-30T00:00:00'))).toEqual([])
  })
  test('covers each period in which the platform took part at any moment, and none in which it did not', () => {
    const turns = [
      { name: 'organization.admitted', at: at('2026-09-03T11:00:00') },
      { name: 'organization.barred', at: at('2026-09-21T00:00:00') },
      { name: 'organization.readmitted', at: at('2026-10-20T09:00:00') },
    ]
    expect(owedPeriods(spansOf(turns), at('2026-11-25T00:00:00')).map(({ from }) => from)).toEqual([
      '2026-08-31',
      '2026-09-14',
      '2026-10-12',
      '2026-10-26',
      '2026-11-09',
    ])
  })
  test('nobody who never was admitted owes anything', () => {
    expect(owedPeriods(spansOf([{ name: 'organization.barred', at: at('2026-09-21T00:00:00') }]), at('2026-11-25T00:00:00'))).toEqual([])
  })
  test('is the same whether the clock looks each day or once after a long time', () => {
    fc.assert(
      fc.property(fc.array(soon, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 200 }), (turns, days) => {
        const times = turns.toSorted((a, b) => a.getTime() - b.getTime())
        const spans = spansOf(
          times.map((one, index) => ({
            name: ['organization.admitted', 'organization.barred', 'organization.readmitted'][index && 1 + ((index - 1) % 2)]!,
            at: one,
          })),
        )
        const end = addHours(times.at(-1)!, days * 24)
        const once = owedPeriods(spans, end)
        const daily = new Set<string>()
        for (let now = times[0]!; now <= end; now = addHours(now, 24 * 9)) for (const { from } of owedPeriods(spans, now)) daily.add(from)
        for (const { from } of owedPeriods(spans, end)) daily.add(from)
        expect([...daily].sort()).toEqual(once.map(({ from }) => from))
        for (const period of once) expect(hasEnded(period, end) && isOwed(spans, period)).toBe(true)
        expect(new Set(once.map(({ from }) => from)).size).toBe(once.length)
      }),
      { numRuns: 50 },
    )
  })
})

test('the newest periods that have ended, the newest first', () => {
  expect(endedPeriods(at('2026-11-25T09:00:00'), 2).map(({ from }) => from)).toEqual(['2026-11-09', '2026-10-26'])
  expect(endedPeriods(at('2026-01-10T09:00:00'), 2)).toEqual([])
})
