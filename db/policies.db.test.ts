import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase } from './testing/database'
import { sealedCases, WAYS_TOLD, waysTo } from './testing/sealed'

const { db, owner } = await cloneDatabase(import.meta.url)

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

const names: Record<string, string> = {
  beijing: '北京市广播电视局',
  zhejiang: '浙江省文化广电和旅游厅',
  kuaishou: '北京快手科技有限公司',
  douyin: '北京微播视界科技有限公司',
  yehang: '北京夜航文化传媒有限公司',
  qinghe: '杭州青禾影视有限公司',
  national: '国家广播电视总局',
  association: '中国网络视听节目服务协会',
  weixin: '深圳市腾讯计算机系统有限公司',
}
const kinds: Record<string, string> = {
  beijing: 'province',
  zhejiang: 'province',
  kuaishou: 'platform',
  douyin: 'platform',
  yehang: 'creator',
  qinghe: 'creator',
  national: 'national',
  association: 'association',
  weixin: 'platform',
  visitor: 'visitor',
}
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
const organization = new Map<string, string>()
const member = new Map<string, string>()

/** Asks as a reader's organization; `as` is the member of it who asks, where it matters. */
async function ask<T extends Record<string, unknown>>(reader: string | null, query: string, as = ''): Promise<T[]> {
  return db.transaction(async (tx) => {
    if (reader)
      await tx.execute(
        sql`select set_config('app.kind', ${kinds[reader] ?? reader}, true), set_config('app.organization', ${organization.get(reader) ?? ''}, true), set_config('app.member', ${as}, true)`,
      )
    return [...(await tx.execute(sql.raw(query)))] as T[]
  })
}
const seen = async (reader: string | null, table: string) => {
  const rows = await ask<{ n: number }>(
    reader,
    `select distinct right(${key(table)}::text, 12)::int as n from ${table} where ${key(table)}::text like '00000000-0000-4000-80%' order by 1`,
    reader ? member.get(reader) : undefined,
  )
  return rows.map(({ n }) => n).join(' ')
}

beforeAll(async () => {
  for (const [reader, name] of Object.entries(names)) {
    const [row] = await owner.execute<{ id: string }>(sql`select id from organizations where name = ${name}`)
    organization.set(reader, row!.id)
    const [one] = await owner.execute<{ id: string }>(sql`select min(id::text) as id from members where organization_id = ${row!.id}`)
    if (one?.id) member.set(reader, one.id)
  }
  await owner.transaction(async (tx) => tx.execute(sql.raw(readFileSync('db/testing/oracle.sql', 'utf8'))))
})

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
  mail_envelopes: 'id organization_id recipient subject queued_at sent_at attempts next_at last_error asked_by can_go_again',
  penalty_outlines: 'id number opened_at target_kind target_name episode clauses rung parameter runs starts_at ends_at ended_at',
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

/** Which kinds may write in a table, kept by hand against the acts; the house and the clock may everywhere. */
const writers = readFileSync('db/testing/who-writes.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([table, written]) => [table!, written ? written.split(' ') : []] as const)

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

/** Of these the oracle's rows give nobody anything to be told; their own tests do. */
const SILENT = [
  'blocked_operators(uuid[])',
  'board_is_open(uuid)',
  'close_password_resets(uuid)',
  'earlier_findings(uuid,uuid,timestamp with time zone,boolean)',
  'has_merged(uuid)',
  'is_later(takedown_orders)',
  'mini_program_was_listed(uuid)',
  'names_holding(text,text[],integer)',
  'target_rulings(uuid[])',
]

/** What passes by the policies to ask across tables, kept by hand: whom each function answers. */
const FUNCTIONS = readFileSync('db/testing/functions.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [, signature, answers] = /^"?(.+?)"?,(\w+)$/.exec(line)!
    return { signature: signature!, answers: answers! }
  })
