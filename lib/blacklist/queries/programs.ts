import { asc, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { miniPrograms, placements } from '@/db/schema'
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
