import { and, arrayContains, asc, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { blacklistClauses, blacklistEntries, dramas, registerNames, registrationFaces } from '@/db/schema'
import { fold, gramsOf, isAsked, soundOf, stemOf } from './rules/fold'
import { explainNear, type Named, NEAR_CODES, type NearReason } from './rules/near'

/** More names than this are never weighed one by one. */
const CANDIDATES = 300
/** A work as it is pointed to: enough to tell it from others of the same name. */
export type Pointed = {
  id: string
  code: string
  title: string
  aliases: string[]
  producerName: string | null
  origin: 'registered' | 'reported'
  episodeCount: number | null
  bureauId: string
  listed: boolean
  /** Has it an address that everybody can open? */
  isPublic: boolean
  sameAsId: string | null
}

const columns = {
  id: dramas.id,
  code: dramas.code,
  title: dramas.title,
  aliases: dramas.aliases,
  producerName: dramas.producerName,
  origin: dramas.origin,
  episodeCount: dramas.episodeCount,
  bureauId: dramas.bureauId,
  sameAsId: dramas.sameAsId,
  listed: sql<boolean>`${dramas.listedCount} > 0`,
  isPublic: sql<boolean>`${dramas.publicSince} is not null`,
}

/** The names that count as a work's own when others are compared with it: title, aliases, official numbers. */
export async function namesOf(tx: Tx, dramaId: string): Promise<Named | null> {
  const [work] = await tx.select({ title: dramas.title, aliases: dramas.aliases }).from(dramas).where(eq(dramas.id, dramaId))
  if (!work) return null
  const filings = await tx
    .select({ number: registrationFaces.officialNumber })
    .from(registrationFaces)
    .where(and(eq(registrationFaces.dramaId, dramaId), isNotNull(registrationFaces.officialNumber)))
  return { ...work, numbers: filings.flatMap(({ number }) => number ?? []) }
}

/** Works by id, as far as the reader may see them. */
export async function worksOf(tx: Tx, ids: (string | null)[]): Promise<Map<string, Pointed>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const rows = wanted.length ? await tx.select(columns).from(dramas).where(inArray(dramas.id, wanted)) : []
  return new Map(rows.map((row) => [row.id, row]))
}

/** Other works of which a regulator found that they are one with any of these. */
export async function sameWorks(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const mine = await tx
    .select({ id: dramas.id, sameAsId: dramas.sameAsId })
    .from(dramas)
    .where(inArray(dramas.id, [...ids]))
  const firsts = [...new Set(mine.map(({ id, sameAsId }) => sameAsId ?? id))]
  const rows = await tx
    .select({ id: dramas.id })
    .from(dramas)
    .where(or(inArray(dramas.id, firsts), inArray(dramas.sameAsId, firsts)))
    .orderBy(asc(dramas.id))
  return rows.flatMap(({ id }) => (ids.includes(id) ? [] : [id]))
}

/** The names that hold these folded words, one after the other as they were asked for: the index knows pairs of neighbours, not their order. */
export const holdsWords = (folded: string) =>
  and(arrayContains(registerNames.grams, pairsOf(folded)), sql`strpos(${registerNames.folded}, ${folded}) > 0`)

const namesHolding = (tx: Tx, folded: string, most: number) =>
  tx
    .select({ id: registerNames.dramaId, exact: sql<boolean>`bool_or(${registerNames.folded} = ${folded})` })
    .from(registerNames)
    .where(holdsWords(folded))
    .groupBy(registerNames.dramaId)
    .orderBy(desc(sql`bool_or(${registerNames.folded} = ${folded})`), registerNames.dramaId)
    .limit(most)

/**
 * Works whose public title, alias or number holds these words, equal ones first; also those that only the reader knows of,
 * by their whole title or address code. At most `most`.
 */
export async function findWorks(tx: Tx, words: string, most = 8): Promise<Pointed[]> {
  const folded = fold(words)
  if (folded === '') return []
  const named = await namesHolding(tx, folded, most)
  const own = await tx
    .select({ id: dramas.id })
    .from(dramas)
    .where(or(eq(dramas.folded, folded), eq(dramas.code, words.trim().toUpperCase())))
    .orderBy(asc(dramas.id))
    .limit(most)
  const order = [...new Set([...named, ...own].map(({ id }) => id))]
  const works = await worksOf(tx, order)
  const equal = (work: Pointed) => Number(![work.title, ...work.aliases].some((name) => fold(name) === folded))
  return order
    .flatMap((id) => works.get(id) ?? [])
    .toSorted((a, b) => equal(a) - equal(b))
    .slice(0, most)
}

const strengthOf = ({ reasons }: { reasons: NearReason[] }) => NEAR_CODES.indexOf(reasons[0]!.code)
type Near = { reasons: NearReason[] }
/** Only what is near, nearest first. */
const nearest = <T>(found: readonly T[], mine: Named, named: (one: T) => Named, most: number): (T & Near)[] =>
  found
    .flatMap((one) => {
      const reasons = explainNear(mine, named(one))
      return reasons ? [{ ...one, reasons }] : []
    })
    .toSorted((a, b) => strengthOf(a) - strengthOf(b))
    .slice(0, most)

const pairsOf = (folded: string) => {
  const grams = gramsOf(folded)
  const pairs = grams.filter((gram) => [...gram].length > 1)
  return pairs.length > 0 ? pairs : grams
}

