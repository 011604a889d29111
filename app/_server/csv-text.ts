import { stringify } from 'csv-stringify/sync'
import type { Page } from '@/lib/kernel/page'

export type Line = readonly (string | number | null)[]
/** What a file says in its last line where it does not hold everything. */
export type Ends = { full: (rows: number) => string; late: (rows: number) => string; left: (rows: number) => string }
export type Bounds = { chunk: number; rows: number; milliseconds: number }

/** A spreadsheet takes 1,048,576 rows. */
const BOUNDS: Bounds = { chunk: 500, rows: 1_000_000, milliseconds: 15 * 60_000 }
const written = (lines: readonly Line[], bom = false) =>
  stringify(
    lines.map((line) => [...line]),
    { bom, escape_formulas: true, record_delimiter: 'windows' },
  )

/**
 * A list as a spreadsheet opens it, page after page: a byte order mark, its heads, its rows; what would run as a formula is made
 * text. A file that stops before the list does says so in its last line. `read` gives null where the reader is no longer the same.
 */
export async function* csvText(
  head: Line,
  read: (after: string | undefined, limit: number) => Promise<Page<Line> | null>,
  ends: Ends,
  { chunk, rows: most, milliseconds }: Bounds = BOUNDS,
): AsyncGenerator<string> {
  const begun = performance.now()
  yield written([head], true)
  let [rows, after]: [number, string | null] = [0, null]
  do {
    const page = await read(after ?? undefined, Math.min(chunk, most - rows))
    if (!page) return yield written([[ends.left(rows)]])
    if (page.rows.length > 0) yield written(page.rows)
    rows += page.rows.length
    after = page.next
    if (after && rows >= most) return yield written([[ends.full(rows)]])
    if (after && performance.now() - begun >= milliseconds) return yield written([[ends.late(rows)]])
  } while (after)
}
