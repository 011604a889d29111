import { and, eq, inArray, isNull } from 'drizzle-orm'
import { announcementRows, announcementSources } from '@/db/schema'
import { type Act, underHouse } from '@/db/transaction'
import { isTakenBack } from '../figure/queries/facts'

/** What was announced and has been taken back since is marked where it was announced; the figure stays as it was published. */
export async function markTakenBack(act: Act) {
  const cases = act.events.flatMap((event) => (isTakenBack(event) ? [event.subjectId] : []))
  if (cases.length === 0) return
  await underHouse(act)
  await act.tx
    .update(announcementRows)
    .set({ takenBackAt: act.now })
    .from(announcementSources)
    .where(
      and(
        eq(announcementSources.announcementId, announcementRows.announcementId),
        eq(announcementSources.key, announcementRows.key),
        eq(announcementSources.position, announcementRows.position),
        inArray(announcementSources.caseId, cases),
        isNull(announcementRows.takenBackAt),
      ),
    )
}
