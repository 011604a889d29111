import { called } from '@/app/_components/organization/called'
import { format, locale, words } from '@/app/_server/locale'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { State } from '@/app/_ui/state'
import { Nothing, Zh } from '@/app/_ui/words'
import type { ItemRow } from '@/lib/guidance/queries/items'
import { callStanding } from '@/lib/guidance/rules/item'
import type { GuidanceKind } from '@/lib/guidance/workflow'
import { dayOf } from '@/lib/kernel/time'

const tones = { open: 'progress', closed: 'neutral', undated: 'draft' } as const

/** A call's last day and how it stands; nothing where the item is no call. */
export async function Closing({ item, now }: { item: Pick<ItemRow, 'kind' | 'closesOn'>; now: Date }) {
  const [{ guidance: w }, f] = [await words(), await format()]
  if (item.kind !== 'call') return ''
  const standing = callStanding(item.closesOn, dayOf(now))
  return (
    <State tone={tones[standing]}>
      {item.closesOn ? `${f.day(item.closesOn)} ${standing === 'closed' ? w.standing.closed : ''}`.trim() : w.standing.undated}
    </State>
  )
}

/** The library as a table, each item with its issuer, its date as far as it is known, and a call's last day. */
export async function ItemTable({ rows, now, kind }: { rows: ItemRow[]; now: Date; kind?: GuidanceKind }) {
  const [{ guidance: w }, f, language, name] = [await words(), await format(), await locale(), await called()]
  const english = language === 'en'
  const columns: Column<ItemRow>[] = [
    {
      key: 'title',
      head: w.library.column.title,
      rowHead: true,
      at: 'title',
      cell: ({ number, title, titleEn, batch }) => (
        <RowLink href={`/c/${number}`} sub={batch ? <Zh>{batch}</Zh> : undefined}>
          {english && titleEn ? titleEn : <Zh>{title}</Zh>}
        </RowLink>
      ),
    },
    ...(kind === undefined
      ? [
          {
            key: 'kind',
            head: w.library.column.kind,
            at: 'line',
            cell: (row: ItemRow) => <span className="whitespace-nowrap">{w.kind[row.kind]}</span>,
          } satisfies Column<ItemRow>,
        ]
      : []),
    {
      key: 'issuer',
      head: w.library.column.issuer,
      at: 'aside',
      cell: ({ issuer }) => <span className="whitespace-nowrap">{name(issuer)}</span>,
    },
    {
      key: 'issued',
      head: w.library.column.issued,
      at: 'number',
      cell: ({ issuedOn, precision }) =>
        issuedOn ? (
          <span className="whitespace-nowrap">{precision === 'day' ? f.day(issuedOn) : w.item.precision[precision](issuedOn)}</span>
        ) : (
          <Nothing />
        ),
    },
    ...(kind === undefined || kind === 'call'
      ? [
          {
            key: 'closes',
            head: w.library.column.closes,
            at: 'clock',
            cell: (row: ItemRow) => <Closing item={row} now={now} />,
          } satisfies Column<ItemRow>,
        ]
      : []),
    ...(kind === undefined || kind === 'notice'
      ? [
          {
            key: 'clauses',
            head: w.library.column.clauses,
            at: 'full',
            cell: ({ clauses }: ItemRow) =>
              clauses.length > 0 && (
                <span className="flex flex-wrap gap-x-2 text-13 text-ink-2">
                  {clauses.map((code) => (
                    <span key={code} className="whitespace-nowrap">
                      {code}
                    </span>
                  ))}
                </span>
              ),
          } satisfies Column<ItemRow>,
        ]
      : []),
  ]
  return <DataTable caption={w.library.caption} columns={columns} rows={rows} rowKey={({ id }) => id} />
}
