import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import postgres from 'postgres'
import { open } from '@/db/client'
import { serve } from '@/db/embedded/server'
import { migrate } from '@/db/migrate'
import { fileOf, noticeGrid } from '@/db/testing/batches'
import { cast } from '@/db/testing/fixtures'
import { scratch } from '@/db/testing/scratch'
import { readBatch } from '@/lib/batch/commands/read'
import { confirmBatch } from '@/lib/batch/commands/run'
import { dayOf } from '@/lib/kernel/time'
import { perform } from '@/lib/perform'
import { seedPeople } from '@/lib/process/demonstration/people'
import { stageOn } from '@/lib/process/demonstration/stage'
import { enroll } from '@/lib/process/seed'
import { recordBatches } from '@/lib/process/worker/batch'
import { median } from './pace'
import { keepResult } from './results'

const ROUNDS = 5
const ROWS_AT_ONCE = 250
const NOTICE = { dramas: 119, accounts: 1188 }
const ROWS = NOTICE.dramas + NOTICE.accounts
/** Written anew by what is inserted, or only moved along by the portal. */
const LEFT_OUT = new Set(['batches', 'batch_rows', 'case_counters', 'waiting', 'heartbeats'])
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

type Row = Record<string, unknown>
type Written = { table: string; columns: string[]; rows: Row[] }[]

async function timed(work: () => Promise<unknown>) {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** All rows that recording a batch inserted, chunk by chunk, in an order in which they can be inserted again. */
async function writtenBy(sql: postgres.Sql, batchId: string): Promise<Written[]> {
  const acts = await sql<{ xid: string }[]>`select distinct written_in::text as xid from facts where batch_id = ${batchId} order by 1`
  const tables = await sql<{ name: string; columns: string[] }[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
      and a.atttypid <> 'xid8'::regtype group by c.oid, c.relname`
  const points = await sql<{ from: string; to: string }[]>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f' and conrelid <> confrelid`
  const depth = (name: string): number => Math.max(0, ...points.filter(({ from }) => from === name).map(({ to }) => depth(to) + 1))
  const ordered = tables.toSorted((a, b) => depth(a.name) - depth(b.name))
  const chunks: Written[] = []
  for (const { xid } of acts) {
    const written: Written = []
    for (const { name, columns } of ordered) {
      if (LEFT_OUT.has(name)) continue
      const rows = await sql<Row[]>`select ${sql(columns)} from ${sql(name)} where xmin::text = (${xid}::bigint % 4294967296)::text`
      if (rows.length > 0) written.push({ table: name, columns, rows: [...rows] })
    }
    chunks.push(written)
  }
  return chunks
}

/** The same rows under other ids, numbers and codes. */
function anew(chunks: Written[], known: ReadonlySet<string>): Written[] {
  const ids = new Map<string, string>()
  const renamed = (text: string) =>
    text
      .replace(UUID, (id) => {
        if (known.has(id)) return id
        if (!ids.has(id)) ids.set(id, randomUUID().replace(/^(.{14})4/, '$17'))
        return ids.get(id)!
      })
      .replace(/^(JB|CF|ZP)-\d{4}-/, '$1-1999-')
  const value = (one: unknown): unknown => {
    if (typeof one === 'string') return renamed(one)
    if (Array.isArray(one)) return one.map(value)
    if (one && typeof one === 'object' && !(one instanceof Date)) return JSON.parse(renamed(JSON.stringify(one)))
    return one
  }
  const unique = new Set(['reference', 'account_id'])
  return chunks.map((written) =>
    written.map(({ table, columns, rows }) => ({
      table,
      columns,
      rows: rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, one]) => [
            name,
            unique.has(name) && typeof one === 'string' && !UUID.test(one) ? `${one}~` : value(one),
          ]),
        ),
      ),
    })),
  )
}

/** Plain multi-row inserts, a transaction for each chunk, by the same role through the same driver. */
async function insertPlainly(sql: postgres.Sql, chunks: Written[]) {
  for (const written of chunks)
    await sql.begin(async (tx) => {
      await tx`select set_config('app.kind', 'house', true)`
      for (const { table, columns, rows } of written) await tx`insert into ${tx(table)} ${tx(rows as Record<string, string>[], columns)}`
    })
}

const directory = scratch('bench-')
const server = await serve(directory)
try {
  await migrate(server.ownerUrl)
  const db = open(server.appUrl)
  const now = new Date()
  await enroll(db)
  await seedPeople(stageOn(db, dayOf(now), now))
  const platform = (await cast(db))('compliance@douyin.example')
  const plain = postgres(server.appUrl, { max: 10, onnotice: () => {} })
  const owner = postgres(server.ownerUrl, { max: 1, onnotice: () => {} })
  await Promise.all(Array.from({ length: 10 }, () => Promise.all([plain`select pg_sleep(0.05)`, db.execute('select pg_sleep(0.05)')])))
  const [portal, direct]: number[][] = [[], []]
  for (let round = 0; round <= ROUNDS; round += 1) {
    const grid = noticeGrid({ code: `R${round}`, ...NOTICE })
    const read = await perform(readBatch, platform, fileOf(grid), { on: db })
    if (!read.ok) throw new Error(read.code)
    const confirmed = await perform(confirmBatch, platform, { id: read.value.id, version: 1 }, { on: db })
    if (!confirmed.ok) throw new Error(confirmed.code)
    const known = new Set(
      (await owner<{ id: string }[]>`select id::text from organizations union select id::text from members`).map(({ id }) => id),
    )
    const recording = await timed(() => recordBatches({ on: db, size: ROWS_AT_ONCE }))
    const chunks = anew(await writtenBy(owner, read.value.id), known)
    const inserting = await timed(() => insertPlainly(plain, chunks))
    const count = chunks.flat().reduce((sum, { rows }) => sum + rows.length, 0)
    console.log(`round ${round}: ${Math.round(recording)} ms recorded, ${Math.round(inserting)} ms inserted plainly (${count} rows in all)`)
    // The first round warms both up.
    if (round > 0) {
      portal!.push(recording)
      direct!.push(inserting)
    }
  }
  const rate = (times: number[]) => Math.round((ROWS / median(times)) * 1000)
  keepResult({
    name: 'batch: file rows recorded a second',
    value: rate(portal!),
    unit: 'rows/s',
    baseline: rate(direct!),
    ratio: Number((median(direct!) / median(portal!)).toFixed(2)),
    goal: 0.3,
    atMost: false,
  })
  await Promise.all([plain.end(), owner.end(), db.$client.end()])
} finally {
  await server.stop()
  rmSync(directory, { recursive: true, force: true, maxRetries: 20 })
}
process.exit()
