import { and, eq, isNull, ne, notExists, type SQL, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { insertMany } from '@/db/many'
import { dramas, registerNames, reportedNames } from '@/db/schema'
import { underHouse } from '@/db/transaction'
import { ok } from '../kernel/outcome'
import { fold, gramsOf, soundOf, stemOf } from './rules/fold'
import { keptName, type Name } from './rules/names'

const AT_ONCE = 500

/** Says how names sound that were kept before sounds were; an act of the house. Gives how many it found, at most 500 at once. */
export async function soundNames(act: Act) {
  const silent = await act.tx
    .select()
    .from(registerNames)
    .where(and(isNull(registerNames.sound), ne(registerNames.kind, 'number')))
    .limit(AT_ONCE)
  for (const { dramaId, kind, name } of silent)
    await act.tx
      .update(registerNames)
      .set({ sound: soundOf(stemOf(fold(name))) })
      .where(and(eq(registerNames.dramaId, dramaId), eq(registerNames.kind, kind), eq(registerNames.name, name)))
  return ok(silent.length)
}

type Reported = { id: string; title: string; aliases: readonly string[] }

/** Names of works that somebody reports: whoever may see one of them is shown it beside a name that is near. */
export const nameReported = (act: Act, works: readonly Reported[]) =>
  insertMany(
    act.tx,
    reportedNames,
    works.flatMap(({ id, title, aliases }) => {
      const names: Name[] = [{ kind: 'title', name: title }, ...[...new Set(aliases)].map((name) => ({ kind: 'alias' as const, name }))]
      return names.map((name) => ({ dramaId: id, ...keptName(name) }))
    }),
  )

/** Names the works that were reported before their names were kept; an act of the house. Gives how many it found, at most 500 at once. */
export async function nameEarlierReported(act: Act) {
  const named = act.tx.select({ one: sql`1` }).from(reportedNames).where(eq(reportedNames.dramaId, dramas.id))
  const nameless = await act.tx
    .select({ id: dramas.id, title: dramas.title, aliases: dramas.aliases })
    .from(dramas)
    .where(and(eq(dramas.origin, 'reported'), isNull(dramas.publicSince), notExists(named)))
    .limit(AT_ONCE)
  await nameReported(act, nameless)
  return ok(nameless.length)
}

type Unfolded = { id: string; names: string[] }
/** What is found by its name besides works, and what it is called by. */
const NAMED: readonly { table: string; names: SQL }[] = [
  { table: 'organizations', names: sql`array_remove(array[name, short_name, name_en], null)` },
  { table: 'operators', names: sql`array[name, credit_code]` },
  { table: 'mini_programs', names: sql`array[name, app_id]` },
  { table: 'platform_accounts', names: sql`array[handle, account_id]` },
]

/**
 * Folds the names of organizations, operators, mini-programs and accounts that are new or have changed, so that search finds them; an
 * act of the clock. Gives how many it found, at most 500 of each at once.
 */
export async function foldNames(act: Act) {
  await underHouse(act)
  let found = 0
  for (const { table, names } of NAMED) {
    const unfolded = await act.tx.execute<Unfolded>(
      sql`select id, ${names} as names from ${sql.identifier(table)} where grams is null order by id limit ${AT_ONCE} for no key update skip locked`,
    )
    const rows = unfolded.map(({ id, names: called }) => ({ id, grams: [...new Set(called.flatMap((one) => gramsOf(fold(one))))] }))
    if (rows.length > 0)
      await act.tx.execute(sql`update ${sql.identifier(table)} as named set grams = given.grams
        from json_to_recordset(${JSON.stringify(rows)}::json) as given (id uuid, grams text[]) where named.id = given.id`)
    found += rows.length
  }
  return ok(found)
}
