import { WorkTitle } from '@/app/_components/drama/work-title'
import { format, words } from '@/app/_server/locale'
import { buttonClass } from '@/app/_ui/button'
import { Clock } from '@/app/_ui/clock'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { Link } from '@/app/_ui/link'
import { Severity } from '@/app/_ui/severity'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import type { QueueRow } from '@/lib/desk/queries/queue'
import { BANDS, type Band, WATCHED } from '@/lib/desk/rules'

export type SaidRow = QueueRow & { band: Band; actWords: string; basis: string; from: string }
type Level = 1 | 2 | 3 | 4

/** The queue in groups by what is left; the first row with an act of the reader's is selected and that act is the page's loudest. */
export async function QueueTable({ rows, now, ofAccounts }: { rows: SaidRow[]; now: Date; ofAccounts: boolean }) {
  const [{ desk: w, shell }, f] = [await words(), await format()]
  const first = rows.find(({ act }) => !WATCHED.includes(act))?.id
  const hrefOf = ({ number }: QueueRow) => `/c/${number}`
  const columns: Column<SaidRow>[] = [
    { key: 'number', head: w.column.number, at: 'number', cell: ({ number }) => <Official>{number}</Official> },
    {
      key: 'title',
      head: ofAccounts ? w.column.subject : w.column.title,
      rowHead: true,
      at: 'title',
      cell: (row) => <RowLink href={hrefOf(row)}>{row.isWork ? <WorkTitle title={row.title} /> : <Zh>{row.title}</Zh>}</RowLink>,
    },
    {
      key: 'act',
      head: w.column.act,
      at: 'act',
      cell: (row) => (
        <Link
          href={hrefOf(row)}
          {...(row.id === first
            ? { 'data-button': '', className: buttonClass({ look: 'filled', size: 'small' }) }
            : { className: 'inline-flex min-h-6 items-center desk:whitespace-nowrap' })}
        >
          {row.actWords}
          <span className="sr-only"> {row.number}</span>
        </Link>
      ),
    },
    {
      key: 'basis',
      head: w.column.basis,
      at: 'line',
      cell: ({ basis }) => (basis ? <span className="line-clamp-2">{basis}</span> : <Nothing />),
    },
    {
      key: 'severity',
      head: w.column.severity,
      at: 'hide',
      cell: ({ severity }) => (severity ? <Severity level={severity as Level} label={shell.severity(severity)} /> : <Nothing />),
    },
    {
      key: 'from',
      head: w.column.from,
      at: 'aside',
      cell: ({ from }) => <span className="text-13 text-ink-2 desk:whitespace-nowrap">{from}</span>,
    },
    {
      key: 'left',
      head: w.column.left,
      align: 'end',
      at: 'clock',
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
      align: 'end',
      at: 'hide',
      cell: ({ dueAt }) => (dueAt ? <span className="text-13 text-ink-2">{f.inList(dueAt, now)}</span> : <Nothing />),
    },
  ]
  const groups = BANDS.map((band) => ({ key: band, title: w.band[band], rows: rows.filter((row) => row.band === band) })).filter(
    (group) => group.rows.length,
  )
  return (
    <DataTable
      caption={w.caption}
      columns={columns}
      rowKey={({ id }) => id}
      groups={groups.map((group) => ({ ...group, count: group.rows.length }))}
      current={({ id }) => id === first}
      middle
    />
  )
}
