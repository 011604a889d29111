import { expect, test } from 'vitest'
import { askedOnce, isPath } from './address'

const asked = (path: string, search: string) => askedOnce(path, new URLSearchParams(search))?.toString() ?? null

test('an address asks each thing once, the first time it stands', () => {
  expect(asked('/register', 'q=a&class=1&q=b')).toBe('q=a&class=1')
  expect(asked('/register', 'q=&q=b')).toBe('q=')
  expect(asked('/register', 'q=%00a')).toBe('q=a')
})

test('what is asked once already stays as it was sent, and so do choices of which several may be ticked', () => {
  for (const search of ['', 'q=a&class=1', 'q=%E0%A4%A']) expect(asked('/register', search)).toBeNull()
  expect(asked('/guidance/class', 'subject=youth&subject=history')).toBeNull()
  expect(asked('/guidance/class', 'subject=youth&subject=history&on=a&on=b')).toBe('subject=youth&subject=history&on=a')
  expect(asked('/register', 'columns=title&columns=state')).toBeNull()
})

test('half a character and a NUL are no path', () => {
  expect(isPath('/w/%E0%A4%A')).toBe(false)
  expect(isPath('/c/%')).toBe(false)
  expect(isPath('/w/%00')).toBe(false)
  expect(isPath('/w/%E5%A4%9C')).toBe(true)
})
