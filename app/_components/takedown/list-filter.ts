import { OLDEST } from '@/app/_ui/said-column'
import { readSpan, writeSpan } from '@/lib/kernel/time'
import { ORDER_VIEWS, type OrderFilter, OUTCOMES } from '@/lib/takedown/queries/orders'

export type Sent = Record<string, string | string[] | undefined>
const isId = (text: string | undefined) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '')
const one = (value: string | string[] | undefined) => [value].flat()[0] || undefined

/** What an address asks of the list of orders; what it cannot mean is left out. */
export function readFilter(sent: Sent): OrderFilter {
  const [severity, platformId, q, after] = [
    Number(one(sent.severity)),
    one(sent.platform),
    one(sent.q)?.trim().slice(0, 100),
    one(sent.after),
  ]
  const [bureauId, span, outcome] = [one(sent.bureau), readSpan(one(sent.issued)), OUTCOMES.find((known) => known === one(sent.outcome))]
  return {
    view: ORDER_VIEWS.find((view) => view === one(sent.view)) ?? ORDER_VIEWS[0],
    ...(q && { q }),
    ...([3, 4].includes(severity) && { severity }),
    ...(outcome && { outcome }),
    ...(span && { span }),
    ...(bureauId && isId(bureauId) && { bureauId }),
    ...(platformId && isId(platformId) && { platformId }),
    ...(after && { after }),
    ...(one(sent.sort) === OLDEST && { oldest: true }),
  }
}

/** The same as an address, without the page. */
export const queryOf = ({
  view,
  q,
  severity,
  platformId,
  outcome,
  span,
  bureauId,
  oldest,
}: OrderFilter): Record<string, string | undefined> => ({
  view,
  q,
  severity: severity ? String(severity) : undefined,
  platform: platformId,
  outcome,
  issued: span && writeSpan(span),
  bureau: bureauId,
  sort: oldest ? OLDEST : undefined,
})