const answering = (...ways: string[]) => FUNCTIONS.filter(({ answers }) => ways.includes(answers)).map(({ signature }) => signature)
const KINDS_ASKED = ['account', 'drama', 'violation', 'rectification', 'platform', '微信']
const WORDS_ASKED = ['91110108DEMA00002R', 'compliance@kuaishou.example']
const list = (values: string[], type: string) => `array[${values.map((value) => `'${value}'`)}]::${type}[]`

/** The question put with every id that there is, as `kind`; where a second organization is named, with each of these. */
async function questions(signature: string, organizations: string[]) {
  const [name, typed] = [signature.slice(0, signature.indexOf('(')), signature.slice(signature.indexOf('(') + 1, -1)]
  const ids = await owner.execute<{ id: string }>(sql`
    select id from dramas union all select id from violations union all select id from violation_subjects union all select id from blacklist_entries
    union all select id from takedown_orders union all select id from penalties union all select id from rectifications union all select id from batches
    union all select id from campaigns union all select id from announcements union all select id from mini_programs union all select id from platform_accounts
    union all select id from inspection_frames union all select id from registrations union all select id from biweekly_reports union all select id from guidance_items union all select id from inspection_sheets union all select id from members union all select id from organizations`)
  const each = `unnest(${list(
    ids.map(({ id }) => id),
    'uuid',
  )})`
  const words: Record<string, string> = {
    text: `unnest(${list(typed.includes(',') ? KINDS_ASKED : WORDS_ASKED, 'text')})`,
    'text[]': `(values (array['t', '公开', '被举']))`,
    integer: '(values (100))',
    boolean: '(values (true), (false))',
    'timestamp with time zone': `(values (now() - interval '90 days'))`,
    'uuid[]': `(select array[id] from ${each} id)`,
    takedown_orders: '(select o from takedown_orders o)',
    blacklist_entries: '(select e from blacklist_entries e)',
  }
  const types = typed === '' ? [] : typed.split(',')
  const from = types.map((type, i) => {
    const second = type === 'uuid' && types.slice(0, i).includes('uuid')
    return `${second ? `unnest(${list(organizations, 'uuid')})` : type === 'uuid' ? each : words[type]} a${i} (v)`
  })
  return `select 1 from ${[...from, `lateral ${name}(${types.map((_, i) => `a${i}.v`)}) r`].join(', ')} where r::text !~ '^(false)?[(,0)]*$' limit 1`
}

test('every function that passes by the policies is listed; what answers others alone cannot be called', async () => {
  const there = await owner.execute<{ signature: string; open: boolean }>(sql`
    select oid::regprocedure::text as signature, has_function_privilege('portal_app', oid, 'execute') as open
    from pg_proc where prosecdef and pronamespace = 'public'::regnamespace and prorettype <> 'trigger'::regtype`)
  const signatures = (open: boolean) => there.filter((one) => one.open === open).map(({ signature }) => signature)
  expect(signatures(true).toSorted()).toEqual(answering('own', 'seen', 'told', 'house', 'secret').toSorted())
  expect(signatures(false).toSorted()).toEqual(answering('within').toSorted())
})

test.each(answering('own', 'seen', 'told', 'house'))('%s answers somebody, and nobody without a context', async (signature) => {
  const question = await questions(signature, [...organization.values()])
  expect(await ask(null, question)).toEqual([])
  const answered = await Promise.all(['house', ...readers].map((reader) => ask(reader, question)))
  expect(answered.some((rows) => rows.length > 0)).toBe(!SILENT.includes(signature))
})

test.each(answering('house'))('%s answers no member and no visitor', async (signature) => {
  for (const reader of readers) expect(await ask(reader, await questions(signature, [])), reader).toEqual([])
})

test.each(answering('own'))('%s tells an organization nothing of another', async (signature) => {
  for (const reader of readers.filter((one) => one !== 'national')) {
    const others = [...organization.values()].filter((id) => id !== organization.get(reader))
    expect(await ask(reader, await questions(signature, others)), reader).toEqual([])
  }
})
