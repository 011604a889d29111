import type { Sql } from 'postgres'
import { fold } from '@/lib/matching/rules/fold'
import type { Progress } from '@/lib/process/progress'
import { MARKS, namesInSql, partsOf } from './names'
import { type Column, copiesOf, isCopied, type Size, type Story, storiesOf, type Table, tablesOf } from './stories'

const SEED = 20260901
const DAY = 86_400_000
/** How far back what is over lies at most, and what is still open; by when the last of it is due. */
const [OVER, OPEN, AHEAD] = [3 * 365 * DAY, 120 * DAY, 30 * DAY]
const EPISODES = { usual: 5, long: 80, oneIn: 430 }
const SECONDS = 90

const DUE = new Set(['due_at', 'tells_at', 'ordered_due_at', 'reappeared_due_at', 'ends_at'])
/** A file that two stories have is copied once; a title and an alias may come to be the same. */
const MAY_MEET = new Set(['files', 'register_names', 'reported_names', 'blacklist_names'])
const NUMBER = '^[A-Z]{2}-\\d{4}-\\d+$'
const ANY_MARK = '[\\uE000-\\uEFFF]'

const ident = (name: string) => `"${name}"`
const isText = ({ type }: Column) => type === 'text' || type === 'text[]' || type === 'jsonb'
const flag = (name: string, of: string) => ident(`${name} ${of}`)

/** Lays what is to be copied beside itself, each row with its story; gives the tables that have any. */
async function lay(sql: Sql, tables: readonly Table[], stories: readonly Story[], copies: Record<Story['kind'], number>): Promise<Table[]> {
  await sql.unsafe('create table bench.stories (id int primary key, copies int not null, open boolean not null default false)')
  await sql.unsafe('create table bench.ids (id uuid primary key, story int not null)')
  await sql`insert into bench.stories ${sql(stories.map(({ kind }, id) => ({ id, copies: copies[kind] })))}`
  const known = stories.flatMap(({ ids }, story) => ids.map((id) => ({ id, story })))
  await sql`insert into bench.ids select * from jsonb_to_recordset(${sql.json(known)}) as given (id uuid, story int)`
  const laid: Table[] = []
  for (const table of tables.filter(isCopied)) {
    const ids = table.columns
      .filter(({ type }) => type === 'uuid')
      .map(({ name }) => `(select i.story from bench.ids i where i.id = t.${ident(name)})`)
    if (!ids.length) continue
    const { count } = await sql.unsafe(
      `create table bench.${ident(table.name)} as select * from (select t.*, coalesce(${ids.join(', ')}) as story from ${ident(table.name)} t) told where story is not null`,
    )
    if (count) laid.push(table)
  }
  const sha = laid
    .filter(({ columns }) => columns.some(({ name }) => name === 'sha256'))
    .map(({ name }) => `select story, sha256 from bench.${ident(name)}`)
  await sql.unsafe(
    `create table bench.files as select distinct on (f.sha256) f.*, told.story from files f join (${sha.join(' union ')}) told on told.sha256 = f.sha256`,
  )
  laid.unshift(tables.find(({ name }) => name === 'files')!)
  for (const { name, columns } of laid)
    if (columns.some((column) => column.name === 'id'))
      await sql.unsafe(`insert into bench.ids select id, story from bench.${ident(name)} on conflict do nothing`)
  // What the monitoring found of a work is told by its sheet, which is not copied.
  await sql.unsafe('delete from bench.facts f where not exists (select from bench.ids i where i.id = f.event_id)')
  await sql.unsafe(`update bench.stories s set open = exists (select from bench.waiting w where w.story = s.id)
    or exists (select from bench.penalties p where p.story = s.id and p.state = 'active' and p.ends_at is not null)`)
  await sql.unsafe(`update bench.registration_contents set content = jsonb_set(content, '{episodes}', jsonb_path_query_array(content -> 'episodes', '$[0 to ${EPISODES.usual - 1}]'))
    where jsonb_typeof(content -> 'episodes') = 'array'`)
  return laid
}

