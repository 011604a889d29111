import { and, desc, eq, exists, ilike, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { miniPrograms, operators, penalties, platformAccounts } from '@/db/schema'
import type { SubjectKind } from '../../distribution/workflow'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import { organizationNames } from '../../organization/queries/organizations'
import { runs } from '../../penalty/queries/lists'
import { readsSubjects } from '../rules'

const PAGE = 50
type PlatformNamed = { id: string; shortName: string; nameEn: string | null }
export type SubjectRow = {
  id: string
  kind: SubjectKind
  /** App id or account id, as the platform has it. */
  code: string
  name: string
  platformId: string
  platform: PlatformNamed | null
  operator: { name: string; creditCode: string } | null
  /** Measures in force that the reader reads whole: a platform's own, a bureau's of its cases, 总局 all. */
  running: number
  createdAt: Date
}
export type SubjectFilter = {
  q?: string
  kind?: SubjectKind
  platformId?: string
  /** All but this platform's. */
  exceptId?: string
  creditCode?: string
  /** With a measure in force, as far as the reader reads it. */
  running?: boolean
  after?: string
}

/** Mini-programs and accounts as one list. */
const allSubjects = (tx: Tx) =>
  tx
    .select({
      id: miniPrograms.id,
      kind: sql<SubjectKind>`'mini_program'`.as('kind'),
      platformId: miniPrograms.platformId,
      code: miniPrograms.appId,
      name: miniPrograms.name,
      operatorId: miniPrograms.operatorId,
      createdAt: miniPrograms.createdAt,
    })
    .from(miniPrograms)
    .unionAll(
      tx
        .select({
          id: platformAccounts.id,
          kind: sql<SubjectKind>`'account'`.as('kind'),
          platformId: platformAccounts.platformId,
          code: platformAccounts.accountId,
          name: platformAccounts.handle,
          operatorId: platformAccounts.operatorId,
          createdAt: platformAccounts.createdAt,
        })
        .from(platformAccounts),
    )
    .as('subjects')
type All = ReturnType<typeof allSubjects>

const literal = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

async function read(tx: Tx, where: (of: All) => SQL | undefined, limit: number): Promise<(SubjectRow & { at: string })[]> {
  const of = allSubjects(tx)
  const measures = tx
    .select({ n: sql<number>`count(*)::int` })
    .from(penalties)
    .where(and(eq(penalties.targetId, of.id), runs))
  const rows = await tx
    .select({
      id: of.id,
      kind: of.kind,
      code: of.code,
      name: of.name,
      platformId: of.platformId,
      createdAt: of.createdAt,
      at: sql<string>`to_char(${of.createdAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      operatorName: operators.name,
      creditCode: operators.creditCode,
      running: sql<number>`(${measures})`,
    })
    .from(of)
    .leftJoin(operators, eq(operators.id, of.operatorId))
    .where(where(of))
    .orderBy(desc(of.createdAt), desc(of.id))
    .limit(limit)
  const names = await organizationNames(
    tx,
    rows.map(({ platformId }) => platformId),
  )
  return rows.map(({ operatorName, creditCode, ...row }) => ({
    ...row,
    platform: names.get(row.platformId) ?? null,
    operator: operatorName !== null && creditCode !== null ? { name: operatorName, creditCode } : null,
  }))
}

/** Mini-programs and accounts of all platforms as far as the reader may know of them, newest first, 50 a page; `limit` raises the page for a file. */
export async function subjectsFor(tx: Tx, actor: Actor, filter: SubjectFilter, limit = PAGE): Promise<Page<SubjectRow>> {
  if (!readsSubjects(actor)) return { rows: [], next: null }
  const { q, kind, platformId, exceptId, creditCode, running, after } = filter
  const from = readCursor(after)
  const rows = await read(
    tx,
    (of) =>
      and(
        q
          ? or(ilike(of.name, literal(q)), ilike(of.code, literal(q)), ilike(operators.name, literal(q)), eq(operators.creditCode, q))
          : undefined,
        kind && eq(of.kind, kind),
        platformId ? eq(of.platformId, platformId) : undefined,
        exceptId ? ne(of.platformId, exceptId) : undefined,
        creditCode ? eq(operators.creditCode, creditCode) : undefined,
        running
          ? exists(
              tx
                .select({ one: sql`1` })
                .from(penalties)
                .where(and(eq(penalties.targetId, of.id), runs)),
            )
          : undefined,
        from && from.at !== 'infinity' ? sql`(${of.createdAt}, ${of.id}) < (${from.at}::timestamptz, ${from.id}::uuid)` : undefined,
      ),
    limit + 1,
  )
  return cut(rows, limit, ({ at, id }) => cursorOf(at, id))
}

/** These mini-programs and accounts, as far as the reader may know of them. */
export async function subjectsById(tx: Tx, actor: Actor, ids: readonly string[]): Promise<SubjectRow[]> {
  if (!readsSubjects(actor) || ids.length === 0) return []
  return read(tx, (of) => inArray(of.id, [...ids]), ids.length)
}

const MOST_NAMESAKES = 50
/** Others with the very same name, on whichever platform. An equal name says nothing of who is behind it. */
export async function namesakesOf(tx: Tx, actor: Actor, { id, name }: Pick<SubjectRow, 'id' | 'name'>): Promise<SubjectRow[]> {
  if (!readsSubjects(actor)) return []
  return read(tx, (of) => and(eq(of.name, name), ne(of.id, id)), MOST_NAMESAKES)
}
