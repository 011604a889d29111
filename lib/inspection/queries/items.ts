import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { addDays, type Day, startOf } from '../../kernel/time'
import type { Frame, ItemKind } from '../workflow'

/** One thing that can be looked at: a work on a platform, or a mini-program. */
export type Item = {
  kind: ItemKind
  title: string
  platformId: string
  dramaId: string | null
  miniProgramId: string | null
  orderId: string | null
  /** Whose bureau decides on what is found. */
  bureauId: string
}
type Framed = { frame: Frame; platformId: string | null }

/** A work is new in the thirty days after it became public. */
const NEW_DAYS = 30

/** Where works are shown as far as the portal knows: placements that were seen, and platforms that numbered a work or are to carry it. */
const shown = sql`(
  select drama_id, platform_id from placements
  union select drama_id, issuer_id from registrations where issuer_id is not null and drama_id is not null and state in ('registered', 'published')
  union select r.drama_id, p.platform_id from registration_plans p join registrations r on r.id = p.registration_id
    where r.drama_id is not null and r.state in ('offered', 'registered', 'published'))`

const works = (platformId: string | null, since: Date | null) => sql`
  select 'drama' as kind, d.title, s.platform_id as "platformId", d.id as "dramaId", null::uuid as "miniProgramId", null::uuid as "orderId", d.bureau_id as "bureauId"
  from ${shown} s join dramas d on d.id = s.drama_id join organizations o on o.id = s.platform_id
  where d.public_since is not null and d.same_as_id is null and d.listed_count = 0 and o.kind = 'platform' and o.state = 'accepted'
    and (${platformId}::uuid is null or s.platform_id = ${platformId}::uuid)
    and (${since?.toISOString() ?? null}::timestamptz is null or d.public_since >= ${since?.toISOString() ?? null}::timestamptz)`

const miniPrograms = (platformId: string | null, central: string) => sql`
  select 'mini_program' as kind, m.name as title, m.platform_id as "platformId", null::uuid as "dramaId", m.id as "miniProgramId", null::uuid as "orderId",
    coalesce(b.id, ${central}::uuid) as "bureauId"
  from mini_programs m join organizations o on o.id = m.platform_id left join organizations b on b.kind = 'province' and b.code = o.province_code
  where ${platformId}::uuid is null or m.platform_id = ${platformId}::uuid`

const removed = (platformId: string | null) => sql`
  select 'drama' as kind, d.title, t.platform_id as "platformId", d.id as "dramaId", null::uuid as "miniProgramId", t.id as "orderId", t.bureau_id as "bureauId"
  from takedown_orders t join blacklist_subjects b on b.entry_id = t.entry_id and b.active join dramas d on d.id = b.drama_id
  where t.state in ('removed', 'absent') and (${platformId}::uuid is null or t.platform_id = ${platformId}::uuid)`

/** All that a plan could draw on a day, as the clock sees it. */
export async function itemsOf(tx: Tx, { frame, platformId }: Framed, day: Day, central: string): Promise<Item[]> {
  const query = {
    platform: () => works(platformId, null),
    new: () => works(platformId, startOf(addDays(day, -NEW_DAYS))),
    mini_program: () => miniPrograms(platformId, central),
    removed: () => removed(platformId),
  }[frame]()
  return [...(await tx.execute<Item>(query))]
}

/** Where these items are known to be, at most ten addresses each, the latest first: where they were seen, and what was reported as removed. */
export async function addressesOf(tx: Tx, items: readonly Pick<Item, 'dramaId' | 'platformId' | 'orderId'>[]): Promise<string[][]> {
  const rows = await tx.execute<{ n: number; addresses: string[] }>(sql`
    select i.n::int as n, array(
      select a.address from (
        select p.address, p.seen_at as at from placements p where p.drama_id = i.drama and p.platform_id = i.platform
        union all select link, t.at from takedown_answers t, unnest(t.links) as link where t.order_id = i.takedown and t.kind = 'removed'
      ) a group by a.address order by max(a.at) desc, a.address limit 10) as addresses
    from unnest(${sql.param(items.map(({ dramaId }) => dramaId))}::uuid[], ${sql.param(items.map(({ platformId }) => platformId))}::uuid[], ${sql.param(
      items.map(({ orderId }) => orderId),
    )}::uuid[]) with ordinality as i (drama, platform, takedown, n)
    order by i.n`)
  return rows.map(({ addresses }) => addresses)
}
