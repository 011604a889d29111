import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { blacklistEntries, blacklistSubjects, dramas, miniPrograms, placements, registrationFaces } from '@/db/schema'
import { digest } from '../../kernel/secret'
import { sameWorks, worksNear } from '../../matching/queries'
import type { NearCode } from '../../matching/rules/near'
import { admittedPlatforms, organizationNames } from '../../organization/queries/organizations'
import type { ListedKind } from '../rules'
import { type ProgramNamed, programsById } from './programs'

type Chosen = (typeof blacklistSubjects.$inferSelect)['chosen']
type RegistrationState = (typeof registrationFaces.$inferSelect)['state']
export type Filing = { id: string; number: string | null; caseNumber: string | null; state: RegistrationState; class: number | null }
type Name = { id: string; shortName: string; nameEn: string | null }
/** A work with where it is known to be shown and what it is filed as. */
export type ScopeWork = {
  id: string
  code: string
  title: string
  aliases: string[]
  producerId: string | null
  producerName: string | null
  episodeCount: number | null
  platforms: Name[]
  miniPrograms: string[]
  linkCount: number
  filings: Filing[]
  /** The entry that it stands on in the list, if it does. */
  listedAs: string | null
}
export type Hit = ScopeWork & { chosen: Chosen }
/** Why a work is shown beside those that an entry hits: its name is near, or a regulator found that it is one of them. */
export type BesideCode = NearCode | 'same_work'
/** A work that the entry does not touch, and why it was looked at. */
export type Spared = ScopeWork & { near: BesideCode }
/** A mini-program that an entry hits: on its host alone, and for all others a warning with whose it is. */
export type ListedProgram = ProgramNamed & { chosen: Chosen }
export type Totals = {
  works: number
  /** Mini-programs that are hit by themselves, on their hosts. */
  programs: number
  /** Of the works whose number of episodes is known. */
  episodes: number
  unknown: number
  platforms: number
  links: number
  miniPrograms: number
  suspended: number
  /** Offers that no platform numbers any more. */
  stopped: number
  orders: number
  spared: number
}
export type Preview = {
  hits: Hit[]
  programs: ListedProgram[]
  spared: Spared[]
  orders: Name[]
  totals: Totals /** Another when anything of this is another. */
  digest: string
}

const SPARED_EACH = 10
/** What a listing suspends, and a lift restores: filings that are valid, and offers that platforms are still asked to number. */
export const isValid = ({ state }: Pick<Filing, 'state'>) => state === 'registered' || state === 'published'
export const isOffered = ({ state }: Pick<Filing, 'state'>) => state === 'offered'

async function describe(tx: Tx, ids: string[]): Promise<Map<string, ScopeWork>> {
  if (!ids.length) return new Map()
  const works = await tx.select().from(dramas).where(inArray(dramas.id, ids))
  const shown = await tx
    .select({ dramaId: placements.dramaId, platformId: placements.platformId, address: placements.address, miniProgram: miniPrograms.name })
    .from(placements)
    .leftJoin(miniPrograms, eq(miniPrograms.id, placements.miniProgramId))
    .where(inArray(placements.dramaId, ids))
  const filings = await tx
    .select({
      id: registrationFaces.id,
      dramaId: registrationFaces.dramaId,
      number: registrationFaces.officialNumber,
      caseNumber: registrationFaces.number,
      state: registrationFaces.state,
      class: registrationFaces.class,
    })
    .from(registrationFaces)
    .where(inArray(registrationFaces.dramaId, ids))
    .orderBy(asc(registrationFaces.officialNumber), asc(registrationFaces.id))
  const entries = await tx
    .select({ dramaId: blacklistSubjects.dramaId, number: blacklistEntries.number })
    .from(blacklistSubjects)
    .innerJoin(blacklistEntries, eq(blacklistEntries.id, blacklistSubjects.entryId))
    .where(and(inArray(blacklistSubjects.dramaId, ids), eq(blacklistSubjects.active, true), eq(blacklistEntries.state, 'listed')))
  const listed = new Map(entries.map(({ dramaId, number }) => [dramaId, number]))
  const names = await organizationNames(
    tx,
    shown.map(({ platformId }) => platformId),
  )
  const once = <T>(list: T[]) => [...new Set(list)]
  return new Map(
    works.map((work) => {
      const here = shown.filter(({ dramaId }) => dramaId === work.id)
      const platforms = once(here.map(({ platformId }) => platformId))
        .sort()
        .map((id) => ({ id, shortName: names.get(id)?.shortName ?? '', nameEn: names.get(id)?.nameEn ?? null }))
      const described: ScopeWork = {
        id: work.id,
        code: work.code,
        title: work.title,
        aliases: work.aliases,
        producerId: work.producerId,
        producerName: work.producerName,
        episodeCount: work.episodeCount,
        platforms,
        miniPrograms: once(here.flatMap(({ miniProgram }) => miniProgram ?? [])).sort(),
        linkCount: here.length,
        filings: filings.flatMap(({ dramaId, ...filing }) => (dramaId === work.id ? [filing] : [])),
        listedAs: listed.get(work.id) ?? null,
      }
      return [work.id, described] as const
    }),
  )
}

