import { called } from '@/app/_components/organization/called'
import { promisedOf } from '@/app/_components/registration/promised-of'
import { csvFile } from '@/app/_server/csv'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { look } from '@/lib/perform'
import { type BureauRow, filingsBefore } from '@/lib/registration/queries/filings'
import { readFilter } from '../filter'

/** More rows than this are not written into one file. */
const MOST = 10_000

/** The list as a file, equal to the screen under the same filters, all pages in one. */
export async function GET(request: Request) {
  const actor = await currentActor('province.reviewer', 'national.reviewer', 'national.approver')
  const [w, f, name] = await Promise.all([words(), format(), called()])
  const { inBeijing } = w.shell.list
  const { csvColumn: column, csvName } = w.registration.list
  const { after: _, ...filter } = readFilter(Object.fromEntries(new URL(request.url).searchParams))
  const { rows } = await look(actor, (tx) => filingsBefore(tx, actor, filter, MOST))
  const state = (row: BureauRow) => {
    const promised = promisedOf(row)
    return promised ? w.register.promised[promised] : w.registration.state[row.state]
  }
  return csvFile(
    csvName,
    Object.values({ ...column, submitted: inBeijing(column.submitted), due: inBeijing(column.due) }),
    rows.map((row) => [
      row.number,
      row.title,
      row.officialNumber,
      row.producerName,
      name(row.bureau),
      name(row.issuer),
      row.class ? (w.drama.class[row.class] ?? '') : '',
      state(row),
      row.submittedAt && f.instant(row.submittedAt),
      row.dueAt && f.instant(row.dueAt),
    ]),
  )
}
