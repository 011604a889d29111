import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { formatSpan } from '@/lib/drama/rules/timecode'
import type { Place } from '@/lib/violation/queries/report'

/** Where in the work; what the filer says of it only where the reader may read it. */
export async function CasePlaces({ places }: { places: Place[] }) {
  const { violation: w } = await words()
  const told = places.some(({ note }) => note)
  return (
    <DataTable
      caption={w.case.places}
      rowKey={({ episode, start, end }) => `${episode} ${start} ${end}`}
      rows={places}
      middle
      columns={[
        {
          key: 'episode',
          head: w.draft.episode,
          width: '120px',
          rowHead: true,
          at: 'title',
          cell: ({ episode }: Place) => w.case.episode(episode),
        },
        {
          key: 'time',
          head: w.case.time,
          width: '140px',
          at: 'clock',
          cell: ({ start, end }: Place) =>
            start === null ? w.case.whole : <span className="whitespace-nowrap">{formatSpan({ start, end })}</span>,
        },
        ...(told ? [{ key: 'note', head: w.draft.noteHidden, at: 'line' as const, cell: ({ note }: Place) => note }] : []),
      ]}
    />
  )
}
