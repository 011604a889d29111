// 已在册: the same reference again, with other words than those under which it is on file.
import type { Column } from './columns'
import type { Entry } from './row'

/** What a row records, by the column that says it; a measure with its term is one thing. */
export const toldIn = ({ measure, ...entry }: Entry) => ({
  kind: entry.kind,
  [entry.kind === 'account' ? 'handle' : 'name']: entry.name,
  number: entry.number,
  maker: entry.maker,
  episode: entry.episode,
  items: entry.items,
  seenOn: entry.seenOn,
  found: entry.found,
  stage: entry.stage,
  rung: measure && [measure.rung, measure.parameter],
  since: measure?.startsAt,
  until: measure?.endsAt,
  episodeCount: entry.episodeCount,
  minutes: entry.totalSeconds,
  link: entry.links,
})

/** The columns in which a row says otherwise than what is on file. */
export function differences(entry: Entry, onFile: Entry): Column[] {
  const [here, there] = [toldIn(entry), toldIn(onFile)] as [Record<string, unknown>, Record<string, unknown>]
  const columns = Object.keys({ ...here, ...there }) as Column[]
  return columns.filter((column) => JSON.stringify(here[column] ?? null) !== JSON.stringify(there[column] ?? null))
}
