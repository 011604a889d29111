import 'server-only'
import { csvFile } from '@/app/_server/csv'
import { format, words } from '@/app/_server/locale'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { rectificationsOf } from '@/lib/rectification/queries/lists'
import { readFilter } from './list-filter'

/** More rows than this are not written into one file. */
const MOST = 10_000

/** The list as a file, equal to the screen under the same filters, all pages in one. */
export async function rectificationsFile(actor: Actor, request: Request): Promise<Response> {
  const { after: _, ...filter } = readFilter(Object.fromEntries(new URL(request.url).searchParams))
  const { rows } = await look(actor, (tx) => rectificationsOf(tx, actor, filter, MOST))
  const [{ rectification: w }, f] = [await words(), await format()]
  const { number, title, kind, state, ordered, due, ended } = w.csv
  return csvFile(
    w.title,
    [number, title, kind, state, ordered, due, ended],
    rows.map((row) => [
      row.number,
      row.title,
      w.subject[row.targetKind],
      w.state[row.state],
      f.instant(row.openedAt),
      row.dueAt && f.instant(row.dueAt),
      row.endedAt && f.instant(row.endedAt),
    ]),
  )
}
