import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { blacklistEntries } from '@/db/schema'
import { hitBy } from '../../blacklist/queries/entries'
import { cut } from '../../kernel/page'

const PAGE = 50

/** The list in force, newest first, 50 a page. */
export async function publicBlacklist(tx: Tx, { after }: { after?: string }) {
  const [instant, id] = after?.split('_') ?? []
  const since = instant && !Number.isNaN(Date.parse(instant)) ? new Date(instant) : undefined
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
        since && id && /^[0-9a-f-]{36}$/.test(id)
          ? or(lt(blacklistEntries.listedAt, since), and(eq(blacklistEntries.listedAt, since), lt(blacklistEntries.id, id)))
          : undefined,
      ),
    )
    .orderBy(desc(blacklistEntries.listedAt), desc(blacklistEntries.id))
    .limit(PAGE + 1)
  const page = cut(rows, PAGE, (last) => `${last.listedAt!.toISOString()}_${last.id}`)
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
