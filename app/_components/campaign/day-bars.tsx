const [WIDTH, HEIGHT] = [720, 120]

/** One bar a day from the first to the last; a day without any is an empty place, not a gap in time. The numbers stand in the table beside it. */
export function DayBars({ days, label, ends }: { days: { day: string; value: number }[]; label: string; ends: [string, string] }) {
  const first = Date.parse(`${days[0]!.day}T00:00:00Z`)
  const last = Date.parse(`${days.at(-1)!.day}T00:00:00Z`)
  const count = Math.round((last - first) / 86_400_000) + 1
  const highest = Math.max(...days.map(({ value }) => value))
  const step = WIDTH / count
  return (
    <div className="max-w-180">
      <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} className="block w-full">
        <title>{label}</title>
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className="stroke-line" strokeWidth="1" />
        {days.map(({ day, value }) => {
          const at = Math.round((Date.parse(`${day}T00:00:00Z`) - first) / 86_400_000)
          const height = Math.max(2, (value / highest) * (HEIGHT - 8))
          return (
            <rect
              key={day}
              x={at * step + step * 0.15}
              width={Math.max(1, step * 0.7)}
              y={HEIGHT - height}
              height={height}
              className="fill-chart-1"
            />
          )
        })}
      </svg>
      <p aria-hidden="true" className="flex justify-between text-12 text-ink-2">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </div>
  )
}
