import { and, asc, desc, eq, exists, gte, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { guidanceClauses, guidanceItems, guidanceWorks } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor, readDayCursor } from '../../kernel/page'
import { type Day, dayOf } from '../../kernel/time'
import { historyOf } from '../../ledger/queries'
import { organizationNames } from '../../organization/queries/organizations'
import type { GuidanceKind, GuidanceState, Precision } from '../workflow'

const PAGE = 50
type Name = { shortName: string; name: string; nameEn: string | null }
export type Item = typeof guidanceItems.$inferSelect
export type ItemRow = Pick<
  Item,
  | 'id'
  | 'version'
  | 'kind'
  | 'state'
  | 'title'
  | 'titleEn'
  | 'body'
  | 'bodyEn'
  | 'issuedOn'
  | 'closesOn'
  | 'batch'
  | 'workCount'
  | 'openedAt'
> & { number: string | null; precision: Precision; carried: boolean; issuer: Name | null; clauses: string[]; namedCount: number }
export type LibraryFilter = {
  kind?: GuidanceKind
  q?: string
  group?: string
  issuerId?: string
  year?: number
  open?: boolean
  after?: string
}

const literal = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
const holding = (q: string) =>
  or(...[guidanceItems.title, guidanceItems.titleEn, guidanceItems.body, guidanceItems.bodyEn].map((column) => ilike(column, literal(q))))

/** Items tied to a clause, or to any clause of a group. */
const tiedTo = (tx: Tx, condition: SQL) =>
  exists(
    tx
      .select({ one: sql`1` })
      .from(guidanceClauses)
      .where(and(eq(guidanceClauses.guidanceId, guidanceItems.id), condition)),
  )

const position = ({ issuedOn, id }: Pick<Item, 'issuedOn' | 'id'>) => `${issuedOn ?? ''}~${id}`
function behind(after: string | undefined): SQL | undefined {
  const from = readDayCursor(after)
  return from ? sql`(${guidanceItems.issuedOn}, ${guidanceItems.id}) < (${from.on}::date, ${from.id}::uuid)` : undefined
}

async function rowsOf(tx: Tx, items: Item[]): Promise<ItemRow[]> {
  const ids = items.map(({ id }) => id)
  if (ids.length === 0) return []
  const clauses = await tx.select().from(guidanceClauses).where(inArray(guidanceClauses.guidanceId, ids)).orderBy(guidanceClauses.code)
  const works = await tx
    .select({ id: guidanceWorks.guidanceId, n: sql<number>`count(*)::int` })
    .from(guidanceWorks)
    .where(inArray(guidanceWorks.guidanceId, ids))
    .groupBy(guidanceWorks.guidanceId)
  const names = await organizationNames(
    tx,
    items.map(({ issuerId }) => issuerId),
  )
  return items.map((item) => ({
    ...item,
    precision: item.issuedOnPrecision,
    carried: item.carriedAs !== null,
    issuer: names.get(item.issuerId) ?? null,
    clauses: clauses.filter(({ guidanceId }) => guidanceId === item.id).map(({ code }) => code),
    namedCount: works.find(({ id }) => id === item.id)?.n ?? 0,
  }))
}

/** The published library, by the date on the document, newest first, 50 a page. */
export async function library(tx: Tx, now: Date, filter: LibraryFilter = {}, most = PAGE): Promise<Page<ItemRow>> {
  const { kind, q, group, issuerId, year, open, after } = filter
  const rows = await tx
    .select()
    .from(guidanceItems)
    .where(
      and(
        eq(guidanceItems.state, 'published'),
        kind && eq(guidanceItems.kind, kind),
        q ? holding(q) : undefined,
        group ? tiedTo(tx, ilike(guidanceClauses.code, `${group}-%`)) : undefined,
        issuerId ? eq(guidanceItems.issuerId, issuerId) : undefined,
        year ? and(gte(guidanceItems.issuedOn, `${year}-01-01` as Day), lt(guidanceItems.issuedOn, `${year + 1}-01-01` as Day)) : undefined,
        open ? gte(guidanceItems.closesOn, dayOf(now)) : undefined,
        behind(after),
      ),
    )
    .orderBy(desc(guidanceItems.issuedOn), desc(guidanceItems.id))
    .limit(most + 1)
  const page = cut(rows, most, position)
  return { next: page.next, rows: await rowsOf(tx, page.rows) }
}

