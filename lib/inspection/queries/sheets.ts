import { and, asc, desc, eq, ilike, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { keyset } from '@/db/keyset'
import {
  inspectionFindings,
  inspectionFrames,
  inspectionPictures,
  inspectionPlans,
  inspectionSheets,
  miniPrograms,
  violations,
} from '@/db/schema'
import { among } from '@/db/span'
import type { Actor } from '../../kernel/actor'
import { cut, type Page, readDayCursor } from '../../kernel/page'
import { type Day, dayOf, type Span } from '../../kernel/time'
import { organizationNames } from '../../organization/queries/organizations'
import type { ItemKind, Purpose, SheetState } from '../workflow'

export const SHEET_VIEWS = ['today', 'found', 'missed', 'hits', 'done', 'all'] as const
export type SheetView = (typeof SHEET_VIEWS)[number]
/** `span`: on which days it was drawn. */
export type SheetFilter = {
  view: SheetView
  span?: Span
  bureauId?: string
  platformId?: string
  purpose?: Purpose
  q?: string
  day?: Day
  oldest?: boolean
  after?: string
}
type Name = { shortName: string; nameEn: string | null }
export type SheetRow = {
  id: string
  number: string | null
  version: number
  state: SheetState
  title: string
  kind: ItemKind
  purpose: Purpose
  platform: Name
  planNumber: string | null
  drawnOn: string
  dueAt: Date | null
  late: boolean
  inspectedAt: Date | null
}

const PAGE = 50
const COUNTED = 100

/** CNSA's own, a bureau's own, 总局's all. */
const within = ({ kind, organizationId }: Actor): SQL | undefined =>
  kind === 'national'
    ? undefined
    : kind === 'province'
      ? eq(inspectionSheets.bureauId, organizationId!)
      : eq(inspectionSheets.organizationId, organizationId!)

const seen = (view: SheetView, now: Date): SQL | undefined =>
  ({
    today: and(eq(inspectionSheets.drawnOn, dayOf(now)), eq(inspectionSheets.state, 'drawn')),
    found: eq(inspectionSheets.state, 'found'),
    missed: eq(inspectionSheets.state, 'missed'),
    hits: inArray(inspectionSheets.state, ['found', 'referred']),
    done: inArray(inspectionSheets.state, ['clean', 'found', 'referred']),
    all: undefined,
  })[view]

const literal = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Sheets by what they wait for, the latest day first unless the oldest is asked for, 50 a page; `limit` raises the page for a file. */
export async function sheetsOf(
  tx: Tx,
  actor: Actor,
  { view, span, bureauId, platformId, purpose, q, day, oldest, after }: SheetFilter,
  now: Date,
  limit = PAGE,
): Promise<Page<SheetRow>> {
  const from = readDayCursor(after)
  const { behind, order } = keyset(inspectionSheets.drawnOn, inspectionSheets.id, from && { at: from.on, id: from.id }, oldest)
  const rows = await tx
    .select({ sheet: inspectionSheets, planNumber: inspectionFrames.planNumber })
    .from(inspectionSheets)
    .leftJoin(inspectionFrames, eq(inspectionFrames.id, inspectionSheets.frameId))
    .where(
      and(
        within(actor),
        seen(view, now),
        among(inspectionSheets.drawnOn, span),
        bureauId ? eq(inspectionSheets.bureauId, bureauId) : undefined,
        platformId ? eq(inspectionSheets.platformId, platformId) : undefined,
        purpose ? eq(inspectionSheets.purpose, purpose) : undefined,
        day ? eq(inspectionSheets.drawnOn, day) : undefined,
        q ? or(ilike(inspectionSheets.title, literal(q)), ilike(inspectionSheets.number, literal(q))) : undefined,
        behind,
      ),
    )
    .orderBy(...order)
    .limit(limit + 1)
  const page = cut(rows, limit, ({ sheet }) => `${sheet.drawnOn}~${sheet.id}`)
  const names = await organizationNames(
    tx,
    page.rows.map(({ sheet }) => sheet.platformId),
  )
  return {
    next: page.next,
    rows: page.rows.map(({ sheet, planNumber }) => ({
      ...sheet,
      planNumber,
      platform: names.get(sheet.platformId) ?? { shortName: '', nameEn: null },
    })),
  }
}

/** How many sheets each view holds, counted up to 100. */
export async function sheetCounts(tx: Tx, actor: Actor, now: Date): Promise<Record<SheetView, number>> {
  const counts = await Promise.all(
    SHEET_VIEWS.map(async (view) => {
      const some = tx
        .select({ one: sql`1` })
        .from(inspectionSheets)
        .where(and(within(actor), seen(view, now)))
        .limit(COUNTED)
        .as('some')
      const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(some)
      return [view, row?.n ?? 0] as const
    }),
  )
  return Object.fromEntries(counts) as Record<SheetView, number>
}

/** How far today's sheets have come. */
export async function todayOf(tx: Tx, actor: Actor, now: Date): Promise<{ drawn: number; done: number; found: number }> {
  const [row] = await tx
    .select({
      drawn: sql<number>`count(*)::int`,
      done: sql<number>`count(*) filter (where ${inspectionSheets.state} in ('clean', 'found', 'referred'))::int`,
      found: sql<number>`count(*) filter (where ${inspectionSheets.state} in ('found', 'referred'))::int`,
    })
    .from(inspectionSheets)
    .where(and(within(actor), eq(inspectionSheets.drawnOn, dayOf(now))))
  return row ?? { drawn: 0, done: 0, found: 0 }
}

/** The sheet of today that stands next after this one; the first that is left when none follows. */
export async function nextSheet(tx: Tx, after: { id: string; drawnOn: string }): Promise<string | null> {
  const left = and(eq(inspectionSheets.drawnOn, after.drawnOn), eq(inspectionSheets.state, 'drawn'), ne(inspectionSheets.id, after.id))
  const [row] = await tx
    .select({ number: inspectionSheets.number })
    .from(inspectionSheets)
    .where(left)
    .orderBy(sql`${inspectionSheets.id} > ${after.id}::uuid`, desc(inspectionSheets.id))
    .limit(1)
  return row?.number ?? null
}

/** After a sheet was filled in: the next of its day, by the id of the one that was. */
export async function sheetAfter(tx: Tx, id: string): Promise<string | null> {
  const [sheet] = await tx
    .select({ id: inspectionSheets.id, drawnOn: inspectionSheets.drawnOn })
    .from(inspectionSheets)
    .where(eq(inspectionSheets.id, id))
  return sheet ? nextSheet(tx, sheet) : null
}

/** A sheet with what was found on it, as far as the reader may read it. */
export async function sheetByNumber(tx: Tx, number: string) {
  const [sheet] = await tx.select().from(inspectionSheets).where(eq(inspectionSheets.number, number))
  if (!sheet) return null
  const [finding] = await tx.select().from(inspectionFindings).where(eq(inspectionFindings.sheetId, sheet.id))
  const pictures = await tx
    .select({ id: inspectionPictures.id, name: inspectionPictures.name, addedAt: inspectionPictures.addedAt })
    .from(inspectionPictures)
    .where(eq(inspectionPictures.sheetId, sheet.id))
    .orderBy(asc(inspectionPictures.addedAt), asc(inspectionPictures.id))
  const [plan] = sheet.planId
    ? await tx
        .select({ number: inspectionPlans.number, title: inspectionPlans.title })
        .from(inspectionPlans)
        .where(eq(inspectionPlans.id, sheet.planId))
    : []
  const [program] = sheet.miniProgramId
    ? await tx
        .select({ appId: miniPrograms.appId, name: miniPrograms.name })
        .from(miniPrograms)
        .where(eq(miniPrograms.id, sheet.miniProgramId))
    : []
  const [violation] = sheet.violationId
    ? await tx.select({ number: violations.number, state: violations.state }).from(violations).where(eq(violations.id, sheet.violationId))
    : []
  const names = await organizationNames(tx, [sheet.platformId, sheet.bureauId])
  return {
    sheet,
    finding: finding ?? null,
    pictures,
    plan: plan ?? null,
    program: program ?? null,
    violation: violation ?? null,
    platform: names.get(sheet.platformId) ?? { shortName: '', nameEn: null },
    bureau: names.get(sheet.bureauId) ?? { shortName: '', nameEn: null },
  }
}
