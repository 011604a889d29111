import { and, asc, gt, inArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { events, facts } from '@/db/schema'
import type { Position } from '../rules'
import { COUNTED_EVENTS, type Fact, factsOf, VOIDING_EVENTS, voidedBy } from './facts'

const AT_ONCE = 500
export type Difference = { id: string; how: 'missing' | 'unfounded' | 'differs' }

const keyOf = ({ eventId, n }: Pick<Fact, 'eventId' | 'n'>) => `${eventId}:${n}`
const faceOf = (fact: Fact & { voidedBy?: string | null }) =>
  JSON.stringify([
    fact.what,
    fact.targetKind,
    fact.targetId,
    fact.episode ?? null,
    fact.caseId,
    fact.ownerId,
    fact.bureauId,
    fact.source ?? null,
    fact.stage ?? null,
    fact.rung ?? null,
    fact.codes.toSorted(),
    fact.episodes ?? null,
    fact.seconds ?? null,
    fact.standing,
    new Date(fact.countsAt).getTime(),
    fact.voidedBy ?? null,
  ])

type Derived = Fact & { voidedBy?: string | null }
const seenAt = (column: typeof events.writtenIn | typeof facts.voidedIn, snapshot: string) =>
  sql`pg_visible_in_snapshot(${column}, ${snapshot}::pg_snapshot)`

/** All facts that the events up to a position make, by their ids, as voided as they were there. Reads as the house. */
export async function derivedAt(tx: Tx, { snapshot }: Position): Promise<Map<string, Derived>> {
  const derived = new Map<string, Derived>()
  const ofCase = new Map<string, string[]>()
  let after = 0
  for (;;) {
    const page = await tx
      .select()
      .from(events)
      .where(and(gt(events.seq, after), inArray(events.name, [...COUNTED_EVENTS, ...VOIDING_EVENTS]), seenAt(events.writtenIn, snapshot)))
      .orderBy(asc(events.seq))
      .limit(AT_ONCE)
    if (page.length === 0) break
    const made = Map.groupBy(await factsOf(tx, page), ({ eventId }) => eventId)
    for (const event of page) {
      const taken = voidedBy(event)
      if (taken)
        for (const key of ofCase.get(event.subjectId) ?? []) {
          const fact = derived.get(key)!
          if (!fact.voidedBy && taken.whats.includes(fact.what) && (!taken.standing || fact.standing === taken.standing))
            fact.voidedBy = event.id
        }
      for (const fact of made.get(event.id) ?? []) {
        derived.set(keyOf(fact), fact)
        ofCase.set(fact.caseId, [...(ofCase.get(fact.caseId) ?? []), keyOf(fact)])
      }
    }
    after = page.at(-1)!.seq
  }
  return derived
}

/** Counts the events up to a position anew and compares what was kept: every fact that is missing, has no event, or says something else. Reads as the house. */
export async function differencesAt(tx: Tx, position: Position): Promise<Difference[]> {
  const { snapshot } = position
  const derived = await derivedAt(tx, position)
  const kept = await tx
    .select({ fact: facts, voided: sql<boolean>`coalesce(${seenAt(facts.voidedIn, snapshot)}, false)` })
    .from(facts)
    .where(sql`pg_visible_in_snapshot(${facts.writtenIn}, ${snapshot}::pg_snapshot)`)
  const differences: Difference[] = []
  for (const { fact, voided } of kept) {
    const again = derived.get(keyOf(fact))
    if (!again) differences.push({ id: keyOf(fact), how: 'unfounded' })
    else if (faceOf(again) !== faceOf({ ...fact, voidedBy: voided ? fact.voidedBy : null }))
      differences.push({ id: keyOf(fact), how: 'differs' })
    derived.delete(keyOf(fact))
  }
  return [...differences, ...[...derived.keys()].map((id) => ({ id, how: 'missing' as const }))]
}
