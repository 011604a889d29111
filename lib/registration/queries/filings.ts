import { and, eq, ilike, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { keyset } from '@/db/keyset'
import { dramas, registrations } from '@/db/schema'
import { during } from '@/db/span'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import type { Span } from '../../kernel/time'
import { type Named, organizationNames } from '../../organization/queries/organizations'
import { normalNumber } from '../rules/number'
import type { RegistrationState } from '../workflow'

const PAGE = 50

const columns = {
  id: registrations.id,
  number: registrations.number,
  title: registrations.title,
  state: registrations.state,
  class: registrations.class,
  ruledOn: registrations.ruledOn,
  officialNumber: registrations.officialNumber,
  openedAt: registrations.openedAt,
  submittedAt: registrations.submittedAt,
  dueAt: registrations.dueAt,
  clockLeft: registrations.clockLeft,
  bureauId: registrations.bureauId,
  issuerId: registrations.issuerId,
  code: dramas.code,
  producerName: dramas.producerName,
  listedCount: dramas.listedCount,
  plannedCount: registrations.plannedCount,
  pendingCount: registrations.pendingCount,
}
export type FilingRow = {
  id: string
  number: string | null
  title: string
  state: RegistrationState
  class: number | null
  ruledOn: string | null
  officialNumber: string | null
  openedAt: Date
  submittedAt: Date | null
  dueAt: Date | null
  clockLeft: number | null
  bureauId: string
  issuerId: string | null
  code: string | null
  producerName: string | null
  listedCount: number | null
  plannedCount: number
  pendingCount: number
  /** Platforms that have given an offered work a number. */
  recordedCount: number
}

const escaped = (text: string) => text.replace(/[\\%_]/g, (mark) => `\\${mark}`)
/** By a part of the title, or by a whole number, the case's or the issued one. */
function named(q: string | undefined): SQL | undefined {
  const words = q?.trim().replace(/^《|》$/g, '')
  if (!words) return undefined
  return or(
    ilike(registrations.title, `%${escaped(words)}%`),
    eq(registrations.number, words.toUpperCase()),
    eq(registrations.numberKey, normalNumber(words)),
  )
}

async function withRecords<R extends { id: string; class: number | null }>(tx: Tx, rows: R[]): Promise<(R & { recordedCount: number })[]> {
  const offers = rows.filter((row) => row.class === 3).map(({ id }) => id)
  const counts = offers.length
    ? await tx
        .select({ offerId: registrations.offerId, n: sql<number>`count(*)::int` })
        .from(registrations)
        .where(inArray(registrations.offerId, offers))
        .groupBy(registrations.offerId)
    : []
  return rows.map((row) => ({ ...row, recordedCount: counts.find(({ offerId }) => offerId === row.id)?.n ?? 0 }))
}

export const OWN_VIEWS = ['all', 'mine', 'waiting', 'public', 'stopped', 'ended'] as const
export type OwnView = (typeof OWN_VIEWS)[number]
const STATES_OF: Record<Exclude<OwnView, 'all'>, RegistrationState[]> = {
  mine: ['draft', 'returned'],
  waiting: ['submitted', 'forwarded', 'offered'],
  public: ['registered', 'published'],
  stopped: ['suspended'],
  ended: ['refused', 'withdrawn'],
}

export type OwnFilter = { view?: OwnView; q?: string; oldest?: boolean; after?: string }
/** A creator's own filings, newest first unless the oldest are asked for, 50 a page (`limit` for a file); the platforms' numbers stand with the offer that they answer. */
export async function ownFilings(
  tx: Tx,
  actor: Actor,
  { view = 'all', q, oldest, after }: OwnFilter,
  limit = PAGE,
): Promise<Page<FilingRow>> {
  if (!actor.organizationId) return { rows: [], next: null }
  const { behind, order } = keyset(registrations.openedAt, registrations.id, readCursor(after), oldest)
  const rows = await tx
    .select(columns)
    .from(registrations)
    .leftJoin(dramas, eq(dramas.id, registrations.dramaId))
    .where(
      and(
        eq(registrations.creatorId, actor.organizationId),
        isNull(registrations.issuerId),
        view === 'all' ? undefined : inArray(registrations.state, STATES_OF[view]),
        named(q),
        behind,
      ),
    )
    .orderBy(...order)
    .limit(limit + 1)
  const page = cut(await withRecords(tx, rows), limit, (last) => cursorOf(last.openedAt, last.id))
  return page
}

/** How many of a creator's filings are in each view, at most 99 counted of each. */
export async function ownCounts(tx: Tx, actor: Actor): Promise<Record<OwnView, number>> {
  const rows = await tx
    .select({ state: registrations.state, n: sql<number>`count(*)::int` })
    .from(
      tx
        .select({ state: registrations.state })
        .from(registrations)
        .where(and(eq(registrations.creatorId, actor.organizationId!), isNull(registrations.issuerId)))
        .limit(1000)
        .as('registrations'),
    )
    .groupBy(registrations.state)
  const of = (states: RegistrationState[]) => rows.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0)
  return {
    all: rows.reduce((sum, { n }) => sum + n, 0),
    mine: of(STATES_OF.mine),
    waiting: of(STATES_OF.waiting),
    public: of(STATES_OF.public),
    stopped: of(STATES_OF.stopped),
    ended: of(STATES_OF.ended),
  }
}

/** `span`: on which days it was submitted last. */
export type FilingFilter = {
  span?: Span
  class?: number
  state?: RegistrationState
  bureauId?: string
  q?: string
  oldest?: boolean
  after?: string
}
export type BureauRow = FilingRow & { bureau: Named | null; issuer: Named | null }

/** What was filed with a bureau, or with any for 总局, newest first unless the oldest are asked for; drafts are nobody else's business. `limit` for a file. */
export async function filingsBefore(
  tx: Tx,
  actor: Actor,
  { span, class: filedAs, state, bureauId, q, oldest, after }: FilingFilter,
  limit = PAGE,
): Promise<Page<BureauRow>> {
  if (actor.kind !== 'province' && actor.kind !== 'national') return { rows: [], next: null }
  const bureau = actor.kind === 'province' ? actor.organizationId! : bureauId
  const { behind, order } = keyset(registrations.submittedAt, registrations.id, readCursor(after), oldest)
  const rows = await tx
    .select(columns)
    .from(registrations)
    .leftJoin(dramas, eq(dramas.id, registrations.dramaId))
    .where(
      and(
        isNotNull(registrations.submittedAt),
        ne(registrations.state, 'draft'),
        during(registrations.submittedAt, span),
        bureau ? eq(registrations.bureauId, bureau) : undefined,
        state ? eq(registrations.state, state) : undefined,
        filedAs ? eq(registrations.class, filedAs) : undefined,
        named(q),
        behind,
      ),
    )
    .orderBy(...order)
    .limit(limit + 1)
  const names = await organizationNames(
    tx,
    rows.flatMap((row) => [row.bureauId, row.issuerId]),
  )
  const page = cut(await withRecords(tx, rows), limit, (last) => cursorOf(last.submittedAt!, last.id))
  return {
    ...page,
    rows: page.rows.map((row) => ({
      ...row,
      bureau: names.get(row.bureauId) ?? null,
      issuer: (row.issuerId && names.get(row.issuerId)) || null,
    })),
  }
}
