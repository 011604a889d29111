import { OLDEST } from '@/app/_ui/said-column'
import { type EntryFilter, viewsFor } from '@/lib/blacklist/queries/entries'
import type { Actor } from '@/lib/kernel/actor'
import { readSpan, writeSpan } from '@/lib/kernel/time'

export type Sent = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => [value].flat()[0] || undefined

/** What an address asks of the list; what it cannot mean is left out. */
export function readFilter(actor: Actor, sent: Sent): EntryFilter {
  const views = viewsFor(actor)
  const [severity, bureauId, q, after] = [Number(one(sent.severity)), one(sent.bureau), one(sent.q)?.trim().slice(0, 100), one(sent.after)]
  const span = readSpan(one(sent.on))
  return {
    view: views.find((view) => view === one(sent.view)) ?? views[0]!,
    ...(q && { q }),
    ...(span && { span }),
    ...([3, 4].includes(severity) && { severity }),
    ...(bureauId && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(bureauId) && { bureauId }),
    ...(one(sent.sort) === OLDEST && { oldest: true }),
    ...(after && { after }),
  }
}

/** The same as an address, without the page. */
export const queryOf = ({ view, span, q, severity, bureauId, oldest }: EntryFilter): Record<string, string | undefined> => ({
  view,
  q,
  severity: severity ? String(severity) : undefined,
  bureau: bureauId,
  on: span && writeSpan(span),
  sort: oldest ? OLDEST : undefined,
})
