import { and, desc, eq, exists, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { blacklistEntries, blacklistSubjects, dramas, penalties } from '@/db/schema'
import type { BlacklistState } from '../blacklist/workflow'
import type { Actor } from '../kernel/actor'

export type Followed = {
  /** Entries that hit the report's works and that the reader may open. */
  entries: string[]
  /** Penalties for the report that the reader may open, by account. */
  penalties: { number: string; accountId: string }[]
}
type Asked = { id: string; dramaIds: readonly string[] }

/** What has come of upheld reports, as far as the reader may see it: entries on the blacklist, penalties on accounts. */
export async function followedFrom(tx: Tx, reports: readonly Asked[]): Promise<Map<string, Followed>> {
  const works = [...new Set(reports.flatMap(({ dramaIds }) => dramaIds))]
  const hits = works.length
    ? [
        ...(await tx.execute<{ dramaId: string; entryId: string }>(
          sql`select drama_id as "dramaId", entry_id as "entryId" from active_entries_of(${sql.param(works)}::uuid[])`,
        )),
      ]
    : []
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
        .select({ violationId: penalties.violationId, number: penalties.number, accountId: penalties.accountId })
        .from(penalties)
        .where(
          and(
            inArray(
              penalties.violationId,
              reports.map(({ id }) => id),
            ),
            ne(penalties.state, 'revoked'),
          ),
        )
        .orderBy(penalties.number)
    : []
  const numbers = new Map(seen.map(({ id, number }) => [id, number]))
  return new Map(
    reports.map(({ id, dramaIds }) => [
      id,
      {
        entries: [
          ...new Set(hits.filter(({ dramaId }) => dramaIds.includes(dramaId)).flatMap(({ entryId }) => numbers.get(entryId) ?? [])),
        ],
        penalties: imposed.flatMap(({ violationId, number, accountId }) => (violationId === id && number ? [{ number, accountId }] : [])),
      },
    ]),
  )
}

const MOST = 100
export type EntryAgainst = {
  id: string
  number: string
  title: string
  state: BlacklistState
  severity: number
  verifiedAt: Date
  listedAt: Date | null
}

/** Entries that hit the creator's own works, from their verification on, newest first. */
export async function entriesAgainst(tx: Tx, actor: Actor): Promise<EntryAgainst[]> {
  const own = tx
    .select({ one: sql`1` })
    .from(blacklistSubjects)
    .innerJoin(dramas, eq(dramas.id, blacklistSubjects.dramaId))
    .where(and(eq(blacklistSubjects.entryId, blacklistEntries.id), eq(dramas.producerId, actor.organizationId!)))
  const rows = await tx
    .select({
      id: blacklistEntries.id,
      number: blacklistEntries.number,
      title: blacklistEntries.title,
      state: blacklistEntries.state,
      severity: blacklistEntries.severity,
      verifiedAt: blacklistEntries.verifiedAt,
      listedAt: blacklistEntries.listedAt,
    })
    .from(blacklistEntries)
    .where(
      and(
        exists(own),
        isNotNull(blacklistEntries.verifiedAt),
        isNotNull(blacklistEntries.number),
        inArray(blacklistEntries.state, ['verified', 'listed', 'lifted']),
      ),
    )
    .orderBy(desc(blacklistEntries.verifiedAt), desc(blacklistEntries.id))
    .limit(MOST)
  return rows.map(({ number, verifiedAt, ...row }) => ({ ...row, number: number!, verifiedAt: verifiedAt! }))
}
