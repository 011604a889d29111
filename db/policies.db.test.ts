import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { cloneDatabase } from './testing/database'
import { kinds, oracleReaders } from './testing/readers'
import { sealedCases, WAYS_TOLD, waysTo } from './testing/sealed'

const { db, owner } = await cloneDatabase(import.meta.url)
const { organization, member, ask } = await oracleReaders(db, owner)

/** Who reads which of the oracle's rows, kept by hand against the table of roles. */
const [head, ...lines] = readFileSync('db/testing/who-reads.csv', 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','))
const readers = head!.slice(1)

/** Tables of their own kind: reference data, counters and public names carry nothing to hide; the rest is tested below. */
const EXEMPT = [
  'case_counters',
  'official_counters',
  'deadlines',
  'demonstrations',
  'heartbeats',
  'papers',
  'penalty_guide',
  'penalty_ladder',
  'platform_names',
  'published_campaigns',
  'published_notices',
  'register_names',
  'regulators',
  'rulebook_versions',
  'sources',
  'test_clock',
  'tier_rules',
  'violation_items',
  'working_days',
]

const key = (table: string) =>
  ({
    episodes: 'drama_id',
    reported_names: 'drama_id',
    subject_names: 'subject_id',
    subject_ties: 'subject_id',
    registration_contents: 'registration_id',
    registration_reasons: 'registration_id',
    registration_plans: 'registration_id',
    batch_rows: 'batch_id',
    batch_references: 'violation_id',
    violation_filings: 'violation_id',
    violation_clauses: 'violation_id',
    violation_places: 'violation_id',
    violation_place_notes: 'violation_id',
    blacklist_hands: 'entry_id',
    blacklist_proposals: 'entry_id',
    blacklist_subjects: 'entry_id',
    blacklist_clauses: 'entry_id',
    blacklist_names: 'entry_id',
    penalty_reasons: 'penalty_id',
    rectification_orders: 'rectification_id',
    rectification_joiners: 'rectification_id',
    rectification_tasks: 'rectification_id',
    rectification_turns: 'rectification_id',
    rectification_reasons: 'rectification_id',
    consultation_publications: 'consultation_id',
    guidance_clauses: 'guidance_id',
    guidance_works: 'guidance_id',
    facts: 'event_id',
    announcement_figures: 'announcement_id',
    announcement_rows: 'announcement_id',
    announcement_sources: 'announcement_id',
    // Its key is an organization; the rows of the oracle are told apart by their count.
    announcement_counts: `('00000000-0000-4000-8082-' || lpad(last::text, 12, '0'))`,
    // Nor have totals a key of their own: the oracle's are large.
    totals: `case when n > 1000 then '00000000-0000-4000-8083-' || lpad((n - 1000)::text, 12, '0') end`,
    total_changes: `case when n > 1000 then '00000000-0000-4000-8083-' || lpad((n - 1000)::text, 12, '0') end`,
    campaign_labels: 'campaign_id',
    campaign_quotas: 'campaign_id',
    campaign_figures: 'campaign_id',
    campaign_figure_rows: 'campaign_id',
    biweekly_contents: 'report_id',
    biweekly_figures: 'report_id',
    inspection_seeds: 'frame_id',
    inspection_items: 'opaque_id',
    inspection_findings: 'sheet_id',
    organization_details: 'organization_id',
    member_secrets: 'member_id',
    sessions: 'sid_hash',
    password_resets: 'token_hash',
    event_hands: 'event_id',
    event_words: 'event_id',
    waiting: 'subject_id',
    form_keys: 'key',
    files: 'sha256',
    sign_in_attempts: 'key_hash',
  })[table] ?? 'id'
const seen = async (reader: string | null, table: string) => {
  const rows = await ask<{ n: number }>(
    reader,
    `select distinct right(${key(table)}::text, 12)::int as n from ${table} where ${key(table)}::text like '00000000-0000-4000-80%' order by 1`,
    reader ? member.get(reader) : undefined,
  )
  return rows.map(({ n }) => n).join(' ')
}

