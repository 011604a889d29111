import { and, desc, eq, inArray, isNotNull, ne, notInArray, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import {
  blacklistEntries,
  blacklistSubjects,
  penalties,
  penaltyOutlines,
  rectifications,
  takedownOrders,
  violationClauses,
  violationSubjects,
  violations,
} from '@/db/schema'
import type { BlacklistState } from '../../blacklist/workflow'
import type { Actor } from '../../kernel/actor'
import { organizationNames } from '../../organization/queries/organizations'
import { type Outline, outline, whole } from '../../penalty/queries/lists'
import type { RectificationState } from '../../rectification/workflow'
import type { TakedownState } from '../../takedown/workflow'
import type { RulingOutcome, ViolationState } from '../../violation/workflow'
import { readsSubjects } from '../rules'

type Target = { id: string; kind: 'drama' | 'mini_program' | 'account'; name: string }
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
  targetId: string
  state: BlacklistState
  severity: number
  openedAt: Date
  listedAt: Date | null
  /** Who was told to take it down, and how that stands. */
  orders: { number: string; state: TakedownState; platform: PlatformNamed }[]
}
export type Happened = {
  reports: ReportOn[]
  penalties: PenaltyOn[]
  /** Of the shared list, what was imposed on something of the very same name: an equal name, which need not be the same subject. */
  sameName: Outline[]
  mendings: MendingOn[]
  entries: EntryOn[]
  /** Some list was longer than is shown. */
  isCut: boolean
}

const MOST = 100
const nothing: Happened = { reports: [], penalties: [], sameName: [], mendings: [], entries: [], isCut: false }

/**
 * All that happened to works, mini-programs and accounts, on all platforms, the latest first, as far as the reader may see it: reports
 * and rectifications by their own rules, penalties whole for their parties, entries of the blacklist. The shared list of penalties
 * seals whose each is, so it can be asked by name alone.
 */
export async function happenedTo(tx: Tx, actor: Actor, targets: readonly Target[]): Promise<Happened> {
  if (!readsSubjects(actor) || targets.length === 0) return nothing
  const ids = targets.map(({ id }) => id)
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
      at: sql<Date>`coalesce(${violationSubjects.decidedAt}, ${violations.filedAt}, ${violations.openedAt})`.mapWith(violations.openedAt),
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
      ),
    )
    .orderBy(desc(sql`coalesce(${violationSubjects.decidedAt}, ${violations.filedAt}, ${violations.openedAt})`), desc(violationSubjects.id))
    .limit(MOST + 1)
  const measures = await tx
    .select({ ...whole, targetId: penalties.targetId, platformId: penalties.platformId })
    .from(penalties)
    .where(and(inArray(penalties.targetId, ids), ne(penalties.state, 'withdrawn')))
    .orderBy(desc(penalties.openedAt), desc(penalties.id))
    .limit(MOST + 1)
  const platforms = await organizationNames(
    tx,
    measures.map(({ platformId }) => platformId),
  )
  const names = targets.map(({ name }) => name)
  const sameName = await tx
    .select(outline)
    .from(penaltyOutlines)
    .where(inArray(penaltyOutlines.targetName, names))
    .orderBy(desc(penaltyOutlines.openedAt), desc(penaltyOutlines.id))
    .limit(MOST + 1)
  const mendings = await tx
    .select({
      id: rectifications.id,
      number: rectifications.number,
      targetId: rectifications.targetId,
      state: rectifications.state,
      openedAt: rectifications.openedAt,
      dueAt: rectifications.dueAt,
    })
    .from(rectifications)
    .where(inArray(rectifications.targetId, ids))
    .orderBy(desc(rectifications.openedAt), desc(rectifications.id))
    .limit(MOST + 1)
  const entries = await tx
    .select({
      id: blacklistEntries.id,
      number: sql<string>`${blacklistEntries.number}`,
      targetId: sql<string>`coalesce(${blacklistSubjects.dramaId}, ${blacklistSubjects.miniProgramId})`,
      state: blacklistEntries.state,
      severity: blacklistEntries.severity,
      openedAt: blacklistEntries.openedAt,
      listedAt: blacklistEntries.listedAt,
    })
    .from(blacklistSubjects)
    .innerJoin(blacklistEntries, eq(blacklistEntries.id, blacklistSubjects.entryId))
    .where(
      and(
        or(inArray(blacklistSubjects.dramaId, ids), inArray(blacklistSubjects.miniProgramId, ids)),
        isNotNull(blacklistEntries.number),
        notInArray(blacklistEntries.state, ['withdrawn', 'declined']),
      ),
    )
    .orderBy(desc(blacklistEntries.openedAt), desc(blacklistEntries.id))
    .limit(MOST + 1)
  const orders = entries.length ? await ordersOf(tx, entries) : []
  const cut = <T>(rows: T[]) => rows.slice(0, MOST)
  return {
    reports: cut(reports).map((row) => ({ ...row, number: row.number! })),
    penalties: cut(measures).map(({ platformId, ...row }) => ({ ...row, platform: platforms.get(platformId) ?? null })),
    sameName: cut(sameName),
    mendings: cut(mendings),
    entries: cut(entries).map((row) => ({ ...row, orders: orders.filter(({ entryId }) => entryId === row.id) })),
    isCut: [reports, measures, sameName, mendings, entries].some((rows) => rows.length > MOST),
  }
}

async function ordersOf(tx: Tx, entries: readonly { id: string }[]) {
  const rows = await tx
    .select({
      entryId: takedownOrders.entryId,
      number: sql<string>`${takedownOrders.number}`,
      state: takedownOrders.state,
      platformId: takedownOrders.platformId,
    })
    .from(takedownOrders)
    .where(
      and(
        inArray(
          takedownOrders.entryId,
          entries.map(({ id }) => id),
        ),
        isNotNull(takedownOrders.number),
      ),
    )
    .orderBy(takedownOrders.number)
  const names = await organizationNames(
    tx,
    rows.map(({ platformId }) => platformId),
  )
  return rows.map(({ platformId, ...row }) => ({ ...row, platform: names.get(platformId) ?? null }))
}