/** Puts marks where names stand, so that every copy has names of its own wherever it says one. Gives which name is a public work's alone. */
async function mark(sql: Sql, laid: readonly Table[]): Promise<number> {
  const rows = await sql<{ name: string }[]>`
    select name from (select title as name from bench.dramas union select unnest(aliases) from bench.dramas union select handle from bench.platform_accounts
      union select name from bench.mini_programs union select name from bench.operators) named where name <> '' order by length(name) desc, name`
  const names = rows.map(({ name }) => name)
  if (names.length > MARKS.most) throw new Error(`the demonstration has more names than there are marks: ${names.length}`)
  const marked = new Map<string, string>()
  names.forEach((name, j) => {
    for (const form of [name, fold(name)]) if (!marked.has(form)) marked.set(form, String.fromCodePoint(MARKS.name + j))
  })
  const forms = [...marked.keys()].toSorted((a, b) => b.length - a.length)
  const replaced = (text: string) => forms.reduce((so, form) => so.replaceAll(form, marked.get(form)!), text)
  for (const { name: table, columns } of laid)
    for (const column of columns.filter((one) => isText(one) && !one.given)) {
      const at = `bench.${ident(table)}`
      const said = await sql.unsafe<{ said: string }[]>(
        `select distinct ${ident(column.name)}::text as said from ${at} where ${ident(column.name)} is not null`,
      )
      const changed = said.map(({ said: from }) => ({ from, to: replaced(from) })).filter(({ from, to }) => from !== to)
      if (changed.length)
        await sql.unsafe(
          `update ${at} set ${ident(column.name)} = given."to"::${column.type} from jsonb_to_recordset($1::jsonb) as given ("from" text, "to" text) where ${ident(column.name)}::text = given."from"`,
          [sql.json(changed)],
        )
    }
  for (const table of ['register_names', 'reported_names', 'blacklist_names'])
    await sql.unsafe(
      `update bench.${table} set sound = chr(ascii(folded) - ${MARKS.name} + ${MARKS.sound}) where folded ~ '^${ANY_MARK}$' and sound is not null`,
    )
  const [rare] = await sql<{ name: string }[]>`
    select d.title as name from bench.dramas d where exists (select from bench.register_names n where n.drama_id = d.id and n.kind = 'title')
      and not exists (select from bench.violations v where v.story = d.story) and (select count(*) from bench.dramas o where o.title = d.title) = 1 order by d.title limit 1`
  if (!rare) throw new Error('the demonstration has no public work without a report')
  return rare.name.codePointAt(0)! - MARKS.name
}

/** How a column of a copy is told from the row that it copies. `told` says which of its rows say anything that changes. */
async function columnOf(sql: Sql, copied: ReadonlySet<string>, table: string, { name, type }: Column): Promise<string> {
  const [at, t] = [`bench.${ident(table)}`, `t.${ident(name)}`]
  const among = async (condition: string) => (await sql.unsafe(`select from ${at} t where ${condition} limit 1`)).length > 0
  /** Marks the rows of which this holds, and tells them so. */
  const where = async (of: string, condition: string, then: string, otherwise = t) => {
    if (!(await among(condition))) return otherwise
    if (!(await among(`${t} is not null and not coalesce(${condition}, false)`))) return then
    await sql.unsafe(`alter table ${at} add ${flag(name, of)} boolean`)
    await sql.unsafe(`update ${at} t set ${flag(name, of)} = coalesce(${condition}, false)`)
    return `case when t.${flag(name, of)} then ${then} else ${otherwise} end`
  }
  if (type === 'uuid') {
    const [since, rest] = [flag(name, 'at'), flag(name, 'rest')]
    await sql.unsafe(`alter table ${at} add ${since} bigint, add ${rest} text`)
    await sql.unsafe(`update ${at} t set ${since} = bench.at(${t}), ${rest} = bench.rest(${t}) where ${t} in (select id from bench.ids)`)
    return `case when t.${since} is null then ${t} else bench.moved(t.${since}, t.${rest}, ms) end`
  }
  if (type === 'uuid[]')
    return where(
      'ids',
      `exists (select from unnest(${t}) one join bench.ids i on i.id = one)`,
      `array(select case when i.id is null then one else bench.moved(bench.at(one), bench.rest(one), ms) end from unnest(${t}) with ordinality given (one, n) left join bench.ids i on i.id = one order by n)`,
    )
  if (table === 'notices' && name === 'mailed_at') return `coalesce(t.mailed_at, t.at) - back`
  if (type === 'timestamp with time zone') return DUE.has(name) ? `case when s.open then ${t} + ahead else ${t} - back end` : `${t} - back`
  if (type === 'date') return `(${t} - back)::date`
  if (name === 'episode_count' || (table === 'facts' && name === 'episodes')) return `case when ${t} is not null then lengths.episodes end`
  if (name === 'total_seconds' || (table === 'facts' && name === 'seconds'))
    return `case when ${t} is not null then lengths.episodes * ${SECONDS} end`
  if (table === 'violation_places' && name === 'episode') return `(${t} - 1) % ${EPISODES.usual} + 1`
  if (name === 'sha256' || (table === 'subject_ties' && name === 'key'))
    return where('sha', `${t} ~ '^[0-9a-f]{64}$'`, `overlay(${t} placing lpad(to_hex(k), 8, '0') from 1)`, await said())
  if (name === 'account_id' || name === 'app_id') return `${t} || 'n' || k`
  if (name === 'reference') return `${t} || '-' || k`
  if (name === 'credit_code') return `left(${t}, 9) || upper(lpad(to_hex(k), 6, '0')) || right(${t}, 3)`
  if (name === 'official_number' || name === 'number_key') return `bench.official(${t}, k)`
  if (type === 'text') return where('number', `${t} ~ '${NUMBER}'`, `bench.numbered(${t}, k)`, await said())
  return said()

  async function said() {
    if (!isText({ name, type, given: false })) return t
    const parts = flag(name, 'parts')
    const texts = await sql.unsafe<{ said: string }[]>(`select distinct ${t}::text as said from ${at} t where ${t} is not null`)
    const apart = texts.flatMap(({ said: from }) => {
      const of = partsOf(from, (id) => copied.has(id))
      return of ? [{ from, parts: of }] : []
    })
    if (!apart.length) return t
    await sql.unsafe(`alter table ${at} add ${parts} text[]`)
    await sql.unsafe(
      `update ${at} t set ${parts} = given.parts from jsonb_to_recordset($1::jsonb) as given ("from" text, parts text[]) where ${t}::text = given."from"`,
      [sql.json(apart)],
    )
    const told = `bench.said(t.${parts}, k, ms)`
    const one = `case when length(${t}) = 1 then bench.name(ascii(${t}) - ${MARKS.name}, k) else ${told} end`
    return `case when t.${parts} is null then ${t} else ${type === 'text' && name !== 'sound' ? one : `${told}${type === 'text' ? '' : `::${type}`}`} end`
  }
}

