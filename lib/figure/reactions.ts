import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Act, underHouse } from '@/db/act'
import { facts } from '@/db/schema'
import { factsOf, isCounted, voidedBy } from './queries/facts'

/** Writes down what can be counted of all that an act did, in one go at its end; what it took back is voided. */
export async function keepFacts(act: Act) {
  const counted = act.events.filter(({ name }) => isCounted(name)).map((event) => ({ ...event, at: act.now }))
  if (counted.length === 0) return
  await underHouse(act)
  for (const [name, events] of Map.groupBy(counted, (event) => event.name)) {
    const taken = voidedBy({ name })
    if (!taken) continue
    const given = JSON.stringify(events.map(({ id, subjectId }) => ({ event: id, subject: subjectId })))
    await act.tx
      .update(facts)
      .set({ voidedBy: sql`given.event`, voidedIn: sql`pg_current_xact_id()` })
      .from(sql`json_to_recordset(${given}::json) as given(event uuid, subject uuid)`)
      .where(
        and(
          sql`${facts.caseId} = given.subject`,
          inArray(facts.what, taken.whats),
          taken.standing ? eq(facts.standing, taken.standing) : undefined,
          isNull(facts.voidedBy),
        ),
      )
  }
  const rows = await factsOf(act.tx, counted)
  if (rows.length > 0) await act.tx.insert(facts).values(rows)
}
