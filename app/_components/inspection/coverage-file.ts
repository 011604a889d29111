import 'server-only'
import { called } from '@/app/_components/organization/called'
import { csvFile } from '@/app/_server/csv'
import { format, words } from '@/app/_server/locale'
import { coverageOf } from '@/lib/inspection/queries/coverage'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { shareOf } from './coverage-page'

/** Coverage and hits as a file, equal to the table on the screen. */
export async function coverageFile(actor: Actor): Promise<Response> {
  const { rows } = await look(actor, (tx, now) => coverageOf(tx, actor, now))
  const [{ inspection }, f, name] = [await words(), await format(), await called()]
  const { platform, week, framed, reached, coverage, drawn, inspected, missed, late, hits, rate } = inspection.coverage.column
  const share = (part: number, whole: number) => {
    const basis = shareOf(part, whole)
    return basis === null ? null : f.share(basis)
  }
  return csvFile(
    inspection.coverage.title,
    [platform, week, framed, reached, coverage, drawn, inspected, missed, late, hits, rate],
    rows.map((row) => [
      name(row.platform),
      row.week,
      row.framed,
      row.reached,
      share(row.reached, row.framed),
      row.drawn,
      row.inspected,
      row.missed,
      row.late,
      row.hits,
      share(row.hits, row.inspected),
    ]),
  )
}
