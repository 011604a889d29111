import clsx from 'clsx'
import type { ReactNode } from 'react'

/** A bar of its share of the greatest; at least a sliver where there is something. */
export function Bar({ value, greatest }: { value: number; greatest: number }) {
  return (
    <span aria-hidden="true" className="block h-2">
      <span
        className="block h-full rounded-r-[2px] bg-chart-1"
        style={{ width: value > 0 ? `max(2px, ${((value / greatest) * 100).toFixed(1)}%)` : 0 }}
      />
    </span>
  )
}

/** Values by name, the greatest first, drawn as bars; each value as its link. */
export function Bars({ rows }: { rows: { key: string; name: ReactNode; value: number; shown: ReactNode }[] }) {
  const greatest = Math.max(1, ...rows.map(({ value }) => value))
  return (
    <ul className="grid gap-y-1">
      {rows.map(({ key, name, value, shown }) => (
        <li key={key} className="grid grid-cols-[minmax(0,11rem)_1fr] items-center gap-x-3 max-desk:grid-cols-[minmax(0,8rem)_1fr]">
          <span className="wrap-anywhere">{name}</span>
          <span className="flex items-center gap-2">
            <span className="min-w-0" style={{ width: `${((value / greatest) * 80).toFixed(1)}%` }}>
              <span aria-hidden="true" className="block h-3 min-w-0.5 rounded-r-[2px] bg-chart-1" />
            </span>
            <span className="tabular-nums">{shown}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

const [WIDTH, HEIGHT] = [600, 150]
/** A round step of minutes, so that at most four lines stand above 0. */
const stepOf = (greatest: number) =>
  [5, 15, 30, 60, 120, 180, 360, 720, 1440].find((step) => step * 4 >= greatest) ?? Math.ceil(greatest / 4 / 1440) * 1440

/**
 * Minutes by week, from 0, first and last with their words; a week without any is a gap. `label` says where the numbers stand.
 */
export function WeekLine({
  values,
  label,
  tick,
  ends,
  days,
}: {
  values: (number | null)[]
  label: string
  tick: (minutes: number) => string
  ends: [string, string]
  days: string[]
}) {
  const known = values.filter((value) => value !== null)
  const step = stepOf(Math.max(...known, 1))
  const top = Math.max(step, Math.ceil(Math.max(...known, 1) / step) * step)
  const x = (index: number) => (values.length < 2 ? 50 : (index / (values.length - 1)) * 100)
  const y = (value: number) => (1 - value / top) * 100
  const path = values.reduce<string>(
    (d, value, index) =>
      value === null
        ? d
        : `${d}${index > 0 && values[index - 1] !== null ? 'L' : 'M'}${((x(index) / 100) * WIDTH).toFixed(1)} ${((y(value) / 100) * HEIGHT).toFixed(1)}`,
    '',
  )
  const [first, last] = [values.findIndex((value) => value !== null), values.findLastIndex((value) => value !== null)]
  const alone = values.flatMap((value, index) =>
    value !== null && (index === first || index === last || (values[index - 1] === null && values[index + 1] === null)) ? [index] : [],
  )
  /** A label stands where the line does not go: below the point where it rises from it or falls to it, unless the axis is there. */
  const stands = (index: number, beside: number) =>
    values[beside] != null && values[beside]! > values[index]! && values[index]! > top / 4
      ? 'translate-y-1.5'
      : '-translate-y-[calc(100%+6px)]'
  const lines = Array.from({ length: top / step + 1 }, (_, at) => at * step)
  return (
    <div className="pt-6">
      <div className="relative ml-14 h-38 mr-4">
        {lines.map((minutes) => (
          <span
            key={minutes}
            aria-hidden="true"
            className="absolute inset-x-0 border-t border-line first-of-type:border-rule"
            style={{ top: `${y(minutes)}%` }}
          >
            <span className="absolute right-full mr-2 -translate-y-1/2 text-12 whitespace-nowrap text-ink-2">{tick(minutes)}</span>
          </span>
        ))}
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="absolute inset-0 size-full overflow-visible"
        >
          <title>{label}</title>
          <path d={path} fill="none" vectorEffect="non-scaling-stroke" className="stroke-chart-1" strokeWidth="2" strokeLinejoin="round" />
        </svg>
        {alone.map((index) => (
          <span
            key={days[index]}
            aria-hidden="true"
            className="absolute size-2 -translate-1/2 rounded-full bg-chart-1"
            style={{ left: `${x(index)}%`, top: `${y(values[index]!)}%` }}
          />
        ))}
        {last >= 0 && (
          <>
            <span
              aria-hidden="true"
              className={clsx('absolute text-13 font-medium whitespace-nowrap', stands(first, first + 1))}
              style={{ left: `${x(first)}%`, top: `${y(values[first]!)}%` }}
            >
              {ends[0]}
            </span>
            {last > first && (
              <span
                aria-hidden="true"
                className={clsx(
                  'absolute -translate-x-full bg-surface/85 px-1 text-13 font-medium whitespace-nowrap',
                  stands(last, last - 1),
                )}
                style={{ left: `${x(last)}%`, top: `${y(values[last]!)}%` }}
              >
                {ends[1]}
              </span>
            )}
          </>
        )}
      </div>
      <p aria-hidden="true" className="mt-1.5 mr-4 ml-14 flex justify-between text-12 text-ink-2">
        {days
          .filter(
            (_, index) => index === 0 || index === days.length - 1 || (days.length >= 12 && index === Math.floor((days.length - 1) / 2)),
          )
          .map((day) => (
            <span key={day}>{day.slice(5)}</span>
          ))}
      </p>
    </div>
  )
}
