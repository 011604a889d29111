import { SubjectName } from '@/app/_components/violation/subject-name'
import { type Asked, csvFile, type Listing, sheetOf } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { RowLink } from '@/app/_ui/data-table'
import { numberColumn } from '@/app/_ui/number-column'
import { Severity } from '@/app/_ui/severity'
import { Nothing } from '@/app/_ui/words'
import type { Actor } from '@/lib/kernel/actor'
import { type RectificationFilter, type RectificationRow, rectificationsOf } from '@/lib/rectification/queries/lists'
import { readFilter } from './list-filter'
import { RectificationState } from './rectification-state'

type Level = 1 | 2 | 3 | 4

/** Rectifications by where they stand. */
export async function rectificationListing(actor: Actor, filter: RectificationFilter, now: Date): Promise<Listing<RectificationRow>> {
  const [{ rectification: w, shell }, f] = [await words(), await format()]
  return {
    name: w.title,
    read: (tx, after, limit) => rectificationsOf(tx, actor, { ...filter, after }, limit),
    columns: [
      numberColumn(w.list.column.number),
      {
        key: 'title',
        head: w.list.column.title,
        rowHead: true,
        at: 'title',
        text: ({ title }) => title,
        cell: ({ number, title, targetKind, joined, byPlatform }) => (
          <RowLink
            href={`/c/${number}`}
            sub={joined ? w.list.joined : byPlatform && actor.kind !== 'creator' ? w.list.byPlatform : undefined}
          >
            <SubjectName kind={targetKind} name={title} />
          </RowLink>
        ),
      },
      { key: 'kind', head: w.list.column.kind, at: 'hide', text: ({ targetKind }) => w.subject[targetKind] },
      {
        key: 'severity',
        head: w.list.column.severity,
        at: 'hide',
        text: ({ severity }) => severity && shell.severity(severity),
        cell: ({ severity }) => (severity ? <Severity level={severity as Level} label={shell.severity(severity)} /> : <Nothing />),
      },
      {
        key: 'state',
        head: w.list.column.state,
        at: 'line',
        text: ({ state }) => w.state[state],
        cell: (row) => <RectificationState of={row} now={now} />,
      },
      {
        key: 'ordered',
        head: w.list.column.ordered,
        fileHead: shell.list.inBeijing(w.list.column.ordered),
        orders: true,
        at: 'hide',
        text: ({ openedAt }) => f.instant(openedAt),
        cell: ({ openedAt }) => <span className="text-13 whitespace-nowrap text-ink-2">{f.inList(openedAt, now)}</span>,
      },
      {
        key: 'due',
        head: w.list.column.due,
        fileHead: shell.list.inBeijing(w.list.column.due),
        align: 'end',
        at: 'clock',
        text: ({ dueAt, endedAt }) => (dueAt ? f.instant(dueAt) : endedAt && w.list.ended(f.instant(endedAt))),
        cell: ({ dueAt, endedAt }) =>
          dueAt ? (
            <Clock due={dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(dueAt, now)} />
          ) : endedAt ? (
            <span className="text-13 whitespace-nowrap text-ink-2">{w.list.ended(f.inList(endedAt, now))}</span>
          ) : (
            <Nothing />
          ),
      },

      {
        key: 'ended',
        extra: true,
        head: w.list.column.ended,
        fileHead: shell.list.inBeijing(w.list.column.ended),
        at: 'hide',
        text: ({ endedAt }) => endedAt && f.instant(endedAt),
        cell: ({ endedAt }) =>
          endedAt ? <span className="text-13 whitespace-nowrap text-ink-2">{f.inList(endedAt, now)}</span> : <Nothing />,
      },
    ],
  }
}

export const rectificationsFile = (actor: Actor, asked: Asked) =>
  csvFile(actor, async (_, now) => sheetOf(await rectificationListing(actor, readFilter(asked), now), asked))
