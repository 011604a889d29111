import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, expect, inject, onTestFinished, test } from 'vitest'
import { type Db, open } from '@/db/client'
import { cloneDatabase } from '@/db/testing/database'
import { hashPassword } from '@/lib/kernel/secret'
import { check } from './check'
import { bringUpToDate } from './database'
import { NotFit } from './not-fit'

const { db, owner, url } = await cloneDatabase(import.meta.url, 1)
const root = postgres(inject('template').url, { max: 1, onnotice: () => {} })
afterAll(() => root.end())
const named = (address: string, database: string) => Object.assign(new URL(address), { pathname: `/${database}` }).href
const ownerUrl = named(inject('template').ownerUrl, new URL(url).pathname.slice(1))

async function emptyDatabase() {
  const name = `${new URL(url).pathname.slice(1)}_empty`
  await root.unsafe(`create database ${name} owner portal_owner`)
  onTestFinished(async () => void (await root.unsafe(`drop database ${name} with (force)`)))
  return { ownerUrl: named(inject('template').ownerUrl, name) }
}

/** Tests run on a server that does not wait for its disk, which is the very thing to be refused. */
const HASTE = ['fsync is off', 'full_page_writes is off', 'synchronous_commit is off']

const faults = (on: Db, demo = true) =>
  check(on, demo).then(
    () => [],
    (error: Error) => {
      expect(error).toBeInstanceOf(NotFit)
      return error.message.split('\n').filter((line) => !HASTE.some((off) => line.startsWith(off)))
    },
  )

async function as(role: string, attributes: string) {
  await root.unsafe(`drop role if exists ${role}`)
  await root.unsafe(`create role ${role} login password 'x' ${attributes}`)
  await root.unsafe(`grant portal_app to ${role}`)
  await root.unsafe(`grant connect on database ${new URL(url).pathname.slice(1)} to ${role}`)
  const own = open(Object.assign(new URL(url), { username: role, password: 'x' }).href, 1)
  onTestFinished(async () => {
    await own.$client.end()
    await root.unsafe(`drop owned by ${role}`).catch(() => {})
    await root.unsafe(`revoke connect on database ${new URL(url).pathname.slice(1)} from ${role}`)
    await root.unsafe(`drop role ${role}`)
  })
  return own
}

test('a server that may lose what it acknowledged is refused, each setting by its name', async () => {
  await expect(check(db, true)).rejects.toThrow(new RegExp(HASTE.join('.*\\n')))
})

test('the app’s role on a current database has no other fault', async () => {
  expect(await faults(db)).toEqual([])
})

test('the owner is refused', async () => {
  expect(await faults(owner)).toEqual([expect.stringMatching(/^The role portal_owner owns the table \w+.*DATABASE_URL/)])
})

test.for([
  ['check_super', 'superuser', /^The role check_super is a superuser/],
  ['check_bypass', 'bypassrls', /^The role check_bypass has BYPASSRLS/],
  ['check_member', 'in role portal_owner', /^The role check_member owns the table/],
] as const)('%s, being %s, is refused', async ([role, attributes, refusal]) => {
  expect(await faults(await as(role, attributes))).toEqual([expect.stringMatching(refusal)])
})

test('a role that is the owner is refused before anything is granted, so that the database stays as usable as it was', async () => {
  const role = decodeURIComponent(new URL(ownerUrl).username)
  await expect(bringUpToDate(owner, { appUrl: ownerUrl, ownerUrl })).rejects.toThrow(
    /^The role portal_owner owns the table \w+.*DATABASE_URL/,
  )
  const writes = async (table: string) =>
    (await owner.execute<{ may: boolean }>(sql`select has_table_privilege(${role}, ${table}, 'insert') as may`))[0]?.may
  expect([await writes('tier_rules'), await writes('events')]).toEqual([true, true])
})

test('a role that may act for whoever is to own the tables is refused on an empty database too', async () => {
  const empty = await emptyDatabase()
  const own = open(empty.ownerUrl, 1)
  onTestFinished(() => own.$client.end())
  await expect(bringUpToDate(own, { appUrl: empty.ownerUrl, ownerUrl: empty.ownerUrl })).rejects.toThrow(
    /^The role portal_owner owns the database or may act for its owner/,
  )
})

test('an owner that lost rights on its own tables has them back with the next start', async () => {
  await owner.execute(sql.raw('revoke all on tier_rules, deadlines, events from portal_owner'))
  await bringUpToDate(db, { appUrl: url, ownerUrl })
  expect(await owner.execute(sql`select has_table_privilege('tier_rules', 'insert') as may`)).toEqual([{ may: true }])
})

test('demonstration data is refused in production and welcome in a demonstration', async () => {
  const names =
    /^The database holds demonstration data: \d+ organizations of the demonstration, such as .+; \d+ members .*such as \S+@\S+\.example.*DEMO=1/
  expect(await faults(db, false)).toEqual([expect.stringMatching(names)])
  expect(await faults(db)).toEqual([])
})

/** What is left of a demonstration whose traces somebody tried to take away, one mark after the other. */
test('each mark of a demonstration is refused in production by itself, and so is its password without any mark', async () => {
  await owner.execute(sql`insert into demonstrations (begun_at) values (now())`)
  await owner.execute(sql`update organizations set demonstration = false`)
  expect(await faults(db, false)).toEqual([
    expect.stringMatching(/holds demonstration data: \d+ members with the demonstration’s password/),
  ])
  await owner.execute(sql`update member_secrets set demonstration = false`)
  expect(await faults(db, false)).toEqual([
    expect.stringMatching(/: \d+ members with the demonstration’s password, such as \S+\.example; the note in the table demonstrations/),
  ])
  await owner.execute(sql`delete from demonstrations`)
  expect(await faults(db, false)).toEqual([expect.stringMatching(/data: \d+ members with the demonstration’s password, such as/)])
  await owner.execute(sql`update member_secrets set password_hash = ${await hashPassword('three ferries at dawn')}`)
  expect(await faults(db, false)).toEqual([])
})

test('a clock that is moved for tests is refused', async () => {
  await owner.execute(sql`insert into test_clock values (1, 3600)`)
  expect(await faults(db)).toEqual([expect.stringMatching(/clock is moved.*test_clock/)])
  await owner.execute(sql`delete from test_clock`)
})

test('a database that lacks migrations asks for its owner', async () => {
  await owner.execute(
    sql`delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`,
  )
  expect(await faults(db)).toEqual([expect.stringMatching(/lacks 1 migration.*DATABASE_OWNER_URL/)])
})
