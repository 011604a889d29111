import { format, words } from '@/app/_server/locale'
import type { Workflow } from '@/lib/kernel/workflow'
import { type Diagram, drawn, LETTERS } from '@/lib/rulebook/rules/diagram'
import { type Noun, wordsOf } from './workflows'

/** A soft line through the points that the layout gives. */
function through([first, ...rest]: Diagram['arrows'][number]['points']) {
  if (!first) return ''
  const path = [`M${first.x} ${first.y}`]
  for (const [at, point] of rest.entries()) {
    const next = rest[at + 1]
    if (!next) path.push(`L${point.x} ${point.y}`)
    else path.push(`Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`)
  }
  return path.join('')
}

/** The workflow as boxes and arrows; the table below says the same in words. */
export async function WorkflowDrawing({ noun, workflow }: { noun: Noun; workflow: Workflow }) {
  const [w, f] = await Promise.all([words(), format()])
  const c = w.rulebook.workflow
  const { width, height, starts, boxes, arrows } = drawn(workflow, wordsOf(w, noun, workflow), c.before)
  /** What scrolls sideways must be reachable by keyboard. */
  const reachable = { tabIndex: 0, role: 'group', 'aria-label': c.diagram(c.noun[noun]) }
  return (
    <div className="overflow-x-auto border-y-[1.5px] border-rule py-3" {...reachable}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={c.diagram(c.noun[noun])}
        lang={f.locale}
        className="mx-auto block max-w-none desk:h-auto desk:max-w-full"
        xmlns="http://www.w3.org/2000/svg"
      >
        <defs>
          <marker id="tip" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 0.5 8 4 0 7.5z" className="fill-ink-2" />
          </marker>
        </defs>
        {arrows.map(({ key, points, isAutomatic }) => (
          <path
            key={key}
            d={through(points)}
            fill="none"
            strokeWidth={1.25}
            strokeDasharray={isAutomatic ? '5 4' : undefined}
            markerEnd="url(#tip)"
            className="stroke-ink-2"
          />
        ))}
        {starts.map(({ key, x, y }) => (
          <circle key={key} cx={x} cy={y} r={5} className="fill-ink" />
        ))}
        {boxes.map(({ key, x, y, width: wide, height: high, title, stays, isEnd }) => (
          <g key={key}>
            <rect
              x={x - wide / 2}
              y={y - high / 2}
              width={wide}
              height={high}
              rx={4}
              strokeWidth={isEnd ? 2 : 1.25}
              className={isEnd ? 'fill-sunken stroke-ink-2' : 'fill-surface stroke-control'}
            />
            <text x={x} y={y - high / 2 + 21} textAnchor="middle" fontSize={LETTERS.title} className="fill-ink font-bold">
              {title}
            </text>
            {stays.map((line, at) => (
              <text
                // biome-ignore lint/suspicious/noArrayIndexKey: two steps may have one name
                key={at}
                x={x}
                y={y - high / 2 + 38 + at * LETTERS.line}
                textAnchor="middle"
                fontSize={LETTERS.label}
                className="fill-ink-2"
              >
                {`↻ ${line}`}
              </text>
            ))}
          </g>
        ))}
        {arrows.map(
          ({ key, label }) =>
            label && (
              <g key={key}>
                <rect
                  x={label.x - label.width / 2}
                  y={label.y - (label.lines.length * LETTERS.line) / 2}
                  width={label.width}
                  height={label.lines.length * LETTERS.line}
                  className="fill-surface"
                />
                <text textAnchor="middle" fontSize={LETTERS.label} className="fill-ink">
                  {label.lines.map((line, at) => (
                    <tspan key={line} x={label.x} y={label.y + 4 + (at - (label.lines.length - 1) / 2) * LETTERS.line}>
                      {line}
                    </tspan>
                  ))}
                </text>
              </g>
            ),
        )}
      </svg>
    </div>
  )
}
