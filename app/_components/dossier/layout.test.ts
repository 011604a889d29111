import { describe, expect, test } from 'vitest'
import type { SubjectRow } from '@/lib/dossier/queries/subjects'
import type { Knot } from '@/lib/dossier/queries/tied'
import { DRAWING, fitting, layOut } from './layout'

const subjects = (count: number) => Array.from({ length: count }, (_, n) => ({ id: String(n) })) as SubjectRow[]
const knot = (tie: Knot['tie'], ...ids: number[]): Knot => ({ tie, nth: 1, subjectIds: ids.map(String) })

describe('no label meets another', () => {
  test.for<[string, number, Knot[]]>([
    ['two with everything in common', 2, [knot('operator', 0, 1), knot('payee', 0, 1), knot('phone', 0, 1)]],
    ['a chain', 4, [knot('operator', 0, 1), knot('payee', 1, 2), knot('phone', 2, 3)]],
    ['many knots at the foot', 6, [knot('operator', 4, 5), knot('payee', 4, 5), knot('phone', 4, 5), knot('phone', 0, 5)]],
    ['twenty-four under one code', 24, [knot('operator', ...Array.from({ length: 24 }, (_, n) => n))]],
  ])('%s', ([, count, knots]) => {
    const drawn = layOut({ subjects: subjects(count), knots })
    for (const ys of [drawn.subjects, drawn.knots].map((all) => all.map(({ y }) => y).sort((a, b) => a - b))) {
      for (const [at, y] of ys.entries()) if (at > 0) expect(y - ys[at - 1]!).toBeGreaterThanOrEqual(DRAWING.row)
      expect(ys[0]).toBeGreaterThanOrEqual(DRAWING.row / 2)
      expect(ys.at(-1)).toBeLessThanOrEqual(drawn.height - DRAWING.row / 2)
    }
  })
})

test('every tie is drawn between its knot and its own subjects', () => {
  const drawn = layOut({ subjects: subjects(3), knots: [knot('payee', 0, 2)] })
  expect(drawn.knots[0]!.subjectIds).toEqual(['0', '2'])
  expect(drawn.knots[0]!.y).toBe((drawn.subjects[0]!.y + drawn.subjects[2]!.y) / 2)
})

test.for([
  ['夜色剧场', 12, '夜色剧场'],
  ['一二三四五六七八九十', 4, '一二三四…'],
  ['Night Drama', 12, 'Night Drama'],
  ['a very long latin name', 4, 'a very…'],
] as const)('%s in %d', ([name, most, kept]) => expect(fitting(name, most)).toBe(kept))
