import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { blacklistNames, blacklistSubjects, dramas, miniPrograms, registrationFaces } from '@/db/schema'
import { takeTurns } from '@/db/turns'
import { ok, refuse } from '../../kernel/outcome'
import { fold, gramsOf, soundOf, stemOf } from '../../matching/rules/fold'
import { activeEntriesOf } from '../queries/basis'
import type { ListedKind, Scope } from '../rules'

/** Whoever puts one of these works or mini-programs on an entry waits for whoever is doing so. */
export const lockSubjects = (act: Act, ids: readonly string[]) => takeTurns(act.tx, ...ids.map((id) => `blacklist ${id}`))

/** The active entry of each of these works and mini-programs, whether or not the actor may see it. */
export const activeEntries = (act: Act, ids: readonly string[]) => activeEntriesOf(act.tx, ids)

export const idsIn = ({ dramaIds, miniProgramIds }: Scope) => [...dramaIds, ...miniProgramIds]

type Named = { id: string; title: string; kind: ListedKind }
/** The works and mini-programs that the actor names, as far as they exist for the actor; refuses `work_unknown`, `mini_program_unknown`. */
export async function subjectsNamed(act: Act, { dramaIds, miniProgramIds }: Scope) {
  const works = await act.tx.select({ id: dramas.id, title: dramas.title }).from(dramas).where(inArray(dramas.id, dramaIds))
  if (works.length !== new Set(dramaIds).size) return refuse('work_unknown', { field: 'dramaIds' })
  const programs = await act.tx
    .select({ id: miniPrograms.id, title: miniPrograms.name })
    .from(miniPrograms)
    .where(inArray(miniPrograms.id, miniProgramIds))
  if (programs.length !== new Set(miniProgramIds).size) return refuse('mini_program_unknown', { field: 'miniProgramIds' })
  const named =
    (kind: ListedKind) =>
    (one: { id: string; title: string }): Named => ({ ...one, kind })
  return ok([...works.map(named('drama')), ...programs.map(named('mini_program'))])
}

/** One of these stands on another entry already. */
export const standsElsewhere = ({ kind, title }: Named) =>
  kind === 'drama'
    ? refuse('work_on_other_entry', { field: 'dramaIds', params: { title } })
    : refuse('mini_program_on_other_entry', { field: 'miniProgramIds', params: { title } })

type Chosen = (typeof blacklistSubjects.$inferSelect)['chosen']
/** Puts works and mini-programs on an entry. */
export async function putOn(act: Act, entryId: string, { dramaIds, miniProgramIds }: Scope, chosenBy: (id: string) => Chosen) {
  const rows = [
    ...dramaIds.map((dramaId) => ({ entryId, dramaId, active: true, chosen: chosenBy(dramaId), ...sizeOf(dramaId) })),
    ...miniProgramIds.map((miniProgramId) => ({ entryId, miniProgramId, active: true, chosen: chosenBy(miniProgramId) })),
  ]
  for (const row of rows) await act.tx.insert(blacklistSubjects).values(row)
}

/** The works that an entry hits. */
export async function worksOn(act: Act, entryId: string): Promise<string[]> {
  const rows = await act.tx
    .select({ dramaId: blacklistSubjects.dramaId })
    .from(blacklistSubjects)
    .where(and(eq(blacklistSubjects.entryId, entryId), isNotNull(blacklistSubjects.dramaId)))
  return rows.flatMap(({ dramaId }) => dramaId ?? [])
}

/** What the entry hits is blocked from now on, or no longer; its names warn only while it is listed. */
export async function setActive(act: Act, entryId: string, { blocks, warns }: { blocks: boolean; warns: boolean }) {
  await act.tx.update(blacklistSubjects).set({ active: blocks }).where(eq(blacklistSubjects.entryId, entryId))
  await act.tx.update(blacklistNames).set({ active: warns }).where(eq(blacklistNames.entryId, entryId))
}

const LONGEST = 100
type Kind = (typeof blacklistNames.$inferSelect)['kind']

/** Titles, aliases and numbers of these works, and whatever else is named: near them a new work will be pointed out. */
export async function nameScope(act: Act, entryId: string, dramaIds: readonly string[], given: readonly string[] = []) {
  const works = await act.tx
    .select({ id: dramas.id, title: dramas.title, aliases: dramas.aliases })
    .from(dramas)
    .where(inArray(dramas.id, [...dramaIds]))
  const numbers = await act.tx
    .select({ dramaId: registrationFaces.dramaId, number: registrationFaces.officialNumber })
    .from(registrationFaces)
    .where(and(inArray(registrationFaces.dramaId, [...dramaIds]), isNotNull(registrationFaces.officialNumber)))
  const named: { name: string; kind: Kind; dramaId: string | null }[] = [
    ...works.map(({ id, title }) => ({ name: title, kind: 'title' as const, dramaId: id })),
    ...numbers.flatMap(({ dramaId, number }) => (number ? [{ name: number, kind: 'number' as const, dramaId }] : [])),
    ...works.flatMap(({ id, aliases }) => aliases.map((name) => ({ name, kind: 'alias' as const, dramaId: id }))),
    ...given.map((name) => ({ name, kind: 'alias' as const, dramaId: null })),
  ].filter(({ name }) => name.length <= LONGEST && fold(name) !== '')
  const once = new Map(named.toReversed().map((one) => [one.name, one]))
  const rows = [...once.values()].map(({ name, kind, dramaId }) => ({
    entryId,
    name,
    kind,
    dramaId: given.includes(name) ? null : dramaId,
    folded: fold(name),
    grams: gramsOf(fold(name)),
    sound: soundOf(stemOf(fold(name))),
    active: false,
  }))
  if (rows.length) await act.tx.insert(blacklistNames).values(rows).onConflictDoNothing()
}

/** Takes works and mini-programs off an entry, and the names that warned of them alone. */
export async function leaveOut(act: Act, entryId: string, { dramaIds, miniProgramIds }: Scope) {
  await act.tx
    .delete(blacklistSubjects)
    .where(
      and(
        eq(blacklistSubjects.entryId, entryId),
        or(inArray(blacklistSubjects.dramaId, dramaIds), inArray(blacklistSubjects.miniProgramId, miniProgramIds)),
      ),
    )
  await act.tx.delete(blacklistNames).where(and(eq(blacklistNames.entryId, entryId), inArray(blacklistNames.dramaId, dramaIds)))
}

/** How large each of these works is as known now. */
export const sizesOf = (act: Act, dramaIds: readonly string[]) =>
  act.tx
    .select({ id: dramas.id, episodeCount: dramas.episodeCount, totalSeconds: dramas.totalSeconds })
    .from(dramas)
    .where(inArray(dramas.id, [...dramaIds]))

/** How large the work is as known now; a figure counts it so for ever. */
const sizeOf = (dramaId: string) => ({
  episodeCount: sql<number | null>`(select episode_count from dramas where id = ${dramaId})`,
  totalSeconds: sql<number | null>`(select total_seconds from dramas where id = ${dramaId})`,
})
