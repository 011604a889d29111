// 统一社会信用代码: GB 32100-2015. 18 characters without I, O, S, V and Z; the last one checks the others.
import { type Outcome, ok, refuse } from '../../kernel/outcome'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18
/** Department and kind of registration, six digits of the place (GB/T 2260), nine of the organization, the check. */
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

export type CreditCodeRefusal = 'credit_code_length' | 'credit_code_character' | 'credit_code_check'

/** As it is stored: half-width capitals without the spaces and hyphens that people type. */
export const normalCreditCode = (typed: string) =>
  typed
    .normalize('NFKC')
    .replace(/[\s\u200b-]/g, '')
    .toUpperCase()

/** The check character of the first 17: weights are the powers of 3 modulo 31. */
export function checkCharacter(first17: string): string {
  let weight = 1
  let sum = 0
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight
    weight = (weight * 3) % ALPHABET.length
  }
  return ALPHABET[(ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length]!
}

/** The normal form of a code that checks; it need not belong to anybody. */
export function readCreditCode(typed: string): Outcome<string, CreditCodeRefusal> {
  const code = normalCreditCode(typed)
  if (code.length !== LENGTH) return refuse('credit_code_length', { params: { length: code.length } })
  if (!FORM.test(code)) return refuse('credit_code_character', { params: { at: firstStrange(code) + 1 } })
  return checkCharacter(code.slice(0, -1)) === code.at(-1) ? ok(code) : refuse('credit_code_check')
}

const firstStrange = (code: string) =>
  [...code].findIndex((character, at) => !(at >= 2 && at < 8 ? /\d/.test(character) : ALPHABET.includes(character)))
