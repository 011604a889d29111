import { existsSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import postgres from 'postgres'
import { open, type Tx } from '@/db/client'
import { addressOf } from '@/db/embedded/cluster'
import { serve } from '@/db/embedded/server'
import { migrate } from '@/db/migrate'
import { queueCounts, queueOf } from '@/lib/desk/queries/queue'
import { env } from '@/lib/env'
import { type Actor, visitor } from '@/lib/kernel/actor'
import { cursorOf } from '@/lib/kernel/page'
import { penaltiesOf } from '@/lib/penalty/queries/lists'
import { look } from '@/lib/perform'
import { castOf } from '@/lib/process/demonstration/people'
import { publicBlacklist } from '@/lib/register/queries/blacklist'
import { SEARCH_LIMIT, worksInRegister } from '@/lib/register/queries/works'
import { filingsBefore } from '@/lib/registration/queries/filings'
import { ordersOf } from '@/lib/takedown/queries/orders'
import { reportByNumber } from '@/lib/violation/queries/report'
import { reportCounts, reportsOf } from '@/lib/violation/queries/reports'
import { chartOf } from './national/chart'
import { examplesOf } from './national/examples'
import { BASE, folderOf } from './national/folder'
import { NATIONAL } from './national/stories'
import { median } from './pace'
import { keepResult } from './results'

const [ROUNDS, DEEP, GOAL] = [15, 50_000, 1.5]

type Asked = { name: string; actor: Actor; ask: (tx: Tx, now: Date) => Promise<unknown> }

/** The cursor behind the 50,000th row of a list, or as far down as it goes. */
async function deepIn(sql: postgres.Sql, table: string, by: string, where: string) {
  const [row] = await sql.unsafe<{ at: Date; id: string }[]>(
    `with far as (select ${by} as at, ${table === 'waiting' ? 'subject_id' : 'id'} as id, row_number() over (order by ${by} ${table === 'waiting' ? 'asc' : 'desc'}) as n from ${table} where ${where})
     select at, id from far where n <= ${DEEP} order by n desc offset 60 limit 1`,
  )
  return row ? cursorOf(row.at, row.id) : undefined
}

async function timesAt(violations: number): Promise<Map<string, number>> {
  const place = folderOf(env().benchDir, violations)
  if (!existsSync(place)) throw new Error(`nothing is loaded in ${place}: npm run bench:load -- ${violations}`)
  const server = await serve(place, { settings: { shared_buffers: '1GB' } })
  try {
    await migrate(server.ownerUrl)
    const sql = postgres(addressOf(place, 'postgres', server.port), { max: 1, onnotice: () => {} })
    const db = open(server.appUrl, 1)
    const person = await castOf(db)
    const [national, bureau, platform] = ['zhou.min@nrta.example', 'chen.li@beijing.example', 'compliance@douyin.example'].map(person) as [
      Actor,
      Actor,
      Actor,
    ]
    const c = await examplesOf(sql)
    const queue = await deepIn(sql, 'waiting', 'due_at', `organization_id = '${bureau.organizationId}' and due_at <> 'infinity'`)
    const reports = await deepIn(sql, 'violations', 'filed_at', `state = 'upheld'`)
    const orders = await deepIn(sql, 'takedown_orders', 'opened_at', 'true')
    const penalties = await deepIn(sql, 'penalties', 'opened_at', `platform_id = '${platform.organizationId}' and state <> 'due'`)
    const filings = await deepIn(sql, 'registrations', 'submitted_at', `submitted_at is not null and state <> 'draft'`)
    const works = await deepIn(sql, 'dramas', 'public_since', 'public_since is not null')
    const entries = await deepIn(sql, 'blacklist_entries', 'listed_at', `state = 'listed'`)
    const asked: Asked[] = [undefined, true].flatMap((deep) => {
      const behind = (after: string | undefined) => (deep ? { after } : {})
      const where = deep ? `50,000 rows deep` : 'first page'
      return [
        { name: `queue of a bureau, ${where}`, actor: bureau, ask: (tx) => queueOf(tx, bureau, behind(queue)) },
        {
          name: `reports before 总局, ${where}`,
          actor: national,
          ask: (tx) => reportsOf(tx, national, { view: 'upheld', ...behind(reports) }),
        },
        { name: `orders, ${where}`, actor: national, ask: (tx, now) => ordersOf(tx, national, { view: 'all', ...behind(orders) }, now) },
        { name: `penalties of a platform, ${where}`, actor: platform, ask: (tx) => penaltiesOf(tx, platform, behind(penalties)) },
        { name: `filings before 总局, ${where}`, actor: national, ask: (tx) => filingsBefore(tx, national, behind(filings)) },
        { name: `public register, ${where}`, actor: visitor, ask: (tx) => worksInRegister(tx, behind(works)) },
        { name: `public blacklist, ${where}`, actor: visitor, ask: (tx) => publicBlacklist(tx, behind(entries)) },
      ] satisfies Asked[]
    })
    asked.push(
      { name: 'counts of a queue', actor: bureau, ask: (tx, now) => queueCounts(tx, bureau, now) },
      { name: 'counts of reports', actor: national, ask: (tx) => reportCounts(tx, national) },
      { name: 'case page of a report', actor: bureau, ask: (tx) => reportByNumber(tx, bureau, c.violation.number) },
      { name: 'search for a rare title by two characters', actor: visitor, ask: (tx) => worksInRegister(tx, { q: c.rare }) },
    )
    const times = new Map<string, number>()
    for (const { name, actor, ask } of asked) {
      const rounds: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const began = performance.now()
        await look(actor, ask, db)
        // The first two rounds warm it up.
        if (round > 1) rounds.push(performance.now() - began)
      }
      times.set(name, median(rounds))
      console.log(`${violations}: ${name} ${times.get(name)!.toFixed(1)} ms`)
    }
    const common = await look(visitor, (tx) => worksInRegister(tx, { q: c.common }), db)
    console.log(
      `${violations}: a search for ${c.common} finds ${common.found} of at most ${SEARCH_LIMIT}${common.capped ? ', and says that there are more' : ''}`,
    )
    await Promise.all([db.$client.end(), sql.end()])
    return times
  } finally {
    await server.stop()
  }
}

const full = Number(process.argv[2] ?? NATIONAL.violations)
const sizes = [BASE, ...[100_000].filter((size) => size < full && existsSync(folderOf(env().benchDir, size))), full]
// What the process itself pays once, loading and compiling, is paid before anything is measured.
await timesAt(BASE)
const measured: { size: number; times: Map<string, number> }[] = []
for (const size of sizes) measured.push({ size, times: await timesAt(size) })
const [base, last] = [measured[0]!.times, measured.at(-1)!.times]
for (const [name, value] of last)
  keepResult({
    name: `growth: ${name}`,
    value: Number(value.toFixed(2)),
    unit: 'ms',
    baseline: Number(base.get(name)!.toFixed(2)),
    ratio: Number((value / base.get(name)!).toFixed(2)),
    goal: GOAL,
    atMost: true,
  })
writeFileSync('bench/growth.svg', chartOf(measured))
console.log(`On ${availableParallelism()} cores; the chart is bench/growth.svg`)
process.exit()
