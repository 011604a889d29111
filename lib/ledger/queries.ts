import { and, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { announcements, campaigns, eventHands, events, eventWords, guidanceItems, inspectionPlans, members } from '@/db/schema'
import { type Named, organizationNames } from '../organization/queries/organizations'

export type Happened = {
  id: string
  name: string
  noun: string
  subjectId: string
  at: Date
  actorKind: string
  detail: Record<string, unknown>
  /** Absent where it is sealed from the reader. */
  hand: { memberId: string | null; memberName: string | null; organizationId: string | null; organization: Named | null } | null
  /** What was said, by field, as far as the reader may read it. */
  words: Record<string, string>
}

const LIMIT = 200

/**
 * What happened to these cases, newest first, at most 200 events. Row-level security leaves out hands and words that the
 * reader may not have; `only` narrows to some events (names without the noun).
 */
export async function historyOf(tx: Tx, subjects: { noun: string; id: string }[], only?: string[]): Promise<Happened[]> {
  if (!subjects.length) return []
  const rows = await tx
    .select({
      id: events.id,
      name: events.name,
      noun: events.noun,
      subjectId: events.subjectId,
      at: events.at,
      actorKind: events.actorKind,
      detail: events.detail,
    })
    .from(events)
    .where(
      and(or(...subjects.map(({ noun, id }) => and(eq(events.subjectId, id), eq(events.noun, noun)))), only && inArray(events.name, only)),
    )
    .orderBy(desc(events.seq))
    .limit(LIMIT)
  const ids = rows.map(({ id }) => id)
  if (!ids.length) return []
  const hands = await tx.select().from(eventHands).where(inArray(eventHands.eventId, ids))
  const said = await tx.select().from(eventWords).where(inArray(eventWords.eventId, ids))
  const names = await organizationNames(
    tx,
    hands.map(({ organizationId }) => organizationId),
  )
  const handOf = new Map(hands.map((hand) => [hand.eventId, hand]))
  return rows.map((row) => {
    const hand = handOf.get(row.id)
    return {
      ...row,
      hand: hand
        ? {
            memberId: hand.memberId,
            memberName: hand.memberName,
            organizationId: hand.organizationId,
            organization: (hand.organizationId && names.get(hand.organizationId)) || null,
          }
        : null,
      words: Object.fromEntries(said.filter(({ eventId }) => eventId === row.id).map(({ field, words }) => [field, words])),
    }
  })
}

/** What happened last to a case, and whose hand it was where the reader may know it; nothing where they may not know of the case. */
export async function lastStepOf(tx: Tx, subjectId: string): Promise<Happened | null> {
  const [last] = await tx
    .select({ noun: events.noun })
    .from(events)
    .where(eq(events.subjectId, subjectId))
    .orderBy(desc(events.seq))
    .limit(1)
  return last ? ((await historyOf(tx, [{ noun: last.noun, id: subjectId }]))[0] ?? null) : null
}

/** Who wrote last in a draft that is saved without an event, and when; its name where the reader may know it. */
export async function lastWritingOf(tx: Tx, id: string): Promise<{ memberId: string; memberName: string | null; at: Date } | null> {
  for (const table of [announcements, campaigns, inspectionPlans, guidanceItems]) {
    const by = 'writtenBy' in table ? sql`${table.writtenBy}[cardinality(${table.writtenBy})]` : table.openedBy
    const [found] = await tx
      .select({ memberId: sql<string | null>`${by}`, memberName: members.name, at: table.writtenAt })
      .from(table)
      .leftJoin(members, eq(members.id, by))
      .where(eq(table.id, id))
    if (found) return found.memberId && found.at ? { ...found, memberId: found.memberId, at: found.at } : null
  }
  return null
}
