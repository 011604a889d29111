const [WIDTH, HEIGHT, EDGE] = [120, 28, 3]

/** A drawn trend from left to right; a report that is missing leaves a gap, never a zero. `label` says the values in words. */
export function SparkLine({ values, label }: { values: (number | null)[]; label: string }) {
  const highest = Math.max(1, ...values.map((value) => value ?? 0))
  const x = (index: number) => EDGE + (values.length < 2 ? 0 : (index * (WIDTH - 2 * EDGE)) / (values.length - 1))
  const y = (value: number) => HEIGHT - EDGE - (value / highest) * (HEIGHT - 2 * EDGE)
  const points = values.map((value, index) => (value === null ? null : { x: x(index), y: y(value) }))
  const path = points.reduce(
    (d, point, index) => (point ? `${d}${points[index - 1] ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}` : d),
    '',
  )
  const last = points.findLast((point) => point !== null)
  return (
    <svg
      role="img"
      aria-label={label}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="inline-block align-middle"
    >
      <title>{label}</title>
      <line x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} className="stroke-line" strokeWidth="1" />
      <path d={path} fill="none" className="stroke-chart-1" strokeWidth="1.5" strokeLinejoin="round" />
      {points.map(
        (point, index) =>
          point &&
          !points[index - 1] &&
          !points[index + 1] && <circle key={point.x} cx={point.x} cy={point.y} r="1.5" className="fill-chart-1" />,
      )}
      {last && <circle cx={last.x} cy={last.y} r="2.5" className="fill-chart-1" />}
    </svg>
  )
}
