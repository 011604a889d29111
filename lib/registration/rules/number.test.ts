import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceRows } from '@/db/seed/reference'
import { ISSUED_FORM, issuersOf, normalNumber, parseNumber, readOwnNumber, registrationNumber } from './number'

const issuers = issuersOf(referenceRows('regulators'), referenceRows('platforms'))

test('numbers are issued by 总局, 31 provinces, 兵团 and the platforms', () => {
  expect([issuers.bureaus.length, issuers.bureaus[0], issuers.platforms.length]).toEqual([33, '总局', 5])
  expect(issuers.bureaus).not.toContain('协会')
})

describe('a number says what it is', () => {
  test.for([
    ['（总局）网微剧审字（2024）第001号', { kind: 'licence', class: 1, issuer: '总局', year: 2024, serial: '001' }],
    ['（京）网微剧审字（2024）第001号', { kind: 'licence', class: 1, issuer: '京' }],
    ['（京）网微剧备字（2024）第001号', { kind: 'registration', class: 2, issuer: '京' }],
    ['（浙）网微剧备字（2024）第001号', { kind: 'registration', class: 2, issuer: '浙' }],
    ['（兵团）网微剧备字（2026）第012号', { kind: 'registration', class: 2, issuer: '兵团' }],
    ['（快手）网微剧备字（2024）第0123号', { kind: 'platform', class: 3, issuer: '快手', serial: '0123' }],
    ['（抖音）网微剧备字（2026）第001204号', { kind: 'platform', class: 3, issuer: '抖音' }],
    ['(京)网微剧备字(2024)第001号', { kind: 'registration', text: '（京）网微剧备字（2024）第001号' }],
    [' （京） 网微剧备字〔２０２４〕 第００１号 ', { kind: 'registration', text: '（京）网微剧备字（2024）第001号' }],
    ['V123456788888888', { kind: 'planning', text: 'V123456788888888' }],
    ['v123456788888888', { kind: 'planning', text: 'V123456788888888' }],
    ['（七猫）网微剧备字（2025）第01177号', { kind: 'unknown', why: 'issuer' }],
    ['（番茄）网微剧备字（2026）第847205号', { kind: 'unknown', why: 'issuer' }],
    ['（协会）网微剧备字（2026）第001号', { kind: 'unknown', why: 'issuer' }],
    ['（快手）网微剧审字（2024）第001号', { kind: 'unknown', why: 'issuer' }],
    ['（京）网微剧备字（2024）第01号', { kind: 'unknown', why: 'form' }],
    ['（京）网微剧备字（2024）第12345678号', { kind: 'unknown', why: 'form' }],
    ['（京）网微剧备字（1924）第001号', { kind: 'unknown', why: 'form' }],
    ['（京）网剧备字（2024）第001号', { kind: 'unknown', why: 'form' }],
    ['V12345678888888', { kind: 'unknown', why: 'form' }],
    ['京ICP备2024001号', { kind: 'unknown', why: 'form' }],
    ['', { kind: 'unknown', why: 'form', text: '' }],
  ] as const)('%s', ([raw, expected]) => expect(parseNumber(raw, issuers)).toMatchObject(expected))
})

describe('the bureau counts', () => {
  test.for([
    ['京', 2026, 1, '（京）网微剧备字（2026）第001号'],
    ['浙', 2027, 999, '（浙）网微剧备字（2027）第999号'],
    ['兵团', 2026, 1000, '（兵团）网微剧备字（2026）第1000号'],
  ] as const)('%s %i %i', ([issuer, year, serial, number]) => expect(registrationNumber(issuer, year, serial)).toBe(number))
  test('and what it issues is read again, by the database too', () => {
    const some = fc.tuple(fc.constantFrom(...issuers.bureaus), fc.integer({ min: 2024, max: 2099 }), fc.integer({ min: 1, max: 9_999_999 }))
    fc.assert(
      fc.property(some, ([issuer, year, serial]) => {
        const text = registrationNumber(issuer, year, serial)
        expect(parseNumber(text, issuers)).toMatchObject({ kind: 'registration', issuer, year, text })
        expect(text).toMatch(new RegExp(ISSUED_FORM))
        expect(normalNumber(text)).toBe(text)
      }),
    )
  })
  test.for([
    ['京', 2026, 0],
    ['京', 2026, 10_000_000],
    ['京', 1999, 1],
    ['', 2026, 1],
  ] as const)('but never %s %i %i', ([issuer, year, serial]) => expect(() => registrationNumber(issuer, year, serial)).toThrow(RangeError))
})

test.for([
  ['(快手)网微剧备字(2026)第001204号', '快手', { ok: true, value: '（快手）网微剧备字（2026）第001204号' }],
  ['（抖音）网微剧备字（2026）第001204号', '微信', { ok: false, code: 'number_of_another_platform', params: { issuer: '抖音' } }],
  ['（番茄）网微剧备字（2026）第001204号', '微信', { ok: false, code: 'number_of_another_platform', params: { issuer: '番茄' } }],
  ['（京）网微剧备字（2026）第001号', '快手', { ok: false, code: 'number_of_a_bureau', params: { issuer: '京' } }],
  ['（快手）网微剧审字（2026）第001号', '快手', { ok: false, code: 'number_not_understood' }],
  ['V123456788888888', '快手', { ok: false, code: 'number_not_understood' }],
  ['快手 001204', '快手', { ok: false, code: 'number_not_understood' }],
] as const)('%s recorded by %s', ([raw, platform, expected]) => expect(readOwnNumber(raw, platform, issuers)).toEqual(expected))
