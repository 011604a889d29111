import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, inject, test } from 'vitest'
import { cloneDatabase } from '@/db/testing/database'
import { scratch } from '@/db/testing/scratch'
import { freePort } from '../../db/embedded/port'
import { NotFit } from './not-fit'
import { listenable, portRefusal, reachAll } from './surroundings'

const { url } = await cloneDatabase(import.meta.url, 1)
const dataDir = scratch('surroundings-')
const root = postgres(inject('template').url, { max: 1, onnotice: () => {} })
afterAll(() => root.end())

const differing = (change: Partial<URL>) => Object.assign(new URL(url), change).href
const refusal = (databaseUrl: string | undefined, folder = dataDir) =>
  reachAll({ dataDir: folder, databaseUrl, databaseOwnerUrl: undefined }).then(
    () => null,
    (error: Error) => {
      expect(error).toBeInstanceOf(NotFit)
      return error.message
    },
  )

test('what is there is not refused', async () => {
  expect(await refusal(url)).toBeNull()
  expect(await refusal(undefined, join(dataDir, 'made', 'on the way'))).toBeNull()
})

test('a database that cannot be had is named by its setting, in words and without its password', async () => {
  const nowhere = await refusal(differing({ port: String(await freePort()), password: 'secret-of-the-role' }))
  expect(nowhere).toMatch(/^DATABASE_URL: no database answers at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)/)
  expect(nowhere).not.toContain('secret-of-the-role')
  expect(await refusal(differing({ pathname: '/nowhere' }))).toMatch(/^DATABASE_URL: .*(there is no database nowhere|may not connect)/)
  expect(await refusal(differing({ password: 'wrong' }))).toMatch(/^DATABASE_URL: .*does not let the role portal_app in/)
  await expect(reachAll({ dataDir, databaseUrl: url, databaseOwnerUrl: differing({ username: 'nobody_here' }) })).rejects.toThrow(
    /^DATABASE_OWNER_URL: .*nobody_here/,
  )
})

test('a database in another encoding, and an owner’s address that leads to another database, are refused by their setting', async () => {
  const [encoded, other] = [`encoded_${process.pid}`, `other_${process.pid}`]
  await root.unsafe(`create database ${encoded} template template0 encoding 'SQL_ASCII' locale 'C'`)
  await root.unsafe(`create database ${other}`)
  try {
    const sent = (database: string) => Object.assign(new URL(inject('template').url), { pathname: `/${database}` }).href
    expect(await refusal(sent(encoded))).toMatch(/^DATABASE_URL: the database is encoded in SQL_ASCII/)
    await expect(reachAll({ dataDir, databaseUrl: url, databaseOwnerUrl: sent(other) })).rejects.toThrow(
      'DATABASE_OWNER_URL names another database than DATABASE_URL',
    )
    const same = Object.assign(new URL(inject('template').url), { pathname: new URL(url).pathname }).href
    await expect(reachAll({ dataDir, databaseUrl: url, databaseOwnerUrl: same })).resolves.toBeUndefined()
  } finally {
    await root.unsafe(`drop database ${encoded}`)
    await root.unsafe(`drop database ${other}`)
  }
})

test.for<[what: string, place: () => string]>([
  ['a file', () => join(dataDir, 'file')],
  ['a folder below a file', () => join(dataDir, 'file', 'below')],
  ['a folder below one that takes no other in', () => '/proc/nowhere/below'],
  ['a folder that takes nothing in', () => '/proc'],
])('%s is refused at the start, by the name of the setting', async ([, place]) => {
  writeFileSync(join(dataDir, 'file'), '', { mode: 0o777 })
  const [before, after] = (await refusal(undefined, place()))!.split(/E[A-Z]+/)
  expect([before, after]).toEqual([`DATA_DIR: ${place()} is no folder that can be written to (`, '). Let DATA_DIR name another.'])
})

test('a port that is taken, one that is not open to the user and a host that is not here are told apart', async () => {
  const server = createServer()
  const port = await new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)))
  await expect(listenable({ port, host: '127.0.0.1' })).rejects.toThrow(`PORT ${port} is taken on 127.0.0.1`)
  await new Promise((done) => server.close(done))
  await expect(listenable({ port, host: '203.0.113.1' })).rejects.toThrow(/^HOST 203\.0\.113\.1 is no address of this machine/)
  expect(portRefusal('EACCES', 80, '127.0.0.1')).toMatch(/^PORT 80 is not open to this user.*PORT=3000/)
  expect(portRefusal('EMFILE', 80, '127.0.0.1')).toBeUndefined()
})
