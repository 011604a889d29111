import { notFound } from 'next/navigation'
import { rowWords } from '@/app/_components/batch/row-words'
import { clauseName } from '@/app/_components/register/clause-name'
import { csvFile } from '@/app/_server/listing'
import { words } from '@/app/_server/locale'
import { signedIn } from '@/app/_server/session'
import { batchNumbered, rowsOf } from '@/lib/batch/queries/cases'
import { COLUMNS } from '@/lib/batch/rules/columns'

/** A batch row by row as it was typed, with what is wrong in which cell or under which numbers it is recorded; equal to the screen. */
export async function GET(_: Request, { params }: { params: Promise<{ number: string }> }) {
  const { actor } = await signedIn()
  const number = decodeURIComponent((await params).number)
  return csvFile(actor, async (tx) => {
    const found = await batchNumbered(tx, number)
    if (!found) notFound()
    const [{ batch: w, violation, penalty }, say] = [await words(), await rowWords(await clauseName(tx))]
    return {
      name: number,
      head: [
        w.page.column.line,
        ...COLUMNS.map((column) => w.column[column]),
        w.page.column.outcome,
        violation.list.column.number,
        penalty.list.column.number,
        w.page.wrongCells,
        w.page.differs,
      ],
      read: async (of, after, limit) => {
        const { rows, next } = await rowsOf(of, found.id, { after: Number(after ?? 0) }, limit)
        return {
          next: next === null ? null : String(next),
          rows: rows.map(({ line, typed, standing, report, reportState, measure, measureState, faults, entry, onFile }) => [
            line,
            ...COLUMNS.map((column) => typed[column] ?? null),
            [w.standing[standing], ...Object.values(say.since({ standing, reportState, measureState }))].filter(Boolean).join('\n'),
            report,
            measure,
            say
              .faults({ faults, typed })
              .map(({ where, what }) => `${where}${what}`)
              .join('\n'),
            say
              .differs({ entry, onFile })
              .map(({ label, here, there }) => w.page.differsIn(label, here, there))
              .join('\n'),
          ]),
        }
      },
    }
  })
}