describe.each(lines)('%s', (table, ...expected) => {
  test.each(readers.map((reader, i) => [reader, expected[i] ?? '']))('%s reads exactly [%s]', async (reader, rows) => {
    expect(await seen(reader, table!)).toBe(rows)
  })
  test('nobody reads anything without a context, house reads all', async () => {
    expect(await seen(null, table!)).toBe('')
    if (!(table! in TOLD))
      expect((await seen('house', table!)).split(' ').length).toBeGreaterThanOrEqual((expected[0] ?? '').split(' ').length)
  })
})

/** Views pass by the rows' policies: what they tell is kept by hand too, column by column. */
const TOLD: Record<string, string> = {
  mail_envelopes: 'id organization_id recipient subject queued_at sent_at attempts next_at last_error asked_by can_go_again dropped_at',
  penalty_outlines: 'id number opened_at target_kind target_name episode clauses rung parameter runs starts_at ends_at ended_at',
  registration_faces:
    'id number state drama_id title bureau_id issuer_id offer_id class official_number number_key public_since pending_count is_under_order_16',
  takedown_outlines:
    'id number state opened_at due_at entry_id title title_kind platform_id bureau_id severity answered_at removed_at late clock_left ordered_due_at reappeared_at reappeared_due_at',
}

test('a view tells the columns that are shared and no other, and nothing is written through it', async () => {
  const views = await owner.execute<{ name: string; columns: string; barrier: boolean }>(sql`
    select relname as name, coalesce(reloptions @> '{security_barrier=true}', false) as barrier,
      (select string_agg(attname, ' ' order by attnum) from pg_attribute where attrelid = c.oid and attnum > 0) as columns
    from pg_class c where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace order by 1`)
  expect(Object.fromEntries(views.map(({ name, columns }) => [name, columns]))).toEqual(TOLD)
  for (const { name, barrier } of views) {
    expect(barrier, name).toBe(true)
    await expect(ask('association', `update ${name} set id = id`), name).rejects.toThrow()
    await expect(ask('association', `delete from ${name}`), name).rejects.toThrow()
  }
})

test('every table has a policy or a named exemption', async () => {
  const tables = await owner.execute<{ name: string; guarded: boolean; policies: number }>(sql`
    select relname as name, relrowsecurity as guarded, (select count(*)::int from pg_policy where polrelid = c.oid) as policies
    from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`)
  const guarded = tables.filter((table) => table.guarded && table.policies > 0).map(({ name }) => name)
  expect(tables.map(({ name }) => name).filter((name) => !guarded.includes(name))).toEqual(EXEMPT.toSorted())
  expect(guarded.toSorted()).toEqual([...lines.map(([table]) => table!).filter((table) => !(table in TOLD))].toSorted())
})

