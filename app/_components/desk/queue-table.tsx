import { WorkTitle } from '@/app/_components/drama/work-title'
import { type Asked, csvFile, type Listing, sheetOf, type Tx } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { buttonClass } from '@/app/_ui/button'
import { Clock } from '@/app/_ui/clock'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { Link } from '@/app/_ui/link'
import { numberColumn } from '@/app/_ui/number-column'
import { type SaidColumn, shown } from '@/app/_ui/said-column'
import { Severity } from '@/app/_ui/severity'
import { Nothing, Zh } from '@/app/_ui/words'
import { type QueueFilter, type QueueRow, queueOf } from '@/lib/desk/queries/queue'
import { BANDS, type Band, bandOf, WATCHED } from '@/lib/desk/rules'
import type { Actor } from '@/lib/kernel/actor'
import { rulebook } from '@/lib/rulebook/queries'
import { readFilter } from './queue-filter'
import { rowWords } from './row-words'

export type SaidRow = QueueRow & { band: Band; actWords: string; basis: string; from: string }
type Level = 1 | 2 | 3 | 4
const hrefOf = ({ number }: QueueRow) => `/c/${number}`

/** What waits for a reader, by deadline. */
export async function queueListing(tx: Tx, now: Date, actor: Actor, filter: QueueFilter): Promise<Listing<SaidRow>> {
  const [{ desk: w, shell }, f, said, { calendar }] = [await words(), await format(), await rowWords(tx, now), await rulebook(tx)]
  return {
    name: w.title,
    read: async (of, after, limit) => {
      const { rows, next } = await queueOf(of, actor, { ...filter, after }, limit)
      const spoken = (row: QueueRow) => ({
        ...row,
        band: bandOf(row.dueAt, now, calendar),
        actWords: said.act(row),
        basis: said.basis(row),
        from: said.from(row),
      })
      return { next, rows: rows.map(spoken) }
    },
    columns: [
      numberColumn(w.column.number),
      {
        key: 'title',
        head: actor.kind === 'platform' ? w.column.subject : w.column.title,
        rowHead: true,
        at: 'title',
        text: ({ title }) => title,
        cell: (row) => <RowLink href={hrefOf(row)}>{row.isWork ? <WorkTitle title={row.title} /> : <Zh>{row.title}</Zh>}</RowLink>,
      },
      {
        key: 'act',
        head: w.column.act,
        at: 'act',
        text: ({ actWords }) => actWords,
        cell: (row) => <ActLink row={row} />,
      },
      {
        key: 'basis',
        head: w.column.basis,
        at: 'line',
        text: ({ basis }) => basis,
        cell: ({ basis }) => (basis ? <span className="line-clamp-2">{basis}</span> : <Nothing />),
      },
      {
        key: 'severity',
        head: w.column.severity,
        at: 'hide',
        text: ({ severity }) => severity && shell.severity(severity),
        cell: ({ severity }) => (severity ? <Severity level={severity as Level} label={shell.severity(severity)} /> : <Nothing />),
      },
      {
        key: 'from',
        head: w.column.from,
        at: 'aside',
        text: ({ from }) => from,
        cell: ({ from }) => <span className="text-13 text-ink-2 desk:whitespace-nowrap">{from}</span>,
      },
      {
        key: 'left',
        head: w.column.left,
        align: 'end',
        at: 'clock',
        act: true,
        text: () => null,
        cell: ({ dueAt, title, actWords }) =>
          dueAt ? (
            <Clock due={dueAt.toISOString()} now={now.toISOString()} words={shell.clock} subject={`${actWords} ${title}`} />
          ) : (
            <Nothing />
          ),
      },
      {
        key: 'due',
        head: w.column.due,
        fileHead: shell.list.inBeijing(w.column.due),
        align: 'end',
        at: 'hide',
        text: ({ dueAt }) => dueAt && f.instant(dueAt),
        cell: ({ dueAt }) => (dueAt ? <span className="text-13 text-ink-2">{f.inList(dueAt, now)}</span> : <Nothing />),
      },
    ],
  }
}

/** `isLoud`: the page's one next act. */
const ActLink = ({ row, isLoud }: { row: SaidRow; isLoud?: boolean }) => (
  <Link
    href={hrefOf(row)}
    {...(isLoud
      ? { 'data-button': '', className: buttonClass({ look: 'filled', size: 'small' }) }
      : { className: 'inline-flex min-h-6 items-center desk:whitespace-nowrap' })}
  >
    {row.actWords}
    <span className="sr-only"> {row.number}</span>
  </Link>
)

/** The queue in groups by what is left; the first row with an act of the reader's is selected and that act is the page's loudest. */
export async function QueueTable({ rows, columns }: { rows: SaidRow[]; columns: SaidColumn<SaidRow>[] }) {
  const { desk: w } = await words()
  const first = rows.find(({ act }) => !WATCHED.includes(act))?.id
  const loud = columns.map(
    (column): SaidColumn<SaidRow> =>
      column.key === 'act' ? { ...column, cell: (row) => <ActLink row={row} isLoud={row.id === first} /> } : column,
  )
  const groups = BANDS.map((band) => ({ key: band, title: w.band[band], rows: rows.filter((row) => row.band === band) })).filter(
    (group) => group.rows.length,
  )
  return (
    <DataTable
      caption={w.caption}
      columns={shown(loud)}
      rowKey={({ id }) => id}
      groups={groups.map((group) => ({ ...group, count: group.rows.length }))}
      current={({ id }) => id === first}
      middle
    />
  )
}

export const queueFile = (actor: Actor, asked: Asked) =>
  csvFile(actor, async (tx, now) => sheetOf(await queueListing(tx, now, actor, readFilter(asked)), asked))
