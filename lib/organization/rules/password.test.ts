import { describe, expect, test } from 'vitest'
import { DEMONSTRATION_PASSWORD } from '@/db/seed/people'
import { COMMON_PASSWORDS } from './common-passwords'
import { judgePassword, PASSWORD_MAX } from './password'

const code = (password: string) => {
  const outcome = judgePassword(password)
  return outcome.ok ? 'ok' : outcome.code
}

test.for([
  ['', 'password_too_short'],
  ['short7#Kd', 'password_too_short'],
  ['夜宴上映前的第九个字', 'ok'],
  ['🎬🎬🎬🎬🎬', 'password_too_short'],
  ['Kd7#vLq2xT', 'ok'],
  ['x9'.repeat(3) + 'Kd7#vLq2xT'.repeat(13), 'password_too_long'],
] as const)('%s: %s', ([password, expected]) => expect(code(password)).toBe(expected))

test('128 characters are the most', () => {
  const long = Array.from({ length: PASSWORD_MAX }, (_, at) => 'Kd7#vLq2xT夜宴'[(at * at) % 12]).join('')
  expect([code(long), code(`${long}!`)]).toEqual(['ok', 'password_too_long'])
})

describe('what everybody takes is refused', () => {
  test.for([
    'password123',
    'Password123',
    'P@ssw0rd2026',
    'passwordpassword',
    'qwertyuiop',
    '1qaz2wsx3edc',
    '1234567890',
    '0987654321',
    '123456789a',
    'a123456789',
    'aaaaaaaaaa',
    '1212121212',
    'abcabcabcabc',
    'woaini1314',
    'woaini5201314',
    '5201314520',
    'zhangsan2026',
    'ZhangSan@2026',
    'admin@123456',
    'Admin888888',
    'iloveyou520',
    '13812345678',
    '+8613812345678',
    'abcdefghij',
    'abcd123456',
    'qwerty123456',
    '！＠＃＄％＾＆＊（）',
    'letmein123!',
    'douyin@123',
    'Welcome2026!',
    'correcthorsebatterystaple',
    'asdfghjkl;',
    'Aa123456789!',
    'hello123456',
    'wang123456',
    'zhang123456',
    'zz123456789',
    '123456789qq',
    '147258369a',
    '789456123a',
    'aini1314520',
    'a5201314520',
    'dragonball',
    'trustno1234',
    'Admin@huawei.com',
    '1q2w3e4r5t',
    DEMONSTRATION_PASSWORD,
  ])('%s', (password) => expect(code(password)).toBe('password_too_common'))
})

test.for([
  'sunshine-7Kd9-harbour',
  'three ferries at dawn',
  'wodeliangzhimaoqidechuang',
  'Tr0ub4dor&3x',
  '19491001-changan',
  '山城来信山城来信的信',
])('%s may be taken', (password) => {
  expect(code(password)).toBe('ok')
})

test('the list is about a thousand entries in lower case', () => {
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(850)
  expect([...COMMON_PASSWORDS].filter((word) => word !== word.toLowerCase())).toEqual([])
})
