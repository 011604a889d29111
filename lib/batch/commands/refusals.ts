import type { Tx } from '@/db/client'
import type { Fault } from '../../kernel/outcome'
import { REFUSED } from '../../penalty/queries/refusal'
import type { Entry } from '../rules/row'
import { subjectsKnown } from './subjects'

/**
 * Rows that report a refusal (V10-05) after which this platform has imposed the guide's next row: one stands instead of the other.
 * `imposedOn` gives for subjects the number of the refusal, where that is so.
 */
export async function refusalsFollowed(
  tx: Tx,
  platformId: string,
  entries: readonly Entry[],
  imposedOn: (targetIds: readonly string[]) => Promise<Map<string, string>>,
): Promise<Map<Entry, Fault>> {
  const about = await subjectsKnown(
    tx,
    platformId,
    entries.filter(({ items }) => items.includes(REFUSED)),
  )
  const imposed = about.size > 0 ? await imposedOn([...new Set(about.values())]) : new Map<string, string>()
  return new Map(
    [...about].flatMap(([entry, targetId]) => {
      const number = imposed.get(targetId)
      return number === undefined ? [] : [[entry, { field: 'items', code: 'penalty_follows', params: { number } }] as const]
    }),
  )
}
