import 'server-only'
import { called } from '@/app/_components/organization/called'
import { csvFile } from '@/app/_server/csv'
import { format, words } from '@/app/_server/locale'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { ordersOf } from '@/lib/takedown/queries/orders'
import { askedBy } from '@/lib/takedown/rules'
import { readFilter } from './list-filter'

/** More rows than this are not written into one file. */
const MOST = 10_000

/** The list as a file, equal to the screen under the same filters, all pages in one. */
export async function ordersFile(actor: Actor, request: Request): Promise<Response> {
  const { after: _, ...filter } = readFilter(Object.fromEntries(new URL(request.url).searchParams))
  const { rows } = await look(actor, (tx, now) => ordersOf(tx, actor, filter, now, MOST))
  const [{ takedown: w }, f, name] = [await words(), await format(), await called()]
  const { number, entry, title, platform, severity, state, issued, due, answered, late, reappeared } = w.csv
  return csvFile(
    w.title,
    [number, entry, title, platform, severity, state, issued, due, answered, late, reappeared],
    rows.map((row) => [
      row.number,
      row.entryNumber,
      row.title,
      name(row.platform),
      row.severity,
      w.state[row.state],
      f.instant(row.openedAt),
      f.instant(askedBy(row)),
      row.answeredAt && f.instant(row.answeredAt),
      row.late ? w.csv.yes : w.csv.no,
      row.reappearedAt && f.instant(row.reappearedAt),
    ]),
  )
}
