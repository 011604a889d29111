import { expect, test } from 'vitest'
import { digest, hashPassword, isPassword, newToken } from './secret'

test('a password is kept as argon2id and read in either Unicode form', async () => {
  const stored = await hashPassword('café 梧桐夜雨')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPassword(stored, 'café 梧桐夜雨'.normalize('NFD'))).toBe(true)
  expect(await isPassword(stored, 'cafe 梧桐夜雨')).toBe(false)
})

test('nobody’s password is looked at as long as somebody’s', async () => {
  const stored = await hashPassword('梧桐夜雨 1987')
  await isPassword(undefined, 'x')
  const timed = async (against: string | undefined) => {
    const began = performance.now()
    for (let at = 0; at < 5; at += 1) expect(await isPassword(against, 'x')).toBe(false)
    return performance.now() - began
  }
  expect(await timed(undefined)).toBeGreaterThan((await timed(stored)) / 4)
})

test('tokens are long, different, and not to be had from what is stored', () => {
  const [one, other] = [newToken(), newToken()]
  expect(one).toMatch(/^[\w-]{43}$/)
  expect(one).not.toBe(other)
  expect(digest(one)).toMatch(/^[0-9a-f]{64}$/)
})
