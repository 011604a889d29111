import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import postgres from 'postgres'
import { open } from '@/db/client'
import { freePort } from '@/db/embedded/port'
import { serve } from '@/db/embedded/server'
import { reported } from '@/db/testing/reports'
import { scratch } from '@/db/testing/scratch'
import { settle } from '@/e2e/drill/acts'
import { healthy, stopped, supervise } from '@/e2e/drill/portal'
import { newTitle } from '@/e2e/drill/stories'
import { type Visitor, visit } from '@/e2e/drill/visitor'
import { perform } from '@/lib/perform'
import { openDraft } from '@/lib/violation/commands/draft'
import { fileViolation } from '@/lib/violation/commands/file'
import { knownTo } from './acts/plain'
import { writtenBy } from './acts/written'
import { median, rate } from './pace'
import { keepResult } from './results'

const AT_ONCE = 8
const ROUNDS = 5
const PAGES = 120
const FILINGS = 120
const ROWS = 50
/** 60 KB of HTML before compression. */
const BYTES = 60 * 1024
const BARE = 'bench/bare'
const NEXT = 'node_modules/next/dist/bin/next'

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
/** Reads a page to its end and throws it away: the client costs as little as it can. */
const get = (address: string, cookie: string) =>
  new Promise<void>((done, failed) => {
    const asked = request(address, { agent, headers: { cookie, accept: 'text/html' } }, (answer) => {
      if (answer.statusCode !== 200) failed(new Error(`${address} answers ${answer.statusCode}`))
      answer.resume().on('end', done)
    })
    asked.on('error', failed).end()
  })

/** Measured by turns, so that what else the machine does weighs on both; the first round warms both up. */
async function beside(name: string, goal: number, unit: string, ours: () => Promise<number>, theirs: () => Promise<number>) {
  const rates: { value: number; baseline: number }[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [baseline, value] = [await theirs(), await ours()]
    if (round > 0) rates.push({ value, baseline })
  }
  keepResult({
    name,
    value: Number(median(rates.map(({ value }) => value)).toFixed(1)),
    unit,
    baseline: Number(median(rates.map(({ baseline }) => baseline)).toFixed(1)),
    ratio: Number(median(rates.map(({ value, baseline }) => value / baseline)).toFixed(2)),
    goal,
    atMost: false,
  })
}

