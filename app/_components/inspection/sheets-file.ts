import 'server-only'
import { called } from '@/app/_components/organization/called'
import { csvFile } from '@/app/_server/csv'
import { format, words } from '@/app/_server/locale'
import { sheetsOf } from '@/lib/inspection/queries/sheets'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { readFilter } from './list-filter'

const MOST = 10_000

/** The list of sheets as a file, equal to the screen under the same filters, all pages in one. */
export async function sheetsFile(actor: Actor, request: Request): Promise<Response> {
  const { after: _, ...filter } = readFilter(Object.fromEntries(new URL(request.url).searchParams))
  const { rows } = await look(actor, (tx, now) => sheetsOf(tx, actor, filter, now, MOST))
  const [{ inspection: w, shell }, f, name] = [await words(), await format(), await called()]
  const { number, title, platform, from, day, state } = w.list.column
  return csvFile(
    w.list.caption,
    [number, title, w.sheet.kind, platform, from, day, state, shell.list.inBeijing(w.event['sheet.found_clean'])],
    rows.map((row) => [
      row.number,
      row.title,
      w.kind[row.kind],
      name(row.platform),
      row.planNumber ?? w.purpose[row.purpose],
      row.drawnOn,
      `${w.state[row.state]}${row.late ? w.list.late : ''}`,
      row.inspectedAt && f.instant(row.inspectedAt),
    ]),
  )
}
