import { format, words } from '@/app/_server/locale'
import { type Column, DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { Nothing } from '@/app/_ui/words'
import type { Tally } from '@/lib/batch/queries/cases'

/** What the rows come to, once confirmed only what counts, by what they are about and what was done; what is unknown stands beside and is never 0. */
export async function TallyTable({ tally, confirmed }: { tally: Tally[]; confirmed: boolean }) {
  const [{ batch: w, penalty }, f] = [await words(), await format()]
  if (tally.length === 0) return <EmptyState title={confirmed ? w.page.noneCounts : w.page.none} />
  const known = (value: number, unknown: number, isWork: boolean) =>
    !isWork ? (
      <Nothing />
    ) : (
      <>
        {value > 0 || unknown === 0 ? f.count(value) : null}
        {unknown > 0 && <span className="block text-13 text-ink-2">{w.page.tally.unknown(f.count(unknown))}</span>}
      </>
    )
  const isWork = ({ kind }: Tally) => kind === 'drama' || kind === 'episode'
  const columns: Column<Tally>[] = [
    { key: 'kind', head: w.page.tally.kind, rowHead: true, at: 'title', cell: ({ kind }) => w.kind[kind] },
    {
      key: 'rung',
      head: w.page.tally.rung,
      at: 'line',
      cell: ({ rung, lapsed }) => (rung ? `${rung} ${penalty.rung(rung)}` : lapsed ? w.page.tally.lapsed : w.page.tally.noRung),
    },
    { key: 'rows', head: w.page.tally.rows, align: 'end', at: 'clock', cell: ({ rows }) => f.count(rows) },
    {
      key: 'episodes',
      head: w.page.tally.episodes,
      align: 'end',
      at: 'aside',
      cardLabel: w.page.tally.episodes,
      cell: (row) => known(row.episodes, row.unknownEpisodes, isWork(row)),
    },
    {
      key: 'minutes',
      head: w.page.tally.minutes,
      align: 'end',
      at: 'number',
      cardLabel: w.page.tally.minutes,
      cell: (row) => known(Math.round(row.seconds / 60), row.unknownSeconds, isWork(row)),
    },
  ]
  return (
    <DataTable
      caption={w.page.tally.caption}
      columns={columns}
      rowKey={({ kind, rung, lapsed }) => `${kind}-${rung}-${lapsed}`}
      rows={tally}
      middle
    />
  )
}
