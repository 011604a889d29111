import { and, desc, eq, exists, inArray, isNotNull, ne, notInArray, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import {
  blacklistEntries,
  blacklistSubjects,
  penalties,
  penaltyOutlines,
  rectifications,
  takedownOutlines,
  violationClauses,
  violationSubjects,
  violations,
} from '@/db/schema'
import type { BlacklistState } from '../../blacklist/workflow'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import { organizationNames } from '../../organization/queries/organizations'
import { type Outline, outline, whole } from '../../penalty/queries/lists'
import type { RectificationState } from '../../rectification/workflow'
import type { TakedownState } from '../../takedown/workflow'
import type { RulingOutcome, ViolationState } from '../../violation/workflow'
import { readsSubjects } from '../rules'

export type Target = { id: string; kind: 'drama' | 'mini_program' | 'account'; name: string }
type PlatformNamed = { shortName: string; nameEn: string | null } | null
export type ReportOn = {
  id: string
  number: string
  targetId: string
  state: ViolationState
  outcome: RulingOutcome | null
  severity: number | null
  codes: string[]
  at: Date
}
export type PenaltyOn = Outline & { targetId: string; platform: PlatformNamed }
export type MendingOn = {
  id: string
  number: string | null
  targetId: string
  state: RectificationState
  openedAt: Date
  dueAt: Date | null
}
export type EntryOn = {
  id: string
  number: string
  /** Which of those that were asked for it hits. */
  targetIds: string[]
  state: BlacklistState
  severity: number
  openedAt: Date
  listedAt: Date | null
  /** Who was told to take it down, and how that stands. */
  orders: { number: string; state: TakedownState; platform: PlatformNamed }[]
}
export type Happened = {
  reports: Page<ReportOn>
  penalties: Page<PenaltyOn>
  /** Of the shared list, what was imposed on something of the very same name: an equal name, which need not be the same subject. */
  sameName: Page<Outline>
  mendings: Page<MendingOn>
  entries: Page<EntryOn>
}
/** Where the page of each list begins: its cursor under the list's name. */
export type HappenedAfter = { [list in keyof Happened]?: string | undefined }

const PAGE = 50
const none = { rows: [], next: null }
const nothing: Happened = { reports: none, penalties: none, sameName: none, mendings: none, entries: none }

const placeOf = (at: SQLWrapper) => sql<string>`to_char(${at} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
function behind(after: string | undefined, at: SQLWrapper, id: SQLWrapper): SQL | undefined {
  const from = readCursor(after)
  return from && from.at !== 'infinity' ? sql`(${at}, ${id}) < (${from.at}::timestamptz, ${from.id}::uuid)` : undefined
}

/**
 * All that happened to works, mini-programs and accounts, on all platforms, the latest first, as far as the reader may see it: reports
 * and rectifications by their own rules, penalties whole for their parties, entries of the blacklist; 50 a page of each list, or `limit`. The
 * shared list of penalties seals whose each is, so it can be asked by name alone.
 */
export async function happenedTo(
  tx: Tx,
  actor: Actor,
  targets: readonly Target[],
  after: HappenedAfter = {},
  limit = PAGE,
): Promise<Happened> {
  const page = <T extends { place: string; id: string }>(rows: T[]) => cut(rows, limit, ({ place, id }) => cursorOf(place, id))
  if (!readsSubjects(actor) || targets.length === 0) return nothing
  const ids = targets.map(({ id }) => id)
  const reportedAt = sql<Date>`coalesce(${violationSubjects.decidedAt}, ${violations.filedAt}, ${violations.openedAt})`
  const subjectId = sql<string>`coalesce(${violationSubjects.dramaId}, ${violationSubjects.miniProgramId}, ${violationSubjects.accountId})`
  const reports = await tx
    .select({
      id: violationSubjects.id,
      number: violations.number,
      targetId: subjectId,
      state: violations.state,
      outcome: violationSubjects.outcome,
      severity: violationSubjects.severity,
      codes: sql<
        string[]
      >`array(select c.code from ${violationClauses} c where c.subject_id = ${violationSubjects.id} and (c.upheld = 'yes' or ${violationSubjects.outcome} is distinct from 'upheld') order by c.code)`,
      at: reportedAt.mapWith(violations.openedAt),
      place: placeOf(reportedAt),
    })
    .from(violationSubjects)
    .innerJoin(violations, eq(violations.id, violationSubjects.violationId))
    .where(
      and(
        or(
          inArray(violationSubjects.dramaId, ids),
          inArray(violationSubjects.miniProgramId, ids),
          inArray(violationSubjects.accountId, ids),
        ),
        isNotNull(violations.number),
        ne(violations.state, 'withdrawn'),
        behind(after.reports, reportedAt, violationSubjects.id),
      ),
    )
    .orderBy(desc(reportedAt), desc(violationSubjects.id))
    .limit(limit + 1)
  const measures = await tx
    .select({ ...whole, targetId: penalties.targetId, platformId: penalties.platformId, place: placeOf(penalties.openedAt) })
    .from(penalties)
    .where(
      and(inArray(penalties.targetId, ids), ne(penalties.state, 'withdrawn'), behind(after.penalties, penalties.openedAt, penalties.id)),
    )
    .orderBy(desc(penalties.openedAt), desc(penalties.id))
    .limit(limit + 1)
  const platforms = await organizationNames(
    tx,
    measures.map(({ platformId }) => platformId),
  )
  const names = [...new Set(targets.map(({ name }) => name))]
  const sameName = await tx
    .select({ ...outline, place: placeOf(penaltyOutlines.openedAt) })
    .from(penaltyOutlines)
    .where(and(inArray(penaltyOutlines.targetName, names), behind(after.sameName, penaltyOutlines.openedAt, penaltyOutlines.id)))
    .orderBy(desc(penaltyOutlines.openedAt), desc(penaltyOutlines.id))
    .limit(limit + 1)
  const mendings = await tx
    .select({
      id: rectifications.id,
      number: rectifications.number,
      targetId: rectifications.targetId,
      state: rectifications.state,
      openedAt: rectifications.openedAt,
      dueAt: rectifications.dueAt,
      place: placeOf(rectifications.openedAt),
    })
    .from(rectifications)
    .where(and(inArray(rectifications.targetId, ids), behind(after.mendings, rectifications.openedAt, rectifications.id)))
    .orderBy(desc(rectifications.openedAt), desc(rectifications.id))
    .limit(limit + 1)
  const isHit = or(inArray(blacklistSubjects.dramaId, ids), inArray(blacklistSubjects.miniProgramId, ids))
  const hit = tx
    .select({ one: sql`1` })
    .from(blacklistSubjects)
    .where(and(eq(blacklistSubjects.entryId, blacklistEntries.id), isHit))
  const entries = await tx
    .select({
      id: blacklistEntries.id,
      number: sql<string>`${blacklistEntries.number}`,
      targetIds: sql<
        string[]
      >`array(select coalesce(${blacklistSubjects.dramaId}, ${blacklistSubjects.miniProgramId}) from ${blacklistSubjects} where ${and(eq(blacklistSubjects.entryId, blacklistEntries.id), isHit)} order by 1)`,
      state: blacklistEntries.state,
      severity: blacklistEntries.severity,
      openedAt: blacklistEntries.openedAt,
      listedAt: blacklistEntries.listedAt,
      place: placeOf(blacklistEntries.openedAt),
    })
    .from(blacklistEntries)
    .where(
      and(
        exists(hit),
        isNotNull(blacklistEntries.number),
        notInArray(blacklistEntries.state, ['withdrawn', 'declined']),
        behind(after.entries, blacklistEntries.openedAt, blacklistEntries.id),
      ),
    )
    .orderBy(desc(blacklistEntries.openedAt), desc(blacklistEntries.id))
    .limit(limit + 1)
  const orders = entries.length ? await ordersOf(tx, entries) : []
  return {
    reports: page(reports.map((row) => ({ ...row, number: row.number! }))),
    penalties: page(measures.map(({ platformId, ...row }) => ({ ...row, platform: platforms.get(platformId) ?? null }))),
    sameName: page(sameName),
    mendings: page(mendings),
    entries: page(entries.map((row) => ({ ...row, orders: orders.filter(({ entryId }) => entryId === row.id) }))),
  }
}

async function ordersOf(tx: Tx, entries: readonly { id: string }[]) {
  const rows = await tx
    .select({
      entryId: takedownOutlines.entryId,
      number: sql<string>`${takedownOutlines.number}`,
      state: takedownOutlines.state,
      platformId: takedownOutlines.platformId,
    })
    .from(takedownOutlines)
    .where(
      and(
        inArray(
          takedownOutlines.entryId,
          entries.map(({ id }) => id),
        ),
        isNotNull(takedownOutlines.number),
      ),
    )
    .orderBy(takedownOutlines.number)
  const names = await organizationNames(
    tx,
    rows.map(({ platformId }) => platformId),
  )
  return rows.map(({ platformId, ...row }) => ({ ...row, platform: names.get(platformId) ?? null }))
}