/** Numbers that are searched as names: what they are in the copy, and folded. */
const numberIn = (column: string) =>
  `case when t.name ~ '${NUMBER}' then bench.numbered(t.name, k) when t.kind = 'number' then bench.official(t.name, k) else ${column} end`

async function insertOf(sql: Sql, copied: ReadonlySet<string>, { name, columns }: Table): Promise<string> {
  const own = columns.filter(({ given }) => !given)
  const values = new Map<string, string>()
  for (const column of own) values.set(column.name, await columnOf(sql, copied, name, column))
  if (['register_names', 'reported_names', 'blacklist_names'].includes(name)) {
    values.set('name', numberIn(values.get('name')!))
    values.set('folded', `case when t.kind = 'number' then bench.folded(${values.get('name')}) else ${values.get('folded')} end`)
    values.set('grams', `bench.grams(${values.get('folded')})`)
  } else if (name === 'mini_programs' || name === 'platform_accounts') {
    const [called, code] = name === 'mini_programs' ? ['name', 'app_id'] : ['handle', 'account_id']
    values.set(
      'grams',
      `array(select distinct unnest(bench.grams(${values.get(called!)}) || bench.grams(bench.folded(${values.get(code!)}))))`,
    )
  } else if (values.has('grams')) values.set('grams', `bench.grams(${values.get('name')})`)
  return `insert into ${ident(name)} (${own.map((column) => ident(column.name)).join(', ')}) select ${own.map((column) => values.get(column.name)).join(', ')}
    from ${copies(name)}${name === 'events' ? ' order by t.at - back, t.seq' : ''}${MAY_MEET.has(name) ? ' on conflict do nothing' : ''}`
}

/** The copies of a slice: how far back each lies, how far ahead what is due in it, how many episodes its works have. */
const copies = (table: string) => `bench.${ident(table)} t join bench.stories s on s.id = t.story
  cross join lateral generate_series((s.copies::bigint * $1 / $3)::int + 1, (s.copies::bigint * $2 / $3)::int) k
  cross join lateral (select (k - 0.5) / s.copies as f, case when s.open then ${OPEN} else ${OVER} end as span) told
  cross join lateral (select (span * (1 - f))::bigint as ms, ${AHEAD} * f * interval '1 millisecond' as ahead,
    case when k % ${EPISODES.oneIn} = 0 then ${EPISODES.long} else ${EPISODES.usual} end as episodes) lengths
  cross join lateral (select ms * interval '1 millisecond' as back) lies`

