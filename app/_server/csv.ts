import 'server-only'
import { stringify } from 'csv-stringify/sync'
import { disposition } from './attachment'

/** A list as a file that spreadsheets open as Chinese; what would run as a formula there is made text. */
export function csvFile(name: string, head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): Response {
  const text = stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': disposition(`${name}.csv`),
      'cache-control': 'private, no-store',
    },
  })
}
