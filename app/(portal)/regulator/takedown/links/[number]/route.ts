import { notFound } from 'next/navigation'
import { called } from '@/app/_components/organization/called'
import { csvFile } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { entryByNumber } from '@/lib/blacklist/queries/entry'
import { linksOf } from '@/lib/takedown/queries/board'

/** Every link that was reported as removed for an entry, for the regulators of the case. */
export async function GET(_request: Request, { params }: { params: Promise<{ number: string }> }) {
  const actor = await currentActor('national.approver', 'national.reviewer', 'province.reviewer')
  const { number } = await params
  return csvFile(actor, async (tx) => {
    const found = await entryByNumber(tx, number)
    if (!found) notFound()
    const [{ takedown: w }, f, name, links] = [await words(), await format(), await called(), await linksOf(tx, found.entry.id)]
    return {
      name: `${number} ${found.entry.title}`,
      head: [w.csv.number, w.csv.platform, w.csv.link, w.csv.at, w.csv.late],
      read: async () => ({
        next: null,
        rows: links.map((row) => [row.number, name(row.platform), row.link, f.instant(row.at), row.late ? w.csv.yes : w.csv.no]),
      }),
    }
  })
}
