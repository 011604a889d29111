import { and, asc, desc, eq, gt, gte, isNotNull, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { announcementCounts, announcementFigures, announcementRows, announcementSources, announcements } from '@/db/schema'
import { figure, rowsById } from '../figure/queries/figure'
import type { Figure, FigureDefinition } from '../figure/rules'
import type { Actor } from '../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../kernel/page'
import { openSteps } from '../kernel/workflow'
import { historyOf } from '../ledger/queries'
import { organizationNames } from '../organization/queries/organizations'
import { isSealed } from './rules'
import { announcementWorkflow } from './workflow'

export type Announcement = typeof announcements.$inferSelect
const PAGE = 50

async function paged(tx: Tx, where: SQL | undefined, at: 'openedAt' | 'publishedAt', after?: string): Promise<Page<Announcement>> {
  const column = announcements[at]
  const from = readCursor(after)
  const rows = await tx
    .select()
    .from(announcements)
    .where(and(where, from ? sql`(${column}, ${announcements.id}) < (${from.at}::timestamptz, ${from.id}::uuid)` : undefined))
    .orderBy(desc(column), desc(announcements.id))
    .limit(PAGE + 1)
  return cut(rows, PAGE, (last) => cursorOf(last[at]!, last.id))
}

/** An issuer's own announcements in every state, newest first, 50 a page. */
export const ownAnnouncements = (tx: Tx, actor: Actor, after?: string) =>
  paged(tx, and(eq(announcements.issuerId, actor.organizationId!), ne(announcements.state, 'withdrawn')), 'openedAt', after)

/** What was published, of all issuers or of one, newest first, 50 a page. */
export const publishedAnnouncements = (tx: Tx, { issuerId, after }: { issuerId?: string; after?: string } = {}) =>
  paged(
    tx,
    and(
      eq(announcements.state, 'published'),
      isNotNull(announcements.publishedAt),
      issuerId ? eq(announcements.issuerId, issuerId) : undefined,
    ),
    'publishedAt',
    after,
  )

/** Approved ones whose time has come: the clock publishes them. */
export const announcementsToPublish = async (tx: Tx, now: Date) =>
  (
    await tx
      .select({ id: announcements.id })
      .from(announcements)
      .where(and(eq(announcements.state, 'scheduled'), lte(announcements.scheduledAt, now)))
      .orderBy(asc(announcements.scheduledAt), asc(announcements.id))
      .limit(50)
  ).map(({ id }) => id)

export type AnnouncementFigure = { key: string; definition: FigureDefinition; figure: Figure; sha256: string | null; takenBack: number }

/** A draft's figures as they stand now; a published one's as they were frozen, with how many of their rows were taken back since. */
async function figuresOf(tx: Tx, id: string): Promise<AnnouncementFigure[]> {
  const rows = await tx
    .select()
    .from(announcementFigures)
    .where(eq(announcementFigures.announcementId, id))
    .orderBy(sql`length(${announcementFigures.key})`, asc(announcementFigures.key))
  const taken = new Map(
    (
      await tx
        .select({ key: announcementRows.key, n: sql<number>`count(*)::int` })
        .from(announcementRows)
        .where(and(eq(announcementRows.announcementId, id), isNotNull(announcementRows.takenBackAt)))
        .groupBy(announcementRows.key)
    ).map(({ key, n }) => [key, n]),
  )
  const figures = []
  for (const row of rows) {
    const definition = row.definition as FigureDefinition
    const kept = row.sha256 ? { value: row.value!, unknown: row.unknown!, rows: row.rows! } : await figure(tx, definition)
    figures.push({ key: row.key, definition, figure: kept, sha256: row.sha256, takenBack: taken.get(row.key) ?? 0 })
  }
  return figures
}

type By = { number: string } | { id: string }
/** One announcement as its reader may have it: the text, its figures, what points at it and what it points at. */
export async function announcementBy(tx: Tx, actor: Actor, by: By) {
  const [found] = await tx
    .select()
    .from(announcements)
    .where('number' in by ? eq(announcements.number, by.number) : eq(announcements.id, by.id))
  if (!found) return null
  const [earlier] = found.ofId ? await tx.select().from(announcements).where(eq(announcements.id, found.ofId)) : []
  const later = await tx
    .select()
    .from(announcements)
    .where(and(eq(announcements.ofId, found.id), eq(announcements.state, 'published')))
    .orderBy(asc(announcements.publishedAt))
  const [count] = await tx.select().from(announcementCounts).where(eq(announcementCounts.issuerId, found.issuerId))
  const [issued] = await tx
    .select({ issue: announcements.issue })
    .from(announcements)
    .where(and(eq(announcements.issuerId, found.issuerId), isNotNull(announcements.issue)))
    .limit(1)
  return {
    announcement: found,
    issuer: (await organizationNames(tx, [found.issuerId])).get(found.issuerId) ?? { shortName: '', nameEn: null },
    figures: await figuresOf(tx, found.id),
    earlier: earlier ?? null,
    later,
    last: count?.last ?? null,
    isFirst: !issued,
    history: await historyOf(tx, [{ noun: 'announcement', id: found.id }]),
    steps: openSteps(announcementWorkflow, found, actor),
  }
}

const ROWS = 100
type Of = { announcement: Pick<Announcement, 'id' | 'issuerId'>; figure: Pick<AnnouncementFigure, 'key' | 'definition'> }
/**
 * The records of a published figure as the public reads them, the newest first, 100 a page; the cursor is the last one's place. Those
 * of a sealed figure are read from the record itself, by its issuer and 总局; for everybody else there are none: null.
 */
export async function announcedRows(tx: Tx, actor: Actor, { announcement, figure: { key, definition } }: Of, after?: string) {
  const sealed = isSealed(definition)
  if (sealed && actor.kind !== 'national' && actor.organizationId !== announcement.issuerId) return null
  const from = /^\d{1,9}$/.test(after ?? '') ? Number(after) : -1
  const rows = await tx
    .select()
    .from(announcementRows)
    .where(and(eq(announcementRows.announcementId, announcement.id), eq(announcementRows.key, key), gt(announcementRows.position, from)))
    .orderBy(asc(announcementRows.position))
    .limit(ROWS + 1)
  const page = cut(rows, ROWS, ({ position }) => String(position))
  return sealed ? { ...page, rows: await unsealed(tx, page.rows) } : page
}

async function unsealed(tx: Tx, rows: (typeof announcementRows.$inferSelect)[]) {
  const [first] = rows
  if (!first) return rows
  const sources = await tx
    .select({ position: announcementSources.position, rowId: announcementSources.rowId })
    .from(announcementSources)
    .where(
      and(
        eq(announcementSources.announcementId, first.announcementId),
        eq(announcementSources.key, first.key),
        gte(announcementSources.position, first.position),
        lte(announcementSources.position, rows.at(-1)!.position),
      ),
    )
  const rowIdAt = new Map(sources.map(({ position, rowId }) => [position, rowId]))
  const known = await rowsById(
    tx,
    sources.map(({ rowId }) => rowId),
  )
  return rows.map((row) => {
    const fact = known.get(rowIdAt.get(row.position) ?? '')
    return fact ? { ...row, name: fact.title, codes: fact.codes, rung: fact.rung, countsAt: fact.countsAt } : row
  })
}

/** Who has published anything. */
export const announcementIssuers = async (tx: Tx) =>
  (await tx.selectDistinct({ id: announcements.issuerId }).from(announcements).where(eq(announcements.state, 'published'))).map(
    ({ id }) => id,
  )
