import { and, asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { rectifications, violationPlaces, violationSubjects, violations } from '@/db/schema'
import type { RectificationState, RectificationSubject } from '../workflow'

/** What was upheld against one subject of a report, and whose the subject is. */
export type SubjectToMend = {
  violationId: string
  kind: RectificationSubject
  targetId: string
  name: string
  /** The platform of a mini-program or an account; none of a work. */
  platformId: string | null
  /** The creator whose it is, where one takes part here. */
  ownerId: string | null
  severity: number | null
  bureauId: string
  codes: string[]
}

/** The subject, for whoever may have it mended; nothing where nothing was upheld. */
export async function subjectToMend(tx: Tx, violationSubjectId: string): Promise<SubjectToMend | null> {
  const [row] = await tx.execute<SubjectToMend>(sql`
    select violation_id as "violationId", kind, target_id as "targetId", name, platform_id as "platformId", owner_id as "ownerId", severity,
      bureau_id as "bureauId", codes from subject_to_mend(${violationSubjectId})`)
  return row ?? null
}

/** The rectification that stands for this subject, whoever ordered it. */
export async function rectificationOn(tx: Tx, violationSubjectId: string): Promise<{ id: string; state: RectificationState } | null> {
  const [row] = await tx.execute<{ id: string; state: RectificationState }>(
    sql`select id, state from rectification_on(${violationSubjectId})`,
  )
  return row ?? null
}

/** What was upheld against one kind of subject of this report, with the places that the report names; for the bureau that orders it to be mended. */
export async function upheldToMend(tx: Tx, reportNumber: string, kind: RectificationSubject) {
  const [found] = await tx
    .select({ id: violationSubjects.id, violationId: violations.id, number: violations.number })
    .from(violations)
    .innerJoin(violationSubjects, eq(violationSubjects.violationId, violations.id))
    .where(and(eq(violations.number, reportNumber), eq(violationSubjects.kind, kind), eq(violationSubjects.outcome, 'upheld')))
  const subject = found && (await subjectToMend(tx, found.id))
  if (!subject) return null
  const places =
    kind === 'drama'
      ? await tx
          .select({ episode: violationPlaces.episode, startSecond: violationPlaces.startSecond, endSecond: violationPlaces.endSecond })
          .from(violationPlaces)
          .where(eq(violationPlaces.violationId, found.violationId))
          .orderBy(asc(violationPlaces.position))
      : []
  return { ...subject, violationSubjectId: found.id, reportNumber: found.number!, places, standing: await rectificationOn(tx, found.id) }
}

/** The rectifications of this report that the reader may see. */
export const rectificationsOfReport = (tx: Tx, violationId: string) =>
  tx
    .select({
      id: rectifications.id,
      number: rectifications.number,
      state: rectifications.state,
      targetKind: rectifications.targetKind,
      violationSubjectId: rectifications.violationSubjectId,
      dueAt: rectifications.dueAt,
    })
    .from(rectifications)
    .where(eq(rectifications.violationId, violationId))
    .orderBy(asc(rectifications.number))
