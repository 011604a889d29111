import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { open } from '@/db/client'
import { addressOf } from '@/db/embedded/cluster'
import { serve } from '@/db/embedded/server'
import { migrate } from '@/db/migrate'
import { env, provide } from '@/lib/env'
import { progressOf } from '@/lib/process/progress'
import { enroll, makeDemonstration, onTerminal } from '@/lib/process/seed'
import { copyStories } from './national/copy'
import { folderOf } from './national/folder'
import { NATIONAL, sizeOf } from './national/stories'

/** Nothing is lost by a crash that another run would not make anew. */
const HASTE = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '8GB',
  checkpoint_timeout: '30min',
  shared_buffers: '1GB',
  autovacuum: 'off',
}

const asked = Number(process.argv[2] ?? NATIONAL.violations)
if (!Number.isSafeInteger(asked) || asked < 1000)
  throw new RangeError('how many reports? A whole number from 1000: npm run bench:load -- 10000')
const place = folderOf(env().benchDir, asked)
if (existsSync(place)) {
  console.log(`${asked} reports stand in ${place} already. Delete the folder to load them anew.`)
  process.exit()
}
const began = performance.now()

/** The demonstration that every size is copied from, made once. */
async function demonstration() {
  const made = join(env().benchDir, 'demonstration')
  if (existsSync(made)) return made
  const making = `${made}.new`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true, mode: 0o700 })
  provide({ DATA_DIR: making })
  const server = await serve(making, { settings: HASTE })
  try {
    await migrate(server.ownerUrl)
    const db = open(server.appUrl, 2)
    await enroll(db)
    await makeDemonstration(db, console.log, { follow: onTerminal })
    await db.$client.end()
  } finally {
    await server.stop()
  }
  renameSync(making, made)
  return made
}

const making = `${place}.new`
rmSync(making, { recursive: true, force: true })
cpSync(await demonstration(), making, { recursive: true })
chmodSync(join(making, 'postgres'), 0o700)
const server = await serve(making, { settings: HASTE })
try {
  await migrate(server.ownerUrl)
  const sql = postgres(addressOf(making, 'postgres', server.port), {
    max: 2,
    onnotice: () => {},
    connection: { session_replication_role: 'replica', maintenance_work_mem: '1GB', work_mem: '256MB' },
  })
  const labels = ['Loading', 'Building indexes']
  const units = ['rows', 'indexes']
  const written = await copyStories(sql, sizeOf(asked), (total) => progressOf(labels.shift()!, units.shift()!, total))
  console.log('Gathering statistics …')
  await sql`vacuum analyze`
  await sql`checkpoint`
  await sql.end()
  writeFileSync(`${making}/loaded.json`, `${JSON.stringify(written, null, 2)}\n`)
} finally {
  await server.stop()
}
renameSync(making, place)
console.log(`Loaded in ${Math.round((performance.now() - began) / 1000)} s: ${place}`)
process.exit()
