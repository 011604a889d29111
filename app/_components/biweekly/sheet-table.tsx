import clsx from 'clsx'
import { figureHref } from '@/app/_components/figure/figure-link'
import { Link } from '@/app/_ui/link'
import type { Position } from '@/lib/figure/rules'
import type { SheetCell, SheetTable as Table } from './sheet'

/** A cell's figure as the link that opens its rows; where another was declared, that one first and the record's under it. */
function Value({ cell: { figure, main, notes, isZero }, at }: { cell: SheetCell; at?: Position }) {
  if (!figure || isZero) return <span className="text-ink-3">{main}</span>
  const href = figureHref(figure.definition, at)
  const [first, ...rest] = notes
  return figure.declared === null ? (
    <>
      <Link href={href} className="inline-block min-h-6 min-w-6">
        {main}
      </Link>
      {notes.map((note) => (
        <span key={note} className="block text-13 whitespace-normal text-ink-2">
          {note}
        </span>
      ))}
    </>
  ) : (
    <>
      <b>{main}</b>
      <Link href={href} className="block min-h-6 text-13">
        {first}
      </Link>
      {rest.map((note) => (
        <span key={note} className="block text-13 whitespace-normal text-ink-2">
          {note}
        </span>
      ))}
    </>
  )
}

const inset = ['font-bold', 'pl-3', 'pl-6 font-normal text-ink-2']

/** A table of the report: a line for each group and source, a column for each figure. On narrow screens empty figures are left out. */
export function SheetTable({ caption, head, table, at }: { caption: string; head: string; table: Table; at?: Position }) {
  return (
    <div className="desk:overflow-x-auto">
      <table className="data-table" data-stack="">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-52">
              {head}
            </th>
            {table.columns.map(({ key, label, unit }) => (
              <th key={key} scope="col" data-align="end">
                <span className="block whitespace-normal">{label}</span>
                {unit && <span className="font-normal text-ink-3">{unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, label, level, cells }) => (
            <tr key={key}>
              <th scope="row" data-at="full">
                <span className={clsx('block', inset[level])}>{label}</span>
              </th>
              {cells.map((cell, index) => (
                <td
                  key={cell.key}
                  data-align="end"
                  data-at={cell.isZero && level > 0 ? 'hide' : 'full'}
                  data-label={table.columns[index]!.labelled}
                >
                  <Value cell={cell} at={at} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
