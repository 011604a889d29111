import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { insertMany } from '@/db/many'
import { dramas, episodes } from '@/db/schema'
import { newId } from '../kernel/id'
import { dayOf } from '../kernel/time'
import type { Episode } from './rules/episodes'
import type { ORIGINS } from './workflow'

/** What a work shows of itself. `producerId` is empty where the producer is unknown to the portal. */
export type Face = {
  title: string
  aliases: readonly string[]
  producerId: string | null
  producerName: string | null
  bureauId: string
  /** Titles and lengths are unknown of a work that was only reported. */
  episodes?: readonly (Pick<Episode, 'number'> & Partial<Episode>)[]
  episodeCount?: number | null
  poster?: string | null
}

const secondsOf = (list: Face['episodes'] = []) =>
  list.length > 0 && list.every(({ seconds }) => seconds) ? list.reduce((sum, { seconds = 0 }) => sum + seconds, 0) : null

const columns = (face: Face) => ({
  title: face.title,
  aliases: [...face.aliases],
  producerId: face.producerId,
  producerName: face.producerName,
  bureauId: face.bureauId,
  episodeCount: face.episodes?.length ?? face.episodeCount ?? null,
  totalSeconds: secondsOf(face.episodes),
  posterSha: face.poster ?? null,
})

async function writeEpisodes(act: Act, dramaId: string, list: Face['episodes'] = []) {
  if (list.length > 0)
    await act.tx
      .insert(episodes)
      .values(list.map(({ number, title, seconds }) => ({ dramaId, number, title: title || null, seconds: seconds ?? null })))
}

/**
 * Opens a work under a code of its own, ZP-2026-1042. It is nobody's to see but its producer's, its bureau's and 总局's until it
 * is shown. `folded` is the title as it is compared; where the caller cannot fold, it follows in the same act.
 */
export async function openWork(act: Act, origin: (typeof ORIGINS)[number], face: Face, folded = ''): Promise<string> {
  const id = newId()
  const code = sql`'ZP-' || ${dayOf(act.now).slice(0, 4)}::text || '-' || nextval('drama_codes')`
  await act.tx.insert(dramas).values({ id, code, origin, folded, createdAt: act.now, ...columns(face) })
  await writeEpisodes(act, id, face.episodes)
  return id
}

/** Opens many works at once, as `openWork` does one; without episodes. Gives their ids in order. */
export async function openWorks(
  act: Act,
  origin: (typeof ORIGINS)[number],
  works: readonly { face: Omit<Face, 'episodes'>; folded: string }[],
): Promise<string[]> {
  if (works.length === 0) return []
  const drawn = await act.tx.execute<{ n: string }>(sql`select nextval('drama_codes') as n from generate_series(1, ${works.length})`)
  const rows = works.map(({ face, folded }, i) => ({
    id: newId(),
    code: `ZP-${dayOf(act.now).slice(0, 4)}-${drawn[i]!.n}`,
    origin,
    folded,
    createdAt: act.now,
    ...columns(face),
  }))
  await insertMany(act.tx, dramas, rows)
  return rows.map(({ id }) => id)
}

/** Writes the face of a work anew, as it was filed last; a name under which the public knew it stays its alias. */
export async function writeFace(act: Act, dramaId: string, face: Face) {
  const [was] = await act.tx
    .select({ title: dramas.title, aliases: dramas.aliases, publicSince: dramas.publicSince })
    .from(dramas)
    .where(eq(dramas.id, dramaId))
    .for('update')
  const known = was?.publicSince ? [was.title, ...was.aliases] : []
  const aliases = [...new Set([...face.aliases, ...known])].filter((name) => name !== face.title)
  await act.tx
    .update(dramas)
    .set(columns({ ...face, aliases }))
    .where(eq(dramas.id, dramaId))
  await act.tx.delete(episodes).where(eq(episodes.dramaId, dramaId))
  await writeEpisodes(act, dramaId, face.episodes)
}

/** The public may see the work from now on; it keeps the instant at which it was shown first. */
export const showWork = (act: Act, dramaId: string) =>
  act.tx
    .update(dramas)
    .set({ publicSince: sql`coalesce(${dramas.publicSince}, ${act.now.toISOString()}::timestamptz)` })
    .where(eq(dramas.id, dramaId))

/** The work is nobody else's business again. */
export const hideWork = (act: Act, dramaId: string) => act.tx.update(dramas).set({ publicSince: null }).where(eq(dramas.id, dramaId))

/** The title as it is compared; whoever can fold keeps it. */
export const keepFold = (act: Act, dramaId: string, folded: string) => act.tx.update(dramas).set({ folded }).where(eq(dramas.id, dramaId))

/** A regulator finds that a reported work is another one that is known already; reports of it are reports of that one. */
export const linkWork = (act: Act, dramaId: string, sameAsId: string) =>
  act.tx.update(dramas).set({ sameAsId }).where(eq(dramas.id, dramaId))

/** How many listed entries hit a work, locked until the act ends: an entry that is being listed waits, or is waited for. */
export async function listedCountOf(act: Act, dramaId: string): Promise<number> {
  const [row] = await act.tx.select({ listedCount: dramas.listedCount }).from(dramas).where(eq(dramas.id, dramaId)).for('update')
  return row?.listedCount ?? 0
}

/** Nobody else writes the face of these works until the act ends. */
export async function holdWorks(act: Act, dramaIds: readonly string[]) {
  await act.tx
    .select({ id: dramas.id })
    .from(dramas)
    .where(inArray(dramas.id, [...dramaIds]))
    .orderBy(asc(dramas.id))
    .for('update')
}

/** Counts a listing of these works, or takes one back; a listed work is public. */
export async function countListing(act: Act, dramaIds: readonly string[], by: 1 | -1) {
  if (dramaIds.length === 0) return
  const shown = by === 1 ? { publicSince: sql`coalesce(${dramas.publicSince}, ${act.now.toISOString()}::timestamptz)` } : {}
  await act.tx
    .update(dramas)
    .set({ listedCount: sql`${dramas.listedCount} + ${by}`, ...shown })
    .where(inArray(dramas.id, [...dramaIds].sort()))
}
