import type postgres from 'postgres'

export type Row = Record<string, unknown>
/** What an act left in one table: new rows, what other values a row has by its key, the keys of rows that are gone. */
export type Change = { table: string; inserted: Row[]; updated: { where: Row; set: Row }[]; deleted: Row[] }
type Table = { name: string; columns: string[]; key: string[] }

/** Every table with the columns that can be written and its key, each after those that it points to. */
async function tablesOf(sql: postgres.Sql): Promise<Table[]> {
  const tables = await sql<Table[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns,
      coalesce((select array_agg(k.attname::text) from pg_index i join pg_attribute k on k.attrelid = c.oid and k.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary and k.attidentity = ''), array['id']) as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.attidentity = '' and a.atttypid <> 'xid8'::regtype group by c.oid, c.relname`
  const points = await sql<{ from: string; to: string }[]>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint where contype = 'f' and conrelid <> confrelid`
  const depth = (name: string): number => Math.max(0, ...points.filter(({ from }) => from === name).map(({ to }) => depth(to) + 1))
  return tables.toSorted((a, b) => depth(a.name) - depth(b.name))
}

const pick = (row: Row, columns: string[]): Row => Object.fromEntries(columns.map((column) => [column, row[column]]))

async function rowsOf(sql: postgres.Sql, { name, columns, key }: Table) {
  const rows = await sql<Row[]>`select ${sql(columns)} from ${sql(name)}`
  return new Map(rows.map((row) => [JSON.stringify(pick(row, key)), row]))
}

/** Lets an act happen and says what it wrote, table by table, read off the whole database before and after it. What triggers write beside it they write for everybody. */
export async function writtenBy(sql: postgres.Sql, act: () => Promise<unknown>): Promise<Change[]> {
  const tables = (await tablesOf(sql)).filter(({ name }) => name !== 'total_changes')
  const before = new Map<string, Map<string, Row>>()
  for (const table of tables) before.set(table.name, await rowsOf(sql, table))
  await act()
  const changes: Change[] = []
  for (const table of tables) {
    const { name, columns, key } = table
    const [was, is] = [before.get(name)!, await rowsOf(sql, table)]
    const change: Change = {
      table: name,
      inserted: [],
      updated: [],
      deleted: [...was].filter(([id]) => !is.has(id)).map(([, row]) => pick(row, key)),
    }
    for (const [id, row] of is) {
      const old = was.get(id)
      const moved = old && columns.filter((column) => JSON.stringify(old[column]) !== JSON.stringify(row[column]))
      if (!moved) change.inserted.push(row)
      else if (moved.length > 0) change.updated.push({ where: pick(row, key), set: pick(row, moved) })
    }
    if (change.inserted.length + change.updated.length + change.deleted.length > 0) changes.push(change)
  }
  return changes
}
