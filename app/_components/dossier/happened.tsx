import { EntryState } from '@/app/_components/blacklist/entry-state'
import { called } from '@/app/_components/organization/called'
import { PenaltyStanding } from '@/app/_components/penalty/standing'
import { RectificationState } from '@/app/_components/rectification/rectification-state'
import { toneOf } from '@/app/_components/violation/tone'
import { format, words } from '@/app/_server/locale'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Severity } from '@/app/_ui/severity'
import { State } from '@/app/_ui/state'
import { Name, Nothing, Official, Zh } from '@/app/_ui/words'
import type { EntryOn, Happened, MendingOn, PenaltyOn, ReportOn } from '@/lib/dossier/queries/happened'
import type { Outline } from '@/lib/penalty/queries/lists'

type Props = {
  happened: Happened
  now: Date
  nameOf: (code: string) => string
  /** Where a page holds several subjects: what each is called. */
  targetName?: (id: string) => string
}

/** All that happened to one subject, or to all of an operator, as far as the reader may see it. */
export async function HappenedSections({ happened, now, nameOf, targetName }: Props) {
  const [{ dossier: w, penalty, takedown, violation, shell }, f, name] = [await words(), await format(), await called()]
  const { column } = w.happened
  const numbered = (number: string | null) => (
    <RowLink href={`/c/${number}`}>
      <Official>{number}</Official>
    </RowLink>
  )
  const date = (at: Date | null) => (at ? <span className="whitespace-nowrap">{f.dayOfInstant(at)}</span> : <Nothing />)
  const items = (codes: readonly string[]) =>
    codes.map((code) => (
      <span key={code} className="block">
        {code} {nameOf(code)}
      </span>
    ))
  const head = <Row extends { number: string | null }>(): Column<Row> => ({
    key: 'number',
    head: column.number,
    rowHead: true,
    at: 'title',
    cell: ({ number }) => numbered(number),
  })
  const target = <Row extends { targetId: string }>(): Column<Row>[] =>
    targetName ? [{ key: 'target', head: column.target, at: 'line', cell: (row) => <Name>{targetName(row.targetId)}</Name> }] : []
  const measures: Column<Outline>[] = [
    {
      key: 'measure',
      head: column.measure,
      at: 'aside',
      cell: ({ rung, parameter, state }) => (rung ? penalty.measure(rung, parameter) : penalty.state[state === 'due' ? 'due' : 'spared']),
    },
    { key: 'items', head: column.items, at: 'full', cell: ({ clauses }) => items(clauses) },
    { key: 'from', head: column.from, at: 'hide', cell: ({ startsAt }) => date(startsAt) },
    { key: 'to', head: column.to, at: 'full', cardLabel: column.to, cell: ({ endsAt, endedAt }) => date(endedAt ?? endsAt) },
    { key: 'state', head: column.state, at: 'clock', cell: (row) => <PenaltyStanding row={row} now={now} /> },
  ]
  const severity = (level: number | null) =>
    level ? <Severity level={level as 1 | 2 | 3 | 4} label={shell.severity(level)} /> : <Nothing />
  return (
    <>
      <Section id="penalties" title={w.happened.penalties}>
        {happened.penalties.length > 0 ? (
          <DataTable<PenaltyOn>
            caption={w.happened.penalties}
            rows={happened.penalties}
            rowKey={({ id }) => id}
            columns={[
              head<PenaltyOn>(),
              ...target<PenaltyOn>(),
              { key: 'platform', head: column.platform, at: 'hide', cell: (row) => <Name>{name(row.platform)}</Name> },
              ...measures,
            ]}
          />
        ) : (
          <p className="text-ink-2">{w.happened.penaltiesNone}</p>
        )}
      </Section>
      {happened.sameName.length > 0 && (
        <Section id="same-name" title={w.happened.sameName} aside={w.happened.sameNameAside}>
          <DataTable<Outline>
            caption={w.happened.sameName}
            rows={happened.sameName}
            rowKey={({ id }) => id}
            columns={[
              head<Outline>(),
              {
                key: 'target',
                head: column.target,
                at: 'line',
                cell: (row) => <Zh>{penalty.named(row.targetKind, row.targetName, row.episode)}</Zh>,
              },
              ...measures,
            ]}
          />
        </Section>
      )}
      <Section id="reports" title={w.happened.reports}>
        {happened.reports.length > 0 ? (
          <DataTable<ReportOn>
            caption={w.happened.reports}
            rows={happened.reports}
            rowKey={({ id }) => id}
            columns={[
              head<ReportOn>(),
              ...target<ReportOn>(),
              { key: 'items', head: column.items, at: 'full', cell: ({ codes }) => items(codes) },
              { key: 'severity', head: column.severity, at: 'aside', cell: (row) => severity(row.severity) },
              { key: 'at', head: column.at, at: 'hide', cell: ({ at }) => date(at) },
              {
                key: 'state',
                head: column.state,
                at: 'clock',
                cell: ({ state, outcome }) => <State tone={toneOf[outcome ?? state]}>{violation.state[outcome ?? state]}</State>,
              },
            ]}
          />
        ) : (
          <p className="text-ink-2">{w.happened.reportsNone}</p>
        )}
      </Section>
      {happened.mendings.length > 0 && (
        <Section id="mendings" title={w.happened.mendings}>
          <DataTable<MendingOn>
            caption={w.happened.mendings}
            rows={happened.mendings}
            rowKey={({ id }) => id}
            columns={[
              head<MendingOn>(),
              ...target<MendingOn>(),
              { key: 'at', head: column.at, at: 'aside', cell: ({ openedAt }) => date(openedAt) },
              { key: 'due', head: column.due, at: 'full', cardLabel: column.due, cell: ({ dueAt }) => date(dueAt) },
              { key: 'state', head: column.state, at: 'clock', cell: (row) => <RectificationState of={row} now={now} /> },
            ]}
          />
        </Section>
      )}
      {happened.entries.length > 0 && (
        <Section id="entries" title={w.happened.entries}>
          <DataTable<EntryOn>
            caption={w.happened.entries}
            rows={happened.entries}
            rowKey={({ id }) => id}
            columns={[
              head<EntryOn>(),
              ...target<EntryOn>(),
              { key: 'severity', head: column.severity, at: 'aside', cell: (row) => severity(row.severity) },
              { key: 'listed', head: column.listed, at: 'full', cardLabel: column.listed, cell: ({ listedAt }) => date(listedAt) },
              {
                key: 'orders',
                head: column.orders,
                at: 'full',
                cardLabel: column.orders,
                cell: ({ orders }) =>
                  orders.length > 0 ? (
                    orders.map(({ number, state, platform }) => (
                      <span key={number} className="block">
                        <Name>{name(platform)}</Name> {takedown.state[state]}{' '}
                        <Link href={`/c/${number}`}>
                          <Official>{number}</Official>
                        </Link>
                      </span>
                    ))
                  ) : (
                    <Nothing />
                  ),
              },
              { key: 'state', head: column.state, at: 'clock', cell: ({ state }) => <EntryState state={state} /> },
            ]}
          />
        </Section>
      )}
      {happened.isCut && <p className="mt-4 text-13 text-ink-2">{w.happened.cut}</p>}
    </>
  )
}
