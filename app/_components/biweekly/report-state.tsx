import { format, words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import type { Report } from '@/lib/biweekly/queries/reports'
import type { BiweeklyState } from '@/lib/biweekly/workflow'
import type { Formats } from '@/lib/i18n/formats'
import { addDays, dayOf, isOverdue, timeOf } from '@/lib/kernel/time'

const tones: Record<BiweeklyState, Tone> = {
  due: 'waiting',
  written: 'progress',
  signed: 'done',
  superseded: 'neutral',
  waived: 'neutral',
  withdrawn: 'draft',
}
type Standing = Pick<Report, 'state' | 'dueAt' | 'late' | 'edition' | 'signedAt' | 'reportDueAt'>

/** A deadline in words; one that ends at midnight belongs to the day before, as 11-24 周二 24:00. */
export function dueText(dueAt: Date, now: Date, f: Pick<Formats, 'inList' | 'dayInList'>): string {
  return timeOf(dueAt) === '00:00' ? `${f.dayInList(addDays(dayOf(dueAt), -1), now)} 24:00` : f.inList(dueAt, now)
}

/** Overdue is read from the deadline and no state of its own. */
export const isLate = ({ state, dueAt }: Standing, now: Date) =>
  (state === 'due' || state === 'written') && dueAt !== null && isOverdue(dueAt, now)

/** Where a report stands, and whether it came late. */
export async function ReportState({ report, now, pill }: { report: Standing; now: Date; pill?: boolean }) {
  const [{ biweekly: w }, f] = [await words(), await format()]
  const { state, late, edition, signedAt, reportDueAt } = report
  const by = late && edition === 1 && signedAt ? signedAt.getTime() - reportDueAt.getTime() : 0
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <State tone={isLate(report, now) ? 'overdue' : tones[state]} pill={pill}>
        {w.state[state]}
      </State>
      {late && (state === 'signed' || state === 'superseded') && (
        <span className="text-13 whitespace-nowrap text-ink-2">{by > 0 ? w.lateBy(f.span(by)) : w.late}</span>
      )}
    </span>
  )
}
