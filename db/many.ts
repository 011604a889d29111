import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from './client'

const columnsOf = (table: PgTable, names: readonly string[]) => {
  const columns = getTableColumns(table) as Record<string, AnyPgColumn>
  return names.map((name) => [name, columns[name]!] as const)
}
const written = (value: unknown) =>
  value instanceof Date ? value.toISOString() : typeof value === 'bigint' ? String(value) : (value ?? null)
const recordsOf = (columns: readonly (readonly [string, AnyPgColumn])[], rows: readonly Record<string, unknown>[]) =>
  JSON.stringify(rows.map((row) => Object.fromEntries(columns.map(([name, column]) => [column.name, written(row[name])]))))
const listed = (columns: readonly (readonly [string, AnyPgColumn])[]) =>
  sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  )

/**
 * Inserts many rows by one statement with one parameter, however many they are; thousands of parameters cost more than the rows.
 * What one row names and another does not is null there. `onConflict` as in SQL. Gives how many were inserted.
 */
export async function insertMany<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
  onConflict?: SQL,
): Promise<number> {
  if (rows.length === 0) return 0
  const columns = columnsOf(table, [...new Set(rows.flatMap((row) => Object.keys(row)))])
  const given = recordsOf(columns, rows as readonly Record<string, unknown>[])
  const done = await tx.execute(
    sql`insert into ${table} (${listed(columns)}) select ${listed(columns)} from json_populate_recordset(null::${table}, ${given}::json) ${onConflict ?? sql``}`,
  )
  return done.count
}

/** Sets the named columns of many rows, each to its own values, found by `by`; one statement, one parameter. Gives how many were there. */
export async function setMany<T extends PgTable>(
  tx: Tx,
  table: T,
  by: readonly (keyof T['$inferSelect'] & string)[],
  rows: readonly Partial<T['$inferSelect']>[],
  where: SQL = sql`true`,
): Promise<number> {
  if (rows.length === 0) return 0
  const columns = columnsOf(table, Object.keys(rows[0]!))
  const keys = columns.filter(([name]) => by.includes(name))
  const set = columns.filter(([name]) => !by.includes(name))
  const done = await tx.execute(sql`update ${table} set ${sql.join(
    set.map(([, column]) => sql`${sql.identifier(column.name)} = given.${sql.identifier(column.name)}`),
    sql`, `,
  )} from json_populate_recordset(null::${table}, ${recordsOf(columns, rows as readonly Record<string, unknown>[])}::json) as given
    where ${sql.join(
      keys.map(([, column]) => sql`${column} = given.${sql.identifier(column.name)}`),
      sql` and `,
    )} and ${where}`)
  return done.count
}
