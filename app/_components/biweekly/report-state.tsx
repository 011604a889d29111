import { format, words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import type { Report } from '@/lib/biweekly/queries/reports'
import type { BiweeklyState } from '@/lib/biweekly/workflow'
import { isOverdue } from '@/lib/kernel/time'

const tones: Record<BiweeklyState, Tone> = {
  due: 'waiting',
  written: 'progress',
  signed: 'done',
  superseded: 'neutral',
  waived: 'neutral',
  withdrawn: 'draft',
}
type Standing = Pick<Report, 'state' | 'dueAt' | 'late' | 'edition' | 'signedAt' | 'reportDueAt'>

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
