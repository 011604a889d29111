import { figureWords } from '@/app/_components/figure/figure-words'
import { readFigure } from '@/app/_components/figure/read-figure'
import { clauseName } from '@/app/_components/register/clause-name'
import { csvFile } from '@/app/_server/csv'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { rowsOfFigure } from '@/lib/figure/queries/figure'
import { look } from '@/lib/perform'

/** More rows than this are not written into one file. */
const MOST = 10_000

export async function GET(request: Request) {
  const actor = await currentActor()
  const asked = readFigure(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked) return new Response(null, { status: 404 })
  const { rows, said, clause } = await look(actor, async (tx) => ({
    rows: (await rowsOfFigure(tx, asked.definition, { at: asked.at, limit: MOST })).rows,
    said: await figureWords(tx, asked.definition),
    clause: await clauseName(tx),
  }))
  const [{ figure: w, penalty, shell }, f] = [await words(), await format()]
  const { at, target, kind, number, codes, rung, standing, episodes, minutes, voided } = w.column
  return csvFile(
    said.name,
    [shell.list.inBeijing(at), target, kind, number, codes, rung, standing, episodes, minutes, voided],
    rows.map((row) => [
      f.instant(row.countsAt),
      row.title || w.page.noTitle,
      w.target[row.targetKind],
      row.caseNumber,
      f.list(row.codes.map((code) => `${code} ${clause(code)}`)),
      row.rung && penalty.rung(row.rung),
      w.standing[row.standing],
      row.episodes,
      row.seconds === null ? null : Math.round(row.seconds / 60),
      row.voided ? w.yes : w.no,
    ]),
  )
}
