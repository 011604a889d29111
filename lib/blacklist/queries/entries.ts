import { and, eq, exists, ilike, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { keyset } from '@/db/keyset'
import { blacklistClauses, blacklistEntries, blacklistNames, blacklistProposals, blacklistSubjects, dramas } from '@/db/schema'
import { during } from '@/db/span'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import type { Span } from '../../kernel/time'
import { fold } from '../../matching/rules/fold'
import { organizationNames } from '../../organization/queries/organizations'
import type { ListedKind } from '../rules'
import type { BlacklistState } from '../workflow'

const PAGE = 50
export const ENTRY_VIEWS = ['listed', 'proposed', 'verified', 'lifted', 'refused', 'own'] as const
export type EntryView = (typeof ENTRY_VIEWS)[number]
/** `span`: on which days it was listed, or of what is not listed, proposed. */
export type EntryFilter = {
  view: EntryView
  span?: Span
  q?: string
  severity?: number
  bureauId?: string
  oldest?: boolean
  after?: string
}
export type EntryRow = {
  id: string
  number: string | null
  title: string
  titleKind: ListedKind
  works: { code: string; title: string; producerName: string | null }[]
  codes: string[]
  severity: number
  state: BlacklistState
  bureau: { shortName: string; nameEn: string | null } | null
  /** The first proposer, where the reader may know. */
  proposer: { shortName: string; nameEn: string | null } | null
  /** The reader's own proposal joined another's, with which it goes. */
  supports: boolean
  openedAt: Date
  listedAt: Date | null
  dueAt: Date | null
  orders: number
  answered: number
  removed: number
}

/** What a kind of organization can look through; the first is shown unless another is asked for. */
export const viewsFor = ({ kind }: Pick<Actor, 'kind'>): EntryView[] =>
  kind === 'national' || kind === 'province' ? ['listed', 'proposed', 'verified', 'lifted', 'refused'] : ['listed', 'lifted', 'own']

const STATES: Record<EntryView, BlacklistState[]> = {
  listed: ['listed'],
  proposed: ['proposed'],
  verified: ['verified'],
  lifted: ['lifted'],
  refused: ['declined', 'withdrawn'],
  own: ['proposed', 'verified', 'listed', 'declined', 'withdrawn', 'lifted'],
}

const mine = (tx: Tx, { organizationId }: Actor) =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(blacklistProposals)
      .where(and(eq(blacklistProposals.entryId, blacklistEntries.id), eq(blacklistProposals.proposerId, organizationId!))),
  )
const within = (tx: Tx, actor: Actor, view: EntryView): SQL | undefined =>
  and(
    inArray(blacklistEntries.state, STATES[view]),
    view === 'own' ? mine(tx, actor) : undefined,
    view !== 'listed' && view !== 'own' && actor.kind === 'province' ? eq(blacklistEntries.bureauId, actor.organizationId!) : undefined,
  )

const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')
const named = (tx: Tx, q: string) => {
  const folded = fold(q)
  const name = exists(
    tx
      .select({ one: sql`1` })
      .from(blacklistNames)
      .where(and(eq(blacklistNames.entryId, blacklistEntries.id), ilike(blacklistNames.folded, `%${literal(folded)}%`))),
  )
  return or(ilike(blacklistEntries.title, `%${literal(q)}%`), ilike(blacklistEntries.number, `%${literal(q)}%`), folded ? name : undefined)
}

