import type { Act } from '@/db/act'
import type { Settle } from '../input'
import { dismissViolation } from './decide'
import { mergeViolation } from './merge'

/** What was chosen for many duplicates, done to the one report of a part of them. Refusals as of merging and dismissing. */
export const settleDuplicate = (act: Act, settled: Settle) => {
  const [{ id, version }] = Object.values(settled.rows) as [Settle['rows'][string]]
  return settled.how === 'merge'
    ? mergeViolation(act, { id, version, into: settled.into })
    : dismissViolation(act, { id, version, reason: settled.reason })
}
