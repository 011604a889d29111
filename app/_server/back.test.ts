import { expect, test } from 'vitest'
import { backPath, signInPath } from './back'

test.for([
  ['/c/HM-2026-0027', '/c/HM-2026-0027'],
  ['/regulator/violation?state=filed&sort=due', '/regulator/violation?state=filed&sort=due'],
  ['/a/../member', '/member'],
  ['//evil.example', undefined],
  ['/\\evil.example', undefined],
  ['/\t/evil.example', undefined],
  ['/x/..//evil.example', undefined],
  ['https://evil.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['evil', undefined],
  ['/sign-in?back=/member', undefined],
  ['/api/sign-out', undefined],
  ['', undefined],
  [null, undefined],
] as const)('%s leads back to %s', ([text, path]) => expect(backPath(text)).toBe(path))

test('the sign-in page knows where it leads', () => {
  expect(signInPath('/member?page=2')).toBe('/sign-in?back=%2Fmember%3Fpage%3D2')
  expect(signInPath('https://evil.example')).toBe('/sign-in')
})
