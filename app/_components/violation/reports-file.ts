import 'server-only'
import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import { csvFile } from '@/app/_server/csv'
import { format, words } from '@/app/_server/locale'
import type { Actor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/time'
import { look } from '@/lib/perform'
import { reportsOf } from '@/lib/violation/queries/reports'
import { readFilter } from './list-filter'

/** More rows than this are not written into one file. */
const MOST = 10_000

/** Reports as a file, equal to the screen under the same filters. */
export async function reportsFile(actor: Actor, sent: URLSearchParams) {
  const [{ violation: w, shell }, f, name] = [await words(), await format(), await called()]
  const { after: _, ...filter } = readFilter(actor, Object.fromEntries(sent))
  const { rows, nameOf, now } = await look(actor, async (tx, at) => ({
    ...(await reportsOf(tx, actor, filter, MOST)),
    nameOf: await clauseName(tx),
    now: at,
  }))
  const { number, title, items, severity, filer, bureau, state, filed, due } = w.list.column
  return csvFile(
    w.list.file(dayOf(now)),
    [number, title, w.list.about, items, severity, filer, bureau, state, shell.list.inBeijing(filed), shell.list.inBeijing(due)],
    rows.map((row) => [
      row.number,
      row.title,
      f.list(row.subjects.map(({ kind }) => w.subject[kind])),
      f.list(row.codes.map((code) => `${code} ${nameOf(code)}`)),
      row.severity ? shell.severity(row.severity) : '',
      name(row.filer),
      name(row.bureau),
      row.state === 'merged' && row.outcome ? w.mergedWith(w.outcome[row.outcome]) : w.state[row.state],
      row.filedAt && f.instant(row.filedAt),
      row.state === 'filed' && row.dueAt ? f.instant(row.dueAt) : null,
    ]),
  )
}