/** Works with a name that shares neighbours of characters with one of these, or sounds like it; those that share most come first. */
async function namesLike(tx: Tx, folds: string[]) {
  const stems = folds.map(stemOf)
  const wanted = sql.param([...new Set([...folds, ...stems].flatMap(pairsOf))])
  const isEqual = inArray(registerNames.folded, folds)
  const sounds = inArray(registerNames.sound, stems.map(soundOf))
  return tx
    .select({ id: registerNames.dramaId })
    .from(registerNames)
    .where(or(sql`${registerNames.grams} && ${wanted}::text[]`, sounds))
    .groupBy(registerNames.dramaId)
    .orderBy(
      desc(sql`bool_or(${isEqual})`),
      desc(sql`coalesce(bool_or(${sounds}), false)`),
      desc(sql`max((select count(*) from unnest(${registerNames.grams}) gram where gram = any (${wanted}::text[])))`),
      registerNames.dramaId,
    )
    .limit(CANDIDATES)
}

/** The same of reported works that are not public, as far as the reader may see them; nobody else is shown that they exist. */
async function reportedLike(tx: Tx, folds: string[]) {
  const stems = folds.map(stemOf)
  const wanted = [...new Set([...folds, ...stems].flatMap(pairsOf))]
  return tx.execute<{ id: string }>(
    sql`select drama_id as id from reported_works_near(${sql.param(folds)}::text[], ${sql.param(wanted)}::text[], ${sql.param(stems.map(soundOf))}::text[], ${CANDIDATES})`,
  )
}

/**
 * Works other than this one whose names are near, each with the reasons, nearest first: public ones, and reported ones that
 * the reader may see though the public may not.
 */
export async function worksNear(tx: Tx, mine: Named, except: string | null, most = 5): Promise<(Pointed & Near)[]> {
  const folds = [mine.title, ...(mine.aliases ?? [])].map(fold).filter(Boolean)
  if (folds.length === 0) return []
  const named = [...(await namesLike(tx, folds)), ...(await reportedLike(tx, folds))]
  const works = await worksOf(
    tx,
    named.map(({ id }) => id),
  )
  return nearest(
    [...works.values()].filter(({ id }) => id !== except),
    mine,
    (work) => work,
    most,
  )
}

export type NearListed = {
  entryId: string
  number: string
  title: string
  titleKind: 'drama' | 'mini_program'
  severity: number
  /** The items that it rests on. */
  codes: string[]
} & Near
type ListedName = { entryId: string; name: string; kind: 'title' | 'alias' | 'number' }

/** Listed entries that a work of these names may be a return of, each with the reasons, nearest first. Names warn and never block. */
export async function listedNear(tx: Tx, mine: Named, most = 5): Promise<NearListed[]> {
  const folds = [mine.title, ...(mine.aliases ?? []), ...(mine.numbers ?? [])].map(fold).filter(Boolean)
  if (folds.length === 0) return []
  const stems = folds.map(stemOf)
  const wanted = [...new Set([...folds, ...stems].flatMap(gramsOf))]
  const names = await tx.execute<ListedName>(
    sql`select entry_id as "entryId", name, kind from listed_names_near(${sql.param(folds)}::text[], ${sql.param(wanted)}::text[], ${sql.param(stems.map(soundOf))}::text[], ${CANDIDATES})`,
  )
  if (names.length === 0) return []
  const ids = [...new Set(names.map(({ entryId }) => entryId))]
  const entries = await tx
    .select({
      entryId: blacklistEntries.id,
      number: blacklistEntries.number,
      title: blacklistEntries.title,
      titleKind: blacklistEntries.titleKind,
      severity: blacklistEntries.severity,
      codes: sql<string[]>`array_agg(${blacklistClauses.code} order by ${blacklistClauses.code})`,
    })
    .from(blacklistEntries)
    .innerJoin(blacklistClauses, eq(blacklistClauses.entryId, blacklistEntries.id))
    .where(and(inArray(blacklistEntries.id, ids), eq(blacklistEntries.state, 'listed')))
    .groupBy(blacklistEntries.id)
  const namedIn = (entryId: string, kind: ListedName['kind']) =>
    names.filter((one) => one.entryId === entryId && one.kind === kind).map(({ name }) => name)
  return nearest(
    entries.flatMap(({ number, ...entry }) => (number ? [{ ...entry, number }] : [])),
    mine,
    ({ entryId, title }) => ({
      title: namedIn(entryId, 'title')[0] ?? title,
      aliases: [...namedIn(entryId, 'title').slice(1), ...namedIn(entryId, 'alias')],
      numbers: namedIn(entryId, 'number'),
    }),
    most,
  )
}

export type NamedNoun = 'organization' | 'operator' | 'mini_program' | 'account'
/** Those of a kind whose name holds these words, marks and script variants aside, as far as the reader may see them: the shortest names first. */
export async function idsNamed(tx: Tx, noun: NamedNoun, words: string, most: number): Promise<string[]> {
  if (!isAsked(words)) return []
  const pairs = sql.param(pairsOf(fold(words)))
  const rows = await tx.execute<{ id: string }>(sql`select id from names_holding(${noun}, ${pairs}::text[], ${most})`)
  return rows.map(({ id }) => id)
}

/** Works that are not public and whose name holds these words, as far as the reader may see them. */
export async function reportedNamed(tx: Tx, words: string, most: number): Promise<Pointed[]> {
  if (!isAsked(words)) return []
  const folded = fold(words)
  const near = await reportedLike(tx, [folded])
  const works = await worksOf(
    tx,
    near.map(({ id }) => id),
  )
  return [...works.values()].filter(({ title, aliases }) => [title, ...aliases].some((name) => fold(name).includes(folded))).slice(0, most)
}
