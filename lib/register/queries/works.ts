import { and, asc, desc, eq, gt, inArray, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { blacklistEntries, blacklistSubjects, dramas, registerNames, registrationFaces } from '@/db/schema'
import { caseNumber } from '../../kernel/number'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import { type Day, startOf } from '../../kernel/time'
import { holdsWords } from '../../matching/queries'
import { fold } from '../../matching/rules/fold'
import { type Promised, promiseOf } from '../../registration/rules/promise'

const PAGE = 50
/** A search stops here and says so. */
export const SEARCH_LIMIT = 1000

export type RegisterFilter = {
  q?: string
  class?: number
  bureauId?: string
  year?: number
  standing?: 'listed' | 'unlisted'
  after?: string
}
export type PublicWork = {
  id: string
  code: string
  title: string
  aliases: string[]
  producerName: string | null
  class: number | null
  officialNumber: string | null
  episodeCount: number | null
  totalSeconds: number | null
  publicSince: Date
  listed: boolean
  promised: Promised
}

/** The works that a number of an entry, of a filing or of a work itself leads to, by its letters. */
const numbered: Record<string, (tx: Tx, number: string) => Promise<{ id: string | null }[]>> = {
  HM: (tx, number) =>
    tx
      .select({ id: blacklistSubjects.dramaId })
      .from(blacklistSubjects)
      .innerJoin(blacklistEntries, eq(blacklistEntries.id, blacklistSubjects.entryId))
      .where(eq(blacklistEntries.number, number)),
  BA: (tx, number) => tx.select({ id: registrationFaces.dramaId }).from(registrationFaces).where(eq(registrationFaces.number, number)),
  // A work's code has no zeros before it.
  ZP: (tx, number) =>
    tx
      .select({ id: dramas.id })
      .from(dramas)
      .where(eq(dramas.code, number.replace(/-0+/, '-'))),
}

/** Works by title, alias or number: the ids of those that have a name with these words in it, at most one more than the limit. */
async function named(tx: Tx, q: string): Promise<string[]> {
  const number = caseNumber(q)
  const ofNumber = number && numbered[number.slice(0, 2)]
  if (ofNumber) return (await ofNumber(tx, number)).flatMap(({ id }) => id ?? [])
  const folded = fold(q)
  if (!folded) return []
  const rows = await tx
    .selectDistinct({ id: registerNames.dramaId })
    .from(registerNames)
    .where(holdsWords(folded))
    .limit(SEARCH_LIMIT + 1)
  return rows.map(({ id }) => id)
}

const position = (work: { publicSince: Date; id: string }) => cursorOf(work.publicSince, work.id)
function behind(after: string | undefined): SQL | undefined {
  const from = readCursor(after)
  return from ? sql`(${dramas.publicSince}, ${dramas.id}) < (${from.at}::timestamptz, ${from.id}::uuid)` : undefined
}

type Face = typeof registrationFaces.$inferSelect
/** What each of these works may be called in public: its best filing, by the words that promise no more than its state does. */
export async function filingsOf(tx: Tx, ids: string[]) {
  if (!ids.length) return new Map<string, Face>()
  const f = registrationFaces
  const rows = await tx
    .selectDistinctOn([f.dramaId])
    .from(f)
    .where(inArray(f.dramaId, ids))
    .orderBy(f.dramaId, asc(sql`${f.officialNumber} is null`), desc(f.publicSince), f.id)
  return new Map(rows.map((row) => [row.dramaId, row]))
}

/** A work that is public and filed nowhere was listed; where it is so no longer, that was lifted. */
export const promised = (filing: Face | undefined, listed: boolean, recordedCount = 0): Promised =>
  filing
    ? promiseOf({
        class: filing.class as 1 | 2 | 3,
        state: filing.state,
        isUnderOrder16: filing.isUnderOrder16,
        listed,
        pendingCount: filing.pendingCount,
        recordedCount,
      })!
    : listed
      ? 'listed'
      : 'lifted'

/**
 * The public register, newest first, 50 a page. With `q`: works whose title, alias or number holds it, the exact ones first;
 * `capped` says that the search stopped at its limit.
 */
export async function worksInRegister(
  tx: Tx,
  { q, class: ofClass, bureauId, year, standing, after }: RegisterFilter,
): Promise<Page<PublicWork> & { capped: boolean; found: number | null }> {
  const ids = q ? await named(tx, q) : undefined
  if (ids && !ids.length) return { rows: [], next: null, capped: false, found: 0 }
  // Asked work by work: no join reaches through the view to an index.
  const classes = tx.select({ class: registrationFaces.class }).from(registrationFaces).where(eq(registrationFaces.dramaId, dramas.id))
  const where = and(
    isNotNull(dramas.publicSince),
    ids && inArray(dramas.id, ids.slice(0, SEARCH_LIMIT)),
    bureauId ? eq(dramas.bureauId, bureauId) : undefined,
    standing === 'listed' ? gt(dramas.listedCount, 0) : standing === 'unlisted' ? eq(dramas.listedCount, 0) : undefined,
    year
      ? and(
          sql`${dramas.publicSince} >= ${startOf(`${year}-01-01` as Day).toISOString()}`,
          sql`${dramas.publicSince} < ${startOf(`${year + 1}-01-01` as Day).toISOString()}`,
        )
      : undefined,
    ofClass ? sql`${ofClass} = any (array(${classes}))` : undefined,
  )
  const [count] = ids ? await tx.select({ n: sql<number>`count(*)::int` }).from(dramas).where(where) : []
  const exact = q ? [desc(sql`${dramas.folded} = ${fold(q)}`)] : []
  const offset = q ? Math.min(/^\d{1,6}$/.test(after ?? '') ? Number(after) : 0, SEARCH_LIMIT) : 0
  const rows = await tx
    .select({
      id: dramas.id,
      code: dramas.code,
      title: dramas.title,
      aliases: dramas.aliases,
      producerName: dramas.producerName,
      episodeCount: dramas.episodeCount,
      totalSeconds: dramas.totalSeconds,
      publicSince: dramas.publicSince,
      listedCount: dramas.listedCount,
    })
    .from(dramas)
    .where(and(where, q ? undefined : behind(after)))
    .orderBy(...exact, desc(dramas.publicSince), desc(dramas.id))
    .limit(PAGE + 1)
    .offset(offset)
  const filings = await filingsOf(
    tx,
    rows.map(({ id }) => id),
  )
  const works = rows.map(({ listedCount, publicSince, ...row }) => {
    const found = filings.get(row.id)
    return {
      ...row,
      publicSince: publicSince!,
      listed: listedCount > 0,
      class: found?.class ?? null,
      officialNumber: found?.officialNumber ?? null,
      promised: promised(found, listedCount > 0),
    }
  })
  return {
    ...cut(works, PAGE, q ? () => String(offset + PAGE) : position),
    capped: (ids?.length ?? 0) > SEARCH_LIMIT,
    found: count?.n ?? null,
  }
}

/** How many public works carry exactly this title, marks and script variants aside. */
export async function sameNamed(tx: Tx, q: string): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(dramas)
    .where(and(eq(dramas.folded, fold(q)), isNotNull(dramas.publicSince)))
  return row?.n ?? 0
}
