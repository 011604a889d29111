import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Act, underHouse } from '@/db/act'
import { facts } from '@/db/schema'
import { factsOf, isCounted, voidedBy } from './queries/facts'

/** Writes down what can be counted of all that an act did, in one go at its end; what it took back is voided. */
export async function keepFacts(act: Act) {
  const counted = act.events.filter(({ name }) => isCounted(name)).map((event) => ({ ...event, at: act.now }))
  if (counted.length === 0) return
  await underHouse(act)
  for (const event of counted) {
    const taken = voidedBy(event)
    if (taken)
      await act.tx
        .update(facts)
        .set({ voidedBy: event.id, voidedIn: sql`pg_current_xact_id()` })
        .where(
          and(
            eq(facts.caseId, event.subjectId),
            inArray(facts.what, taken.whats),
            taken.standing ? eq(facts.standing, taken.standing) : undefined,
            isNull(facts.voidedBy),
          ),
        )
  }
  const rows = await factsOf(act.tx, counted)
  if (rows.length > 0) await act.tx.insert(facts).values(rows)
}
