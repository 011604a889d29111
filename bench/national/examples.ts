import type { Sql } from 'postgres'
import type { Examples } from './calls'
import { RARE, WORDS } from './names'

/**
 * Cases of a loaded database to ask for: a report of 抖音 before 北京局 that was upheld, with the entry, the orders and the decisions that
 * followed from it, all of one copy; and one of each other kind.
 */
export async function examplesOf(sql: Sql): Promise<Examples> {
  const one = async (text: string, values: string[] = []) => (await sql.unsafe<Record<string, never>[]>(text, values))[0] as never
  const told = (await one(`
    select v.id as violation, s.id as subject, s.drama_id as drama, e.id as entry, o.id as "order", p.id as penalty, f.filer_id as filer
    from blacklist_entries e
    join blacklist_subjects b on b.entry_id = e.id and b.drama_id is not null
    join blacklist_proposals bp on bp.entry_id = e.id
    join violations v on v.id = bp.violation_id and v.state = 'upheld'
    join violation_filings f on f.violation_id = v.id
    join violation_subjects s on s.violation_id = v.id and s.drama_id = b.drama_id
    join takedown_orders o on o.entry_id = e.id and o.platform_id = (select id from organizations where code = 'douyin')
    join penalties p on p.violation_id = v.id
    where e.state = 'listed' and e.bureau_id = (select id from organizations where short_name = '北京局')
    order by f.filer_id = o.platform_id desc, e.listed_at desc, e.id limit 1`)) as Record<string, string>
  const at = (table: string, id: string) => one(`select * from ${table} where id = $1`, [id]) as Promise<Record<string, never>>
  const drama = await at('dramas', told.drama!)
  const entry = await at('blacklist_entries', told.entry!)
  const order = await at('takedown_orders', told.order!)
  const penalty = await at('penalties', told.penalty!)
  const organization = (await one(
    `select * from organizations where kind = 'creator' and state = 'accepted' order by number limit 1`,
  )) as Record<string, never>
  const filing = (await one(
    `select id, number, id as offer, official_number as official from registrations where creator_id = (select organization_id from members where email = 'wu.tong@yehang.example') and number is not null and official_number is not null order by opened_at desc limit 1`,
  )) as Examples['filing']
  const offer = (await one(`select id from registrations where state = 'offered' order by opened_at desc limit 1`)) as { id: string }
  const biweekly = (await one(
    `select *, period_from::text as "periodFrom", period_to::text as "periodTo", filer_id as "filerId" from biweekly_reports where state <> 'due' order by opened_at desc limit 1`,
  )) as Record<string, never>
  return {
    violation: (await at('violations', told.violation!)) as never,
    report: await one(
      `select v.id, v.number from violations v join violation_filings f on f.violation_id = v.id where v.state = 'filed' order by v.filed_at desc limit 1`,
    ),
    subject: told.subject!,
    drama: drama as never,
    filing: { ...filing, offer: offer.id },
    entry: { ...entry, bureauId: entry.bureau_id!, listedAt: entry.listed_at! } as never,
    order: { ...order, platformId: order.platform_id!, bureauId: order.bureau_id! } as never,
    penalty: { ...penalty, targetId: penalty.target_id!, violationId: penalty.violation_id!, openedAt: penalty.opened_at! } as never,
    due: await one(`select number from penalties where state = 'due' and platform_id = $1 order by opened_at desc limit 1`, [
      order.platform_id!,
    ]),
    mending: await one(`select id, number from rectifications where state <> 'ended' order by opened_at desc limit 1`),
    account: await one(
      `select a.id, a.handle as name, a.account_id as code, a.platform_id as "platformId" from platform_accounts a where a.operator_id is not null order by created_at desc limit 1`,
    ),
    program: await one(`select id, name, app_id as code, platform_id as "platformId" from mini_programs order by created_at desc limit 1`),
    operator: await one(`select id, credit_code as code from operators order by created_at desc limit 1`),
    batch: await one(
      `select b.id, b.number, r.reference, b.filer_id as "filerId", b.confirmed_by as "confirmedBy" from batches b join batch_rows r on r.batch_id = b.id where r.reference is not null order by b.opened_at desc limit 1`,
    ),
    evidence: ((await one(`select id from violation_evidence where violation_id = $1 limit 1`, [told.violation!])) as { id: string }).id,
    file: ((await one(`select id from rectification_files order by id desc limit 1`)) as { id: string }).id,
    campaign: await sql`select * from campaigns limit 1`.then(([row]) => camel(row!) as never),
    announcement: await sql`select * from announcements where state = 'published' limit 1`.then(([row]) => camel(row!) as never),
    biweekly: { ...camel(biweekly), periodFrom: biweekly.periodFrom, periodTo: biweekly.periodTo } as never,
    plan: await sql`select * from inspection_plans where number is not null limit 1`.then(([row]) => camel(row!) as never),
    frame: await sql`select * from inspection_frames limit 1`.then(([row]) => camel(row!) as never),
    sheet: await sql`select *, drawn_on::text as "drawnOn" from inspection_sheets where number is not null limit 1`.then(
      ([row]) => ({ ...camel(row!), drawnOn: row!.drawnOn }) as never,
    ),
    picture: ((await one(`select id from inspection_pictures limit 1`)) as { id: string }).id,
    question: ((await one(`select number from consultations where number is not null limit 1`)) as { number: string }).number,
    item: await one(`select id, number from guidance_items where number is not null limit 1`),
    organization: camel(organization) as never,
    event: await sql`select * from events where subject_id = ${told.violation!} and name = 'violation.upheld' limit 1`.then(([row]) =>
      camel(row!),
    ),
    rare: RARE.slice(0, 2),
    common: WORDS[0]!,
  }
}

const camel = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), value]),
  )
