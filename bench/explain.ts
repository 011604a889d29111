import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Db } from '@/db/client'
import { addressOf } from '@/db/embedded/cluster'
import { serve } from '@/db/embedded/server'
import { migrate } from '@/db/migrate'
import * as schema from '@/db/schema'
import { env } from '@/lib/env'
import { type Actor, clock, houseFor, visitor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/time'
import { look } from '@/lib/perform'
import { castOf } from '@/lib/process/demonstration/people'
import { CALLS, type Reader } from './national/calls'
import { examplesOf } from './national/examples'
import { folderOf } from './national/folder'
import { NATIONAL } from './national/stories'

/** A table of so many rows is big; nothing may read it from end to end. */
const BIG = 10_000
const SLOWEST = 40
/** A question that takes longer, in milliseconds, counts as one that nobody waits for. */
const PATIENCE = 10_000

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows'?: number
  'Rows Removed by Filter'?: number
  'Actual Loops'?: number
  Plans?: Node[]
}
type Plan = { 'Query Text': string; Plan: Node }

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
/** Rows that a scan of a table looked at, on all its rounds. */
const seen = (node: Node) => Math.round(((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 1))

const violations = Number(process.argv[2] ?? NATIONAL.violations)
const only = process.argv[3]
const place = folderOf(env().benchDir, violations)
// Plans of all statements, also of those inside functions, come to the client as notices.
const server = await serve(place, {
  settings: {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_nested_statements': 'on',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_format': 'json',
    'auto_explain.log_level': 'notice',
    shared_buffers: '1GB',
  },
})
const faults: string[] = []
try {
  await migrate(server.ownerUrl)
  const sql = postgres(addressOf(place, 'postgres', server.port), {
    max: 1,
    onnotice: () => {},
    types: { day: { to: 1082, from: [1082], serialize: String, parse: String } },
  })
  const big = new Set(
    (
      await sql<
        { name: string }[]
      >`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples >= ${BIG}`
    ).map(({ name }) => name),
  )
  const c = await examplesOf(sql)
  await sql.end()
  let heard: Plan[] = []
  const listen = ({ message = '' }: { message?: string }) => {
    const at = message.indexOf('{')
    if (message.includes('plan:') && at > 0) heard.push(JSON.parse(message.slice(at)))
  }
  const pool = postgres(server.appUrl, { max: 1, onnotice: listen, connection: { statement_timeout: PATIENCE } })
  const db: Db = drizzle(pool, { schema })
  const person = await castOf(db)
  const readers: Record<Reader, Actor> = {
    national: person('zhou.min@nrta.example'),
    province: person('chen.li@beijing.example'),
    association: person('fang.zheng@cnsa.example'),
    platform: person('compliance@douyin.example'),
    creator: person('wu.tong@yehang.example'),
    visitor,
    house: houseFor(visitor),
    clock,
  }
  const asked: { name: string; ms: number; most: number; of: string }[] = []
  for (const [key, { by, args }] of Object.entries(CALLS)) {
    if (only && !key.includes(only)) continue
    const [file, name] = key.split('#') as [string, string]
    const query = (await import(`@/lib/${file}`))[name] as (...given: unknown[]) => Promise<unknown>
    for (const reader of by) {
      const actor = readers[reader]
      const lists = args({ tx: null as never, actor, now: new Date(), today: dayOf(new Date()), c }).length
      for (let nth = 0; nth < lists; nth += 1) {
        heard = []
        const began = performance.now()
        try {
          await look(actor, async (tx, now) => query(...args({ tx, actor, now, today: dayOf(now), c })[nth]!), db)
        } catch (error) {
          faults.push(`${key} ${reader} ${nth}: ${(error as { cause?: Error }).cause?.message ?? (error as Error).message}`)
          console.log(faults.at(-1))
          continue
        }
        const ms = performance.now() - began
        if (ms > 200) console.log(`${key} ${reader} ${nth}: ${Math.round(ms)} ms`)
        const scans = heard
          .flatMap((plan) => nodesOf(plan.Plan).map((node) => ({ node, text: plan['Query Text'] })))
          .filter(({ node }) => node['Relation Name'] && node['Actual Loops'])
        const most = scans.reduce((top, one) => (seen(one.node) > seen(top.node) ? one : top), scans[0] ?? { node: {} as Node, text: '' })
        asked.push({
          name: `${key} ${reader} ${nth}`,
          ms,
          most: seen(most.node),
          of: `${most.node['Node Type']} ${most.node['Relation Name']}`,
        })
        for (const { node, text } of scans)
          if (node['Node Type'] === 'Seq Scan' && big.has(node['Relation Name']!))
            faults.push(
              `${key} ${reader} ${nth}: ${node['Relation Name']} from end to end (${seen(node)} rows) in ${text.replace(/\s+/g, ' ').slice(0, 160)}`,
            )
      }
    }
  }
  console.log(`${asked.length} questions; the slowest, under the strain of explaining:`)
  for (const { name, ms, most, of } of asked.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST))
    console.log(`  ${ms.toFixed(0).padStart(6)} ms  ${name}  (${most} rows by ${of})`)
  console.log('The most rows read by one scan:')
  for (const { name, ms, most, of } of asked.toSorted((a, b) => b.most - a.most).slice(0, SLOWEST))
    console.log(`  ${String(most).padStart(8)} rows  ${name}  (${of}, ${ms.toFixed(0)} ms)`)
  await pool.end()
} finally {
  await server.stop()
}
for (const fault of new Set(faults)) console.error(fault)
console.log(faults.length ? `${new Set(faults).size} faults` : 'No query reads a big table from end to end.')
process.exit(faults.length ? 1 : 0)
