import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { announcementFigures, announcementRows, announcementSources, inspectionSheets } from '@/db/schema'
import { type Act, underHouse } from '@/db/transaction'
import { isTakenBack } from '../figure/queries/facts'

/**
 * What was announced and has been taken back since is marked where it was announced; the figure stays as it was published. A hit of
 * an inspection goes with the report that it was referred by; that its subject was looked at stays true.
 */
export async function markTakenBack(act: Act) {
  const cases = act.events.flatMap((event) => (isTakenBack(event) ? [event.subjectId] : []))
  if (cases.length === 0) return
  await underHouse(act)
  const referred = await act.tx
    .select({ id: inspectionSheets.id })
    .from(inspectionSheets)
    .where(inArray(inspectionSheets.violationId, cases))
  const sheets = referred.map(({ id }) => id)
  await act.tx
    .update(announcementRows)
    .set({ takenBackAt: act.now })
    .from(announcementSources)
    .innerJoin(
      announcementFigures,
      and(eq(announcementFigures.announcementId, announcementSources.announcementId), eq(announcementFigures.key, announcementSources.key)),
    )
    .where(
      and(
        eq(announcementSources.announcementId, announcementRows.announcementId),
        eq(announcementSources.key, announcementRows.key),
        eq(announcementSources.position, announcementRows.position),
        inArray(announcementSources.caseId, [...cases, ...sheets]),
        or(sql`${announcementFigures.definition} ->> 'what' = 'hit'`, inArray(announcementSources.caseId, cases)),
        isNull(announcementRows.takenBackAt),
      ),
    )
}
