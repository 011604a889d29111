import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceRows } from '@/db/seed/reference'
import { asDay } from '../kernel/time'
import { deadlineOn } from '../rulebook/rules/book'
import { clockCode, entrySeverity, judgeProposal, judgeVerification, medianTimeToDark } from './rules'

const taxonomy = referenceRows('violation_taxonomy')
const items = (...codes: string[]) => taxonomy.filter(({ code }) => codes.includes(code))

describe('《夜宴》: V04-02 and V10-05', () => {
  test('is proposed as severity 4, the highest of its items', () =>
    expect(judgeProposal(items('V04-02', 'V10-05'))).toEqual({ ok: true, value: 4 }))
  test('is verified as severity 3 with a reason, never without', () => {
    expect(judgeVerification(4, 3, '第一次拒不整改，已停止投流')).toEqual({ ok: true, value: 3 })
    expect(judgeVerification(4, 3, ' ')).toEqual({ ok: false, code: 'severity_reason_missing' })
    expect(judgeVerification(4, 3, null)).toEqual({ ok: false, code: 'severity_reason_missing' })
    expect(judgeVerification(3, 4, null)).toEqual({ ok: false, code: 'severity_reason_missing' })
    expect(judgeVerification(4, 4, null)).toEqual({ ok: true, value: 4 })
  })
})

test.for([
  [['V04-05', 'V06-06'], { code: 'severity_too_low', params: { severity: 2, min: 3 } }],
  [['V12-04'], { code: 'no_item_for_drama' }],
  [['V12-04', 'V04-04'], { code: 'severity_too_low' }],
  [[], { code: 'no_item_for_drama' }],
] as const)('%s is refused', ([codes, refusal]) => expect(judgeProposal(items(...codes))).toMatchObject({ ok: false, ...refusal }))
test('and so is a verification below 3, whatever the reason', () => {
  expect(judgeVerification(4, 2, '理由')).toEqual({ ok: false, code: 'severity_too_low', params: { severity: 2, min: 3 } })
  expect(entrySeverity(items('V04'))).toBeNull()
})

test.for([
  ['verify', 3, 3, 'working_days'],
  ['verify', 4, 2, 'hours'],
  ['approve', 3, 3, 'working_days'],
  ['approve', 4, 2, 'hours'],
  ['answer', 3, 24, 'hours'],
  ['answer', 4, 2, 'hours'],
  ['rule', 3, 2, 'working_days'],
  ['rule', 4, 2, 'hours'],
] as const)('to %s at severity %i: %i %s', ([clock, severity, amount, unit]) => {
  expect(deadlineOn({ deadlines: referenceRows('deadlines') }, clockCode(clock, severity), asDay('2026-11-24'))).toMatchObject({
    amount,
    unit,
  })
})

describe('the median time to dark', () => {
  const issuedAt = new Date('2026-11-24T09:40:00+08:00')
  const orders = (...minutes: (number | null)[]) =>
    minutes.map((after) => ({ issuedAt, removedAt: after === null ? null : new Date(issuedAt.getTime() + after * 60_000) }))
  test.for([
    [[], null],
    [[null, null], null],
    [[30, null], { minutes: 30, of: 1 }],
    [[120, 30, null, 60], { minutes: 60, of: 3 }],
    [[10, 20, 40, 1000], { minutes: 30, of: 4 }],
  ] as const)('after %s minutes', ([minutes, expected]) => {
    expect(medianTimeToDark(orders(...minutes))).toEqual(expected && { milliseconds: expected.minutes * 60_000, of: expected.of })
  })
  test('lies between the fastest and the slowest, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 12 }), (minutes) => {
        const median = medianTimeToDark(orders(...minutes))!.milliseconds / 60_000
        return (
          median >= Math.min(...minutes) &&
          median <= Math.max(...minutes) &&
          median === medianTimeToDark(orders(...minutes.toReversed()))!.milliseconds / 60_000
        )
      }),
    )
  })
})
