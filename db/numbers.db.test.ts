import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '../lib/kernel/id'
import { cloneDatabase } from './testing/database'

const { owner } = await cloneDatabase(import.meta.url, 1)

/** Cases that have no address of their own and so no number. */
const NUMBERLESS = ['invitations', 'members', 'subject_statements']

/** Every other table of cases, by what the database itself says of its columns. */
const found = (
  await owner.execute<{ name: string }>(sql`
    select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('number', 'state', 'version')) = 3
    order by 1`)
).map(({ name }) => name)
const cases = found.filter((name) => !NUMBERLESS.includes(name))

/** All that would keep a row with nothing but a number out of these tables, so that the triggers alone speak. */
await owner.execute(sql`
  do $$
  declare held record;
  begin
    for held in select conrelid::regclass as at, conname from pg_constraint
      where contype in ('c', 'f') and connamespace = 'public'::regnamespace loop
      execute format('alter table %s drop constraint %I', held.at, held.conname);
    end loop;
    for held in select attrelid::regclass as at, attname from pg_attribute join pg_class c on c.oid = attrelid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and attnum > 0 and attnotnull and attidentity = '' and attgenerated = ''
        and attnum <> all (coalesce((select indkey::int2[] from pg_index where indrelid = c.oid and indisprimary), '{}')) loop
      execute format('alter table %s alter column %I drop not null', held.at, held.attname);
    end loop;
    drop trigger hands_complete on blacklist_entries;
  end $$`)

async function aCase(table: string, state: string, number: string | null) {
  const id = newId()
  await owner.execute(sql`insert into ${sql.identifier(table)} (id, state, number, version) values (${id}, ${state}, ${number}, 1)`)
  return id
}
const broken = (message: string) => ({ cause: { code: '23514', message } })

test('the tables of cases are found', () => {
  expect(found).toEqual(expect.arrayContaining([...NUMBERLESS, 'registrations', 'violations', 'takedown_orders']))
})

test.for(cases)('a number in %s stays, whoever writes', async (table) => {
  const id = await aCase(table, 'open', 'ZZ-2026-0001')
  for (const other of ['ZZ-2026-0002', null])
    await expect(
      owner.execute(sql`update ${sql.identifier(table)} set number = ${other} where id = ${id}`),
      `${other}`,
    ).rejects.toMatchObject(broken('a case number stays'))
  await owner.execute(sql`update ${sql.identifier(table)} set number = 'ZZ-2026-0001', version = 2 where id = ${id}`)
})

test.for(cases)('a case in %s that is no draft has a number when its act ends', async (table) => {
  const without = broken(`${table} without a number`)
  await expect(aCase(table, 'open', null)).rejects.toMatchObject(without)
  const id = await aCase(table, 'draft', null)
  const send = sql`update ${sql.identifier(table)} set state = 'open' where id = ${id}`
  await expect(owner.execute(send)).rejects.toMatchObject(without)
  await owner.transaction(async (tx) => {
    await tx.execute(send)
    await tx.execute(sql`update ${sql.identifier(table)} set number = 'ZZ-2026-0003' where id = ${id}`)
  })
})
