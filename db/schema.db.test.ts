import { getTableColumns, is, sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import * as schema from './schema'
import { cloneDatabase } from './testing/database'

const { owner } = await cloneDatabase(import.meta.url)
const tables = Object.values(schema).flatMap((one: unknown) => (is(one, PgTable) ? [one] : []))

test('the migrations make exactly the columns, indexes and checks that the schema names', async () => {
  const columns = await owner.execute<{ at: string }>(
    sql`select table_name || '.' || column_name as at from information_schema.columns
      join information_schema.tables using (table_schema, table_name) where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  expect(columns.map(({ at }) => at)).toEqual(
    tables.flatMap((table) => Object.values(getTableColumns(table)).map(({ name }) => `${getTableConfig(table).name}.${name}`)).sort(),
  )
  const named = await owner.execute<{ name: string }>(sql`
    select indexname as name from pg_indexes where schemaname = 'public'
    union select conname from pg_constraint where connamespace = 'public'::regnamespace and contype = 'c'`)
  const made = new Set(named.map(({ name }) => name))
  const wanted = tables.flatMap((table) => {
    const { indexes, checks } = getTableConfig(table)
    return [...indexes.map(({ config }) => config.name ?? ''), ...checks.map(({ name }) => name)]
  })
  expect(wanted.filter((name) => !made.has(name))).toEqual([])
})
