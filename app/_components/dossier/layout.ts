import type { Knot, Tied } from '@/lib/dossier/queries/tied'

/** In units of the drawing: rows of subjects on the right, what ties them on the left, a line for each tie between. */
export const DRAWING = { width: 360, row: 40, top: 8, knotX: 112, subjectX: 184, labelX: 196 }

export type Drawn = {
  height: number
  subjects: { id: string; y: number }[]
  knots: (Knot & { y: number })[]
}

/** Each subject has a row of its own and each knot stands near the middle of its subjects, at least a row from the next: no label meets another. */
export function layOut({ subjects, knots }: Pick<Tied, 'subjects' | 'knots'>): Drawn {
  const { row, top } = DRAWING
  const rows = Math.max(subjects.length, knots.length)
  const offset = top + ((rows - subjects.length) * row) / 2
  const placed = subjects.map(({ id }, at) => ({ id, y: offset + at * row + row / 2 }))
  const yOf = new Map(placed.map(({ id, y }) => [id, y]))
  const wanted = knots
    .map((knot) => {
      const ys = knot.subjectIds.flatMap((id) => yOf.get(id) ?? [])
      return { ...knot, y: ys.reduce((sum, y) => sum + y, 0) / Math.max(1, ys.length) }
    })
    .sort((a, b) => a.y - b.y)
  const last = top + rows * row - row / 2
  for (const [at, knot] of wanted.entries()) knot.y = Math.max(knot.y, at === 0 ? top + row / 2 : wanted[at - 1]!.y + row)
  for (let at = wanted.length - 1; at >= 0; at--)
    wanted[at]!.y = Math.min(wanted[at]!.y, at === wanted.length - 1 ? last : wanted[at + 1]!.y - row)
  return { height: top * 2 + rows * row, subjects: placed, knots: wanted }
}

const HALF = 0.55
/** As much of a name as fits so many full-width characters. */
export function fitting(name: string, most: number): string {
  let width = 0
  let kept = ''
  for (const character of name) {
    width += /[ -\u024f]/.test(character) ? HALF : 1
    if (width > most) return `${kept.trimEnd()}…`
    kept += character
  }
  return kept
}
