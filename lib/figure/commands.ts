import { sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { facts } from '@/db/schema'
import { ok } from '../kernel/outcome'
import { positionNow } from './queries/figure'
import { derivedAt } from './queries/recount'

/** Counts what happened before the record of facts was kept; an act of the clock. Gives how many facts it wrote; again, none. */
export async function countPast(act: Act) {
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtext('facts'))`)
  const [kept] = await act.tx.select({ one: sql`1` }).from(facts).limit(1)
  if (kept) return ok(0)
  const derived = [...(await derivedAt(act.tx, await positionNow(act.tx))).values()]
  for (const { voidedBy = null, ...fact } of derived)
    await act.tx.insert(facts).values({ ...fact, voidedBy, voidedIn: voidedBy ? sql`pg_current_xact_id()` : null })
  return ok(derived.length)
}

const AT_ONCE = 20_000
/** Folds into the totals what acts have changed since, at most 20,000 changes at once; an act of the clock. Gives how many there were. */
export async function foldTotals(act: Act) {
  const [row] = await act.tx.execute<{ folded: number }>(sql`select fold_totals(${AT_ONCE}) as folded`)
  return ok(row!.folded)
}
