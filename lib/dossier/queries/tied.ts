import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { Tie } from '../../distribution/workflow'
import type { Actor } from '../../kernel/actor'
import { readsSubjects } from '../rules'
import { type SubjectRow, subjectsById } from './subjects'

/** One code, payee or telephone number that several subjects have; which, is told by no row. `nth` counts those of one kind. */
export type Knot = { tie: Tie; nth: number; subjectIds: string[] }
export type Tied = { subjects: SubjectRow[]; knots: Knot[]; isCut: boolean }

export const MOST_TIED = 24

/**
 * What stands together with a subject by credit code, payee or telephone number, over however many steps, itself first; only what the
 * reader may know of. Equal names tie nothing.
 */
export async function tiedTo(tx: Tx, actor: Actor, id: string): Promise<Tied> {
  if (!readsSubjects(actor)) return { subjects: [], knots: [], isCut: false }
  const rows = await tx.execute<{ subjectId: string; tie: Tie; knot: number }>(
    sql`select subject_id as "subjectId", tie, knot from tied_subjects(${id}::uuid, ${MOST_TIED + 1})`,
  )
  const reached = [...new Set([id, ...rows.map(({ subjectId }) => subjectId)])]
  const kept = reached.slice(0, MOST_TIED)
  const members = Map.groupBy(
    rows.filter(({ subjectId }) => kept.includes(subjectId)),
    ({ tie, knot }) => `${tie} ${knot}`,
  )
  const knots: Knot[] = []
  for (const these of members.values()) {
    if (these.length < 2) continue
    const { tie } = these[0]!
    knots.push({ tie, nth: knots.filter((one) => one.tie === tie).length + 1, subjectIds: these.map(({ subjectId }) => subjectId) })
  }
  const known = new Map((await subjectsById(tx, actor, kept)).map((row) => [row.id, row]))
  return { subjects: kept.flatMap((one) => known.get(one) ?? []), knots, isCut: reached.length > MOST_TIED }
}
