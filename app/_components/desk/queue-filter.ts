import type { Asked } from '@/app/_server/listing'
import type { QueueFilter } from '@/lib/desk/queries/queue'
import { isDeskAct } from '@/lib/desk/rules'

const one = (value: string | string[] | undefined) => [value].flat()[0] || undefined

/** What an address asks of the queue; what it cannot mean is left out. */
export function readFilter(asked: Asked): QueueFilter {
  const [act, severity, after, words] = [one(asked.act), one(asked.severity), one(asked.after), one(asked.q)?.trim().slice(0, 100)]
  return {
    ...(act && isDeskAct(act) && { act }),
    ...(/^[1-4]$/.test(severity ?? '') && { severity: Number(severity) }),
    ...(words && { q: words }),
    ...(after && { after }),
  }
}