/** Works of an equal or near name beside these, and first those of which a regulator found that they are one with them. */
async function namesakes(tx: Tx, hits: ScopeWork[]): Promise<Map<string, BesideCode>> {
  const mine = hits.map(({ id }) => id)
  const found = new Map<string, BesideCode>()
  for (const id of await sameWorks(tx, mine)) found.set(id, 'same_work')
  for (const { id, title, aliases, filings } of hits) {
    const numbers = filings.flatMap(({ number }) => number ?? [])
    for (const near of await worksNear(tx, { title, aliases, numbers }, id, SPARED_EACH))
      if (!mine.includes(near.id) && !found.has(near.id)) found.set(near.id, near.reasons[0]!.code)
  }
  return found
}

const sum = (numbers: (number | null)[]) => numbers.reduce<number>((total, one) => total + (one ?? 0), 0)

async function hitsOf(tx: Tx, chosen: ReadonlyMap<string, Chosen>): Promise<Hit[]> {
  const described = await describe(tx, [...chosen.keys()])
  return [...chosen].flatMap(([id, how]) => (described.has(id) ? [{ ...described.get(id)!, chosen: how }] : []))
}

type Hitting = { works: ReadonlyMap<string, Chosen>; programs: ReadonlyMap<string, Chosen> }

const programsOf = async (tx: Tx, chosen: ReadonlyMap<string, Chosen>): Promise<ListedProgram[]> =>
  (await programsById(tx, [...chosen.keys()])).map((program) => ({ ...program, chosen: chosen.get(program.id)! }))

/** A work goes down on every platform, a mini-program on its host alone. */
export const isOrdered = (platformId: string, scope: { works: number; programs: readonly { platformId: string }[] }) =>
  scope.works > 0 || scope.programs.some((program) => program.platformId === platformId)

/** Of each entry how many works it hits, and the mini-programs by their hosts. */
export async function reachOf(tx: Tx, entryIds: readonly string[]) {
  const rows = await tx
    .select({ entryId: blacklistSubjects.entryId, dramaId: blacklistSubjects.dramaId, platformId: miniPrograms.platformId })
    .from(blacklistSubjects)
    .leftJoin(miniPrograms, eq(miniPrograms.id, blacklistSubjects.miniProgramId))
    .where(inArray(blacklistSubjects.entryId, [...entryIds]))
  return (entryId: string) => {
    const own = rows.filter((row) => row.entryId === entryId)
    return {
      works: own.filter(({ dramaId }) => dramaId).length,
      programs: own.flatMap(({ platformId }) => (platformId ? [{ platformId }] : [])),
    }
  }
}

