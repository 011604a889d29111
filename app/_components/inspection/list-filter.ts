import { OLDEST } from '@/app/_ui/said-column'
import { SHEET_VIEWS, type SheetFilter } from '@/lib/inspection/queries/sheets'
import { PURPOSES } from '@/lib/inspection/workflow'
import { readSpan, writeSpan } from '@/lib/kernel/time'

export type Sent = Record<string, string | string[] | undefined>
const isId = (text: string | undefined) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '')
const one = (value: string | string[] | undefined) => [value].flat()[0] || undefined

/** What an address asks of the list of sheets; what it cannot mean is left out. */
export function readFilter(sent: Sent): SheetFilter {
  const [platformId, q, after] = [one(sent.platform), one(sent.q)?.trim().slice(0, 100), one(sent.after)]
  const [span, bureauId] = [readSpan(one(sent.drawn)), one(sent.bureau)]
  const purpose = PURPOSES.find((known) => known === one(sent.purpose))
  return {
    view: SHEET_VIEWS.find((view) => view === one(sent.view)) ?? SHEET_VIEWS[0],
    ...(q && { q }),
    ...(purpose && { purpose }),
    ...(span && { span }),
    ...(bureauId && isId(bureauId) && { bureauId }),
    ...(platformId && isId(platformId) && { platformId }),
    ...(one(sent.sort) === OLDEST && { oldest: true }),
    ...(after && { after }),
  }
}

/** The same as an address, without the page. */
export const queryOf = ({ view, span, bureauId, q, purpose, platformId, oldest }: SheetFilter): Record<string, string | undefined> => ({
  view,
  q,
  purpose,
  platform: platformId,
  drawn: span && writeSpan(span),
  bureau: bureauId,
  sort: oldest ? OLDEST : undefined,
})
