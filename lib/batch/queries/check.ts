import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { batchReferences, dramas, registrationFaces } from '@/db/schema'
import type { Fault } from '../../kernel/outcome'
import { fold } from '../../matching/rules/fold'
import { normalNumber } from '../../registration/rules/number'
import type { Entry } from '../rules/row'

export type Work = { id: string; title: string; bureauId: string }
export const isWork = ({ kind }: Entry) => kind === 'drama' || kind === 'episode'

/** Works by the official numbers that rows give, as far as the register shows them. */
export async function worksByNumber(tx: Tx, entries: readonly Entry[]): Promise<Map<string, Work & { aliases: string[] }>> {
  const keys = [...new Set(entries.flatMap((entry) => (isWork(entry) && entry.number ? [normalNumber(entry.number)] : [])))]
  if (keys.length === 0) return new Map()
  const rows = await tx
    .select({
      key: registrationFaces.numberKey,
      id: dramas.id,
      title: dramas.title,
      aliases: dramas.aliases,
      bureauId: dramas.bureauId,
      sameAsId: dramas.sameAsId,
    })
    .from(registrationFaces)
    .innerJoin(dramas, eq(dramas.id, registrationFaces.dramaId))
    .where(inArray(registrationFaces.numberKey, keys))
  return new Map(rows.map(({ key, sameAsId, ...work }) => [key!, { ...work, id: sameAsId ?? work.id }]))
}

/** Which of these references this filer has on file, and the report of each. */
export async function referencesOnFile(tx: Tx, filerId: string, references: readonly string[]): Promise<Map<string, string>> {
  if (references.length === 0) return new Map()
  const rows = await tx
    .select({ reference: batchReferences.reference, violationId: batchReferences.violationId })
    .from(batchReferences)
    .where(and(eq(batchReferences.filerId, filerId), inArray(batchReferences.reference, [...references])))
  return new Map(rows.map(({ reference, violationId }) => [reference, violationId]))
}

/** Rows whose number is on the register under another title: one of the two is mistyped. */
export async function numbersOfOthers(tx: Tx, entries: readonly Entry[]): Promise<Map<Entry, Fault>> {
  const works = await worksByNumber(tx, entries)
  const wrong = new Map<Entry, Fault>()
  for (const entry of entries) {
    const work = entry.number && isWork(entry) ? works.get(normalNumber(entry.number)) : undefined
    if (work && ![work.title, ...work.aliases].some((title) => fold(title) === fold(entry.name)))
      wrong.set(entry, { field: 'number', code: 'number_of_another_work', params: { title: work.title } })
  }
  return wrong
}
