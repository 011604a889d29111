import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import {
  blacklistClauses,
  blacklistEntries,
  blacklistSubjects,
  dramas,
  events,
  eventWords,
  registrationFaces,
  takedownOutlines,
} from '@/db/schema'
import { organizationNames } from '../../organization/queries/organizations'
import { filingsOf, promised } from './works'

/** What was said to everybody in these events, by case. */
async function wordsOf(tx: Tx, entryIds: string[], event: string) {
  const rows = entryIds.length
    ? await tx
        .select({ id: events.subjectId, words: eventWords.words })
        .from(eventWords)
        .innerJoin(events, eq(events.id, eventWords.eventId))
        .where(and(inArray(events.subjectId, entryIds), eq(events.name, event), eq(eventWords.audience, 'everyone')))
    : []
  return new Map(rows.map(({ id, words }) => [id, words]))
}

/** The entries that a work was on and was taken off again, newest first: from when to when, and why they were lifted. */
async function liftedEntriesOf(tx: Tx, dramaId: string) {
  const rows = await tx
    .select({
      id: blacklistEntries.id,
      number: blacklistEntries.number,
      listedAt: blacklistEntries.listedAt,
      liftedAt: blacklistEntries.liftedAt,
    })
    .from(blacklistEntries)
    .innerJoin(blacklistSubjects, eq(blacklistSubjects.entryId, blacklistEntries.id))
    .where(and(eq(blacklistSubjects.dramaId, dramaId), eq(blacklistEntries.state, 'lifted')))
    .orderBy(desc(blacklistEntries.liftedAt))
  const reasons = await wordsOf(
    tx,
    rows.map(({ id }) => id),
    'blacklist.lifted',
  )
  return rows.map((row) => ({ ...row, reason: reasons.get(row.id) ?? null }))
}

/** A listed work's entry as the public reads it: why, since when, by which organs, and how far it is down. */
async function publicEntryOf(tx: Tx, dramaId: string) {
  const [entry] = await tx
    .select({
      id: blacklistEntries.id,
      number: blacklistEntries.number,
      severity: blacklistEntries.severity,
      severityProposed: blacklistEntries.severityProposed,
      bureauId: blacklistEntries.bureauId,
      listedAt: blacklistEntries.listedAt,
      verifiedAt: blacklistEntries.verifiedAt,
    })
    .from(blacklistEntries)
    .innerJoin(blacklistSubjects, eq(blacklistSubjects.entryId, blacklistEntries.id))
    .where(and(eq(blacklistSubjects.dramaId, dramaId), eq(blacklistSubjects.active, true), eq(blacklistEntries.state, 'listed')))
    .limit(1)
  if (!entry) return null
  const clauses = await tx
    .select({ code: blacklistClauses.code })
    .from(blacklistClauses)
    .where(eq(blacklistClauses.entryId, entry.id))
    .orderBy(blacklistClauses.code)
  const remarks = await wordsOf(tx, [entry.id], 'blacklist.approved')
  const [proposed] = await tx
    .select({ by: events.actorKind })
    .from(events)
    .where(and(eq(events.subjectId, entry.id), eq(events.name, 'blacklist.proposed')))
    .limit(1)
  const [counts] = await tx.execute<{ orders: number; removed: number; later: number; laterRemoved: number }>(
    sql`select (orders - later)::int as orders, (removed - later_removed)::int as removed, later::int, later_removed::int as "laterRemoved" from board_counts(${entry.id})`,
  )
  const board = await tx
    .select({
      platformId: takedownOutlines.platformId,
      state: takedownOutlines.state,
      answeredAt: takedownOutlines.answeredAt,
      reappearedAt: takedownOutlines.reappearedAt,
      dueAt: sql<Date>`coalesce(${takedownOutlines.reappearedDueAt}, ${takedownOutlines.orderedDueAt})`.mapWith(
        takedownOutlines.orderedDueAt,
      ),
    })
    .from(takedownOutlines)
    .where(and(eq(takedownOutlines.entryId, entry.id), sql`${takedownOutlines.state} <> 'withdrawn'`))
    .orderBy(asc(takedownOutlines.openedAt), asc(takedownOutlines.answeredAt))
  const names = await organizationNames(tx, [...board.map(({ platformId }) => platformId), entry.bureauId])
  return {
    ...entry,
    clauses: clauses.map(({ code }) => code),
    remark: remarks.get(entry.id) ?? null,
    proposedBy: proposed?.by === 'association' ? ('association' as const) : ('platform' as const),
    bureau: names.get(entry.bureauId) ?? null,
    counts: counts ?? { orders: 0, removed: 0, later: 0, laterRemoved: 0 },
    board: board.map((row) => ({ ...row, platform: names.get(row.platformId) ?? null })),
  }
}

/** One public work with all its public filings. */
export async function workByCode(tx: Tx, code: string) {
  const [work] = await tx
    .select()
    .from(dramas)
    .where(and(eq(dramas.code, code), isNotNull(dramas.publicSince)))
  if (!work) return null
  const filings = await tx
    .select()
    .from(registrationFaces)
    .where(eq(registrationFaces.dramaId, work.id))
    .orderBy(asc(registrationFaces.publicSince), asc(registrationFaces.id))
  const names = await organizationNames(
    tx,
    filings.map(({ issuerId, bureauId }) => issuerId ?? bureauId),
  )
  const listed = work.listedCount > 0
  const best = (await filingsOf(tx, [work.id])).get(work.id)
  return {
    work,
    listed,
    promised: promised(best, listed),
    best,
    filings: filings.map((filing) => ({
      ...filing,
      issuer: filing.officialNumber ? (names.get(filing.issuerId ?? filing.bureauId) ?? null) : null,
      promised: promised(filing, false, filings.filter(({ offerId }) => offerId === filing.id).length),
    })),
    entry: listed ? await publicEntryOf(tx, work.id) : null,
    lifted: await liftedEntriesOf(tx, work.id),
  }
}
