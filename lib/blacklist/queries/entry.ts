import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import {
  blacklistClauses,
  blacklistEntries,
  blacklistNames,
  blacklistProposals,
  penalties,
  takedownOutlines,
  violationEvidence,
  violations,
} from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { historyOf } from '../../ledger/queries'
import { organizationNames } from '../../organization/queries/organizations'
import { handsOf } from './hands'

export type Proposal = {
  violationId: string
  proposerId: string
  /** Absent where the reader may not see the report itself. */
  violationNumber: string | null
  evidenceCount: number
  proposer: { shortName: string; nameEn: string | null } | null
  proposedByName: string
  /** The impositions of P10 that proposed it, where the reader may open them. */
  penalties: string[]
  at: Date
  first: boolean
}

/** An entry by its number with what the reader may know of it; nothing where it does not exist for the reader. */
export async function entryByNumber(tx: Tx, number: string) {
  const [entry] = await tx.select().from(blacklistEntries).where(eq(blacklistEntries.number, number))
  if (!entry) return null
  const clauses = await tx
    .select({ code: blacklistClauses.code, severity: blacklistClauses.severity })
    .from(blacklistClauses)
    .where(eq(blacklistClauses.entryId, entry.id))
    .orderBy(asc(blacklistClauses.code))
  const names = await tx
    .select({ name: blacklistNames.name, kind: blacklistNames.kind })
    .from(blacklistNames)
    .where(eq(blacklistNames.entryId, entry.id))
    .orderBy(asc(blacklistNames.kind), asc(blacklistNames.name))
  const previous = entry.previousEntryId
    ? await tx.select({ number: blacklistEntries.number }).from(blacklistEntries).where(eq(blacklistEntries.id, entry.previousEntryId))
    : []
  const organizations = await organizationNames(tx, [entry.bureauId])
  return {
    entry,
    clauses,
    names,
    previousNumber: previous[0]?.number ?? null,
    bureau: organizations.get(entry.bureauId) ?? null,
    proposals: await proposalsOf(tx, entry.id),
    hands: await handsOf(tx, entry.id),
  }
}
export type EntryRead = NonNullable<Awaited<ReturnType<typeof entryByNumber>>>

/** Who proposed and on which reports: all for the regulators of the case, its own for a proposer, nothing for anyone else. */
async function proposalsOf(tx: Tx, entryId: string): Promise<Proposal[]> {
  const rows = await tx
    .select({ proposal: blacklistProposals, violationNumber: violations.number })
    .from(blacklistProposals)
    .leftJoin(violations, eq(violations.id, blacklistProposals.violationId))
    .where(eq(blacklistProposals.entryId, entryId))
    .orderBy(asc(blacklistProposals.at))
  const ids = rows.map(({ proposal }) => proposal.violationId)
  const imposed = rows.flatMap(({ proposal }) => proposal.penaltyIds)
  const impositions = imposed.length
    ? await tx.select({ id: penalties.id, number: penalties.number }).from(penalties).where(inArray(penalties.id, imposed))
    : []
  const evidence = ids.length
    ? await tx
        .select({ violationId: violationEvidence.violationId, n: sql<number>`count(*)::int` })
        .from(violationEvidence)
        .where(inArray(violationEvidence.violationId, ids))
        .groupBy(violationEvidence.violationId)
    : []
  const names = await organizationNames(
    tx,
    rows.map(({ proposal }) => proposal.proposerId),
  )
  return rows.map(({ proposal, violationNumber }) => ({
    ...proposal,
    violationNumber,
    penalties: impositions.flatMap(({ id, number }) => (number && proposal.penaltyIds.includes(id) ? [number] : [])).sort(),
    evidenceCount: evidence.find(({ violationId }) => violationId === proposal.violationId)?.n ?? 0,
    proposer: names.get(proposal.proposerId) ?? null,
  }))
}

/** The history of an entry: its own, its orders' where the reader sees those (their issuing only where it came after the listing), and its reports' own beginnings for who may read them. */
export async function historyOfEntry(tx: Tx, actor: Actor, entryId: string, violationIds: string[]) {
  const orders =
    actor.kind === 'creator' || actor.kind === 'visitor'
      ? []
      : await tx.select({ id: takedownOutlines.id }).from(takedownOutlines).where(eq(takedownOutlines.entryId, entryId))
  const own = await historyOf(tx, [{ noun: 'blacklist', id: entryId }, ...orders.map(({ id }) => ({ noun: 'takedown', id }))])
  const before = await historyOf(
    tx,
    violationIds.map((id) => ({ noun: 'violation', id })),
    ['violation.filed', 'violation.upheld'],
  )
  const listedAt = own.find(({ name }) => name === 'blacklist.approved')?.at
  const withListing = ({ name, at }: (typeof own)[number]) => name === 'takedown.issued' && !(listedAt && at > listedAt)
  return [...own.filter((one) => !withListing(one)), ...before].toSorted((a, b) => b.at.getTime() - a.at.getTime())
}
