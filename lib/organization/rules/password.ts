// The portal's own policy after GB/T 22239-2019 (等保) and NIST SP 800-63B: long, not common, no other composition rules.
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { COMMON_PASSWORDS } from './common-passwords'

const PASSWORD_MIN = 10
export const PASSWORD_MAX = 128
export type PasswordRefusal = 'password_too_short' | 'password_too_long' | 'password_too_common'

const LEET: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }
const plain = (text: string) => text.replace(/[013457@$!]/g, (sign) => LEET[sign]!)
const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  'qazwsxedcrfvtgbyhnujmik',
  // Digits by the columns and rows of a keypad, and those that sound like words of love.
  '147258369',
  '789456123',
  '5201314520',
]
const WALKS = ROWS.flatMap((row) => [row, [...row].toReversed().join('')])

const isRepeated = (text: string) => /^(.{1,6}?)\1+$/.test(text) || new Set(text).size <= 3
/** Cut greedily into runs along the alphabet, the digits or the keyboard: `123456qwerty` takes two. */
function isWalk(text: string) {
  let runs = 0
  for (let at = 0; at < text.length; runs += 1) {
    let length = 1
    while (at + length < text.length && WALKS.some((walk) => walk.includes(text.slice(at, at + length + 1)))) length += 1
    at += length
  }
  return runs <= text.length / 4
}
/** A run of digits with a little before and behind it: `wang123456`, `Aa123456789!`. */
function isPaddedRun(text: string) {
  const [, before, digits, behind] = /^([^\d]{0,6})(\d{5,})([^\d]{0,6})$/.exec(text) ?? []
  return digits !== undefined && before!.length + behind!.length <= 6 && (isWalk(digits) || isRepeated(digits))
}
const isMobileNumber = (text: string) => /^(\+?86)?1[3-9]\d{9}$/.test(text)
/** `Zhangsan@2026` is `zhangsan` with what everybody adds. */
const stems = (text: string) => [text, text.replace(/[^a-z]+$/, ''), text.replace(/^[^a-z]+|[^a-z]+$/g, '')]

function isCommon(password: string) {
  const folded = password.normalize('NFKC').toLowerCase()
  const readings = [folded, plain(folded)].flatMap((text) => [...stems(text), ...stems(plain(text))])
  return (
    readings.some((text) => COMMON_PASSWORDS.has(text)) ||
    isRepeated(folded) ||
    isWalk(folded) ||
    isPaddedRun(folded) ||
    isMobileNumber(folded)
  )
}

/** May this be a password? Length counts characters, not bytes; the password itself is never changed. */
export function judgePassword(password: string): Outcome<string, PasswordRefusal> {
  const length = [...password].length
  if (length < PASSWORD_MIN) return refuse('password_too_short', { params: { min: PASSWORD_MIN } })
  if (length > PASSWORD_MAX) return refuse('password_too_long', { params: { max: PASSWORD_MAX } })
  return isCommon(password) ? refuse('password_too_common') : ok(password)
}