/** What works and mini-programs would hit as an entry, and what they spare: the orders, the works with where they are shown, the valid filings. */
async function previewScope(tx: Tx, chosen: Hitting): Promise<Preview> {
  const hits = await hitsOf(tx, chosen.works)
  const programs = await programsOf(tx, chosen.programs)
  const beside = await namesakes(tx, hits)
  const near = await describe(tx, [...beside.keys()])
  const spared = [...beside].flatMap(([id, code]) => (near.has(id) ? [{ ...near.get(id)!, near: code }] : []))
  const orders = (await admittedPlatforms(tx)).flatMap(({ id, shortName, nameEn }) =>
    isOrdered(id, { works: hits.length, programs }) ? [{ id, shortName, nameEn }] : [],
  )
  const totals: Totals = {
    works: hits.length,
    programs: programs.length,
    episodes: sum(hits.map(({ episodeCount }) => episodeCount)),
    unknown: hits.filter(({ episodeCount }) => episodeCount === null).length,
    platforms: new Set(hits.flatMap(({ platforms }) => platforms.map(({ id }) => id))).size,
    links: sum(hits.map(({ linkCount }) => linkCount)),
    miniPrograms: new Set(hits.flatMap((hit) => hit.miniPrograms)).size,
    suspended: hits.flatMap(({ filings }) => filings.filter(isValid)).length,
    stopped: hits.flatMap(({ filings }) => filings.filter(isOffered)).length,
    orders: orders.length,
    spared: spared.length,
  }
  const facts = (works: ScopeWork[]) =>
    works
      .map((work) => [
        work.id,
        work.title,
        work.aliases,
        work.episodeCount,
        work.linkCount,
        work.platforms.map(({ id }) => id),
        work.miniPrograms,
        work.filings.map(({ id, state }) => [id, state]),
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  const owned = programs.map(({ id, platformId, name, operator }) => [id, platformId, name, operator?.creditCode ?? operator?.name ?? null])
  const seen = [facts(hits), facts(spared), orders.map(({ id }) => id).sort(), ...(owned.length ? [owned] : [])]
  return { hits, programs, spared, orders, totals, digest: digest(JSON.stringify(seen)) }
}

const RANK: Record<Chosen, number> = { report: 0, proposal: 1, verification: 2 }

async function scopeOf(tx: Tx, entryId: string): Promise<Hitting> {
  const subjects = await tx.select().from(blacklistSubjects).where(eq(blacklistSubjects.entryId, entryId))
  const sorted = subjects.toSorted((a, b) => RANK[a.chosen] - RANK[b.chosen] || (String(a.dramaId) < String(b.dramaId) ? -1 : 1))
  return {
    works: new Map(sorted.flatMap(({ dramaId, chosen }) => (dramaId ? [[dramaId, chosen]] : []))),
    programs: new Map(sorted.flatMap(({ miniProgramId, chosen }) => (miniProgramId ? [[miniProgramId, chosen]] : []))),
  }
}

/** What an entry hits, that of the report first: works with where they are known to be shown and what they are filed as, and mini-programs. */
export async function hitBy(tx: Tx, entryId: string): Promise<Pick<Preview, 'hits' | 'programs'>> {
  const { works, programs } = await scopeOf(tx, entryId)
  return { hits: await hitsOf(tx, works), programs: await programsOf(tx, programs) }
}

/** The preview of an entry as it stands. */
export const previewOf = async (tx: Tx, entryId: string) => previewScope(tx, await scopeOf(tx, entryId))

/** What an entry on this one work or mini-program would hit, as far as the reader may see it. */
export const previewOn = (tx: Tx, kind: ListedKind, id: string) => {
  const alone = new Map<string, Chosen>([[id, 'report']])
  return previewScope(tx, { works: kind === 'drama' ? alone : new Map(), programs: kind === 'drama' ? new Map() : alone })
}

/** The totals in a line that a form carries along: works, episodes, links, filings, orders, spared, mini-programs, offers. */
export const totalsIn = ({ totals }: Pick<Preview, 'totals'>) =>
  [totals.works, totals.episodes, totals.links, totals.suspended, totals.orders, totals.spared, totals.programs, totals.stopped].join('·')
