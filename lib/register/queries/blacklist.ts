import { and, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { blacklistEntries } from '@/db/schema'
import { hitBy } from '../../blacklist/queries/entries'
import { cursorOf, cut, readCursor } from '../../kernel/page'

const PAGE = 50

/** The list in force, newest first, 50 a page. */
export async function publicBlacklist(tx: Tx, { after }: { after?: string }) {
  const from = readCursor(after)
  const rows = await tx
    .select({
      id: blacklistEntries.id,
      number: blacklistEntries.number,
      title: blacklistEntries.title,
      titleKind: blacklistEntries.titleKind,
      severity: blacklistEntries.severity,
      listedAt: blacklistEntries.listedAt,
      bureauId: blacklistEntries.bureauId,
    })
    .from(blacklistEntries)
    .where(
      and(
        eq(blacklistEntries.state, 'listed'),
        from ? sql`(${blacklistEntries.listedAt}, ${blacklistEntries.id}) < (${from.at}::timestamptz, ${from.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(blacklistEntries.listedAt), desc(blacklistEntries.id))
    .limit(PAGE + 1)
  const page = cut(rows, PAGE, (last) => cursorOf(last.listedAt!, last.id))
  const ids = page.rows.map((row) => row.id)
  if (!ids.length) return { rows: [], next: null }
  const { clauses, works } = await hitBy(tx, ids)
  const counts = await tx.execute<{ id: string; orders: number; removed: number }>(
    sql`select e.id, (c.orders - c.later)::int as orders, (c.removed - c.later_removed)::int as removed from unnest(${sql.param(ids)}::uuid[]) as e (id), lateral board_counts(e.id) c`,
  )
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      ...row,
      clauses: clauses.filter(({ entryId }) => entryId === row.id).map(({ code }) => code),
      works: works.filter(({ entryId }) => entryId === row.id),
      orders: counts.find((count) => count.id === row.id)?.orders ?? 0,
      removed: counts.find((count) => count.id === row.id)?.removed ?? 0,
    })),
  }
}
