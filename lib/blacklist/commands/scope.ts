import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { blacklistNames, blacklistSubjects, dramas, registrations } from '@/db/schema'
import { ok, refuse } from '../../kernel/outcome'
import { fold, gramsOf, soundOf, stemOf } from '../../matching/rules/fold'

/** Whoever puts one of these works on an entry waits for whoever is doing so. */
export async function lockWorks(act: Act, dramaIds: readonly string[]) {
  for (const id of [...dramaIds].sort()) await act.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`blacklist ${id}`}, 0))`)
}

/** The active entry of each of these works, whether or not the actor may see it. */
export async function activeEntries(act: Act, dramaIds: readonly string[]) {
  const rows = await act.tx.execute<{ dramaId: string; entryId: string }>(
    sql`select drama_id as "dramaId", entry_id as "entryId" from active_entries_of(${sql.param([...dramaIds])}::uuid[])`,
  )
  return new Map(rows.map(({ dramaId, entryId }) => [dramaId, entryId]))
}

/** The works that the actor names, as far as they exist for the actor; refuses `work_unknown`. */
export async function worksNamed(act: Act, dramaIds: readonly string[]) {
  const found = await act.tx
    .select({ id: dramas.id, title: dramas.title, aliases: dramas.aliases })
    .from(dramas)
    .where(inArray(dramas.id, [...dramaIds]))
  return found.length === new Set(dramaIds).size ? ok(found) : refuse('work_unknown', { field: 'dramaIds' })
}

/** The entry's works block from now on, or no longer; its names warn only while it is listed. */
export async function setActive(act: Act, entryId: string, { blocks, warns }: { blocks: boolean; warns: boolean }) {
  await act.tx.update(blacklistSubjects).set({ active: blocks }).where(eq(blacklistSubjects.entryId, entryId))
  await act.tx.update(blacklistNames).set({ active: warns }).where(eq(blacklistNames.entryId, entryId))
}

const LONGEST = 100
type Kind = (typeof blacklistNames.$inferSelect)['kind']

/** Titles, aliases and numbers of these works, and whatever else is named: near them a new work will be pointed out. */
export async function nameScope(act: Act, entryId: string, dramaIds: readonly string[], others: readonly string[] = []) {
  const works = await act.tx
    .select({ title: dramas.title, aliases: dramas.aliases })
    .from(dramas)
    .where(inArray(dramas.id, [...dramaIds]))
  const numbers = await act.tx
    .select({ number: registrations.officialNumber })
    .from(registrations)
    .where(and(inArray(registrations.dramaId, [...dramaIds]), isNotNull(registrations.officialNumber)))
  const named: [string, Kind][] = [
    ...works.map(({ title }): [string, Kind] => [title, 'title']),
    ...numbers.flatMap(({ number }): [string, Kind][] => (number ? [[number, 'number']] : [])),
    ...works.flatMap(({ aliases }) => aliases.map((alias): [string, Kind] => [alias, 'alias'])),
    ...others.map((name): [string, Kind] => [name, 'alias']),
  ]
  const once = new Map(named.toReversed().filter(([name]) => name.length <= LONGEST && fold(name) !== ''))
  const rows = [...once].map(([name, kind]) => ({
    entryId,
    name,
    kind,
    folded: fold(name),
    grams: gramsOf(fold(name)),
    sound: soundOf(stemOf(fold(name))),
    active: false,
  }))
  if (rows.length) await act.tx.insert(blacklistNames).values(rows).onConflictDoNothing()
}

/** How large the work is as known now; a figure counts it so for ever. */
export const sizeOf = (dramaId: string) => ({
  episodeCount: sql<number | null>`(select episode_count from dramas where id = ${dramaId})`,
  totalSeconds: sql<number | null>`(select total_seconds from dramas where id = ${dramaId})`,
})
