import { eq, inArray, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { blacklistNames, blacklistSubjects, dramas } from '@/db/schema'
import { ok, refuse } from '../../kernel/outcome'

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
