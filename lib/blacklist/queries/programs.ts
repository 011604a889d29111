import { and, asc, eq, inArray, or } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { blacklistEntries, blacklistSubjects, miniPrograms, placements } from '@/db/schema'
import { operatorsOf } from '../../distribution/queries'
import { organizationNames } from '../../organization/queries/organizations'
import { rulebook } from '../../rulebook/queries'
import { entrySeverity } from '../rules'
import { activeEntriesOf } from './basis'

/** A mini-program with its host, and whose it is. */
export type ProgramNamed = {
  id: string
  appId: string
  name: string
  platformId: string
  platform: { id: string; shortName: string; nameEn: string | null }
  /** As its platform states, where the reader may know. */
  operator: { name: string; creditCode: string } | null
}

/** Mini-programs by their ids, as far as the reader may see them. */
export async function programsById(tx: Tx, ids: readonly string[]): Promise<ProgramNamed[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select({
      id: miniPrograms.id,
      appId: miniPrograms.appId,
      name: miniPrograms.name,
      platformId: miniPrograms.platformId,
    })
    .from(miniPrograms)
    .where(inArray(miniPrograms.id, [...ids]))
    .orderBy(asc(miniPrograms.appId), asc(miniPrograms.id))
  const names = await organizationNames(
    tx,
    rows.map(({ platformId }) => platformId),
  )
  const stated = await operatorsOf(tx, ids)
  return rows.map((program) => ({
    ...program,
    platform: { shortName: '', nameEn: null, ...names.get(program.platformId), id: program.platformId },
    operator: stated.get(program.id) ?? null,
  }))
}

/** Mini-programs that the bureau may add to what an entry hits; none where no item of the entry applies to mini-programs. */
export async function programsListable(
  tx: Tx,
  clauses: readonly { code: string }[],
  { hits, programs }: { hits: readonly { id: string }[]; programs: readonly { id: string }[] },
): Promise<ProgramNamed[]> {
  const { taxonomy } = await rulebook(tx)
  const items = taxonomy.filter(({ code }) => clauses.some((clause) => clause.code === code))
  if (entrySeverity(items, ['mini_program']) === null) return []
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  const beside = await programsBeside(tx, idsOf(hits), idsOf(programs))
  const taken = await activeEntriesOf(tx, idsOf(beside))
  return beside.filter(({ id }) => !taken.has(id))
}

/** Mini-programs that may be hit as well: those in which these works are shown, and others of the same operators. */
export async function programsBeside(tx: Tx, dramaIds: readonly string[], programIds: readonly string[]) {
  const shown = dramaIds.length
    ? await tx
        .selectDistinct({ id: placements.miniProgramId })
        .from(placements)
        .where(inArray(placements.dramaId, [...dramaIds]))
    : []
  const known = new Set(programIds)
  const shows = shown.flatMap(({ id }) => (id && !known.has(id) ? [id] : []))
  const owners = programIds.length
    ? await tx
        .selectDistinct({ operatorId: miniPrograms.operatorId })
        .from(miniPrograms)
        .where(inArray(miniPrograms.id, [...programIds]))
    : []
  const operators = owners.flatMap(({ operatorId }) => operatorId ?? [])
  const others = operators.length
    ? await tx.select({ id: miniPrograms.id }).from(miniPrograms).where(inArray(miniPrograms.operatorId, operators))
    : []
  const same = others.map(({ id }) => id).filter((id) => !known.has(id) && !shows.includes(id))
  return [
    ...(await programsById(tx, shows)).map((one) => ({ ...one, why: 'shows' as const })),
    ...(await programsById(tx, same)).map((one) => ({ ...one, why: 'operator' as const })),
  ]
}

/** A listed mini-program that a subject reminds of: it is the same one, has the same operator, or just the same name. */
export type ListedBeside = ProgramNamed & { number: string; subjectId: string; why: 'same' | 'operator' | 'name' }

/** Listed mini-programs that these mini-programs and accounts remind of. Equal names are called just that. */
export async function listedBeside(tx: Tx, subjects: readonly { id: string; name: string }[]): Promise<ListedBeside[]> {
  if (subjects.length === 0) return []
  const operators = await operatorsOf(
    tx,
    subjects.map(({ id }) => id),
  )
  const operatorIds = [...new Set([...operators.values()].map(({ id }) => id))]
  const listed = await tx
    .select({ id: miniPrograms.id, name: miniPrograms.name, operatorId: miniPrograms.operatorId, number: blacklistEntries.number })
    .from(blacklistSubjects)
    .innerJoin(miniPrograms, eq(miniPrograms.id, blacklistSubjects.miniProgramId))
    .innerJoin(blacklistEntries, eq(blacklistEntries.id, blacklistSubjects.entryId))
    .where(
      and(
        eq(blacklistEntries.state, 'listed'),
        or(
          inArray(
            miniPrograms.name,
            subjects.map(({ name }) => name),
          ),
          inArray(miniPrograms.operatorId, operatorIds),
        ),
      ),
    )
  const named = new Map(
    (
      await programsById(
        tx,
        listed.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  )
  return subjects.flatMap((subject) =>
    listed.flatMap((one) => {
      const why = whyBeside(subject, operators.get(subject.id)?.id, one)
      return why && one.number ? [{ ...named.get(one.id)!, number: one.number, subjectId: subject.id, why }] : []
    }),
  )
}

const whyBeside = (
  subject: { id: string; name: string },
  operatorId: string | undefined,
  listed: { id: string; name: string; operatorId: string | null },
): ListedBeside['why'] | null => {
  if (listed.id === subject.id) return 'same'
  if (operatorId && listed.operatorId === operatorId) return 'operator'
  return listed.name === subject.name ? 'name' : null
}