/** The published notices on these clauses, by clause, newest first; for wherever a clause is picked or fails. */
export async function noticesOn(
  tx: Tx,
  codes: readonly string[],
): Promise<Map<string, { number: string; title: string; titleEn: string | null }[]>> {
  if (codes.length === 0) return new Map()
  const rows = await tx
    .select({ code: guidanceClauses.code, number: guidanceItems.number, title: guidanceItems.title, titleEn: guidanceItems.titleEn })
    .from(guidanceClauses)
    .innerJoin(guidanceItems, eq(guidanceItems.id, guidanceClauses.guidanceId))
    .where(and(inArray(guidanceClauses.code, [...codes]), eq(guidanceItems.state, 'published'), eq(guidanceItems.kind, 'notice')))
    .orderBy(desc(guidanceItems.issuedOn), desc(guidanceItems.id))
  const found = rows.flatMap(({ number, ...row }) => (number ? [{ ...row, number }] : []))
  return new Map([...Map.groupBy(found, ({ code }) => code)].map(([code, items]) => [code, items.map(({ code: _, ...item }) => item)]))
}

export type OwnFilter = { state?: GuidanceState; kind?: GuidanceKind; after?: string }

/** What an issuer has written, drafts first, then newest first, 50 a page. */
export async function itemsOf(tx: Tx, actor: Actor, { state, kind, after }: OwnFilter = {}): Promise<Page<ItemRow>> {
  const from = readCursor(after)
  const rows = await tx
    .select()
    .from(guidanceItems)
    .where(
      and(
        actor.organizationId ? eq(guidanceItems.issuerId, actor.organizationId) : sql`false`,
        state && eq(guidanceItems.state, state),
        kind && eq(guidanceItems.kind, kind),
        from ? sql`(${guidanceItems.openedAt}, ${guidanceItems.id}) < (${from.at}::timestamptz, ${from.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(guidanceItems.openedAt), desc(guidanceItems.id))
    .limit(PAGE + 1)
  const page = cut(rows, PAGE, (last) => cursorOf(last.openedAt, last.id))
  return { next: page.next, rows: await rowsOf(tx, page.rows) }
}

async function whole(tx: Tx, where: SQL) {
  const [item] = await tx.select().from(guidanceItems).where(where)
  if (!item) return null
  const [row] = await rowsOf(tx, [item])
  const works = await tx
    .select({ title: guidanceWorks.title, producer: guidanceWorks.producer })
    .from(guidanceWorks)
    .where(eq(guidanceWorks.guidanceId, item.id))
    .orderBy(asc(guidanceWorks.position))
  return { item, row: row!, works }
}

/** One item with its works and what happened to it, as far as the reader may see it. */
export async function itemByNumber(tx: Tx, number: string) {
  const found = await whole(tx, eq(guidanceItems.number, number))
  return found && { ...found, history: await historyOf(tx, [{ noun: 'guidance', id: found.item.id }]) }
}
export type WholeItem = NonNullable<Awaited<ReturnType<typeof itemByNumber>>>

/** A draft, for the members of its issuer. */
export async function guidanceDraft(tx: Tx, actor: Actor, id: string) {
  if (!actor.organizationId) return null
  return whole(tx, and(eq(guidanceItems.id, id), eq(guidanceItems.issuerId, actor.organizationId))!)
}

/** Who has items in the library, for a filter. */
export async function issuers(tx: Tx): Promise<{ id: string; name: Name }[]> {
  const rows = await tx.selectDistinct({ id: guidanceItems.issuerId }).from(guidanceItems).where(eq(guidanceItems.state, 'published'))
  const names = await organizationNames(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id }) => {
    const name = names.get(id)
    return name ? [{ id, name }] : []
  })
}
