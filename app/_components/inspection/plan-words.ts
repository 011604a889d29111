import 'server-only'
import { format, words } from '@/app/_server/locale'
import { asDay } from '@/lib/kernel/time'

/** A plan's days and its span in words. */
export async function planWords() {
  const [{ inspection: w }, f] = [await words(), await format()]
  return {
    days: (weekdays: readonly number[]) =>
      weekdays.length === 7 ? w.daily : weekdays.join() === '1,2,3,4,5' ? w.workdays : f.list(weekdays.map((day) => w.weekday[day] ?? '')),
    span: ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) =>
      endsOn ? w.plan.until(f.day(asDay(startsOn)), f.day(asDay(endsOn))) : w.plan.from(f.day(asDay(startsOn))),
  }
}
