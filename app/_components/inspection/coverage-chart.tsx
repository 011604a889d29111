import { format, words } from '@/app/_server/locale'
import type { Coverage, CoverageRow } from '@/lib/inspection/queries/coverage'
import type { Day } from '@/lib/kernel/time'

const [BAR, GAP, HEIGHT] = [22, 10, 64]

/** One platform's weeks: grey for what was inspected, the subject's colour for findings, all on one scale from 0. */
async function Weeks({ weeks, rows, most, name }: { weeks: Day[]; rows: CoverageRow[]; most: number; name: string }) {
  const [{ inspection: w }, f] = [await words(), await format()]
  const of = (week: Day) => rows.find((row) => row.week === week)
  const high = (count: number) => (count / most) * HEIGHT
  const width = weeks.length * (BAR + GAP)
  const total = { inspected: rows.reduce((sum, row) => sum + row.inspected, 0), hits: rows.reduce((sum, row) => sum + row.hits, 0) }
  return (
    <figure className="border-t border-line pt-3">
      <figcaption className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3">
        <b>{name}</b>
        <span className="text-13 text-ink-2">{w.coverage.sum(total.inspected, total.hits)}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT + 34}`}
        role="img"
        aria-label={`${name}: ${w.coverage.sum(total.inspected, total.hits)}`}
        className="w-full max-w-90"
        xmlns="http://www.w3.org/2000/svg"
      >
        {weeks.map((week, at) => {
          const row = of(week)
          const [inspected, hits] = [row?.inspected ?? 0, row?.hits ?? 0]
          const x = at * (BAR + GAP) + GAP / 2
          return (
            <g key={week}>
              <title>{w.coverage.bar(f.day(week), inspected, hits)}</title>
              <rect x={x} y={HEIGHT + 14 - high(inspected)} width={BAR} height={high(inspected)} className="fill-chart-3" />
              <rect x={x} y={HEIGHT + 14 - high(hits)} width={BAR} height={high(hits)} className="fill-chart-1" />
              {inspected > 0 && (
                <text x={x + BAR / 2} y={HEIGHT + 11 - high(inspected)} textAnchor="middle" className="fill-ink-2 text-[10px]">
                  {hits > 0 ? `${hits}/${inspected}` : inspected}
                </text>
              )}
              <text x={x + BAR / 2} y={HEIGHT + 28} textAnchor="middle" className="fill-ink-2 text-[9px]">
                {week.slice(5)}
              </text>
            </g>
          )
        })}
        <line x1={0} x2={width} y1={HEIGHT + 14} y2={HEIGHT + 14} className="stroke-rule" strokeWidth={1} />
      </svg>
    </figure>
  )
}

/** By platform and week, drawn; the same numbers stand in the table below. */
export async function CoverageChart({ coverage, name }: { coverage: Coverage; name: (row: CoverageRow['platform']) => string }) {
  const { inspection: w } = await words()
  const most = Math.max(1, ...coverage.rows.map(({ inspected }) => inspected))
  const platforms = Map.groupBy(coverage.rows, ({ platformId }) => platformId)
  return (
    <>
      <p className="mb-3 flex flex-wrap gap-x-5 text-13 text-ink-2">
        <span className="inline-flex items-center gap-1.5">
          <svg width="12" height="12" aria-hidden="true">
            <rect width="12" height="12" className="fill-chart-3" />
          </svg>
          {w.coverage.legendInspected}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <svg width="12" height="12" aria-hidden="true">
            <rect width="12" height="12" className="fill-chart-1" />
          </svg>
          {w.coverage.legendHits}
        </span>
      </p>
      <div className="grid gap-x-8 gap-y-4 desk:grid-cols-2 wide:grid-cols-3">
        {[...platforms.values()].map((rows) => (
          <Weeks key={rows[0]!.platformId} weeks={coverage.weeks} rows={rows} most={most} name={name(rows[0]!.platform)} />
        ))}
      </div>
    </>
  )
}
