import { called } from '@/app/_components/organization/called'
import { type Asked, csvFile, type Listing, sheetOf } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { RowLink } from '@/app/_ui/data-table'
import { numberColumn } from '@/app/_ui/number-column'
import { Nothing } from '@/app/_ui/words'
import { type SheetFilter, type SheetRow, sheetsOf } from '@/lib/inspection/queries/sheets'
import type { Actor } from '@/lib/kernel/actor'
import { asDay } from '@/lib/kernel/time'
import { ItemName } from './item-name'
import { readFilter } from './list-filter'
import { SheetStanding } from './sheet-state'

/** Sheets by what they wait for. */
export async function sheetListing(actor: Actor, filter: SheetFilter, now: Date): Promise<Listing<SheetRow>> {
  const [{ inspection: w, shell }, f, name] = [await words(), await format(), await called()]
  return {
    name: w.list.caption,
    read: (tx, after, limit) => sheetsOf(tx, actor, { ...filter, after }, now, limit),
    columns: [
      numberColumn(w.list.column.number),
      {
        key: 'title',
        head: w.list.column.title,
        rowHead: true,
        at: 'title',
        text: ({ title }) => title,
        cell: ({ number, kind, title }) => (
          <RowLink href={`/c/${number}`} sub={kind === 'mini_program' ? w.kind[kind] : undefined}>
            <ItemName kind={kind} title={title} />
          </RowLink>
        ),
      },
      { key: 'platform', head: w.list.column.platform, at: 'line', text: ({ platform }) => name(platform) },
      { key: 'from', head: w.list.column.from, at: 'hide', text: ({ purpose, planNumber }) => planNumber ?? w.purpose[purpose] },
      {
        key: 'day',
        head: w.list.column.day,
        at: 'hide',
        orders: true,
        text: ({ drawnOn }) => f.day(drawnOn),
        cell: ({ drawnOn }) => <span className="whitespace-nowrap">{f.dayInList(asDay(drawnOn), now)}</span>,
      },
      {
        key: 'state',
        head: w.list.column.state,
        at: 'aside',
        text: ({ state, late }) => `${w.state[state]}${late ? w.list.late : ''}`,
        cell: (sheet) => <SheetStanding sheet={sheet} />,
      },
      {
        key: 'due',
        head: w.list.column.due,
        fileHead: shell.list.inBeijing(w.list.column.due),
        align: 'end',
        at: 'clock',
        text: ({ dueAt, state }) => (dueAt && state === 'drawn' ? f.instant(dueAt) : null),
        cell: ({ dueAt, state }) =>
          dueAt && state === 'drawn' ? (
            <Clock due={dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(dueAt, now)} />
          ) : (
            <Nothing />
          ),
      },

      { key: 'kind', extra: true, head: w.sheet.kind, at: 'hide', text: ({ kind }) => w.kind[kind] },
      {
        key: 'inspected',
        extra: true,
        head: w.event['sheet.found_clean'],
        fileHead: shell.list.inBeijing(w.event['sheet.found_clean']),
        at: 'hide',
        text: ({ inspectedAt }) => inspectedAt && f.instant(inspectedAt),
        cell: ({ inspectedAt }) => (inspectedAt ? <span className="whitespace-nowrap">{f.inList(inspectedAt, now)}</span> : <Nothing />),
      },
    ],
  }
}

export const sheetsFile = (actor: Actor, asked: Asked) =>
  csvFile(actor, async (_, now) => sheetOf(await sheetListing(actor, readFilter(asked), now), asked))
