import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCharacter, normalCreditCode, readCreditCode } from './credit-code'

/** As the company publishes it. */
const TENCENT = '9144030071526726XG'

test.for([
  [TENCENT, TENCENT],
  ['  9144 0300 7152 6726 xg ', TENCENT],
  ['９１４４０３００７１５２６７２６ＸＧ', TENCENT],
  ['914403-0071526726-XG', TENCENT],
])('%s is read', ([typed, code]) => expect(readCreditCode(typed!)).toEqual({ ok: true, value: code }))

test.for([
  ['', { code: 'credit_code_length', params: { length: 0 } }],
  ['9144030071526726X', { code: 'credit_code_length', params: { length: 17 } }],
  [`${TENCENT}1`, { code: 'credit_code_length', params: { length: 19 } }],
  ['9144030071526726OG', { code: 'credit_code_character', params: { at: 17 } }],
  ['91A4030071526726XG', { code: 'credit_code_character', params: { at: 3 } }],
  ['9144030071526726XH', { code: 'credit_code_check' }],
  ['9144030071526762XG', { code: 'credit_code_check' }],
] as const)('%s is refused', ([typed, refusal]) => expect(readCreditCode(typed)).toEqual({ ok: false, ...refusal }))

const character = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY')
const digit = fc.constantFrom(...'0123456789')
const first17 = fc
  .tuple(
    fc.array(character, { minLength: 2, maxLength: 2 }),
    fc.array(digit, { minLength: 6, maxLength: 6 }),
    fc.array(character, { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''))

test('one wrong character never passes, and neither do two neighbours that changed places', () => {
  fc.assert(
    fc.property(first17, fc.integer({ min: 8, max: 16 }), character, (body, at, other) => {
      const code = body + checkCharacter(body)
      const changed = code.slice(0, at) + other + code.slice(at + 1)
      const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2)
      return (
        readCreditCode(code).ok && readCreditCode(changed).ok === (changed === code) && readCreditCode(swapped).ok === (swapped === code)
      )
    }),
  )
})

test('the normal form stays as it is', () => {
  fc.assert(fc.property(fc.string(), (text) => normalCreditCode(normalCreditCode(text)) === normalCreditCode(text)))
})
