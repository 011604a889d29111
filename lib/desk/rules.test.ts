import { describe, expect, test } from 'vitest'
import { referenceRows } from '@/db/seed/reference'
import { calendarOf } from '../rulebook/rules/deadline'
import { bandOf } from './rules'

const calendar = calendarOf(referenceRows('working_days'), 'test')
const at = (text: string) => new Date(`${text}+08:00`)
/** A Wednesday. */
const now = at('2026-11-25T11:45:00')

describe('a deadline belongs to', () => {
  test.for([
    ['overdue', '2026-11-25T09:40:00'],
    ['overdue', '2026-11-25T11:45:00'],
    ['today', '2026-11-25T12:37:00'],
    ['today', '2026-11-26T00:00:00'],
    ['soon', '2026-11-26T17:30:00'],
    ['soon', '2026-11-30T17:30:00'],
    ['later', '2026-12-01T17:30:00'],
  ] as const)('%s: %s', ([band, due]) => expect(bandOf(at(due), now, calendar)).toBe(band))
  test('open: none', () => expect(bandOf(null, now, calendar)).toBe('open'))
  test('soon reaches over the days off of the National Day', () => {
    const before = at('2026-09-29T10:00:00')
    expect(bandOf(at('2026-10-08T17:30:00'), before, calendar)).toBe('soon')
    expect(bandOf(at('2026-10-12T17:30:00'), before, calendar)).toBe('later')
  })
})
