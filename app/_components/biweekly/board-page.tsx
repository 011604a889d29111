import { ListTools } from '@/app/_components/shell/list-tools'
import type { Query } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Pager } from '@/app/_ui/pager'
import { choose, shown } from '@/app/_ui/said-column'
import { reportBoard } from '@/lib/biweekly/queries/reports'
import { FIRST_DAY } from '@/lib/biweekly/rules/period'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { PERIODS, readBoard, type Sent, shownPeriods } from './board-filter'
import { boardColumns } from './board-listing'

const PATH = '/regulator/biweekly'

/** Filers by periods: where each report stands, whether it came late, and how a figure went. */
export async function ReportBoard({ actor, sent }: { actor: Actor; sent: Sent }) {
  const { back, trend } = readBoard(sent)
  const { rows, periods, now } = await look(actor, async (tx, at) => {
    const shown = shownPeriods(at, back)
    return { now: at, periods: shown, rows: await reportBoard(tx, actor, shown, `:::${trend}`) }
  })
  const [{ biweekly, shell }, f] = [await words(), await format()]
  const table = choose(await boardColumns(periods, trend, now), sent.columns)
  const w = biweekly.board
  const latest = rows.flatMap(({ cells }) => cells.at(-1) ?? [])
  const is = (...states: string[]) => latest.filter(({ state }) => states.includes(state))
  const trendName = biweekly.item[trend]
  const query: Query = { trend: trend === 'works' ? undefined : trend, back: back ? String(back) : undefined, columns: table.columns }
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
        end={<ListTools path={PATH} query={query} table={table} />}
      />
      {rows.length > 0 ? (
        <>
          <DataTable caption={w.caption} columns={shown(table.shown)} rowKey={({ filerId }) => filerId} rows={rows} middle keepWide />
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
