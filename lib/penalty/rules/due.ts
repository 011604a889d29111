// 处置决定: within three working days, at severity 4 within two hours (deadlines.csv, penalty_decision).
import { dayOf } from '../../kernel/time'
import { deadlineOn, type Rulebook } from '../../rulebook/rules/book'
import { deadlineFrom, urgentCode } from '../../rulebook/rules/deadline'

/** By when a platform decides on what was upheld against its account. */
export const decisionDue = (book: Pick<Rulebook, 'deadlines' | 'calendar'>, severity: number | null, decidedAt: Date) =>
  deadlineFrom(deadlineOn(book, urgentCode('penalty_decision', severity), dayOf(decidedAt)), decidedAt, book.calendar).dueAt
