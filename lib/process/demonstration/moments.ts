import type { When } from '@/db/seed/when'
import { addDays, addHours, type Day, dayOf, instantAt, type TimeOfDay } from '@/lib/kernel/time'
import { type Calendar, isWorkingDay } from '@/lib/rulebook/rules/deadline'

const [OPENS, CLOSES] = ['09:00', '17:30'] as const satisfies TimeOfDay[]

function workingDayBefore(day: Day, calendar: Calendar): Day {
  let at = addDays(day, -1)
  while (!isWorkingDay(at, calendar)) at = addDays(at, -1)
  return at
}

/** The day whose deadlines are still ahead: today until offices close, else the next working day. */
function deskDayOf(now: Date, calendar: Calendar): Day {
  const today = dayOf(now)
  if (isWorkingDay(today, calendar) && now < instantAt(today, CLOSES)) return today
  let at = addDays(today, 1)
  while (!isWorkingDay(at, calendar)) at = addDays(at, 1)
  return at
}

/** The last moment of office hours that is not later than this one, and when the office had opened on that day. */
function officeMoment(instant: Date, calendar: Calendar): { moment: Date; opened: Date } {
  const day = dayOf(instant)
  const opened = instantAt(day, OPENS)
  if (isWorkingDay(day, calendar) && instant >= opened) {
    const closes = instantAt(day, CLOSES)
    return { moment: instant < closes ? instant : closes, opened }
  }
  const before = workingDayBefore(day, calendar)
  return { moment: instantAt(before, CLOSES), opened: instantAt(before, OPENS) }
}

function hoursOfWorkBefore(instant: Date, hours: number, calendar: Calendar): Date {
  const { moment, opened } = officeMoment(instant, calendar)
  const open = (moment.getTime() - opened.getTime()) / 3_600_000
  return hours <= open ? addHours(moment, -hours) : hoursOfWorkBefore(addHours(opened, -0.01), hours - open, calendar)
}

/** Reads when something of the demonstration happened; never later than now. */
export function momentsOf(now: Date, calendar: Calendar): (when: When) => Date {
  const days = [deskDayOf(now, calendar)]
  const dayBefore = (count: number) => {
    while (days.length <= count) days.push(workingDayBefore(days.at(-1)!, calendar))
    return days[count]!
  }
  return (when) => {
    const [amount, time] = when.split(' ') as [string, string | undefined]
    const count = Number.parseFloat(amount)
    if (amount.endsWith('d')) return instantAt(dayBefore(count), time as TimeOfDay)
    if (when.endsWith('of work')) return hoursOfWorkBefore(now, count, calendar)
    return time === 'office' ? officeMoment(addHours(now, -count), calendar).moment : addHours(now, -count)
  }
}
