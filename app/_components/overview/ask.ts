import { figureHref } from '@/app/_components/figure/figure-link'
import type { Workplace } from '@/app/_components/shell/navigation'
import { withQuery } from '@/app/_ui/filter-bar'
import type { FigureDefinition } from '@/lib/figure/rules'
import type { Actor } from '@/lib/kernel/actor'
import { addDays, type Span, startOf, writeSpan } from '@/lib/kernel/time'
import type { Asked } from '@/lib/overview/queries'
import { WEEKS } from '@/lib/overview/rules'

export type Sent = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => [value].flat()[0] || undefined
const PLAIN = 12

/** What an address asks of the overview; what it cannot mean is left out. A province is 总局's to choose. */
export function readAsked({ kind }: Pick<Actor, 'kind'>, sent: Sent): Asked {
  const bureauId = one(sent.bureau)
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(bureauId ?? '')
  return {
    weeks: WEEKS.find((weeks) => String(weeks) === one(sent.weeks)) ?? PLAIN,
    ...(kind === 'national' && isId && { bureauId }),
  }
}

export const queryOf = ({ weeks, bureauId }: Asked) => ({ weeks: weeks === PLAIN ? undefined : String(weeks), bureau: bureauId })

/** The addresses at which the figures of an overview open their rows. */
export function waysTo(workplace: Workplace, { kind, organizationId }: Actor, { bureauId }: Asked, span: Span) {
  const bureau = kind === 'province' ? organizationId! : bureauId
  const list = (noun: string, query: Record<string, string | undefined>) => withQuery(`/${workplace}/${noun}`, query)
  return {
    queue: list('queue', {}),
    orders: (query: { view?: string; outcome?: string; platform?: string }, issued: Span = span) =>
      list('takedown', { view: 'all', ...query, issued: writeSpan(issued), bureau: bureauId }),
    entries: (view: string) => list('blacklist', { view, on: writeSpan(span), bureau }),
    filings: (query: { class?: string; state?: string }) =>
      list('registration', { ...query, submitted: writeSpan(span), bureau: bureauId }),
    sheets: (query: { view: string; platform?: string }) => list('inspection', { ...query, drawn: writeSpan(span), bureau: bureauId }),
    facts: (meaning: Pick<FigureDefinition, 'what' | 'groups' | 'standings' | 'rungs'>) =>
      figureHref({
        ...meaning,
        measure: 'targets',
        ...(bureau && { bureauIds: [bureau] }),
        ...(kind !== 'national' && kind !== 'province' && { ownerIds: [organizationId!] }),
        from: startOf(span.from).toISOString(),
        to: startOf(addDays(span.to, 1)).toISOString(),
      }),
  }
}
export type Ways = ReturnType<typeof waysTo>
