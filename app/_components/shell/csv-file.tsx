import { format, words } from '@/app/_server/locale'
import { CsvLink } from '@/app/_ui/csv-link'

/** The link to a table's file. `rows`: how many it will hold, where that is known and long. */
export async function CsvFile({ href, label, rows }: { href: string; label?: string; rows?: number | undefined }) {
  const [{ list }, f] = [(await words()).shell, await format()]
  const { of, ...said } = list.export
  return <CsvLink href={href} label={label ?? list.csv} words={said} rows={rows} of={rows === undefined ? undefined : of(f.count(rows))} />
}
