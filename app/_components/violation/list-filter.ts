import { OLDEST } from '@/app/_ui/said-column'
import type { Actor } from '@/lib/kernel/actor'
import { storable } from '@/lib/kernel/form'
import { type ReportFilter, viewsFor } from '@/lib/violation/queries/reports'
import { SOURCES, SUBJECT_KINDS } from '@/lib/violation/workflow'

export type Sent = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => storable([value].flat()[0] ?? '') || undefined
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** What an address asks of the list of reports; what it cannot mean is left out. */
export function readFilter(actor: Actor, sent: Sent): ReportFilter {
  const views = viewsFor(actor)
  const severity = Number(one(sent.severity))
  const bureauId = one(sent.bureau)
  return {
    view: views.find((view) => view === one(sent.view)) ?? views[0]!,
    q: one(sent.q)?.trim().slice(0, 100) || undefined,
    severity: [1, 2, 3, 4].includes(severity) ? severity : undefined,
    bureauId: bureauId && isId(bureauId) ? bureauId : undefined,
    source: SOURCES.find((source) => source === one(sent.source)),
    about: SUBJECT_KINDS.find((kind) => kind === one(sent.about)),
    oldest: one(sent.sort) === OLDEST,
    after: one(sent.after),
  }
}

/** The same as an address, without the page. */
export const queryOf = ({ view, q, severity, bureauId, source, about, oldest }: ReportFilter): Record<string, string | undefined> => ({
  view,
  q,
  severity: severity ? String(severity) : undefined,
  bureau: bureauId,
  source,
  about,
  sort: oldest ? OLDEST : undefined,
})
