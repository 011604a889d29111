import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import { type Asked, csvFile, type Listing, sheetOf, type Tx } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { RowLink } from '@/app/_ui/data-table'
import { numberColumn } from '@/app/_ui/number-column'
import { Severity } from '@/app/_ui/severity'
import { Nothing, Zh } from '@/app/_ui/words'
import { type EntryFilter, type EntryRow, entriesOf } from '@/lib/blacklist/queries/entries'
import type { Actor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/time'
import { EntryState } from './entry-state'
import { readFilter } from './list-filter'
import { ListedTitle } from './listed-title'

type Level = 3 | 4

/** Entries by how they stand. */
export async function entryListing(tx: Tx, now: Date, actor: Actor, filter: EntryFilter): Promise<Listing<EntryRow>> {
  const [{ blacklist: w, shell, desk }, f, name, clause] = [await words(), await format(), await called(), await clauseName(tx)]
  const isOpen = filter.view === 'proposed' || filter.view === 'verified'
  const dated = filter.view === 'listed' ? w.list.column.listed : w.list.column.opened
  const dateOf = ({ listedAt, openedAt }: EntryRow) => (filter.view === 'listed' ? listedAt : null) ?? openedAt
  const fromOf = ({ proposer, bureau, state }: EntryRow) =>
    proposer && state !== 'proposed' ? desk.from.verified(name(proposer), name(bureau)) : name(proposer ?? bureau)
  return {
    name: w.title,
    read: (of, after, limit) => entriesOf(of, actor, { ...filter, after }, limit),
    columns: [
      numberColumn(w.list.column.number),
      {
        key: 'title',
        head: w.list.column.title,
        rowHead: true,
        at: 'title',
        text: ({ title }) => title,
        cell: ({ number, title, titleKind, works }) => (
          <RowLink
            href={`/c/${number}`}
            sub={
              <>
                {titleKind === 'mini_program' && w.programs.kind} {works[0]?.producerName && <Zh>{works[0].producerName}</Zh>}{' '}
                {works.length > 1 && w.list.andMore(works.length)}
              </>
            }
          >
            <ListedTitle title={title} kind={titleKind} />
          </RowLink>
        ),
      },
      {
        key: 'basis',
        head: w.list.column.basis,
        at: 'line',
        text: ({ codes }) => f.list(codes.map((code) => `${code} ${clause(code)}`)),
        cell: ({ codes }) =>
          codes.map((code) => (
            <span key={code} className="block">
              {code} {clause(code)}
            </span>
          )),
      },
      {
        key: 'severity',
        head: w.list.column.severity,
        at: 'aside',
        text: ({ severity }) => shell.severity(severity),
        cell: ({ severity }) => <Severity level={severity as Level} label={shell.severity(severity)} />,
      },
      {
        key: 'from',
        head: w.list.column.from,
        at: 'hide',
        text: fromOf,
        cell: (row) => <span className="text-13 text-ink-2">{fromOf(row)}</span>,
      },
      ...(filter.view === 'own' || filter.view === 'refused'
        ? [
            {
              key: 'state',
              head: w.list.column.state,
              text: ({ state, supports }: EntryRow) =>
                `${w.state[state]}${state === 'withdrawn' && supports ? ` ${w.list.supportGone}` : ''}`,
              cell: ({ state, supports }: EntryRow) => (
                <>
                  <EntryState state={state} />
                  {state === 'withdrawn' && supports && <span className="block text-13 text-ink-2">{w.list.supportGone}</span>}
                </>
              ),
            },
          ]
        : []),
      {
        key: 'date',
        head: dated,
        fileHead: shell.list.inBeijing(dated),
        orders: true,
        at: 'hide',
        text: (row) => f.instant(dateOf(row)),
        cell: (row) => <span className="whitespace-nowrap">{f.dayInList(dayOf(dateOf(row)), now)}</span>,
      },
      isOpen
        ? {
            key: 'due',
            head: w.list.column.due,
            fileHead: shell.list.inBeijing(w.list.column.due),
            text: ({ dueAt }) => dueAt && f.instant(dueAt),
            align: 'end',
            at: 'clock',
            cell: ({ dueAt }) =>
              dueAt ? (
                <Clock due={dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(dueAt, now)} />
              ) : (
                <Nothing />
              ),
          }
        : {
            key: 'answered',
            head: w.list.column.answered,
            text: ({ removed, orders }) => (orders > 0 ? w.list.answered(removed, orders) : null),
            align: 'end',
            at: 'clock',
            cell: ({ removed, orders }) => (orders > 0 ? w.list.answered(removed, orders) : <Nothing />),
          },

      {
        key: 'producers',
        extra: true,
        head: w.list.column.producers,
        at: 'hide',
        text: ({ works }) => f.list([...new Set(works.flatMap(({ producerName }) => producerName ?? []))]),
      },
      { key: 'orders', extra: true, head: w.list.column.orders, align: 'end', at: 'hide', text: ({ orders }) => orders },
    ],
  }
}

export const entriesFile = (actor: Actor, asked: Asked) =>
  csvFile(actor, async (tx, now) => sheetOf(await entryListing(tx, now, actor, readFilter(actor, asked)), asked))
