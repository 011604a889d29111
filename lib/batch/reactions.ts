import { and, eq, inArray } from 'drizzle-orm'
import { batchReferences, batchRows } from '@/db/schema'
import { type Act, underHouse } from '@/db/transaction'

/** What was taken back is on file no more: its reference may come in again. Once for all that an act took back. */
export async function releaseWithdrawn(act: Act) {
  const ids = act.events.flatMap(({ name, subjectId }) => (name === 'violation.withdrawn' ? [subjectId] : []))
  if (ids.length === 0) return
  await underHouse(act)
  await act.tx.delete(batchReferences).where(inArray(batchReferences.violationId, ids))
  await act.tx
    .update(batchRows)
    .set({ standing: 'withdrawn' })
    .where(and(inArray(batchRows.violationId, ids), eq(batchRows.standing, 'filed')))
}
