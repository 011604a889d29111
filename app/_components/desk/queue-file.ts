import 'server-only'
import { csvFile } from '@/app/_server/csv'
import { format, words } from '@/app/_server/locale'
import { queueOf } from '@/lib/desk/queries/queue'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { readFilter } from './queue-filter'
import { rowWords } from './row-words'

/** More rows than this are not written into one file. */
const MOST = 10_000

/** The queue as a file, equal to the screen under the same filters, all pages in one. */
export async function queueFile(actor: Actor, request: Request): Promise<Response> {
  const { after: _, ...filter } = readFilter(Object.fromEntries(new URL(request.url).searchParams))
  const { rows, said } = await look(actor, async (tx, now) => ({
    rows: (await queueOf(tx, actor, filter, MOST)).rows,
    said: await rowWords(tx, now),
  }))
  const [{ desk: w, shell }, f] = [await words(), await format()]
  const { number, subject, act, basis, severity, from, due } = w.column
  return csvFile(
    w.title,
    [number, subject, act, basis, severity, from, shell.list.inBeijing(due)],
    rows.map((row) => [
      row.number,
      row.title,
      said.act(row),
      said.basis(row),
      row.severity ? shell.severity(row.severity) : '',
      said.from(row),
      row.dueAt && f.instant(row.dueAt),
    ]),
  )
}
