import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
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
