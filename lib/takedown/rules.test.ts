import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedNow, byUrgency, dueAfterOverruling, isAnswered, isLate, leftWhenObjected } from './rules'

const HOUR = 3_600_000
const issuedAt = new Date('2026-11-24T09:40:00+08:00')
const hoursIn = (hours: number) => new Date(issuedAt.getTime() + hours * HOUR)
const order = (severity: number, over: object = {}) => {
  const due = hoursIn(severity === 4 ? 2 : 24)
  return {
    state: 'issued' as const,
    severity,
    dueAt: due as Date | null,
    orderedDueAt: due,
    reappearedDueAt: null as Date | null,
    clockLeft: null as number | null,
    late: false,
    ...over,
  }
}
const hoursLeft = (due: Date, now: Date) => (due.getTime() - now.getTime()) / HOUR

const answered = (state: 'removed' | 'absent' | 'excused' | 'withdrawn') => order(3, { state, dueAt: null, clockLeft: null })
describe('what an order asks now', () => {
  test.for([
    ['as ordered', order(3), 1, { by: hoursIn(24), overdue: false, despiteObjection: false }],
    ['as ordered, and it is over', order(3), 25, { by: hoursIn(24), overdue: true, despiteObjection: false }],
    [
      'by the new deadline once the objection is overruled',
      order(3, { dueAt: hoursIn(42) }),
      40,
      { by: hoursIn(42), overdue: false, despiteObjection: false },
    ],
    [
      'by the new deadline since it was seen again',
      order(3, { state: 'reappeared', dueAt: hoursIn(124), reappearedDueAt: hoursIn(124) }),
      101,
      { by: hoursIn(124), overdue: false, despiteObjection: false },
    ],
    [
      'at severity 4 as ordered, whatever was objected',
      order(4, { state: 'objected', dueAt: hoursIn(3), clockLeft: 3600 }),
      2.5,
      { by: hoursIn(2), overdue: true, despiteObjection: true },
    ],
  ] as const)('removal: %s', ([, one, hours, expected]) => {
    expect(askedNow(one, hoursIn(hours))).toEqual({ kind: 'removal', ...expected })
  })

  test('nothing but the ruling while an objection stands, long after the time as ordered', () => {
    const objected = order(3, { state: 'objected', dueAt: hoursIn(70), clockLeft: 3600 })
    expect(askedNow(objected, hoursIn(60))).toEqual({ kind: 'ruling', left: 3600, by: hoursIn(70) })
  })

  test.for(['removed', 'absent', 'excused', 'withdrawn'] as const)(
    'nothing once it is %s, before and after the time as ordered',
    (state) => {
      for (const hours of [1, 60]) expect(askedNow(answered(state), hoursIn(hours))).toEqual({ kind: 'nothing' })
    },
  )
})

describe('an objection gains no time', () => {
  test.for([
    ['an hour after the order, ruled a day later: the 23 hours that were left', 3, 1, 25, 23],
    ['after 23 hours and a half: two hours at least', 3, 23.5, 60, 2],
    ['after the deadline: two hours', 3, 30, 60, 2],
    ['at severity 4 the clock never stands: half an hour was left, so two', 4, 0.5, 1.5, 2],
    ['at severity 4 after the deadline: two hours', 4, 0.5, 9, 2],
  ] as const)('%s', ([, severity, objected, ruled, expected]) => {
    const clockLeft = leftWhenObjected(order(severity), hoursIn(objected))
    expect(hoursLeft(dueAfterOverruling(order(severity, { state: 'objected', clockLeft }), hoursIn(ruled)), hoursIn(ruled))).toBe(expected)
  })

  test('whenever it is raised and ruled on: never more than was left, never less than two hours', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(3, 4),
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 0, max: 500_000 }),
        (severity, toObjection, toRuling) => {
          const objectedAt = new Date(issuedAt.getTime() + toObjection * 1000)
          const ruledAt = new Date(objectedAt.getTime() + toRuling * 1000)
          const clockLeft = leftWhenObjected(order(severity), objectedAt)
          const given =
            (dueAfterOverruling(order(severity, { state: 'objected', clockLeft }), ruledAt).getTime() - ruledAt.getTime()) / 1000
          const standing = severity === 4 ? clockLeft - toRuling : clockLeft
          expect(given).toBe(Math.max(7200, standing))
        },
      ),
    )
  })
})

test.for([
  ['in time', order(3), 23.9, false],
  ['on the minute', order(3), 24, true],
  ['while the objection stands', order(3, { state: 'objected', dueAt: hoursIn(70), clockLeft: 3600 }), 60, false],
  ['while a late objection stands', order(3, { state: 'objected', dueAt: hoursIn(70), clockLeft: 0 }), 60, true],
  ['at severity 4 while the objection stands, in time', order(4, { state: 'objected', dueAt: hoursIn(3), clockLeft: 3600 }), 1.9, false],
  [
    'at severity 4 while the objection stands, after two hours',
    order(4, { state: 'objected', dueAt: hoursIn(3), clockLeft: 3600 }),
    2,
    true,
  ],
  ['after an overruled objection, by the new deadline', order(3, { dueAt: hoursIn(50) }), 49, false],
  ['found after "not found", in time', order(3, { state: 'absent', dueAt: null }), 20, false],
  ['found after "not found", later', order(3, { state: 'absent', dueAt: null }), 30, true],
  ['found after a late "not found"', order(3, { state: 'absent', dueAt: null, late: true }), 1, true],
] as const)('is a removal late: %s', ([, standing, hours, late]) => expect(isLate(standing, hoursIn(hours))).toBe(late))

test('an objection is no answer, what is excused needs none', () => {
  expect((['issued', 'objected', 'removed', 'absent', 'excused', 'withdrawn'] as const).filter(isAnswered)).toEqual([
    'removed',
    'absent',
    'excused',
  ])
})

test('the board shows who is late first, then who answered fastest, then who still has time', () => {
  const lane = (name: string, state: 'issued' | 'removed' | 'absent', dueAt: Date | null, answeredAt: Date | null) => ({
    name,
    state,
    openedAt: issuedAt,
    dueAt,
    answeredAt,
  })
  const lanes = [
    lane('微信', 'removed', null, hoursIn(3.5)),
    lane('等待', 'issued', hoursIn(40), null),
    lane('快手', 'removed', null, hoursIn(0.3)),
    lane('红果', 'issued', hoursIn(24), null),
    lane('淘宝', 'absent', null, hoursIn(1.8)),
  ]
  expect(byUrgency(lanes, hoursIn(26)).map(({ name }) => name)).toEqual(['红果', '快手', '淘宝', '微信', '等待'])
})
