import { called } from '@/app/_components/organization/called'
import { words } from '@/app/_server/locale'
import type { Tie } from '@/lib/distribution/workflow'
import type { Tied } from '@/lib/dossier/queries/tied'
import { DRAWING, fitting, layOut } from './layout'

/** Told apart without colour: one code is a full line, one payee dashed, one telephone number dotted. */
const DASHES: Record<Tie, string | undefined> = { operator: undefined, payee: '7 4', phone: '1.5 3.5' }
const { width, knotX, subjectX, labelX } = DRAWING
const FITS = 12

/** What stands together, drawn; the table beside it says the same. */
export async function TiedDrawing({ tied, selfId }: { tied: Tied; selfId: string }) {
  const [{ dossier: w }, name] = [await words(), await called()]
  const drawn = layOut(tied)
  const yOf = new Map(drawn.subjects.map(({ id, y }) => [id, y]))
  return (
    <svg
      viewBox={`0 0 ${width} ${drawn.height}`}
      role="img"
      aria-label={w.tied.drawing(tied.subjects.length, tied.knots.length)}
      className="w-full max-w-105"
      xmlns="http://www.w3.org/2000/svg"
    >
      {drawn.knots.flatMap(({ tie, nth, subjectIds, y }) =>
        subjectIds.map((id) => {
          const to = yOf.get(id) ?? y
          const middle = (knotX + subjectX) / 2
          return (
            <path
              key={`${tie} ${nth} ${id}`}
              d={`M${knotX} ${y}C${middle} ${y} ${middle} ${to} ${subjectX} ${to}`}
              fill="none"
              strokeWidth={id === selfId ? 2 : 1.25}
              strokeDasharray={DASHES[tie]}
              className={id === selfId ? 'stroke-chart-1' : 'stroke-control'}
            />
          )
        }),
      )}
      {drawn.knots.map(({ tie, nth, y }) => (
        <g key={`${tie} ${nth}`}>
          <rect x={knotX - 4} y={y - 4} width={8} height={8} className="fill-surface stroke-ink-2" strokeWidth={1.5} />
          <text x={knotX - 10} y={y + 4} textAnchor="end" className="fill-ink text-[12px]">
            {w.tied.knot(tie, nth)}
          </text>
        </g>
      ))}
      {tied.subjects.map((subject) => {
        const y = yOf.get(subject.id) ?? 0
        const isSelf = subject.id === selfId
        return (
          <g key={subject.id}>
            <title>{`${subject.name} · ${name(subject.platform)}`}</title>
            <circle
              cx={subjectX}
              cy={y}
              r={isSelf ? 5 : 4}
              className={isSelf ? 'fill-chart-1' : 'fill-surface stroke-ink-2'}
              strokeWidth={1.5}
            />
            <text x={labelX} y={y - 1} className={isSelf ? 'fill-ink text-[12px] font-bold' : 'fill-ink text-[12px]'}>
              {fitting(subject.name, FITS)}
            </text>
            <text x={labelX} y={y + 12} className="fill-ink-2 text-[10px]">
              {fitting(`${name(subject.platform)} · ${w.kind[subject.kind]}`, FITS * 1.3)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
