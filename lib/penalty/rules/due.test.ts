import { expect, test } from 'vitest'
import { referenceRows } from '@/db/seed/reference'
import { calendarOf } from '../../rulebook/rules/deadline'
import { decisionDue } from './due'

const book = { deadlines: referenceRows('deadlines'), calendar: calendarOf(referenceRows('working_days'), 'test') }
const at = (text: string) => new Date(`${text}+08:00`)

test.for([
  [3, '2026-11-20T15:40:00', '2026-11-25T17:30:00'],
  [null, '2026-11-20T15:40:00', '2026-11-25T17:30:00'],
  [4, '2026-11-20T15:40:00', '2026-11-20T17:40:00'],
] as const)('severity %s, upheld %s: decided by %s', ([severity, upheld, due]) => {
  expect(decisionDue(book, severity, at(upheld))).toEqual(at(due))
})
