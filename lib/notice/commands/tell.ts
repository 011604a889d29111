import { and, eq, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { members } from '@/db/schema'
import { takeToTell } from '@/db/telling'
import { underHouse } from '@/db/transaction'
import { newId } from '../../kernel/id'
import { ok } from '../../kernel/outcome'
import { isOverdue } from '../../kernel/time'

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
