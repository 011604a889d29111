import { and, asc, eq, ilike, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { keyset } from '@/db/keyset'
import { penaltyReasons, rectificationJoiners, rectificationOrders, rectifications } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import type { RectificationState, RectificationSubject } from '../workflow'

const PAGE = 50
const COUNTED = 100
export const VIEWS = ['mending', 'handed_in', 'accepted', 'refused', 'all'] as const
export type RectificationView = (typeof VIEWS)[number]
export type RectificationFilter = { view: RectificationView; q?: string; oldest?: boolean; after?: string }
export type RectificationRow = {
  id: string
  number: string | null
  title: string
  targetKind: RectificationSubject
  state: RectificationState
  severity: number | null
  openedAt: Date
  dueAt: Date | null
  endedAt: Date | null
  byPlatform: boolean
  /** The platform has joined what another ordered. */
  joined: boolean
}

const OF_VIEW: Record<RectificationView, readonly RectificationState[] | null> = {
  mending: ['ordered', 'returned'],
  handed_in: ['handed_in'],
  accepted: ['accepted'],
  refused: ['refused'],
  all: null,
}
const seen = (view: RectificationView): SQL | undefined => {
  const states = OF_VIEW[view]
  return states ? inArray(rectifications.state, [...states]) : undefined
}

/** Whose a list holds: 总局 all, a bureau its own, a creator those of its works, a platform what it ordered, hands in, has joined or follows. */
function within({ kind, organizationId }: Actor): SQL | undefined {
  if (kind === 'national') return undefined
  if (kind === 'province') return eq(rectifications.bureauId, organizationId!)
  if (kind === 'creator') return eq(rectifications.producerId, organizationId!)
  return sql`(exists (select from ${rectificationOrders} where ${rectificationOrders.rectificationId} = ${rectifications.id} and ${organizationId}::uuid in (${rectificationOrders.openerId}, ${rectificationOrders.platformId}))
    or exists (select from ${rectificationJoiners} where ${rectificationJoiners.rectificationId} = ${rectifications.id} and ${rectificationJoiners.platformId} = ${organizationId}::uuid)
    or exists (select from ${penaltyReasons} where ${penaltyReasons.refusedId} = ${rectifications.id} and ${penaltyReasons.platformId} = ${organizationId}::uuid))`
}

const literal = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Rectifications by where they stand, newest first unless the oldest are asked for, 50 a page; `limit` raises the page for a file. */
export async function rectificationsOf(
  tx: Tx,
  actor: Actor,
  { view, q, oldest, after }: RectificationFilter,
  limit = PAGE,
): Promise<Page<RectificationRow>> {
  const { behind, order } = keyset(rectifications.openedAt, rectifications.id, readCursor(after), oldest)
  const rows = await tx
    .select({
      id: rectifications.id,
      number: rectifications.number,
      title: rectifications.title,
      targetKind: rectifications.targetKind,
      state: rectifications.state,
      severity: rectifications.severity,
      openedAt: rectifications.openedAt,
      dueAt: rectifications.dueAt,
      endedAt: rectifications.endedAt,
      byPlatform: rectifications.byPlatform,
      joined: sql<boolean>`exists (select from ${rectificationJoiners} j where j.rectification_id = ${rectifications.id} and j.platform_id = ${actor.organizationId})`,
    })
    .from(rectifications)
    .where(
      and(
        within(actor),
        seen(view),
        q ? or(ilike(rectifications.title, literal(q)), ilike(rectifications.number, literal(q))) : undefined,
        behind,
      ),
    )
    .orderBy(...order)
    .limit(limit + 1)
  return cut(rows, limit, ({ openedAt, id }) => cursorOf(openedAt, id))
}

/** How many each view holds, counted up to 100. */
export async function rectificationCounts(tx: Tx, actor: Actor): Promise<Record<RectificationView, number>> {
  const counts = await Promise.all(
    VIEWS.map(async (view) => {
      const some = tx
        .select({ one: sql`1` })
        .from(rectifications)
        .where(and(within(actor), seen(view)))
        .limit(COUNTED)
        .as('some')
      const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(some)
      return [view, row?.n ?? 0] as const
    }),
  )
  return Object.fromEntries(counts) as Record<RectificationView, number>
}

/** What nobody has mended by its deadline; for the clock. */
export async function rectificationsRunOut(tx: Tx, now: Date, limit = COUNTED): Promise<string[]> {
  const rows = await tx
    .select({ id: rectifications.id })
    .from(rectifications)
    .where(and(inArray(rectifications.state, ['ordered', 'returned']), lte(rectifications.dueAt, now)))
    .orderBy(asc(rectifications.dueAt))
    .limit(limit)
  return rows.map(({ id }) => id)
}
