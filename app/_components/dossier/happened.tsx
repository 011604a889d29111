import { EntryState } from '@/app/_components/blacklist/entry-state'
import { called } from '@/app/_components/organization/called'
import { PenaltyStanding } from '@/app/_components/penalty/standing'
import { RectificationState } from '@/app/_components/rectification/rectification-state'
import { toneOf } from '@/app/_components/violation/tone'
import { format, words } from '@/app/_server/locale'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { withQuery } from '@/app/_ui/filter-bar'
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
  /** What happened to other things of the same operator is not among it. */
  isPart?: boolean
  /** The page's address and where its lists begin, so that each can be followed to its end. */
  path: string
  query: Record<string, string | undefined>
}

/** All that happened to one subject, or to all of an operator, as far as the reader may see it. */
export async function HappenedSections({ happened, now, nameOf, targetName, isPart = false, path, query }: Props) {
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
  const further = (list: keyof Happened, id: string) => ({
    actions: (happened[list].next || query[list]) && (
      <span className="inline-flex gap-4">
        {query[list] && <Link href={`${withQuery(path, query, { [list]: undefined })}#${id}`}>{shell.list.first}</Link>}
        {happened[list].next && <Link href={`${withQuery(path, query, { [list]: happened[list].next })}#${id}`}>{shell.list.next}</Link>}
      </span>
    ),
  })
  const severity = (level: number | null) =>
    level ? <Severity level={level as 1 | 2 | 3 | 4} label={shell.severity(level)} /> : <Nothing />
  return (
    <>
      <Section id="penalties" title={w.happened.penalties} {...further('penalties', 'penalties')}>
        {happened.penalties.rows.length > 0 ? (
          <DataTable<PenaltyOn>
            caption={w.happened.penalties}
            rows={happened.penalties.rows}
            rowKey={({ id }) => id}
            columns={[
              head<PenaltyOn>(),
              ...target<PenaltyOn>(),
              { key: 'platform', head: column.platform, at: 'hide', cell: (row) => <Name>{name(row.platform)}</Name> },
              ...measures,
            ]}
          />
        ) : (
          <p className="text-ink-2">{isPart ? w.happened.penaltiesNoneAbove : w.happened.penaltiesNone}</p>
        )}
      </Section>
      {(happened.sameName.rows.length > 0 || query.sameName) && (
        <Section id="same-name" title={w.happened.sameName} aside={w.happened.sameNameAside} {...further('sameName', 'same-name')}>
          <DataTable<Outline>
            caption={w.happened.sameName}
            rows={happened.sameName.rows}
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
      <Section id="reports" title={w.happened.reports} {...further('reports', 'reports')}>
        {happened.reports.rows.length > 0 ? (
          <DataTable<ReportOn>
            caption={w.happened.reports}
            rows={happened.reports.rows}
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
          <p className="text-ink-2">{isPart ? w.happened.reportsNoneAbove : w.happened.reportsNone}</p>
        )}
      </Section>
      {(happened.mendings.rows.length > 0 || query.mendings) && (
        <Section id="mendings" title={w.happened.mendings} {...further('mendings', 'mendings')}>
          <DataTable<MendingOn>
            caption={w.happened.mendings}
            rows={happened.mendings.rows}
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
      {(happened.entries.rows.length > 0 || query.entries) && (
        <Section id="entries" title={w.happened.entries} {...further('entries', 'entries')}>
          <DataTable<EntryOn>
            caption={w.happened.entries}
            rows={happened.entries.rows}
            rowKey={({ id }) => id}
            columns={[
              head<EntryOn>(),
              ...(targetName
                ? [
                    {
                      key: 'target',
                      head: column.target,
                      at: 'line' as const,
                      cell: ({ targetIds }: EntryOn) => <Name>{f.list(targetIds.map(targetName))}</Name>,
                    },
                  ]
                : []),
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
    </>
  )
}
