import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { Link } from '@/app/_ui/link'
import { Severity } from '@/app/_ui/severity'
import { State } from '@/app/_ui/state'
import { Name, Nothing, Official } from '@/app/_ui/words'
import type { Followed } from '@/lib/dossier/queries/followed'
import { type Actor, holds } from '@/lib/kernel/actor'
import type { ReportRow, ReportView } from '@/lib/violation/queries/reports'
import { nextStepsOf } from './next-step'
import { SubjectName } from './subject-name'
import { toneOf } from './tone'

export type Workplace = 'platform' | 'association' | 'regulator'

type Props = {
  rows: ReportRow[]
  followed: Map<string, Followed>
  workplace: Workplace
  view: ReportView
  actor: Actor
  nameOf: (code: string) => string
  now: Date
}

/** Reports as rows: what about, on what ground, where it stands, and what can be done next. */
export async function ReportTable({ rows, followed, workplace, view, actor, nameOf, now }: Props) {
  const [{ violation: w, shell }, f, name] = [await words(), await format(), await called()]
  const isRegulator = workplace === 'regulator'
  const stateOf = ({ state, outcome }: ReportRow) => (state === 'merged' && outcome ? w.mergedWith(w.outcome[outcome]) : w.state[state])
  const reviews = holds(actor, 'province.reviewer', 'national.reviewer')
  const next = (row: ReportRow) => {
    if (row.state === 'draft') return <Link href={`/draft/${row.id}`}>{w.list.continue}</Link>
    if (isRegulator)
      return row.state === 'filed' && reviews && row.bureauId === actor.organizationId ? (
        <Link href={`/c/${row.number}#steps`}>{w.list.review}</Link>
      ) : null
    return nextStepsOf(row, followed.get(row.id), actor).map((step) => (
      <Link key={step.href} href={step.href} className="block">
        {'label' in step ? w.list[step.label] : <Official>{step.number}</Official>}
      </Link>
    ))
  }
  const title: Column<ReportRow> = {
    key: 'title',
    head: w.list.column.title,
    rowHead: true,
    at: 'title',
    cell: (row) => {
      const [first, ...rest] = row.subjects
      return (
        <RowLink
          href={row.number ? `/c/${row.number}` : `/draft/${row.id}`}
          sub={rest.length > 0 && w.list.also(f.list(rest.map(({ kind }) => w.subject[kind])))}
        >
          <SubjectName kind={first?.kind ?? 'drama'} name={first?.name ?? row.title} />
        </RowLink>
      )
    },
  }
  const columns: Column<ReportRow>[] = [
    {
      key: 'number',
      head: w.list.column.number,
      width: '124px',
      at: 'number',
      cell: ({ number }) => (number ? <Official>{number}</Official> : <Nothing />),
    },
    title,
    {
      key: 'items',
      head: w.list.column.items,
      at: 'line',
      cell: ({ codes: [first, ...rest] }) =>
        first ? (
          <>
            {first} {nameOf(first)}
            {rest.length > 0 && <span className="text-ink-3"> {w.list.more(rest.length + 1)}</span>}
          </>
        ) : (
          <Nothing />
        ),
    },
    {
      key: 'severity',
      head: w.list.column.severity,
      width: '84px',
      at: 'aside',
      cell: ({ severity }) => (severity ? <Severity level={severity as 1 | 2 | 3 | 4} label={shell.severity(severity)} /> : <Nothing />),
    },
    ...(isRegulator
      ? [
          {
            key: 'filer',
            head: w.list.column.filer,
            width: '96px',
            at: 'hide' as const,
            cell: ({ filer }: ReportRow) => (filer ? <Name>{name(filer)}</Name> : <Nothing />),
          },
        ]
      : []),
    ...(actor.kind === 'province'
      ? []
      : [
          {
            key: 'bureau',
            head: w.list.column.bureau,
            width: '110px',
            at: 'hide' as const,
            cell: ({ bureau }: ReportRow) => (bureau ? <Name>{name(bureau)}</Name> : <Nothing />),
          },
        ]),
    ...(view === 'filed' || view === 'own'
      ? [
          {
            key: 'due',
            head: w.list.column.due,
            width: '150px',
            at: 'clock' as const,
            cell: ({ state, dueAt, title: about }: ReportRow) =>
              state === 'filed' && dueAt ? (
                <Clock due={dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(dueAt, now)} subject={about} />
              ) : (
                <Nothing />
              ),
          },
        ]
      : []),
    {
      key: 'state',
      head: w.list.column.state,
      width: '110px',
      at: view === 'filed' ? 'hide' : view === 'own' ? 'full' : 'clock',
      cell: (row) => <State tone={toneOf[row.state]}>{stateOf(row)}</State>,
    },
    { key: 'next', head: w.list.column.next, width: '130px', at: 'act', cell: next },
    {
      key: 'filed',
      head: w.list.column.filed,
      width: '130px',
      align: 'end',
      at: 'hide',
      cell: ({ filedAt, openedAt }) => f.inList(filedAt ?? openedAt, now),
    },
  ]
  return <DataTable<ReportRow> caption={w.list.caption} columns={columns} rows={rows} rowKey={({ id }) => id} />
}
