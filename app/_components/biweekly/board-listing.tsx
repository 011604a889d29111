import { called } from '@/app/_components/organization/called'
import { type Asked, csvFile, sheetOf, whole } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import type { SaidColumn } from '@/app/_ui/said-column'
import { Nothing } from '@/app/_ui/words'
import { type BoardCell, type BoardRow, reportBoard } from '@/lib/biweekly/queries/reports'
import { lastDayOf, type Period } from '@/lib/biweekly/rules/period'
import type { Actor } from '@/lib/kernel/actor'
import { readBoard, shownPeriods, type Trend } from './board-filter'
import { isLate, ReportState } from './report-state'
import { SparkLine } from './spark-line'

type Cells = BoardRow['cells']
const lastOf = ({ cells }: { cells: Cells }) => cells.findLast((cell) => cell?.value != null)?.value ?? null

/** Filers by periods: where each report stands, whether it came late, and how a figure went. */
export async function boardColumns(periods: Period[], trend: Trend, now: Date): Promise<SaidColumn<BoardRow>[]> {
  const [{ biweekly }, f, name] = [await words(), await format(), await called()]
  const w = biweekly.board
  const trendName = biweekly.item[trend]
  const valuesOf = (cells: Cells) => w.values(cells.map((cell) => (cell?.value == null ? w.noValue : f.count(cell.value))))
  const said = (cell: BoardCell) =>
    f.list([
      biweekly.state[cell.state],
      ...(cell.late ? [biweekly.late] : []),
      ...(isLate(cell, now) ? [w.overdue] : []),
      ...(cell.edition > 1 ? [w.amended(cell.edition)] : []),
    ])
  return [
    { key: 'platform', head: w.platform, rowHead: true, text: ({ filer }) => name(filer), cell: ({ filer }) => <b>{name(filer)}</b> },
    ...periods.map(
      (period, index): SaidColumn<BoardRow> => ({
        key: period.from,
        head: `${period.from} ${w.until(lastDayOf(period))}`,
        headCell: (
          <>
            <span className="block">{period.from.slice(5)}</span>
            <span className="font-normal text-ink-3">{w.until(lastDayOf(period).slice(5))}</span>
          </>
        ),
        width: '8rem',
        text: ({ cells }) => (cells[index] ? said(cells[index]) : null),
        cell: ({ cells }) => <Cell cell={cells[index] ?? null} now={now} />,
      }),
    ),
    {
      key: 'trend',
      head: `${w.trend} · ${trendName}`,
      text: ({ cells }) => valuesOf(cells),
      cell: ({ cells, filer }) =>
        cells.some((cell) => cell?.value != null) ? (
          <SparkLine values={cells.map((cell) => cell?.value ?? null)} label={`${name(filer)} ${trendName}: ${valuesOf(cells)}`} />
        ) : (
          <Nothing />
        ),
    },
    {
      key: 'last',
      head: w.latest(biweekly.unit[trend] || trendName),
      align: 'end',
      text: lastOf,
      cell: (row) => {
        const value = lastOf(row)
        return value == null ? <Nothing /> : f.count(value)
      },
    },
  ]
}

async function Cell({ cell, now }: { cell: BoardCell | null; now: Date }) {
  if (!cell) return <Nothing />
  const { biweekly } = await words()
  return (
    <Link href={`/c/${cell.number}`} className="inline-block no-underline!">
      <span className="inline-block max-w-24">
        <ReportState report={cell} now={now} />
      </span>
      {isLate(cell, now) && <span className="block text-13 text-overdue">{biweekly.board.overdue}</span>}
      {cell.edition > 1 && <span className="block text-13 text-ink-2">{biweekly.board.amended(cell.edition)}</span>}
    </Link>
  )
}

export const boardFile = (actor: Actor, asked: Asked) =>
  csvFile(actor, async (tx, now) => {
    const { back, trend } = readBoard(asked)
    const periods = shownPeriods(now, back)
    const rows = await reportBoard(tx, actor, periods, `:::${trend}`)
    return sheetOf(whole((await words()).biweekly.title, await boardColumns(periods, trend, now), rows), asked)
  })
