import { figureHref } from '@/app/_components/figure/figure-link'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { Link } from '@/app/_ui/link'
import { Zh } from '@/app/_ui/words'
import type { Position } from '@/lib/figure/rules'
import type { Declared } from './sheet'

/** What was declared against the record, each with its reason. */
export async function DeclaredTable({ rows, at }: { rows: Declared[]; at?: Position }) {
  const { page: w } = (await words()).biweekly
  return (
    <DataTable
      caption={w.declarations}
      rowKey={({ key }) => key}
      rows={rows}
      columns={[
        { key: 'line', head: w.column.line, rowHead: true, at: 'title', cell: ({ line }) => line },
        { key: 'figure', head: w.column.figure, at: 'line', cell: ({ column }) => column },
        {
          key: 'recorded',
          head: w.column.recorded,
          align: 'end',
          at: 'aside',
          cardLabel: w.column.recorded,
          cell: ({ recorded, figure }) => (
            <Link href={figureHref(figure.definition, at)} className="inline-block min-h-6 min-w-6">
              {recorded}
            </Link>
          ),
        },
        {
          key: 'declared',
          head: w.column.declared,
          align: 'end',
          at: 'number',
          cardLabel: w.column.declared,
          cell: ({ declared }) => <b>{declared}</b>,
        },
        { key: 'reason', head: w.column.reason, at: 'full', cell: ({ reason }) => <Zh>{reason}</Zh> },
      ]}
    />
  )
}
