import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { notices } from '@/db/schema'
import { ok, refuse } from '../../kernel/outcome'
import type { Open, ReadAll } from '../input'

/**
 * Opens one's own notice: it is read from now on, and so are the unread ones of the same case and kind that it stands for.
 * Gives the number of its case. Refusals: not_found.
 */
export async function openNotice(act: Act, { id }: Open) {
  const [found] = await act.tx
    .select()
    .from(notices)
    .where(and(eq(notices.id, id), eq(notices.memberId, act.actor.memberId!)))
  if (!found) return refuse('not_found')
  await act.tx
    .update(notices)
    .set({ readAt: act.now })
    .where(
      and(
        eq(notices.memberId, found.memberId),
        eq(notices.subjectId, found.subjectId),
        eq(notices.kind, found.kind),
        isNull(notices.readAt),
        sql`(${notices.at}, ${notices.id}) <= (${found.at.toISOString()}::timestamptz, ${found.id}::uuid)`,
      ),
    )
  return ok({ number: found.number })
}

/** Marks as read what was there when the page was drawn; what came since stays unread. */
export async function readAllNotices(act: Act, { until }: ReadAll) {
  await act.tx
    .update(notices)
    .set({ readAt: act.now })
    .where(and(eq(notices.memberId, act.actor.memberId!), isNull(notices.readAt), lte(notices.at, new Date(until))))
  return ok(null)
}
