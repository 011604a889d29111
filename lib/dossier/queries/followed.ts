import { and, desc, eq, inArray, isNotNull, notInArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { blacklistClauses, blacklistEntries, blacklistSubjects, dramas, miniPrograms, penalties } from '@/db/schema'
import { activeEntriesOf } from '../../blacklist/queries/basis'
import type { ListedKind } from '../../blacklist/rules'
import type { BlacklistState } from '../../blacklist/workflow'
import type { Actor } from '../../kernel/actor'
import type { PenaltyState } from '../../penalty/workflow'

export type Followed = {
  /** Entries that hit the report's works and that the reader may open. */
  entries: string[]
  /** Decisions on the report, due or made, that the reader may open. */
  penalties: { number: string; state: PenaltyState; platformId: string }[]
}
/** A report that was merged is decided on with its root. */
type Asked = { id: string; rootId?: string | null /** The works and mini-programs that it is about. */; subjectIds: readonly string[] }

/** What has come of upheld reports, as far as the reader may see it: entries on the blacklist, penalties on accounts. */
export async function followedFrom(tx: Tx, reports: readonly Asked[]): Promise<Map<string, Followed>> {
  const subjects = [...new Set(reports.flatMap(({ subjectIds }) => subjectIds))]
  const active = subjects.length ? await activeEntriesOf(tx, subjects) : new Map<string, string>()
  const hits = [...active].map(([subjectId, entryId]) => ({ subjectId, entryId }))
  const seen = hits.length
    ? await tx
        .select({ id: blacklistEntries.id, number: blacklistEntries.number })
        .from(blacklistEntries)
        .where(
          and(
            inArray(
              blacklistEntries.id,
              hits.map(({ entryId }) => entryId),
            ),
            isNotNull(blacklistEntries.number),
          ),
        )
    : []
  const imposed = reports.length
    ? await tx
        .select({ violationId: penalties.violationId, number: penalties.number, state: penalties.state, platformId: penalties.platformId })
        .from(penalties)
        .where(
          and(
            inArray(
              penalties.violationId,
              reports.map(({ id, rootId }) => rootId ?? id),
            ),
            notInArray(penalties.state, ['revoked', 'withdrawn']),
          ),
        )
        .orderBy(penalties.number)
    : []
  const numbers = new Map(seen.map(({ id, number }) => [id, number]))
  return new Map(
    reports.map(({ id, rootId, subjectIds }) => [
      id,
      {
        entries: [
          ...new Set(hits.filter(({ subjectId }) => subjectIds.includes(subjectId)).flatMap(({ entryId }) => numbers.get(entryId) ?? [])),
        ],
        penalties: imposed.flatMap(({ violationId, number, ...one }) =>
          violationId === (rootId ?? id) && number ? [{ number, ...one }] : [],
        ),
      },
    ]),
  )
}

export type ListedAs = { number: string; codes: string[] }

/** The listed entries that hit a work, with the items that they rest on; everybody reads these. */
export async function listedAs(tx: Tx, dramaId: string): Promise<ListedAs[]> {
  const rows = await tx
    .select({ number: blacklistEntries.number, code: blacklistClauses.code })
    .from(blacklistEntries)
    .innerJoin(blacklistSubjects, eq(blacklistSubjects.entryId, blacklistEntries.id))
    .innerJoin(blacklistClauses, eq(blacklistClauses.entryId, blacklistEntries.id))
    .where(and(eq(blacklistSubjects.dramaId, dramaId), eq(blacklistSubjects.active, true), eq(blacklistEntries.state, 'listed')))
    .orderBy(blacklistEntries.number, blacklistClauses.code)
  const numbers = [...new Set(rows.flatMap(({ number }) => number ?? []))]
  return numbers.map((number) => ({ number, codes: rows.flatMap((row) => (row.number === number ? [row.code] : [])) }))
}

const MOST = 100
export type EntryAgainst = {
  id: string
  number: string
  title: string
  titleKind: ListedKind
  state: BlacklistState
  severity: number
  verifiedAt: Date
  listedAt: Date | null
}

/** Entries that hit the creator's own works, from their verification on, newest first. */
export async function entriesAgainst(tx: Tx, actor: Actor): Promise<EntryAgainst[]> {
  const hit = () => tx.select({ id: blacklistSubjects.entryId }).from(blacklistSubjects)
  const own = hit()
    .innerJoin(dramas, eq(dramas.id, blacklistSubjects.dramaId))
    .where(eq(dramas.producerId, actor.organizationId!))
    .union(
      hit()
        .innerJoin(miniPrograms, eq(miniPrograms.id, blacklistSubjects.miniProgramId))
        .where(eq(miniPrograms.operatorId, sql`(select own_operator())`)),
    )
  const rows = await tx
    .select({
      id: blacklistEntries.id,
      number: blacklistEntries.number,
      title: blacklistEntries.title,
      titleKind: blacklistEntries.titleKind,
      state: blacklistEntries.state,
      severity: blacklistEntries.severity,
      verifiedAt: blacklistEntries.verifiedAt,
      listedAt: blacklistEntries.listedAt,
    })
    .from(blacklistEntries)
    .where(
      and(
        inArray(blacklistEntries.id, own),
        isNotNull(blacklistEntries.verifiedAt),
        isNotNull(blacklistEntries.number),
        inArray(blacklistEntries.state, ['verified', 'listed', 'lifted']),
      ),
    )
    .orderBy(desc(blacklistEntries.verifiedAt), desc(blacklistEntries.id))
    .limit(MOST)
  return rows.map(({ number, verifiedAt, ...row }) => ({ ...row, number: number!, verifiedAt: verifiedAt! }))
}
