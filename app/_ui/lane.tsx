import clsx from 'clsx'
import { Shape, type Tone, toneInk } from './shape'

/** Where things stand on a lane, as shares of its length from the start (0) to the end (1). */
export type LaneMarks = { deadline: number; median?: number; answered?: number; now?: number }

const fill: Partial<Record<Tone, string>> = {
  done: 'bg-done',
  overdue: 'bg-overdue',
  progress: 'bg-progress',
  waiting: 'bg-waiting',
  refused: 'bg-refused',
}

const percent = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 10000) / 100}%`

/** One order's way from being sent to its answer; what lies past the deadline is striped. The same facts stand in the row's words. */
export function Lane({ tone, marks: { deadline, median, answered, now } }: { tone: Tone; marks: LaneMarks }) {
  const end = answered ?? now ?? 0
  return (
    <span aria-hidden="true" className="relative block h-[26px] min-w-[250px] max-desk:min-w-0 print:min-w-[210px]">
      <span className="absolute inset-x-0 top-3 h-0.5 bg-line" />
      {median !== undefined && (
        <span className="absolute inset-y-0 border-l border-dashed border-ink-3" style={{ left: percent(median) }} />
      )}
      <span className="absolute inset-y-0 border-l-[1.5px] border-rule" style={{ left: percent(deadline) }} />
      <span
        data-ink=""
        className={clsx('absolute top-[11px] left-0 h-1 rounded-l-tag', fill[tone] ?? 'bg-ink-3')}
        style={{ width: percent(Math.min(end, deadline)) }}
      />
      {end > deadline && (
        <span
          className={clsx('absolute top-2 h-2.5', toneInk[tone])}
          style={{
            left: percent(deadline),
            width: percent(Math.min(1, end) - deadline),
            background: 'repeating-linear-gradient(115deg, currentColor 0 3px, transparent 3px 6px)',
          }}
        />
      )}
      <span className={clsx('absolute top-1.5 -ml-[7px] rounded-full bg-surface', toneInk[tone])} style={{ left: percent(end) }}>
        <Shape tone={tone} className="block" />
      </span>
    </span>
  )
}

/** The scale over the lanes. */
export function LaneAxis({ label, ticks }: { label: string; ticks: { at: number; text: string }[] }) {
  return (
    <>
      <span aria-hidden="true" className="relative block h-[18px] min-w-[250px] text-12 print:min-w-[210px] font-normal text-ink-2">
        {ticks.map(({ at, text }) => (
          <span key={at} className={clsx('absolute whitespace-nowrap', at > 0 && '-translate-x-1/2')} style={{ left: percent(at) }}>
            {text}
          </span>
        ))}
      </span>
      <span className="sr-only">{label}</span>
    </>
  )
}
