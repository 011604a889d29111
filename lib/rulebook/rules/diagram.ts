// A workflow drawn from its table: what the law lets happen, as boxes and arrows. The layout is dagre's.
import { Graph, layout } from '@dagrejs/dagre'
import type { Step, Workflow } from '../../kernel/workflow'

/** The words of one workflow in the reader's language. */
export type DiagramWords = { state: (state: string) => string; step: (step: string) => string; opening: (opening: string) => string }

export type Box = { key: string; x: number; y: number; width: number; height: number; title: string; stays: string[]; isEnd: boolean }
export type Arrow = {
  key: string
  points: { x: number; y: number }[]
  label: { x: number; y: number; width: number; lines: string[] } | null
  /** nobody takes it: the clock does, or it follows from something else */
  isAutomatic: boolean
}
export type Diagram = { width: number; height: number; starts: { key: string; x: number; y: number }[]; boxes: Box[]; arrows: Arrow[] }

/** In units of the drawing, which is shown at its own size. */
export const LETTERS = { title: 14, label: 12.5, line: 18 }
const [PADDING, DOT, MARGIN] = [12, 10, 8]
const AUTOMATIC: readonly string[] = ['clock', 'house']

/** The width of a text as it will be set, near enough for a box to hold it. */
const widthOf = (text: string, size: number) =>
  [...text].reduce((sum, letter) => sum + (/[ -\u024f\u2010-\u2027]/.test(letter) ? 0.56 : 1), 0) * size

const isAutomatic = ({ by }: Pick<Step, 'by'>) => by.every((duty) => AUTOMATIC.includes(duty))
/** Where a step leads from a state: another state, or back to where the case was. */
const leadsTo = ({ to, from }: Step, state: string): string | null => {
  if (typeof to === 'string') return to === state ? null : to
  return to.heldIn === 'state' || from.includes(to.heldIn) ? null : BEFORE
}
/** A state that the case remembers, for the steps that lead back to it. */
const BEFORE = '·before'

/**
 * The drawing of a workflow: a box for each state, an arrow for each way from one to another with all the steps that take it, and inside
 * the box the steps that leave the state as it is. `before` names the state that a case remembers and returns to.
 */
export function drawn(workflow: Workflow, words: DiagramWords, before: string): Diagram {
  const ways = new Map<string, { from: string; to: string; lines: string[]; automatic: boolean[] }>()
  const stays = new Map<string, string[]>()
  const note = (from: string, to: string, line: string, automatic: boolean) => {
    const key = `${from}→${to}`
    const way = ways.get(key) ?? { from, to, lines: [], automatic: [] }
    if (!way.lines.includes(line)) way.lines.push(line)
    way.automatic.push(automatic)
    ways.set(key, way)
  }
  const starts = new Set<string>()
  for (const [name, opening] of Object.entries(workflow.openings)) {
    const start = `·start ${opening.to}`
    starts.add(start)
    note(start, opening.to, words.opening(name), isAutomatic(opening))
  }
  for (const [name, step] of Object.entries(workflow.steps))
    for (const state of step.from) {
      const to = leadsTo(step, state)
      if (to) note(state, to, words.step(name), isAutomatic(step))
      else stays.set(state, [...(stays.get(state) ?? []), words.step(name)])
    }
  const states = [...workflow.states, ...([...ways.values()].some(({ to }) => to === BEFORE) ? [BEFORE] : [])]
  const left = new Set([...ways.values()].map(({ from }) => from))

  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 34, edgesep: 18, marginx: MARGIN, marginy: MARGIN })
  for (const start of starts) graph.setNode(start, { width: DOT, height: DOT })
  const titleOf = (state: string) => (state === BEFORE ? before : words.state(state))
  for (const state of states) {
    const lines = stays.get(state) ?? []
    const width = Math.max(widthOf(titleOf(state), LETTERS.title) * 1.06, ...lines.map((line) => widthOf(line, LETTERS.label) + 16))
    graph.setNode(state, { width: Math.ceil(width) + 2 * PADDING, height: 32 + lines.length * LETTERS.line })
  }
  for (const [key, { from, to, lines }] of ways)
    graph.setEdge(
      from,
      to,
      {
        width: Math.ceil(Math.max(...lines.map((line) => widthOf(line, LETTERS.label)))) + 8,
        height: lines.length * LETTERS.line + 4,
        labelpos: 'c',
      },
      key,
    )
  layout(graph)

  const at = (name: string) => graph.node(name) as { x: number; y: number; width: number; height: number }
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    starts: [...starts].map((key) => ({ key, x: at(key).x, y: at(key).y })),
    boxes: states.map((key) => {
      const { x, y, width: wide, height: high } = at(key)
      return { key, x, y, width: wide, height: high, title: titleOf(key), stays: stays.get(key) ?? [], isEnd: !left.has(key) }
    }),
    arrows: [...ways].map(([key, { from, to, lines, automatic }]) => {
      const edge = graph.edge(from, to, key) as { points: { x: number; y: number }[]; x?: number; y?: number; width: number }
      return {
        key,
        points: edge.points,
        label: edge.x === undefined || edge.y === undefined ? null : { x: edge.x, y: edge.y, width: edge.width, lines },
        isAutomatic: automatic.every(Boolean),
      }
    }),
  }
}
