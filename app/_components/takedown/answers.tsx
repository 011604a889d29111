import { format, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { Nothing, Zh } from '@/app/_ui/words'
import type { FoundOrder } from './find-order'

/** What the platform answered, newest first; links unfold. */
export async function Answers({ answers, now }: { answers: FoundOrder['answers']; now: Date }) {
  const [{ takedown }, f] = [await words(), await format()]
  const w = takedown.page
  if (!answers.length) return <p className="text-ink-2">{w.noAnswer}</p>
  return (
    <DataTable
      caption={w.answers}
      rows={answers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'kind',
          head: w.answerColumn.kind,
          rowHead: true,
          at: 'title',
          cell: ({ kind, late }) => `${w.answer[kind]}${late ? ` ${takedown.lateMark}` : ''}`,
        },
        {
          key: 'at',
          head: w.answerColumn.at,
          at: 'clock',
          cell: ({ at }) => <span className="whitespace-nowrap">{f.inList(at, now)}</span>,
        },
        {
          key: 'episodes',
          head: w.answerColumn.episodes,
          align: 'end',
          at: 'aside',
          cardLabel: w.answerColumn.episodes,
          cell: ({ episodeCount }) => (episodeCount === null ? <Nothing /> : f.count(episodeCount)),
        },
        {
          key: 'links',
          head: w.answerColumn.links,
          cell: ({ links, kind }) =>
            kind !== 'removed' ? (
              <Nothing />
            ) : links.length ? (
              <details>
                <summary className="text-accent">{w.reported(links.length)}</summary>
                {links.map((link) => (
                  <span key={link} className="official block text-13 break-all">
                    {link}
                  </span>
                ))}
              </details>
            ) : (
              f.count(0)
            ),
        },
        { key: 'said', head: w.answerColumn.said, cell: ({ note }) => (note ? <Zh>{note}</Zh> : <Nothing />) },
      ]}
    />
  )
}
