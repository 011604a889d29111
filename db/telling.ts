import { and, eq, lte, sql } from 'drizzle-orm'
import type { Act } from './act'
import { waiting } from './schema'

type Key = { subjectId: string; organizationId: string }
type Waiting = typeof waiting.$inferSelect

/** Takes the row of which somebody is to be told now, and sets when they are told next; null where another was quicker. */
export async function takeToTell(act: Act, { subjectId, organizationId }: Key): Promise<Waiting | null> {
  const [row] = await act.tx
    .select()
    .from(waiting)
    .where(and(eq(waiting.subjectId, subjectId), eq(waiting.organizationId, organizationId), lte(waiting.tellsAt, act.now)))
    .for('update')
  if (!row) return null
  await act.tx
    .update(waiting)
    .set({ tellsAt: sql`case when ${waiting.dueAt} > ${act.now.toISOString()}::timestamptz then ${waiting.dueAt} end` })
    .where(and(eq(waiting.subjectId, subjectId), eq(waiting.organizationId, organizationId)))
  return row
}