/** Entries by view, newest first (listed ones by their listing) unless the oldest are asked for, 50 a page; `limit` raises the page for a file. */
export async function entriesOf(
  tx: Tx,
  actor: Actor,
  { view, span, q, severity, bureauId, oldest, after }: EntryFilter,
  limit = PAGE,
): Promise<Page<EntryRow>> {
  const by = view === 'listed' ? blacklistEntries.listedAt : blacklistEntries.openedAt
  const { behind, order } = keyset(by, blacklistEntries.id, readCursor(after), oldest)
  const rows = await tx
    .select()
    .from(blacklistEntries)
    .where(
      and(
        within(tx, actor, view),
        during(by, span),
        severity ? eq(blacklistEntries.severity, severity) : undefined,
        bureauId ? eq(blacklistEntries.bureauId, bureauId) : undefined,
        q ? named(tx, q) : undefined,
        behind,
      ),
    )
    .orderBy(...order)
    .limit(limit + 1)
  const page = cut(rows, limit, (last) => cursorOf((view === 'listed' ? last.listedAt : null) ?? last.openedAt, last.id))
  return { next: page.next, rows: await dressed(tx, actor, page.rows) }
}

/** What entries are based on and which works they hit, the report's own work first. */
export async function hitBy(tx: Tx, entryIds: readonly string[]) {
  const clauses = await tx
    .select({ entryId: blacklistClauses.entryId, code: blacklistClauses.code })
    .from(blacklistClauses)
    .where(inArray(blacklistClauses.entryId, [...entryIds]))
    .orderBy(blacklistClauses.code)
  const works = await tx
    .select({ entryId: blacklistSubjects.entryId, code: dramas.code, title: dramas.title, producerName: dramas.producerName })
    .from(blacklistSubjects)
    .innerJoin(dramas, eq(dramas.id, blacklistSubjects.dramaId))
    .where(inArray(blacklistSubjects.entryId, [...entryIds]))
    .orderBy(sql`${blacklistSubjects.chosen} <> 'report'`, dramas.code)
  return { clauses, works }
}

async function dressed(tx: Tx, { organizationId }: Actor, rows: (typeof blacklistEntries.$inferSelect)[]): Promise<EntryRow[]> {
  const ids = rows.map(({ id }) => id)
  if (!ids.length) return []
  const { clauses, works } = await hitBy(tx, ids)
  const proposals = await tx
    .select({ entryId: blacklistProposals.entryId, proposerId: blacklistProposals.proposerId, first: blacklistProposals.first })
    .from(blacklistProposals)
    .where(inArray(blacklistProposals.entryId, ids))
  const counts = await tx.execute<{ id: string; orders: number; answered: number; removed: number }>(
    sql`select e.id, c.orders::int, c.answered::int, c.removed::int from unnest(${sql.param(ids)}::uuid[]) as e (id), lateral board_counts(e.id) c`,
  )
  const names = await organizationNames(tx, [...rows.map(({ bureauId }) => bureauId), ...proposals.map(({ proposerId }) => proposerId)])
  const of = <T extends { entryId: string }>(list: T[], id: string) => list.filter(({ entryId }) => entryId === id)
  return rows.map((row) => {
    const own = of(proposals, row.id)
    const proposer = own.find(({ first }) => first)
    const { orders = 0, answered = 0, removed = 0 } = counts.find(({ id }) => id === row.id) ?? {}
    return {
      ...row,
      works: of(works, row.id),
      codes: of(clauses, row.id).map(({ code }) => code),
      bureau: names.get(row.bureauId) ?? null,
      proposer: (proposer && names.get(proposer.proposerId)) ?? null,
      supports: own.some(({ first, proposerId }) => !first && proposerId === organizationId) && proposer?.proposerId !== organizationId,
      orders,
      answered,
      removed,
    }
  })
}

const COUNTED = 100
/** How many entries each view holds, counted up to 100. */
export async function entryCounts(tx: Tx, actor: Actor): Promise<Map<EntryView, number>> {
  const counts: [EntryView, number][] = []
  for (const view of viewsFor(actor)) {
    const some = tx
      .select({ one: sql`1` })
      .from(blacklistEntries)
      .where(within(tx, actor, view))
      .limit(COUNTED)
      .as('some')
    const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(some)
    counts.push([view, row?.n ?? 0])
  }
  return new Map(counts)
}
