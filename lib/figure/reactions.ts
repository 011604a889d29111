import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { insertMany, setMany } from '@/db/many'
import { facts } from '@/db/schema'
import { type Act, underHouse } from '@/db/transaction'
import { factsOf, isCounted, voidedBy } from './queries/facts'

/** Writes down what can be counted of all that an act did, in one go at its end; what it took back is voided. */
export async function keepFacts(act: Act) {
  const counted = act.events.filter(({ name }) => isCounted(name)).map((event) => ({ ...event, at: act.now }))
  if (counted.length === 0) return
  await underHouse(act)
  for (const [name, events] of Map.groupBy(counted, (event) => event.name)) {
    const taken = voidedBy({ name })
    if (!taken) continue
    const byCase = new Map(events.map(({ id, subjectId }) => [subjectId, id]))
    const standing = await act.tx
      .select({ eventId: facts.eventId, n: facts.n, caseId: facts.caseId, xid: sql<string>`pg_current_xact_id()::text` })
      .from(facts)
      .where(
        and(
          inArray(facts.caseId, [...byCase.keys()]),
          inArray(facts.what, taken.whats),
          taken.standing ? eq(facts.standing, taken.standing) : undefined,
          isNull(facts.voidedBy),
        ),
      )
    await setMany(
      act.tx,
      facts,
      ['eventId', 'n'],
      standing.map(({ eventId, n, caseId, xid }) => ({ eventId, n, voidedBy: byCase.get(caseId)!, voidedIn: xid })),
    )
  }
  const rows = await factsOf(act.tx, counted)
  await insertMany(act.tx, facts, rows)
}
