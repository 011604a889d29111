import { and, eq, isNull, ne, notExists, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { insertMany } from '@/db/many'
import { dramas, registerNames, reportedNames } from '@/db/schema'
import { ok } from '../kernel/outcome'
import { fold, soundOf, stemOf } from './rules/fold'
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
