import { and, asc, count, desc, eq, isNull, min, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { notices } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'

const PAGE = 50
/** How far unread notices are counted. */
const BADGE = 100

type Row = typeof notices.$inferSelect
export type NoticeRow = Pick<Row, 'id' | 'kind' | 'noun' | 'subjectId' | 'number' | 'title' | 'at' | 'dueAt' | 'readAt'> & {
  /** How many unread ones of the same case and kind this newest one stands for, itself included. */
  stands: number
}

const isNewest = sql`not exists (select from notices later where later.member_id = ${notices.memberId} and later.read_at is null
  and later.subject_id = ${notices.subjectId} and later.kind = ${notices.kind} and (later.at, later.id) > (${notices.at}, ${notices.id}))`

/** A member's notices, newest first, 50 a page (`limit` for a file); of unread ones of the same case and kind the newest stands for all. */
export async function noticesOf(
  tx: Tx,
  { memberId }: Actor,
  { unread, after }: { unread?: boolean; after?: string },
  limit = PAGE,
): Promise<Page<NoticeRow>> {
  if (!memberId) return { rows: [], next: null }
  const from = readCursor(after)
  // Named in full: the builder leaves the table out of what is selected, and the inner row would be compared with itself.
  const stands = sql<number>`case when notices.read_at is null then (select count(*)::int from notices earlier where earlier.member_id = notices.member_id
    and earlier.read_at is null and earlier.subject_id = notices.subject_id and earlier.kind = notices.kind) else 1 end`
  const rows = await tx
    .select({
      id: notices.id,
      kind: notices.kind,
      noun: notices.noun,
      subjectId: notices.subjectId,
      number: notices.number,
      title: notices.title,
      at: notices.at,
      dueAt: notices.dueAt,
      readAt: notices.readAt,
      stands,
    })
    .from(notices)
    .where(
      and(
        eq(notices.memberId, memberId),
        unread ? isNull(notices.readAt) : undefined,
        sql`(${notices.readAt} is not null or ${isNewest})`,
        from ? sql`(${notices.at}, ${notices.id}) < (${from.at}::timestamptz, ${from.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(limit + 1)
  return cut(rows, limit, ({ at, id }) => cursorOf(at, id))
}

/** How many cases tell a member something new, counted up to a hundred. */
export async function unreadCount(tx: Tx, { memberId }: Actor): Promise<number> {
  if (!memberId) return 0
  const some = tx
    .selectDistinct({ subjectId: notices.subjectId, kind: notices.kind })
    .from(notices)
    .where(and(eq(notices.memberId, memberId), isNull(notices.readAt)))
    .limit(BADGE)
    .as('some')
  const [row] = await tx.select({ n: count() }).from(some)
  return row!.n
}

const MINUTE = 60_000
const MEMBERS_AT_ONCE = 100

/** Members who were told something a minute ago or longer that is in no mail yet: what comes together goes together. */
export async function membersToMail(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx
    .select({ memberId: notices.memberId })
    .from(notices)
    .where(isNull(notices.mailedAt))
    .groupBy(notices.memberId)
    .having(sql`min(${notices.at}) <= ${new Date(now.getTime() - MINUTE).toISOString()}::timestamptz`)
    .orderBy(asc(min(notices.at)))
    .limit(MEMBERS_AT_ONCE)
  return rows.map(({ memberId }) => memberId)
}
