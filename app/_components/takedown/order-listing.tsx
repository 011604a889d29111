import { ListedTitle } from '@/app/_components/blacklist/listed-title'
import { called } from '@/app/_components/organization/called'
import type { Listing } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { RowLink } from '@/app/_ui/data-table'
import { Link } from '@/app/_ui/link'
import { numberColumn } from '@/app/_ui/number-column'
import type { SaidColumn } from '@/app/_ui/said-column'
import { RowBox, SelectAll } from '@/app/_ui/selection'
import { Severity } from '@/app/_ui/severity'
import { Nothing } from '@/app/_ui/words'
import { type Actor, holds } from '@/lib/kernel/actor'
import { type OrderFilter, type OrderRow, ordersOf } from '@/lib/takedown/queries/orders'
import { askedBy, awaitsAnswer } from '@/lib/takedown/rules'
import { OrderState } from './order-state'

/** The form that takes the orders ticked. */
export const CHOSEN = 'chosen'

/** Orders by what they wait for: a platform's own, a bureau's entries', or all. */
export async function orderListing(actor: Actor, filter: OrderFilter, now: Date): Promise<Listing<OrderRow>> {
  const [{ takedown: w, shell }, f, name] = [await words(), await format(), await called()]
  const isRegulator = actor.kind !== 'platform'
  const { column } = w.list
  const runs = ({ state }: OrderRow) => awaitsAnswer(state) || state === 'objected'
  const instant = (at: Date | null) =>
    at ? <span className="text-13 whitespace-nowrap text-ink-2">{f.inList(at, now)}</span> : <Nothing />
  const platform: SaidColumn<OrderRow> = { key: 'platform', head: column.platform, at: 'line', text: (row) => name(row.platform) }
  const mayAnswer = holds(actor, 'platform.moderator', 'platform.compliance')
  const chosenColumn: SaidColumn<OrderRow> = {
    key: 'chosen',
    act: true,
    head: shell.list.selectAll,
    headCell: <SelectAll form={CHOSEN} label={shell.list.selectAll} />,
    width: '36px',
    at: 'act',
    text: () => null,
    cell: ({ number, state }) =>
      number && state === 'issued' && <RowBox form={CHOSEN} name="case" value={number} label={shell.list.selectRow(number)} />,
  }
  return {
    name: w.title,
    read: (tx, after, limit) => ordersOf(tx, actor, { ...filter, after }, now, limit),
    columns: [
      ...(mayAnswer ? [chosenColumn] : []),
      numberColumn(column.number),
      {
        key: 'title',
        head: column.title,
        rowHead: true,
        at: 'title',
        text: ({ title }) => title,
        cell: ({ number, title, titleKind }) => (
          <RowLink href={`/c/${number}`}>
            <ListedTitle title={title} kind={titleKind} />
          </RowLink>
        ),
      },
      ...(isRegulator ? [platform] : []),
      {
        key: 'entry',
        head: column.entry,
        at: 'hide',
        text: ({ entryNumber }) => entryNumber,
        cell: ({ entryNumber }) => <Link href={`/c/${entryNumber}`}>{entryNumber}</Link>,
      },
      {
        key: 'severity',
        head: column.severity,
        at: 'hide',
        text: ({ severity }) => shell.severity(severity),
        cell: ({ severity }) => <Severity level={severity as 3 | 4} label={shell.severity(severity)} />,
      },
      {
        key: 'state',
        head: column.state,
        at: isRegulator ? 'aside' : 'line',
        text: ({ state }) => w.state[state],
        cell: (order) => <OrderState order={order} now={now} />,
      },
      {
        key: 'issued',
        head: column.issued,
        fileHead: shell.list.inBeijing(column.issued),
        orders: true,
        at: 'hide',
        text: ({ openedAt }) => f.instant(openedAt),
        cell: ({ openedAt }) => instant(openedAt),
      },
      {
        key: 'due',
        head: column.due,
        fileHead: shell.list.inBeijing(column.due),
        align: 'end',
        at: 'clock',
        text: (row) => f.instant((runs(row) && row.dueAt) || askedBy(row)),
        cell: (row) =>
          row.dueAt && runs(row) ? (
            <>
              <Clock due={row.dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(row.dueAt, now)} />
              {row.remindedAt && <span className="block text-13 text-ink-2">{w.list.reminded(f.inList(row.remindedAt, now))}</span>}
            </>
          ) : (
            <Nothing />
          ),
      },
      {
        key: 'answered',
        extra: true,
        head: column.answered,
        fileHead: shell.list.inBeijing(column.answered),
        at: 'hide',
        text: ({ answeredAt }) => answeredAt && f.instant(answeredAt),
        cell: ({ answeredAt }) => instant(answeredAt),
      },
      { key: 'late', extra: true, head: column.late, at: 'hide', text: ({ late }) => (late ? w.csv.yes : w.csv.no) },
      {
        key: 'reappeared',
        extra: true,
        head: column.reappeared,
        fileHead: shell.list.inBeijing(column.reappeared),
        at: 'hide',
        text: ({ reappearedAt }) => reappearedAt && f.instant(reappearedAt),
        cell: ({ reappearedAt }) => instant(reappearedAt),
      },
    ],
  }
}