/** Which kinds may write in a table, kept by hand against the acts; the house and the clock may everywhere. `own`: of whom an organization opens rows. */
const writers = readFileSync('db/testing/who-writes.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([table, written, own]) => [table!, written ? written.split(' ') : [], own ? own.split(' ') : []] as const)

test('every guarded table names who writes in it, and its policies say the same', async () => {
  const policies = await owner.execute<{ name: string; cmd: string; says: string }>(sql`
    select tablename as name, cmd, case cmd when 'DELETE' then qual else with_check end as says from pg_policies
    where schemaname = 'public' and permissive = 'RESTRICTIVE' order by 1, 2`)
  const guarded = await owner.execute<{ name: string }>(
    sql`select relname as name from pg_class where relkind = 'r' and relrowsecurity and relnamespace = 'public'::regnamespace order by 1`,
  )
  const kindsIn = (says: string) => /'\{(.*)\}'/.exec(says)![1]!.split(',')
  for (const cmd of ['INSERT', 'UPDATE', 'DELETE'])
    expect(
      policies.filter((policy) => policy.cmd === cmd).map(({ name, says }) => [name, kindsIn(says)]),
      cmd,
    ).toEqual(writers.map(([table, kindsOf]) => [table, ['house', 'clock', ...kindsOf]]))
  expect(guarded.map(({ name }) => name)).toEqual(writers.map(([table]) => table))
})

test.each(writers)('in %s nobody else changes or takes away what there is to read', async (table, kindsOf) => {
  const [column] = await owner.execute<{ name: string }>(
    sql`select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and attgenerated = '' and attidentity = '' order by attnum limit 1`,
  )
  for (const reader of readers.filter((one) => !kindsOf.includes(kinds[one]!))) {
    const changed = ask(reader, `update ${table} set ${column!.name} = ${column!.name} returning 1`)
    expect(await changed.catch(() => []), reader).toEqual([])
    expect(await ask(reader, `delete from ${table} returning 1`).catch(() => []), reader).toEqual([])
  }
})

test.each(['visitor', 'yehang', 'qinghe', 'douyin', 'weixin', 'association'])(
  'no row and no two rows that %s reads lead from a case to the platform that it does not tell',
  async (reader) => {
    const who = { kind: kinds[reader]!, organizationId: organization.get(reader) ?? null, memberId: member.get(reader) ?? null }
    const ways = await waysTo(db, owner, await sealedCases(owner), who)
    for (const way of WAYS_TOLD) ways.delete(way)
    expect(Object.fromEntries(ways)).toEqual({})
  },
)

describe.each(writers.filter(([, , own]) => own.length))('a row of %s', (table, kindsOf, own) => {
  test('is opened by its own organization and by nobody else', async () => {
    const rows = await owner.execute<{ row: string; whose: string[] }>(
      sql.raw(
        `select to_jsonb(t)::text as row, array_remove(array[${own}], null)::text[] as whose from ${table} t order by ${own} limit 20`,
      ),
    )
    const tried = { own: 0, others: 0 }
    for (const { row, whose } of rows)
      for (const reader of readers.filter((one) => kindsOf.includes(kinds[one]!))) {
        const said = await ask(
          reader,
          `insert into ${table} select * from jsonb_populate_record(null::${table}, '${row}')`,
          member.get(reader),
        ).then(
          () => '',
          (error: Error) => String(error.cause),
        )
        const isOwn = whose.includes(organization.get(reader)!)
        tried[isOwn ? 'own' : 'others'] += 1
        // What is there already is refused as a double only where it would have been taken.
        expect(said, `${reader} ${row}`).toMatch(isOwn ? /duplicate key/ : /row-level security/)
      }
    expect(tried.own > 0 && tried.others > 0).toBe(true)
  })
})

test.each([
  ['violations', 'id', '8006'],
  ['violation_subjects', 'violation_id', '8006'],
  ['violation_clauses', 'violation_id', '8006'],
  ['violation_places', 'violation_id', '8006'],
  ['blacklist_entries', 'id', '8009'],
  ['blacklist_subjects', 'entry_id', '8009'],
  ['blacklist_clauses', 'entry_id', '8009'],
  ['blacklist_names', 'entry_id', '8009'],
])('what others read of a case, in %s its parties alone change', async (table, column, kind) => {
  const changes = async (reader: string) => {
    const first = `${column} = '00000000-0000-4000-${kind}-000000000001'`
    return (await ask(reader, `update ${table} set ${column} = ${column} where ${first} returning 1`).catch(() => [])).length > 0
  }
  expect(await Promise.all(['kuaishou', 'beijing', 'national'].map(changes))).toEqual([true, true, true])
  expect(await Promise.all(['douyin', 'weixin', 'association', 'zhejiang', 'yehang', 'visitor'].map(changes))).toEqual(Array(6).fill(false))
})

test('the public renames nothing that it may read', async () => {
  await expect(ask('visitor', `update blacklist_entries set title = 'x'`)).rejects.toThrow()
  expect(await owner.execute(sql`select 1 from blacklist_entries where title = 'x'`)).toEqual([])
})

test('members, sessions, secrets and mails are for their own organization alone, 总局 included', async () => {
  const [mine] = await ask<{ n: number }>('national', `select count(distinct organization_id)::int as n from members`)
  expect(mine?.n).toBe(1)
  for (const reader of [...readers, null])
    for (const table of ['member_secrets', 'sessions', 'password_resets', 'mails'])
      expect(await ask(reader, `select 1 from ${table}`), `${reader} ${table}`).toEqual([])
  expect(await ask('visitor', 'select 1 from members')).toEqual([])
})

test('the role of the app owns nothing and bypasses nothing', async () => {
  const [role] = await db.execute(
    sql`select rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = r.oid) as owned from pg_roles r where rolname = current_user`,
  )
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, owned: 0 })
})

test('events cannot be changed or taken away', async () => {
  await expect(ask('house', `update events set name = 'x'`)).rejects.toThrow()
  await expect(ask('house', `delete from events`)).rejects.toThrow()
})
