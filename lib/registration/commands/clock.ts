import type { Act } from '@/db/act'
import { dayOf } from '../../kernel/time'
import { rulebook } from '../../rulebook/queries'
import { deadlineOn } from '../../rulebook/rules/book'
import { remaining, resume } from '../../rulebook/rules/deadline'

export type ClockCode = 'registration_review' | 'planning_notice'

/** Working days that are left when a clock stops now; nothing where none was running. */
export async function stopClock(act: Act, code: ClockCode, dueAt: Date | null): Promise<number | null> {
  if (!dueAt) return null
  const book = await rulebook(act.tx)
  return remaining(deadlineOn(book, code, dayOf(act.now)), dueAt, act.now, book.calendar)
}

/** When a clock that stood with so many working days left is due; the full time where it never ran. */
export async function resumeClock(act: Act, code: ClockCode, left: number | null): Promise<Date | undefined> {
  if (left === null) return undefined
  const book = await rulebook(act.tx)
  return resume(deadlineOn(book, code, dayOf(act.now)), left, act.now, book.calendar).dueAt
}
