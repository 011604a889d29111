import { expect, test } from 'vitest'
import { cursorOf, readCursor, readDayCursor } from './page'

const ID = '0198a2b4-7c1d-7e2f-8a3b-4c5d6e7f8a9b'

test('a cursor is read back as it was written', () => {
  expect(readCursor(cursorOf(new Date('2026-11-24T01:02:03.004Z'), ID))).toEqual({ at: '2026-11-24T01:02:03.004Z', id: ID })
  expect(readCursor(cursorOf('2026-11-24T01:02:03.004005Z', ID))).toEqual({ at: '2026-11-24T01:02:03.004005Z', id: ID })
  expect(readCursor(cursorOf('infinity', ID))).toEqual({ at: 'infinity', id: ID })
  expect(readDayCursor(`2026-11-24~${ID}`)).toEqual({ on: '2026-11-24', id: ID })
})

test.for([
  undefined,
  '-5',
  `2026-02-30T00:00:00Z~${ID}`,
  `0000-01-01T00:00:00Z~${ID}`,
  `2026-01-01T24:00:00Z~${ID}`,
  `2026-01-01T00:00:60Z~${ID}`,
  `2026-01-01T1.5:Z~${ID}`,
  `2026-01-01T00:00:00Z~${'a'.repeat(36)}`,
  `2026-01-01T00:00:00Z~${'-'.repeat(36)}`,
  `2026-02-30~${ID}`,
  `0000-01-01~${ID}`,
  `2026-01-01~${'a'.repeat(36)}`,
])('%s is no cursor, and so the first page', (text) => {
  expect(readCursor(text)).toBeNull()
  expect(readDayCursor(text)).toBeNull()
})
