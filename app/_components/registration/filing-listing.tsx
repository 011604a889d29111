import { WorkTitle } from '@/app/_components/drama/work-title'
import { called } from '@/app/_components/organization/called'
import type { Listing } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { RowLink } from '@/app/_ui/data-table'
import { numberColumn } from '@/app/_ui/number-column'
import type { SaidColumn } from '@/app/_ui/said-column'
import { Name, Nothing, Official, Zh } from '@/app/_ui/words'
import type { Actor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/time'
import { type BureauRow, type FilingFilter, filingsBefore } from '@/lib/registration/queries/filings'
import { FilingState } from './filing-state'
import { promisedOf } from './promised-of'
import { ReviewClock } from './review-clock'

/** What was filed with a bureau, or with any for 总局. */
export async function filingListing(actor: Actor, filter: FilingFilter, at: Date): Promise<Listing<BureauRow>> {
  const [w, f, name] = await Promise.all([words(), format(), called()])
  const c = w.registration.list
  const isNational = actor.kind === 'national'
  const stateOf = (row: BureauRow) => {
    const promised = promisedOf(row)
    return promised ? w.register.promised[promised] : w.registration.state[row.state]
  }
  return {
    name: c.title,
    read: (tx, after, limit) => filingsBefore(tx, actor, { ...filter, after }, limit),
    columns: [
      {
        key: 'title',
        head: c.column.title,
        rowHead: true,
        at: 'title',
        text: ({ title }) => title,
        cell: (row) => (
          <RowLink
            href={`/c/${row.number}`}
            sub={
              row.officialNumber ? (
                <Official>{row.officialNumber}</Official>
              ) : row.class === 3 && row.plannedCount > 0 ? (
                w.registration.own.recorded(row.recordedCount, row.plannedCount)
              ) : undefined
            }
          >
            <WorkTitle title={row.title} />
          </RowLink>
        ),
      },
      numberColumn(c.column.number),
      {
        key: 'producer',
        head: c.column.producer,
        at: 'full',
        text: ({ producerName }) => producerName,
        cell: (row) => (row.producerName ? <Zh>{row.producerName}</Zh> : <Nothing />),
      },
      ...(isNational
        ? [
            {
              key: 'bureau',
              head: c.column.bureau,
              at: 'hide',
              text: (row: BureauRow) => name(row.bureau),
              cell: (row: BureauRow) => (
                <span className="whitespace-nowrap">
                  <Name>{name(row.bureau)}</Name>
                </span>
              ),
            } satisfies SaidColumn<BureauRow>,
          ]
        : []),
      {
        key: 'class',
        head: c.column.class,
        at: 'aside',
        text: (row) => (row.class ? (w.drama.class[row.class] ?? null) : null),
        cell: (row) => (row.class ? <span className="whitespace-nowrap">{w.drama.class[row.class]}</span> : <Nothing />),
      },
      { key: 'state', head: c.column.state, at: 'line', text: stateOf, cell: (row) => <FilingState filing={row} /> },
      {
        key: 'submitted',
        head: c.column.submitted,
        fileHead: w.shell.list.inBeijing(c.column.submitted),
        orders: true,
        at: 'hide',
        text: ({ submittedAt }) => submittedAt && f.instant(submittedAt),
        cell: (row) =>
          row.submittedAt ? <span className="whitespace-nowrap">{f.dayInList(dayOf(row.submittedAt), at)}</span> : <Nothing />,
      },
      {
        key: 'due',
        head: c.column.due,
        fileHead: w.shell.list.inBeijing(c.column.due),
        at: 'clock',
        text: ({ dueAt, clockLeft, state }) =>
          dueAt ? f.instant(dueAt) : state === 'returned' && clockLeft !== null ? w.registration.clock.stoppedShort(clockLeft) : null,
        cell: (row) => <ReviewClock dueAt={row.dueAt} clockLeft={row.clockLeft} state={row.state} />,
      },

      {
        key: 'official',
        extra: true,
        head: c.column.official,
        at: 'hide',
        text: ({ officialNumber }) => officialNumber,
        cell: ({ officialNumber }) => (officialNumber ? <Official>{officialNumber}</Official> : <Nothing />),
      },
      {
        key: 'issuer',
        extra: true,
        head: c.column.issuer,
        at: 'hide',
        text: ({ issuer }) => name(issuer),
        cell: ({ issuer }) => (issuer ? <Name>{name(issuer)}</Name> : <Nothing />),
      },
    ],
  }
}
