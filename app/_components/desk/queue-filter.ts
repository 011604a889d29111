import type { QueueFilter } from '@/lib/desk/queries/queue'
import { isDeskAct } from '@/lib/desk/rules'

export type QueueQuery = { act?: string; severity?: string; q?: string; after?: string }

/** What an address asks of the queue; what it cannot mean is left out. */
export function readFilter({ act, severity, q, after }: QueueQuery): QueueFilter {
  const words = q?.trim().slice(0, 100)
  return {
    ...(act && isDeskAct(act) && { act }),
    ...(/^[1-4]$/.test(severity ?? '') && { severity: Number(severity) }),
    ...(words && { q: words }),
    ...(after && { after }),
  }
}