const directory = scratch('bench-')
const server = await serve(directory)
const running: ReturnType<typeof spawn>[] = []
let portal: ReturnType<typeof supervise> | undefined
try {
  const as = await settle(server)
  const db = open(server.appUrl, 4)
  const watcher = postgres(server.ownerUrl, { max: 1, onnotice: () => {} })
  const filer = as('compliance@kuaishou.example')
  const drafted = async () => {
    const opened = await perform(openDraft, filer, undefined, { on: db })
    if (!opened.ok) throw new Error(opened.code)
    return opened.value.id
  }
  const filed = async (id: string) => {
    const outcome = await perform(fileViolation, filer, reported(id, 1, { seenOn: '2025-01-01', title: newTitle() }), {
      on: db,
      key: randomUUID(),
    })
    if (!outcome.ok) throw new Error(outcome.code)
  }
  const drafts = async (count: number) => {
    const ids: string[] = []
    while (ids.length < count) ids.push(await drafted())
    return ids
  }
  // As many rows as a page holds, and more behind it.
  for (const id of await drafts(ROWS * 2)) await filed(id)
  const sample = await drafted()
  const known = await knownTo(watcher)
  const changes = await writtenBy(watcher, () => filed(sample))
  const recipe = join(directory, 'recipe.json')
  writeFileSync(recipe, JSON.stringify({ changes, sample, ids: [...known.ids], numbers: [...known.numbers] }))

  const building = spawn(process.execPath, [NEXT, 'build', BARE], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if ((await once(building, 'exit'))[0] !== 0) throw new Error('the bare app was not built')
  const [port, barePort] = [await freePort(), await freePort()]
  const [origin, bare] = [`http://localhost:${port}`, `http://localhost:${barePort}`]
  portal = supervise(port, directory, server)
  running.push(
    spawn(process.execPath, [NEXT, 'start', BARE, '-p', String(barePort), '-H', '127.0.0.1'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: server.appUrl, RECIPE: recipe },
    }),
  )
  await Promise.all([healthy(origin), healthy(bare, '/file')])

  const bureau = visit(origin)
  await bureau.signIn('chen.li@beijing.example')
  const [session] = await watcher<
    { hash: string }[]
  >`select sid_hash as hash from sessions where ended_at is null order by signed_in_at desc limit 1`
  const { page } = await bureau.ask('/regulator/queue')
  const rowsIn = (html: string) => html.match(/<tr data-row=/g)?.length ?? 0
  if (rowsIn(page) !== ROWS) throw new Error(`the queue shows ${rowsIn(page)} rows`)
  const pages = Array.from({ length: PAGES }, () => '/regulator/queue')
  await beside(
    'http: the queue of a bureau, 8 at once',
    0.7,
    'pages/s',
    () => rate(pages, AT_ONCE, (path) => get(origin + path, bureau.cookies())),
    () => rate(pages, AT_ONCE, () => get(`${bare}/queue`, `sid=${session!.hash}`)),
  )
  const bytes = Buffer.byteLength(page)
  console.log(`the queue: ${bytes} bytes of HTML, ${gzipSync(page).length} compressed`)
  keepResult({
    name: 'http: HTML of the queue',
    value: bytes,
    unit: 'bytes',
    baseline: BYTES,
    ratio: Number((bytes / BYTES).toFixed(2)),
    goal: 1,
    atMost: true,
  })

  const people: Visitor[] = []
  for (let i = 0; i < AT_ONCE; i += 1) {
    const who = visit(origin)
    await who.signIn('compliance@kuaishou.example')
    people.push(who)
  }
  const stranger = visit(bare)
  const typed = (title: string) => ({
    do: 'file',
    work: 'new',
    title,
    stage: 'after_airing',
    seenOn: '2025-01-01',
    'places.rows.0.episode': '12',
    'places.rows.0.start': '00:38',
    'places.rows.0.end': '01:02',
    'places.rows.0.note': '擦边镜头',
    items: 'V04-02',
    description: '以衣着暴露镜头作片头。',
    links: 'https://example.cn/v/1',
  })
  const done = async (send: Awaited<ReturnType<Visitor['fill']>>) => {
    const { status, to } = await send()
    if (status !== 303) throw new Error(`a filing is answered ${status} ${to}`)
  }
  const forms = async (
    who: (n: number) => Visitor,
    path: (id: string) => string,
    mark: string,
    fields: (id: string) => Record<string, string>,
  ) => {
    const ready = []
    for (const [n, id] of (await drafts(FILINGS)).entries()) ready.push(await who(n).fill(path(id), mark, fields(id)))
    return ready
  }
  await beside(
    'http: filing a report, 8 at once',
    0.6,
    'acts/s',
    async () =>
      rate(
        await forms(
          (n) => people[n % AT_ONCE]!,
          (id) => `/draft/${id}`,
          'value="file"',
          () => typed(newTitle()),
        ),
        AT_ONCE,
        done,
      ),
    async () =>
      rate(
        await forms(
          () => stranger,
          () => '/file',
          'name="id"',
          (id) => ({ id, ...typed('夜宴') }),
        ),
        AT_ONCE,
        done,
      ),
  )
  console.log(`On ${availableParallelism()} cores`)
  await Promise.all([watcher.end(), db.$client.end()])
} finally {
  for (const one of running) one.kill('SIGTERM')
  if (portal) await stopped(portal)
  await server.stop()
  rmSync(directory, { recursive: true, force: true, maxRetries: 20 })
}
process.exit()
