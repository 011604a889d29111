import 'server-only'
import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import { csvFile } from '@/app/_server/csv'
import { format, words } from '@/app/_server/locale'
import { entriesOf } from '@/lib/blacklist/queries/entries'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { readFilter } from './list-filter'

/** More rows than this are not written into one file. */
const MOST = 10_000

/** The list as a file, equal to the screen under the same filters, all pages in one. */
export async function entriesFile(actor: Actor, request: Request): Promise<Response> {
  const { after: _, ...filter } = readFilter(actor, Object.fromEntries(new URL(request.url).searchParams))
  const { rows, clause } = await look(actor, async (tx) => ({
    rows: (await entriesOf(tx, actor, filter, MOST)).rows,
    clause: await clauseName(tx),
  }))
  const [{ blacklist: w }, f, name] = [await words(), await format(), await called()]
  return csvFile(
    w.title,
    Object.values(w.csv),
    rows.map((row) => [
      row.number,
      f.list([...(row.titleKind === 'mini_program' ? [row.title] : []), ...row.works.map(({ title }) => title)]),
      f.list([...new Set(row.works.flatMap(({ producerName }) => producerName ?? []))]),
      f.list(row.codes.map((code) => `${code} ${clause(code)}`)),
      row.severity,
      w.state[row.state],
      row.proposer ? name(row.proposer) : w.sealed.somebody,
      name(row.bureau),
      f.instant(row.openedAt),
      row.listedAt && f.instant(row.listedAt),
      row.orders,
      row.answered,
      row.removed,
    ]),
  )
}
