import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { Actor } from '../../kernel/actor'
import { addDays, type Day, dayOf, startOf } from '../../kernel/time'
import { organizationNames } from '../../organization/queries/organizations'
import { WATCH_DAYS, weekOf } from '../rules/day'

export type CoverageRow = {
  platformId: string
  week: Day
  /** Different works and mini-programs that stood in the week's frames, and how many of them were looked at. */
  framed: number
  reached: number
  drawn: number
  inspected: number
  missed: number
  late: number
  hits: number
  platform: { shortName: string; nameEn: string | null }
}
export type Coverage = {
  weeks: Day[]
  rows: CoverageRow[]
  /**
   * Listed works on a platform: how many are to be looked for, how many were, how many nobody looked for within the days that
   * there are for it, now over, and under how many orders one was there again. All that were listed so late that those days reach into the
   * weeks shown count, whether a sheet was ever drawn for them or not.
   */
  listed: { pairs: number; looked: number; unlooked: number; reappeared: number }
}

const WEEKS = 8

/**
 * What was drawn, looked at and found by platform and week, of the last eight weeks to a day; a platform that stood in no frame of a
 * week has no row for it. Row-level security leaves a bureau the sheets on its own works.
 */
export async function coverageOf(tx: Tx, actor: Actor, now: Date, weeks = WEEKS): Promise<Coverage> {
  const first = addDays(weekOf(dayOf(now)), -7 * (weeks - 1))
  const rows = await tx.execute<Omit<CoverageRow, 'platform'>>(sql`
    with sheets as (
      select platform_id, date_trunc('week', drawn_on)::date as week, count(*)::int as drawn,
        count(*) filter (where state in ('clean', 'found', 'referred'))::int as inspected, count(*) filter (where state = 'missed')::int as missed,
        count(*) filter (where late)::int as late, count(*) filter (where state in ('found', 'referred'))::int as hits,
        count(distinct coalesce(drama_id, mini_program_id)) filter (where purpose = 'sample' and state in ('clean', 'found', 'referred'))::int as reached
      from inspection_sheets where drawn_on >= ${first} group by 1, 2),
    frames as (
      select i.platform_id, date_trunc('week', f.day)::date as week, count(distinct coalesce(i.drama_id, i.mini_program_id))::int as framed
      from inspection_items i join inspection_frames f on f.id = i.frame_id where f.day >= ${first} group by 1, 2)
    select coalesce(s.platform_id, f.platform_id) as "platformId", to_char(coalesce(s.week, f.week), 'YYYY-MM-DD') as week,
      coalesce(f.framed, 0) as framed, coalesce(s.reached, 0) as reached, coalesce(s.drawn, 0) as drawn, coalesce(s.inspected, 0) as inspected,
      coalesce(s.missed, 0) as missed, coalesce(s.late, 0) as late, coalesce(s.hits, 0) as hits
    from sheets s full join frames f on f.platform_id = s.platform_id and f.week = s.week order by 2 desc, 1`)
  const names = await organizationNames(
    tx,
    rows.map(({ platformId }) => platformId),
  )
  const ofBureau = actor.kind === 'province' ? sql`and bureau_id = ${actor.organizationId}` : sql``
  const [listed] = await tx.execute<Coverage['listed']>(sql`
    with orders as (
      select id, entry_id, state, (opened_at at time zone 'Asia/Shanghai')::date + ${WATCH_DAYS}::int as ends from takedown_outlines
      where opened_at >= ${startOf(addDays(first, -WATCH_DAYS)).toISOString()}::timestamptz and opened_at <= ${now.toISOString()}::timestamptz
        ${ofBureau}),
    pairs as (
      select o.id, o.ends, b.drama_id from orders o join blacklist_subjects b on b.entry_id = o.entry_id and b.active
      where b.drama_id is not null and o.state <> 'withdrawn'
      union select o.id, o.ends, s.drama_id from orders o join inspection_sheets s on s.order_id = o.id where s.drama_id is not null)
    select count(*)::int as pairs, count(*) filter (where looked)::int as looked,
      count(*) filter (where ends <= ${dayOf(now)}::date and (looked_on is null or looked_on >= ends))::int as unlooked,
      count(distinct id) filter (where found)::int as reappeared
    from pairs p cross join lateral (
      select bool_or(s.state in ('clean', 'found', 'referred')) as looked, bool_or(s.state in ('found', 'referred')) as found,
        (min(s.inspected_at) at time zone 'Asia/Shanghai')::date as looked_on
      from inspection_sheets s where s.order_id = p.id and s.drama_id = p.drama_id) l`)
  return {
    weeks: Array.from({ length: weeks }, (_, at) => addDays(first, 7 * at)),
    rows: rows.map((row) => ({ ...row, platform: names.get(row.platformId) ?? { shortName: '', nameEn: null } })),
    listed: listed ?? { pairs: 0, looked: 0, unlooked: 0, reappeared: 0 },
  }
}
