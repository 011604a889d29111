import { OLDEST } from '@/app/_ui/said-column'
import { type RectificationFilter, VIEWS } from '@/lib/rectification/queries/lists'

export type Sent = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => [value].flat()[0] || undefined

/** What an address asks of the list; what it cannot mean is left out. */
export function readFilter(sent: Sent): RectificationFilter {
  const [q, after] = [one(sent.q)?.trim().slice(0, 100), one(sent.after)]
  return {
    view: VIEWS.find((view) => view === one(sent.view)) ?? VIEWS[0],
    ...(q && { q }),
    ...(one(sent.sort) === OLDEST && { oldest: true }),
    ...(after && { after }),
  }
}

/** The same as an address, without the page. */
export const queryOf = ({ view, q, oldest }: RectificationFilter): Record<string, string | undefined> => ({
  view,
  q,
  sort: oldest ? OLDEST : undefined,
})
