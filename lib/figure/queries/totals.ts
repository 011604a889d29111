import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { facts } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import type { Day } from '../../kernel/time'
import type { Kept } from '../workflow'

/** Whole weeks by their Mondays, `to` exclusive; without `from` since the beginning. */
export type Weeks = { from?: Day; to?: Day }
export type Total = { measure: Kept; ownerId: string | null; week: Day | null; part: string; n: number }
type Apart = { owner?: boolean; week?: boolean }

/** Whose totals the reader has: 总局 all, a bureau those of its cases, everybody else its own. Row-level security says it again. */
const within = ({ kind, organizationId }: Actor, bureauId: string | undefined): SQL =>
  kind === 'national' || kind === 'clock' || kind === 'house'
    ? bureauId
      ? sql`bureau_id = ${bureauId}`
      : sql`true`
    : kind === 'province'
      ? sql`bureau_id = ${organizationId}`
      : sql`owner_id = ${organizationId}`

/** Kept totals with what has changed since they were folded, added up over what is not told apart. Nothing is counted anew. */
export async function totalsOf(
  tx: Tx,
  actor: Actor,
  measures: readonly Kept[],
  { from, to, bureauId, owner = false, week = false }: Weeks & Apart & { bureauId?: string } = {},
): Promise<Total[]> {
  const which = sql`measure = any(${sql.param([...measures])}::text[]) and ${within(actor, bureauId)}
    ${from ? sql`and week >= ${from}` : sql``} ${to ? sql`and week < ${to}` : sql``}`
  return tx.execute<Total>(sql`
    select measure, ${owner ? sql`owner_id` : sql`null`} as "ownerId", ${week ? sql`to_char(week, 'YYYY-MM-DD')` : sql`null`} as week, part, sum(n)::int as n
    from (select measure, owner_id, week, part, n from totals where ${which} union all select measure, owner_id, week, part, n from total_changes where ${which}) as kept
    group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4`)
}

/** The middle of what was counted by minutes, in minutes; of an even number halfway between the two. Nothing of nothing. */
export function medianOf(parts: readonly { part: string; n: number }[]): number | null {
  const sorted = parts.map(({ part, n }) => ({ minutes: Number(part), n })).sort((a, b) => a.minutes - b.minutes)
  const all = sorted.reduce((sum, { n }) => sum + n, 0)
  if (all === 0) return null
  const at = (index: number) => {
    let passed = 0
    return sorted.find(({ n }) => (passed += n) > index)!.minutes
  }
  return (at(Math.floor((all - 1) / 2)) + at(Math.floor(all / 2))) / 2
}

const weekOf = (at: SQL) => sql`date_trunc('week', ${at} at time zone 'Asia/Shanghai')::date`
/** What each total is a total of, counted from the cases and facts themselves. */
const COUNTED: Record<Kept, SQL> = {
  found: sql`select ${weekOf(sql`counts_at`)}, bureau_id, owner_id, standing from ${facts} where what = 'found' and voided_in is null`,
  found_group: sql`select ${weekOf(sql`counts_at`)}, bureau_id, owner_id, standing || ':' || unnest(groups) from ${facts} where what = 'found' and voided_in is null`,
  measured: sql`select ${weekOf(sql`counts_at`)}, bureau_id, owner_id, concat(standing, ':', rung) from ${facts} where what = 'measured' and voided_in is null`,
  rectified: sql`select ${weekOf(sql`counts_at`)}, bureau_id, owner_id, '' from ${facts} where what = 'rectified' and voided_in is null`,
  refused: sql`select ${weekOf(sql`counts_at`)}, bureau_id, owner_id, '' from ${facts} where what = 'refused' and voided_in is null`,
  order: sql`select ${weekOf(sql`opened_at`)}, bureau_id, platform_id, state from takedown_orders`,
  dark: sql`select ${weekOf(sql`opened_at`)}, bureau_id, platform_id, (extract(epoch from removed_at - opened_at)::int / 60)::text from takedown_orders
    where state = 'removed' and reappeared_at is null`,
  registration: sql`select ${weekOf(sql`submitted_at`)}, bureau_id, coalesce(issuer_id, creator_id, bureau_id), concat(class, ':', state) from registrations
    where submitted_at is not null and state <> 'draft' and class is not null`,
  entry: sql`select ${weekOf(sql`opened_at`)}, bureau_id, bureau_id, state from blacklist_entries where state <> 'listed'
    union all select ${weekOf(sql`coalesce(listed_at, opened_at)`)}, bureau_id, bureau_id, state from blacklist_entries where state = 'listed'`,
  sheet: sql`select date_trunc('week', drawn_on)::date, bureau_id, organization_id, concat(platform_id, ':', state) from inspection_sheets`,
}

export type TotalDifference = { measure: Kept; week: string; part: string; kept: number; counted: number }
/** Counts everything anew and compares it with what was kept: every total that comes out otherwise. Reads as the house; a scan, for tests and audits alone. */
export async function totalDifferences(tx: Pick<Tx, 'execute'>): Promise<TotalDifference[]> {
  const differences: TotalDifference[] = []
  for (const [measure, counted] of Object.entries(COUNTED) as [Kept, SQL][])
    differences.push(
      ...(await tx.execute<TotalDifference>(sql`
        with counted as (select week, bureau_id, owner_id, part, count(*)::int as n from (${counted}) as each (week, bureau_id, owner_id, part) group by 1, 2, 3, 4),
        kept as (select week, bureau_id, owner_id, part, sum(n)::int as n from (
          select week, bureau_id, owner_id, part, n from totals where measure = ${measure} union all
          select week, bureau_id, owner_id, part, n from total_changes where measure = ${measure}) as both_of group by 1, 2, 3, 4)
        select ${measure} as measure, week::text, part, coalesce(kept.n, 0) as kept, coalesce(counted.n, 0) as counted
        from kept full join counted using (week, bureau_id, owner_id, part) where coalesce(kept.n, 0) <> coalesce(counted.n, 0)`)),
    )
  return differences
}
