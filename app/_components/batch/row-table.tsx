import { Fragment, type ReactNode } from 'react'
import { WorkTitle } from '@/app/_components/drama/work-title'
import { words } from '@/app/_server/locale'
import { type Column, DataTable } from '@/app/_ui/data-table'
import { Link } from '@/app/_ui/link'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import type { BatchRow } from '@/lib/batch/queries/cases'
import type { RowStanding } from '@/lib/batch/workflow'
import type { Warned } from './find-batch'
import { rowWords } from './row-words'

const toneOf: Record<RowStanding, Tone> = {
  good: 'waiting',
  wrong: 'overdue',
  on_file: 'neutral',
  filed: 'done',
  failed: 'overdue',
  withdrawn: 'neutral',
  kept: 'progress',
}

const Case = ({ number }: { number: string }) => (
  <Link href={`/c/${number}`} className="inline-flex min-h-6 items-center">
    <Official>{number}</Official>
  </Link>
)

/** The name of a row's subject leads to what happened to it, once the row is on file. */
function About({ about, children }: { about: BatchRow['about']; children: ReactNode }) {
  if (!about) return children
  return (
    <Link href={'work' in about ? `/subject/work/${about.work}` : `/subject/${about.subject}`} className="inline-flex min-h-6 items-center">
      {children}
    </Link>
  )
}

type Told = { column: string; label: string }

/** All that a row records, unfolded by whoever wants to read it before it is confirmed. */
function Whole({ line, title, told }: { line: number; title: string; told: (Told & { text: string })[] }) {
  return (
    <details className="mt-1 text-13">
      <summary className="inline-flex min-h-6 w-fit items-center text-accent underline underline-offset-3">{title}</summary>
      <dl className="mt-1 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 border-l-2 border-line pl-3">
        {told.map(({ column, label, text }) => (
          <Fragment key={`${line}-${column}`}>
            <dt className="text-ink-2">{label}</dt>
            <dd className="whitespace-pre-line wrap-anywhere">
              <Zh>{text}</Zh>
            </dd>
          </Fragment>
        ))}
      </dl>
    </details>
  )
}

/** Where a row says otherwise than what is on file. */
function Differing({
  title,
  label,
  told,
}: {
  title: string
  label: (name: string, here: string, there: string) => string
  told: (Told & { here: string; there: string })[]
}) {
  if (told.length === 0) return null
  return (
    <div className="mt-1.5 grid gap-0.5">
      <State tone="waiting">{title}</State>
      <ul className="grid gap-0.5 text-13">
        {told.map(({ column, label: name, here, there }) => (
          <li key={column} className="wrap-anywhere">
            {label(name, here, there)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Every row of the file: what it records, or what is wrong in which cell, or where it is on file. */
export async function RowTable({
  rows,
  clause,
  warned,
}: {
  rows: BatchRow[]
  clause: (code: string) => string
  warned: ReadonlyMap<string, Warned>
}) {
  const [{ batch: w, blacklist, penalty }, say] = [await words(), await rowWords(clause)]
  const warningsOf = (entry: BatchRow['entry']) => {
    const { blocked = [], listed = [] } = warned.get(entry?.number ?? '') ?? {}
    return [
      ...blocked.map(({ subjectId, operator, creditCode, number }) => ({
        key: subjectId,
        number,
        text: penalty.new.blocked(operator),
        operator: { name: operator, creditCode },
      })),
      ...listed.map(({ id, name, number, why }) => ({ key: id, number, text: blacklist.programs.beside[why](name), operator: null })),
    ]
  }
  const columns: Column<BatchRow>[] = [
    {
      key: 'line',
      head: w.page.column.line,
      width: '52px',
      at: 'number',
      cardLabel: w.page.column.line,
      cell: ({ line }) => <span className="tabular-nums">{line}</span>,
    },
    {
      key: 'subject',
      head: w.page.column.subject,
      rowHead: true,
      at: 'title',
      cell: ({ entry, typed, reference, about }) => (
        <>
          <About about={about}>
            {entry ? (
              entry.kind === 'drama' || entry.kind === 'episode' ? (
                <WorkTitle title={entry.name} />
              ) : (
                <Zh>{entry.name}</Zh>
              )
            ) : (
              <Zh>{typed.handle || typed.name || typed.number || '—'}</Zh>
            )}
          </About>
          <span className="block text-13 font-normal text-ink-2">
            {entry && `${w.kind[entry.kind]}${entry.episode ? ` ${w.page.episode(entry.episode)}` : ''} `}
            {entry?.number && <Official>{entry.number}</Official>}
          </span>
          {warningsOf(entry).map(({ key, number, text, operator }) => (
            <span key={key} className="flex flex-wrap items-baseline gap-x-2 text-13 font-normal">
              <State tone="overdue">{text}</State>
              {number && <Case number={number} />}
              {operator && (
                <Link href={`/operator/${operator.creditCode}`} className="inline-flex min-h-6 items-center">
                  <Zh>{operator.name}</Zh>
                </Link>
              )}
            </span>
          ))}
          <span className="block text-13 font-normal text-ink-3">{reference ?? typed.reference}</span>
        </>
      ),
    },
    {
      key: 'found',
      head: w.page.column.found,
      at: 'full',
      cell: ({ line, entry, faults, typed, onFile }) =>
        faults.length > 0 ? (
          <ul className="grid gap-0.5">
            {say.faults({ faults, typed }).map(({ key, where, what }) => (
              <li key={key}>
                <span className="text-ink-2 wrap-anywhere">{where}</span>
                <span className="font-medium text-overdue">{what}</span>
              </li>
            ))}
          </ul>
        ) : entry ? (
          <>
            {say.items(entry).map((item) => (
              <span key={item} className="block">
                {item}
              </span>
            ))}
            <span className="block text-13 text-ink-2">{say.found(entry)}</span>
            <span className="block text-13 text-ink-2" lang="zh-CN">
              {entry.found.length > 60 ? `${entry.found.slice(0, 60)}…` : entry.found}
            </span>
            {say.extent(entry) && <span className="block text-13 text-ink-2">{say.extent(entry)}</span>}
            {entry.maker && (
              <span className="block text-13 text-ink-2">
                <Zh>{entry.maker}</Zh>
              </span>
            )}
            <Whole line={line} title={w.page.whole(line)} told={say.whole(entry)} />
            <Differing title={w.page.differs} label={w.page.differsIn} told={say.differs({ entry, onFile })} />
          </>
        ) : (
          <Nothing />
        ),
    },
    {
      key: 'measure',
      head: w.page.column.measure,
      at: 'line',
      cell: ({ entry, faults }) => {
        if (!entry || faults.length > 0) return <Nothing />
        const { name, when } = say.measure(entry)
        return (
          <>
            {name}
            {when && <span className="block text-13 whitespace-nowrap text-ink-2">{when}</span>}
          </>
        )
      },
    },
    {
      key: 'outcome',
      head: w.page.column.outcome,
      at: 'clock',
      cell: (row) => {
        const { standing, report, measure } = row
        const since = say.since(row)
        return (
          <>
            <State tone={toneOf[standing]}>{w.standing[standing]}</State>
            {(report || measure) && (
              <span className="mt-0.5 grid justify-items-start gap-1 text-13">
                {report && <Case number={report} />}
                {since.report && <span className="text-ink-2">{since.report}</span>}
                {measure && <Case number={measure} />}
                {since.measure && <span className="text-ink-2">{since.measure}</span>}
              </span>
            )}
          </>
        )
      },
    },
  ]
  return <DataTable caption={w.page.caption} columns={columns} rowKey={({ line }) => String(line)} rows={rows} />
}
