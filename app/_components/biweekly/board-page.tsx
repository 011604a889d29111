import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { CsvLink } from '@/app/_ui/csv-link'
import { type Column, DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Pager } from '@/app/_ui/pager'
import { Nothing } from '@/app/_ui/words'
import { type BoardCell, type BoardRow, reportBoard } from '@/lib/biweekly/queries/reports'
import { FIRST_DAY, lastDayOf } from '@/lib/biweekly/rules/period'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { PERIODS, readBoard, type Sent, shownPeriods } from './board-filter'
import { isLate, ReportState } from './report-state'
import { SparkLine } from './spark-line'

const PATH = '/regulator/biweekly'

/** Filers by periods: where each report stands, whether it came late, and how a figure went. */
export async function ReportBoard({ actor, sent }: { actor: Actor; sent: Sent }) {
  const { back, trend } = readBoard(sent)
  const { rows, periods, now } = await look(actor, async (tx, at) => {
    const shown = shownPeriods(at, back)
    return { now: at, periods: shown, rows: await reportBoard(tx, actor, shown, `:::${trend}`) }
  })
  const [{ biweekly, shell }, f, name] = [await words(), await format(), await called()]
  const w = biweekly.board
  const latest = rows.flatMap(({ cells }) => cells.at(-1) ?? [])
  const is = (...states: string[]) => latest.filter(({ state }) => states.includes(state))
  const trendName = biweekly.item[trend]
  const query = { trend: trend === 'works' ? undefined : trend, back: back ? String(back) : undefined }
  const columns: Column<BoardRow>[] = [
    { key: 'platform', head: w.platform, rowHead: true, cell: ({ filer }) => <b>{name(filer)}</b> },
    ...periods.map(
      (period, index): Column<BoardRow> => ({
        key: period.from,
        head: (
          <>
            <span className="block">{period.from.slice(5)}</span>
            <span className="font-normal text-ink-3">{w.until(lastDayOf(period).slice(5))}</span>
          </>
        ),
        width: '8rem',
        cell: ({ cells }) => <Cell cell={cells[index] ?? null} now={now} />,
      }),
    ),
    {
      key: 'trend',
      head: `${w.trend} · ${trendName}`,
      cell: ({ cells, filer }) =>
        cells.some((cell) => cell?.value != null) ? (
          <SparkLine
            values={cells.map((cell) => cell?.value ?? null)}
            label={`${name(filer)} ${trendName}: ${w.values(cells.map((cell) => (cell?.value == null ? w.noValue : f.count(cell.value))))}`}
          />
        ) : (
          <Nothing />
        ),
    },
    {
      key: 'last',
      head: w.latest(biweekly.unit[trend] || trendName),
      align: 'end',
      cell: ({ cells }) => {
        const value = cells.findLast((cell) => cell?.value != null)?.value
        return value == null ? <Nothing /> : f.count(value)
      },
    },
  ]
  return (
    <>
      <PageHead title={biweekly.title} line={actor.kind === 'national' ? w.line : w.lineProvince} time={shell.beijing(f.instant(now))} />
      {rows.length > 0 && !back && (
        <p className="mb-1">
          {w.summary(is('signed').length, is('signed').filter(({ late }) => late).length, is('due', 'written').length, is('waived').length)}
        </p>
      )}
      <FilterBar
        path={PATH}
        query={query}
        label={biweekly.title}
        filters={[
          {
            name: 'trend',
            label: w.trendOf,
            value: query.trend ?? '',
            options: (['works', 'accounts', 'mini_programs', 'minutes'] as const).map((item) => ({
              value: item === 'works' ? '' : item,
              label: biweekly.item[item],
            })),
          },
        ]}
        end={<CsvLink href={withQuery(`${PATH}/csv`, query)} label={w.export} />}
      />
      {rows.length > 0 ? (
        <>
          <DataTable caption={w.caption} columns={columns} rowKey={({ filerId }) => filerId} rows={rows} middle keepWide />
          <p className="mt-2 text-13 text-ink-2">{f.sentences(w.legend, w.trendAside(trendName))}</p>
        </>
      ) : (
        <EmptyState title={w.empty}>{w.emptyNext}</EmptyState>
      )}
      <Pager
        summary=""
        label={shell.list.pages}
        prev={
          back ? { href: withQuery(PATH, query, { back: back > PERIODS ? String(back - PERIODS) : undefined }), label: w.later } : undefined
        }
        next={
          periods[0] && periods[0].from > FIRST_DAY && rows.length > 0
            ? { href: withQuery(PATH, query, { back: String(back + PERIODS) }), label: w.earlier }
            : undefined
        }
      />
    </>
  )
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
