import { expect, test } from 'vitest'
import { cloneDatabase } from './database'

const { db, url, owner } = await cloneDatabase(import.meta.url)

test('the app comes as a role that owns nothing and is bound by row-level security', async () => {
  const [role] = await db.execute(
    'select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
  )
  expect(role).toEqual({ rolname: 'portal_app', rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false })
  expect(new URL(url).username).toBe('portal_app')
  expect([
    ...(await db.execute("select relname from pg_class where relowner = (select oid from pg_roles where rolname = 'portal_app')")),
  ]).toEqual([])
  await expect(db.execute('create table mine (id int)')).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('the owner may change the schema, of this clone alone', async () => {
  await owner.execute('create table probe (id int)')
  const [clone] = await owner.execute("select current_database() as name, to_regclass('probe') is not null as there")
  expect(clone).toEqual({ name: new URL(url).pathname.slice(1), there: true })
})

test('twenty racers run at the same time', async () => {
  const began = performance.now()
  const racers = await Promise.all(Array.from({ length: 20 }, () => db.execute('select pg_backend_pid() as pid, pg_sleep(0.2)')))
  expect(new Set(racers.map(([row]) => row?.pid)).size).toBe(20)
  expect(performance.now() - began).toBeLessThan(2000)
})
