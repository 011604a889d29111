import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { registerNames } from '@/db/schema'
import { ok } from '../kernel/outcome'
import { fold, soundOf, stemOf } from './rules/fold'

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
