import { readBoard, shownPeriods } from '@/app/_components/biweekly/board-filter'
import { called } from '@/app/_components/organization/called'
import { csvFile } from '@/app/_server/csv'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { reportBoard } from '@/lib/biweekly/queries/reports'
import { look } from '@/lib/perform'

/** The board as a file: a line for each platform and period. */
export async function GET(request: Request) {
  const actor = await currentActor('national.approver', 'national.reviewer', 'province.reviewer', 'admin')
  const { back, trend } = readBoard(Object.fromEntries(new URL(request.url).searchParams))
  const [{ biweekly: w }, name] = [await words(), await called()]
  const { rows, periods } = await look(actor, async (tx, at) => {
    const shown = shownPeriods(at, back)
    return { periods: shown, rows: await reportBoard(tx, actor, shown, `:::${trend}`) }
  })
  const { column } = w.list
  return csvFile(
    w.title,
    [w.board.platform, column.period, column.number, column.state, w.late, column.edition, w.item[trend]],
    rows.flatMap(({ filer, cells }) =>
      cells.flatMap((cell, index) =>
        cell
          ? [
              [
                name(filer),
                periods[index]!.from,
                cell.number ?? '',
                w.state[cell.state],
                cell.late ? w.late : '',
                cell.edition,
                cell.value ?? '',
              ],
            ]
          : [],
      ),
    ),
  )
}
