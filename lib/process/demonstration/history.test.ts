import { expect, test } from 'vitest'
import { referenceRows } from '@/db/seed/reference'
import { addDays, asDay, instantAt, type TimeOfDay } from '@/lib/kernel/time'
import { calendarOf, isWorkingDay } from '@/lib/rulebook/rules/deadline'
import { chronicle } from './chronicle'
import { tellAll } from './history'
import { momentsOf } from './moments'
import type { Scene } from './scene'

const calendar = calendarOf(referenceRows('working_days'), 'v')
/** What people.ts tells ends on the 81st day before. */
const PEOPLE_DAYS = 81

function toldAt(now: Date) {
  const { plan, deeds } = chronicle()
  tellAll({ at: momentsOf(now, calendar), plan, now } as unknown as Scene)
  return deeds()
}

test('whenever it is made, each case is told in order, after what it rests on, after the people came, and never ahead of now', () => {
  const times: TimeOfDay[] = ['00:10', '03:00', '08:59', '09:01', '10:30', '11:45', '13:15', '15:00', '17:29', '17:31', '19:40', '23:50']
  for (let day = asDay('2026-11-20'), count = 0; count < 400; day = addDays(day, 1), count += 1) {
    const time = times[count % times.length]!
    const now = instantAt(day, time)
    const deeds = toldAt(now)
    expect(deeds.length).toBeGreaterThan(500)
    expect(deeds.at(-1)!.at <= now, `${day} ${time}`).toBe(true)
    expect(deeds[0]!.at > instantAt(addDays(day, -PEOPLE_DAYS), '16:00'), `${day} ${time}`).toBe(true)
  }
})

test('most of it happens in office hours of working days', () => {
  const deeds = toldAt(instantAt(asDay('2026-11-25'), '11:45'))
  const inOffice = deeds.filter(({ at }) => {
    const wall = new Date(at.getTime() + 8 * 3_600_000).toISOString()
    return isWorkingDay(asDay(wall.slice(0, 10)), calendar) && wall.slice(11, 16) >= '08:00' && wall.slice(11, 16) <= '18:10'
  })
  expect(inOffice.length / deeds.length).toBeGreaterThan(0.97)
})

test('moments are counted from the desk, the office or the clock', () => {
  const at = momentsOf(instantAt(asDay('2026-10-12'), '10:00'), calendar)
  const wall = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
  expect(wall(at('1d 16:00'))).toBe('2026-10-10T16:00')
  expect(wall(at('3d 09:30'))).toBe('2026-10-08T09:30')
  expect(wall(at('4d 09:30'))).toBe('2026-09-30T09:30')
  expect(wall(at('2h'))).toBe('2026-10-12T08:00')
  expect(wall(at('2h of work'))).toBe('2026-10-10T16:30')
  expect(wall(at('26h office'))).toBe('2026-10-10T17:30')
  const evening = momentsOf(instantAt(asDay('2026-10-12'), '18:00'), calendar)
  expect([wall(evening('1d 16:00')), wall(evening('1h of work'))]).toEqual(['2026-10-12T16:00', '2026-10-12T16:30'])
})
