import { notFound } from 'next/navigation'
import { called } from '@/app/_components/organization/called'
import { csvFile } from '@/app/_server/csv'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { entryByNumber } from '@/lib/blacklist/queries/entry'
import { look } from '@/lib/perform'
import { linksOf } from '@/lib/takedown/queries/board'

/** Every link that was reported as removed for an entry, for the regulators of the case. */
export async function GET(_request: Request, { params }: { params: Promise<{ number: string }> }) {
  const actor = await currentActor('national.approver', 'national.reviewer', 'province.reviewer')
  const { number } = await params
  const found = await look(actor, async (tx) => {
    const read = await entryByNumber(tx, number)
    return read && { title: read.entry.title, links: await linksOf(tx, read.entry.id) }
  })
  if (!found) notFound()
  const [{ takedown: w }, f, name] = [await words(), await format(), await called()]
  const head = [w.csv.number, w.csv.platform, w.csv.link, w.csv.at, w.csv.late]
  return csvFile(
    `${number} ${found.title}`,
    head,
    found.links.map((row) => [row.number, name(row.platform), row.link, f.instant(row.at), row.late ? w.csv.yes : w.csv.no]),
  )
}
