import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import { type Asked, csvFile, type Listing, sheetOf, type Tx } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { Link } from '@/app/_ui/link'
import { type SaidColumn, shown } from '@/app/_ui/said-column'
import { RowBox, SelectAll } from '@/app/_ui/selection'
import { Severity } from '@/app/_ui/severity'
import { State } from '@/app/_ui/state'
import { Name, Nothing, Official } from '@/app/_ui/words'
import type { Followed } from '@/lib/dossier/queries/followed'
import { type Actor, holds } from '@/lib/kernel/actor'
import { type ReportFilter, type ReportRow, type ReportView, reportsOf } from '@/lib/violation/queries/reports'
import { readFilter } from './list-filter'
import { nextStepsOf } from './next-step'
import { SubjectName } from './subject-name'
import { toneOf } from './tone'

export type Workplace = 'platform' | 'association' | 'regulator'
const workplaceOf = ({ kind }: Actor): Workplace => (kind === 'platform' || kind === 'association' ? kind : 'regulator')

type Reading = {
  followed?: Map<string, Followed>
  workplace: Workplace
  view: ReportView
  actor: Actor
  nameOf: (code: string) => string
  now: Date
}

/** The form that takes the reports ticked. */
export const CHOSEN = 'chosen'
/** Does this report wait for this reviewer's bureau? */
export const mayRule = (actor: Actor, { state, bureauId }: ReportRow) =>
  state === 'filed' && holds(actor, 'province.reviewer', 'national.reviewer') && bureauId === actor.organizationId

/** Reports: what about, on what ground, where each stands, and what can be done next. */
export async function reportColumns({
  followed = new Map(),
  workplace,
  view,
  actor,
  nameOf,
  now,
}: Reading): Promise<SaidColumn<ReportRow>[]> {
  const [{ violation: w, shell }, f, name] = [await words(), await format(), await called()]
  const isRegulator = workplace === 'regulator'
  const stateOf = ({ state, outcome }: ReportRow) => (state === 'merged' && outcome ? w.mergedWith(w.outcome[outcome]) : w.state[state])
  const reviews = holds(actor, 'province.reviewer', 'national.reviewer')
  const next = (row: ReportRow) => {
    if (row.state === 'draft') return <Link href={`/draft/${row.id}`}>{w.list.continue}</Link>
    if (isRegulator) return mayRule(actor, row) ? <Link href={`/c/${row.number}#steps`}>{w.list.review}</Link> : null
    return nextStepsOf(row, followed.get(row.id), actor).map((step) => (
      <Link key={step.href} href={step.href} className="block">
        {'label' in step ? w.list[step.label] : <Official>{step.number}</Official>}
      </Link>
    ))
  }
  const title: SaidColumn<ReportRow> = {
    key: 'title',
    head: w.list.column.title,
    rowHead: true,
    at: 'title',
    text: ({ title: about }) => about,
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
  const chosen: SaidColumn<ReportRow> = {
    key: 'chosen',
    act: true,
    head: shell.list.selectAll,
    headCell: <SelectAll form={CHOSEN} label={shell.list.selectAll} />,
    width: '36px',
    at: 'act',
    text: () => null,
    cell: (row) =>
      mayRule(actor, row) && <RowBox form={CHOSEN} name="case" value={row.number!} label={shell.list.selectRow(row.number!)} />,
  }
  const columns: SaidColumn<ReportRow>[] = [
    ...(isRegulator && view === 'filed' && reviews ? [chosen] : []),
    {
      key: 'number',
      head: w.list.column.number,
      width: '124px',
      at: 'number',
      text: ({ number }) => number,
      cell: ({ number }) => (number ? <Official>{number}</Official> : <Nothing />),
    },
    title,
    {
      key: 'about',
      extra: true,
      head: w.list.about,
      at: 'hide',
      text: ({ subjects }) => f.list(subjects.map(({ kind }) => w.subject[kind])),
    },
    {
      key: 'items',
      head: w.list.column.items,
      at: 'line',
      text: ({ codes }) => f.list(codes.map((code) => `${code} ${nameOf(code)}`)),
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
      text: ({ severity }) => severity && shell.severity(severity),
      cell: ({ severity }) => (severity ? <Severity level={severity as 1 | 2 | 3 | 4} label={shell.severity(severity)} /> : <Nothing />),
    },
    ...(isRegulator
      ? [
          {
            key: 'filer',
            head: w.list.column.filer,
            width: '96px',
            at: 'hide' as const,
            text: ({ filer }: ReportRow) => name(filer),
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
            text: ({ bureau }: ReportRow) => name(bureau),
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
            fileHead: shell.list.inBeijing(w.list.column.due),
            text: ({ state, dueAt }: ReportRow) => (state === 'filed' && dueAt ? f.instant(dueAt) : null),
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
      text: stateOf,
      cell: (row) => <State tone={toneOf[row.state]}>{stateOf(row)}</State>,
    },
    { key: 'next', act: true, head: w.list.column.next, width: '130px', at: 'act', text: () => null, cell: next },
    {
      key: 'filed',
      head: w.list.column.filed,
      width: '130px',
      align: 'end',
      at: 'hide',
      orders: true,
      fileHead: shell.list.inBeijing(w.list.column.filed),
      text: ({ filedAt, openedAt }) => f.instant(filedAt ?? openedAt),
      cell: ({ filedAt, openedAt }) => f.inList(filedAt ?? openedAt, now),
    },
  ]
  return columns
}

type Props = Reading & { rows: ReportRow[] }

/** A few reports as rows. */
export async function ReportTable({ rows, ...reading }: Props) {
  const { violation: w } = await words()
  return <DataTable caption={w.list.caption} columns={shown(await reportColumns(reading))} rows={rows} rowKey={({ id }) => id} />
}

/** The list of reports of an address. */
async function reportListing(tx: Tx, now: Date, actor: Actor, filter: ReportFilter): Promise<Listing<ReportRow>> {
  const { violation: w } = await words()
  const reading = { workplace: workplaceOf(actor), view: filter.view, actor, nameOf: await clauseName(tx), now }
  return {
    name: w.list.file,
    columns: await reportColumns(reading),
    read: (tx, after, limit) => reportsOf(tx, actor, { ...filter, after }, limit),
  }
}

export const reportsFile = (actor: Actor, asked: Asked) =>
  csvFile(actor, async (tx, now) => sheetOf(await reportListing(tx, now, actor, readFilter(actor, asked)), asked))