/** Rows of the database that the copies of a table come to. */
async function rowsOf(sql: Sql, table: string) {
  const [row] = await sql.unsafe<{ n: number }[]>(
    `select coalesce(sum(s.copies), 0)::float8 as n from bench.${ident(table)} t join bench.stories s on s.id = t.story`,
  )
  return row!.n
}

/** Draws on where the copies end, so that the next act gets a number that nobody has. */
async function drawOn(sql: Sql) {
  await sql`select setval('violation_numbers', (select max(substring(number from '\\d+$')::int) from violations))`
  await sql`select setval('drama_codes', (select max(substring(code from '\\d+$')::int) from dramas))`
  for (const table of [
    'registrations',
    'blacklist_entries',
    'takedown_orders',
    'penalties',
    'rectifications',
    'batches',
    'subject_statements',
  ])
    await sql.unsafe(`update case_counters c set last = greatest(c.last, n.last) from (select left(number, 2) as prefix, substring(number from 4 for 4)::int as year, max(substring(number from '\\d+$')::int) as last
      from ${ident(table)} where number is not null group by 1, 2) n where n.prefix = c.prefix and n.year = c.year`)
}

async function wakeTotals(sql: Sql, how: 'enable always' | 'enable') {
  const tables = await sql<{ name: string }[]>`select tgrelid::regclass::text as name from pg_trigger where tgname = 'count_inserted'`
  for (const { name } of tables) await sql.unsafe(`alter table ${name} ${how} trigger count_inserted`)
}

/** Two at once, as there are processors. */
async function sideBySide<T>(these: readonly T[], work: (one: T) => Promise<void>) {
  const left = [...these]
  const turn = async () => {
    for (let one = left.shift(); one; one = left.shift()) await work(one)
  }
  await Promise.all([turn(), turn()])
}

/**
 * Copies what hangs together in the demonstration until there are as many reports, works and events as asked for, as the server's own
 * superuser with triggers and foreign keys asleep: every row as an act wrote one, with ids, numbers, names and times of its own.
 */
export async function copyStories(sql: Sql, size: Size, follow: (rows: number) => Progress): Promise<Record<string, number>> {
  await sql.unsafe('drop schema if exists bench cascade; create schema bench')
  const tables = await tablesOf(sql)
  const stories = await storiesOf(sql, tables)
  const laid = await lay(sql, tables, stories, copiesOf(stories, size))
  await sql.unsafe(namesInSql(SEED, await mark(sql, laid)))
  const inserts: { table: string; insert: string }[] = []
  const copied = new Set((await sql<{ id: string }[]>`select id::text from bench.ids`).map(({ id }) => id))
  for (const table of laid) inserts.push({ table: table.name, insert: await insertOf(sql, copied, table) })
  inserts.push({
    table: 'episodes',
    insert: `insert into episodes (drama_id, number, seconds) select bench.moved(bench.at(t.id), bench.rest(t.id), ms), n, ${SECONDS} from ${copies('dramas')} cross join lateral generate_series(1, lengths.episodes) n`,
  })
  let total = 0
  for (const { table } of inserts) total += table === 'episodes' ? 5 * (await rowsOf(sql, 'dramas')) : await rowsOf(sql, table)
  const indexes = await sql<{ name: string; made: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relnamespace = 'public'::regnamespace and c.relname in ${sql(inserts.map(({ table }) => table))} and not i.indisunique`
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`)
  // Totals are kept by triggers of whole statements: these stay awake.
  await wakeTotals(sql, 'enable always')
  const progress = follow(total)
  const slices = Math.max(1, Math.min(50, Math.round(total / 100_000)))
  const written: Record<string, number> = {}
  let done = 0
  await sideBySide(inserts, async ({ table, insert }) => {
    for (let slice = 0; slice < slices; slice += 1) {
      const { count } = await sql.unsafe(insert, [slice, slice + 1, slices])
      written[table] = (written[table] ?? 0) + count
      done += count
      progress.at(done)
    }
  })
  progress.end()
  const indexing = follow(indexes.length)
  let built = 0
  await sideBySide(indexes, async ({ made }) => {
    await sql.unsafe(made)
    built += 1
    indexing.at(built)
  })
  indexing.end()
  await wakeTotals(sql, 'enable')
  await drawOn(sql)
  await sql.unsafe('drop schema bench cascade')
  return written
}
