import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import type { Change, Row } from './written'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** What numbers drawn in an act come from. */
const SEQUENCES: Record<string, string> = { JB: 'violation_numbers', ZP: 'drama_codes' }
const NUMBER = /\b(JB|ZP)-(\d{4})-(\d+)\b/g

/** What stood in the database before an act: neither made nor numbered by it. */
export type Known = { ids: ReadonlySet<string>; numbers: ReadonlySet<string> }

export async function knownTo(sql: postgres.Sql): Promise<Known> {
  const ids = await sql<{ id: string }[]>`
    select id::text from organizations union select id::text from members union select id::text from violations union select id::text from dramas
    union select id::text from takedown_orders union select id::text from blacklist_entries union select id::text from mini_programs`
  const numbers = await sql<{ number: string }[]>`select number from violations where number is not null union select code from dramas`
  return { ids: new Set(ids.map(({ id }) => id)), numbers: new Set(numbers.map(({ number }) => number)) }
}

/**
 * The writing that an act did, done again for another case by plain statements: one for each table and kind of change, none awaited
 * before the next is sent, by the same role under the same policies and triggers, its numbers drawn from the same sequences.
 */
export function plainly(changes: Change[], sample: string, known: Known) {
  const text = JSON.stringify(changes)
  const drawn = [...new Set([...text.matchAll(NUMBER)].map(([number]) => number))].filter((number) => !known.numbers.has(number))
  return (sql: postgres.Sql, id: string) =>
    sql.begin(async (tx) => {
      const context = tx`select set_config('app.kind', 'house', true)`
      const numbers = new Map<string, string>()
      for (const number of drawn) {
        const [, prefix, year, digits] = /^(\w+)-(\d+)-(\d+)$/.exec(number)!
        const [row] = await tx<{ n: string }[]>`select nextval(${SEQUENCES[prefix!]!}) as n`
        numbers.set(number, `${prefix}-${year}-${row!.n.padStart(digits!.length, '0')}`)
      }
      await context
      const ids = new Map([[sample, id]])
      const renamed = (one: string) =>
        one
          .replace(UUID, (old) => {
            if (known.ids.has(old) && old !== sample) return old
            if (!ids.has(old)) ids.set(old, randomUUID().replace(/^(.{14})4/, '$17'))
            return ids.get(old)!
          })
          .replace(NUMBER, (old) => numbers.get(old) ?? old)
      const value = (one: unknown): unknown => {
        if (typeof one === 'string') return renamed(one)
        if (Array.isArray(one)) return one.map(value)
        if (one && typeof one === 'object' && !(one instanceof Date)) return JSON.parse(renamed(JSON.stringify(one)))
        return one
      }
      const anew = (row: Row) =>
        Object.fromEntries(Object.entries(row).map(([name, one]) => [name, name === 'key' ? randomUUID() : value(one)])) as Record<
          string,
          string
        >
      const where = (row: Record<string, string>) =>
        Object.entries(row).map(([name, one], n) => (n === 0 ? tx`${tx(name)} = ${one}` : tx`and ${tx(name)} = ${one}`))
      await Promise.all(
        changes.flatMap(({ table, inserted, updated, deleted }) => [
          ...(inserted.length > 0 ? [tx`insert into ${tx(table)} ${tx(inserted.map(anew))}`] : []),
          ...updated.map(({ where: key, set }) => tx`update ${tx(table)} set ${tx(anew(set))} where ${where(anew(key))}`),
          ...deleted.map((key) => tx`delete from ${tx(table)} where ${where(anew(key))}`),
        ]),
      )
    })
}
