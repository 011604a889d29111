import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { scratch } from '../testing/scratch'
import { ServedElsewhere } from './lock'
import { postmaster, processesOf } from './remains'
import { attach, type Server, serve } from './server'

const HASTE = { settings: { fsync: 'off' } }
const directory = scratch('embedded-')
const data = join(directory, 'postgres')
let server: Server
beforeAll(async () => {
  server = await serve(directory, HASTE)
})
afterAll(async () => {
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
})

async function ask(url: string, query: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await sql.unsafe(query)
  } finally {
    await sql.end()
  }
}

test('Chinese is text, blocks are checked, and nobody comes in without the kept password', async () => {
  const [settings] = await ask(
    server.appUrl,
    "select current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses, upper('é微短剧') as text",
  )
  expect(settings).toEqual({ encoding: 'UTF8', checksums: 'on', addresses: '127.0.0.1', text: 'É微短剧' })
  await expect(ask(server.appUrl.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
  for (const name of ['postgres', 'portal_owner', 'portal_app'])
    expect(statSync(join(directory, `${name}.secret`)).mode & 0o777).toBe(0o600)
})

test('a directory is served by one process at a time, and others may attach to it', async () => {
  await expect(serve(directory, HASTE)).rejects.toBeInstanceOf(ServedElsewhere)
  expect(await attach(directory)).toEqual({ ownerUrl: server.ownerUrl, appUrl: server.appUrl })
})

test('a foreign server on the port is not taken for ours', async () => {
  const other = scratch('embedded-')
  onTestFinished(() => rmSync(other, { recursive: true, force: true }))
  const stopped = await serve(other, HASTE)
  const file = join(other, 'postgres/postmaster.pid')
  const lines = readFileSync(file, 'utf8').split('\n')
  await stopped.stop()
  expect(await attach(other)).toBeUndefined()
  lines[3] = new URL(inject('template').url).port
  writeFileSync(file, lines.join('\n'))
  expect(await attach(other)).toBeUndefined()
})

test.runIf(process.platform === 'linux')(
  'after a kill -9 of all it starts again, even where its number is now somebody else’s',
  async () => {
    await ask(server.ownerUrl, 'create table if not exists kept (id int); insert into kept values (1)')
    while (processesOf(data).length) for (const pid of processesOf(data)) process.kill(pid, 'SIGKILL')
    await server.exited
    const file = join(data, 'postmaster.pid')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.ppid)))
    const { port } = server
    server = await serve(directory, { ...HASTE, port })
    expect(server.port).toBe(port)
    expect(await ask(server.ownerUrl, 'select id from kept')).toHaveLength(1)
  },
)

test.runIf(process.platform === 'linux')('a kill -9 of its supervisor stops it cleanly, and the next start waits for that', async () => {
  await server.stop()
  const script = `import('./db/embedded/server.ts').then(({ serve }) => serve(${JSON.stringify(directory)})).then(() => { console.log('ready'); setInterval(() => {}, 1000) })`
  const supervisor = spawn(process.execPath, ['--import', 'tsx', '--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(supervisor.stdout, 'data')
  const { pid } = postmaster(data)
  supervisor.kill('SIGKILL')
  await once(supervisor, 'exit')
  server = await serve(directory, HASTE)
  expect(server.pid).not.toBe(pid)
  expect(readFileSync(join(directory, 'postgres.log'), 'utf8')).toMatch(new RegExp(`\\[${pid}\\] LOG: {2}database system is shut down`))
})
