import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, expect, inject, test } from 'vitest'
import { aRunningBatch, noticeGrid } from '@/db/testing/batches'
import { cloneDatabase } from '@/db/testing/database'
import { registered, submitted } from '@/db/testing/filings'
import { cast } from '@/db/testing/fixtures'
import { aListedEntry, anUpheldReport, aProposal, aWork } from '@/db/testing/listings'
import { fold, gramsOf, soundOf, stemOf } from '@/lib/matching/rules/fold'
import { look } from '@/lib/perform'
import { recordBatches } from '@/lib/process/worker/batch'
import { worksInRegister } from '@/lib/register/queries/works'
import { copyStories } from './national/copy'
import { RARE, WORDS } from './national/names'

const { db, url, owner } = await cloneDatabase(import.meta.url, 4)
const on = { db, owner }
const person = await cast(db)
const [kuaishou, douyin, beijing, national, creator] = [
  'compliance@kuaishou.example',
  'compliance@douyin.example',
  'chen.li@beijing.example',
  'gao.yuan@nrta.example',
  'wu.tong@yehang.example',
].map(person) as [ReturnType<typeof person>, ...ReturnType<typeof person>[]] as ReturnType<typeof person>[]

const SIZE = { violations: 120, dramas: 90, events: 600 }
const TABLES = ['violations', 'registrations', 'blacklist_entries', 'takedown_orders', 'penalties', 'rectifications'] as const

await registered(on, creator!, beijing!, { title: '山城来信' })
await submitted(on, creator!, { title: '替嫁千金', aliases: '' })
await aListedEntry(on, { proposer: kuaishou!, verifier: beijing!, approver: national! })
await aProposal(on, { proposer: kuaishou! })
await anUpheldReport(on, kuaishou!, (await aWork(on, { title: '夜行' })).id)
await aRunningBatch(on, douyin!, noticeGrid())
await recordBatches({ on: db })

const superuser = postgres(Object.assign(new URL(inject('template').url), { pathname: new URL(url).pathname }).href, {
  max: 2,
  onnotice: () => {},
  connection: { session_replication_role: 'replica' },
})
afterAll(() => superuser.end())
const waitsByStep = () =>
  owner.execute<{ table: string; state: string; step: string | null; cases: number }>(
    sql.raw(
      TABLES.map(
        (table) =>
          `select '${table}' as table, c.state, w.step, count(distinct c.id)::int as cases from ${table} c left join waiting w on w.subject_id = c.id group by 2, 3`,
      ).join(' union all '),
    ),
  )
const shape = (rows: Awaited<ReturnType<typeof waitsByStep>>) =>
  rows.map(({ table, state, step }) => `${table} ${state} ${step}`).toSorted()
const before = shape(await waitsByStep())
const written = await copyStories(superuser, SIZE, () => ({ at: () => {}, end: () => {} }))

test('there are as many reports, works and events as were asked for', async () => {
  expect(written.violations).toBeGreaterThanOrEqual(SIZE.violations)
  expect(written.dramas).toBeGreaterThanOrEqual(SIZE.dramas)
  expect(written.episodes).toBe(written.dramas! * 5)
  expect(written.events).toBeGreaterThan(SIZE.events / 2)
})

test('every row that a copy points to is there', async () => {
  const keys = await owner.execute<{ from: string; to: string; here: string[]; there: string[] }>(sql`
    select c.conrelid::regclass::text as from, c.confrelid::regclass::text as to,
      array(select a.attname::text from unnest(c.conkey) with ordinality k (n, o) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by o) as here,
      array(select a.attname::text from unnest(c.confkey) with ordinality k (n, o) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by o) as there
    from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`)
  expect(keys.length).toBeGreaterThan(30)
  for (const { from, to, here, there } of keys) {
    const joined = here.map((column, i) => `t.${there[i]} = f.${column}`).join(' and ')
    const given = here.map((column) => `f.${column} is not null`).join(' and ')
    const lost = await owner.execute(
      sql.raw(`select 1 from ${from} f where ${given} and not exists (select from ${to} t where ${joined}) limit 1`),
    )
    expect(lost, `${from} to ${to}`).toHaveLength(0)
  }
  const facts = await owner.execute(sql`select 1 from facts f where not exists (select from events e where e.id = f.event_id)`)
  expect(facts).toHaveLength(0)
})

test('a case waits as its original does, under its own number and name', async () => {
  expect(shape(await waitsByStep())).toEqual(before)
  const [found] = await owner.execute<{ waits: number; agree: number }>(
    sql.raw(`
    with cases as (${['violations', 'registrations', 'blacklist_entries', 'takedown_orders'].map((table) => `select id, number, title, due_at from ${table}`).join(' union all ')})
    select count(*)::int as waits, (count(*) filter (where w.number = c.number and w.title = c.title and w.due_at = coalesce(c.due_at, 'infinity')))::int as agree
    from waiting w join cases c on c.id = w.subject_id`),
  )
  expect(found!.waits).toBeGreaterThan(20)
  expect(found!.agree).toBe(found!.waits)
})

test('names are folded, taken apart and sounded as the portal itself would', async () => {
  const names = await owner.execute<{ kind: string; name: string; folded: string; grams: string[]; sound: string | null }>(
    sql`select kind, name, folded, grams, sound from register_names where sound is not null or kind = 'number'`,
  )
  expect(names.length).toBeGreaterThan(40)
  for (const { kind, name, folded, grams, sound } of names) {
    expect(folded).toBe(fold(name))
    expect(new Set(grams)).toEqual(new Set(gramsOf(fold(name))))
    if (kind !== 'number') expect(sound, name).toBe(soundOf(stemOf(fold(name))))
  }
})

test('no word is one of a season or an edition, and each is folded to itself', () => {
  expect(new Set(WORDS).size).toBe(WORDS.length)
  for (const word of WORDS) expect([word, fold(word), stemOf(`总裁${word}`)]).toEqual([word, word, `总裁${word}`])
})

test('the rare title is one work, found by two of its characters', async () => {
  const found = await look(creator!, (tx) => worksInRegister(tx, { q: RARE.slice(0, 2) }), db)
  expect(found.rows.map(({ title }) => title)).toEqual([RARE])
})

test('the kept totals hold the copies', async () => {
  const [sums] = await owner.execute<{ entries: number; kept: number }>(sql`
    select (select count(*) from blacklist_entries)::int as entries,
      (select sum(n) from (select measure, n from totals union all select measure, n from total_changes) all_of where measure = 'entry')::int as kept`)
  expect(sums!.entries).toBeGreaterThan(10)
  expect(sums!.kept).toBe(sums!.entries)
})

test('a case opened afterwards has a number that nobody has', async () => {
  const { number } = await submitted(on, creator!, { title: '山雨欲来' })
  const same = await owner.execute(sql`select 1 from registrations where number = ${number}`)
  expect(same).toHaveLength(1)
})
