import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { members, notices } from '@/db/schema'
import { takeToTell } from '@/db/telling'
import { underHouse } from '@/db/transaction'
import { newId } from '../kernel/id'
import { ok, refuse } from '../kernel/outcome'
import { isOverdue } from '../kernel/time'
import type { Open, ReadAll } from './input'

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

/**
 * The clock tells those for whom a case waits that it is due soon, or overdue: once for each deadline and member, and nobody whom the
 * table keeps from the step.
 */
export async function tellWaiting(act: Act, key: { subjectId: string; organizationId: string }) {
  const row = await takeToTell(act, key)
  if (!row) return ok(null)
  const { subjectId, organizationId, noun, number, title, duties, apart } = row
  const dueAt = new Date(row.dueAt)
  const kind = isOverdue(dueAt, act.now) ? ('overdue' as const) : ('due_soon' as const)
  await underHouse(act)
  const holders = await act.tx
    .select({ memberId: members.id })
    .from(members)
    .where(
      and(
        eq(members.organizationId, organizationId),
        eq(members.state, 'active'),
        sql`${members.duties} && ${sql.param(duties)}::text[]`,
        sql`${members.id} <> all (${sql.param(apart)}::uuid[])`,
      ),
    )
  const about = `${kind} ${subjectId} ${dueAt.toISOString()}`
  const told = { organizationId, kind, noun, subjectId, number, title, about, at: act.now, dueAt }
  for (const { memberId } of holders) act.gathered.notices.push({ id: newId(), memberId, ...told })
  return ok(null)
}
