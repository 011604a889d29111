import { and, inArray, isNull } from 'drizzle-orm'
import { type Act, underHouse } from '@/db/act'
import { announcementRows } from '@/db/schema'
import { isTakenBack } from '../figure/queries/facts'

/** What was announced and has been taken back since is marked where it was announced; the figure stays as it was published. */
export async function markTakenBack(act: Act) {
  const cases = act.events.flatMap((event) => (isTakenBack(event) ? [event.subjectId] : []))
  if (cases.length === 0) return
  await underHouse(act)
  await act.tx
    .update(announcementRows)
    .set({ takenBackAt: act.now })
    .where(and(inArray(announcementRows.caseId, cases), isNull(announcementRows.takenBackAt)))
}
