import { called } from '@/app/_components/organization/called'
import { type Asked, csvFile, sheetOf, whole } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import type { SaidColumn } from '@/app/_ui/said-column'
import { Nothing } from '@/app/_ui/words'
import { type CoverageRow, coverageOf } from '@/lib/inspection/queries/coverage'
import type { Actor } from '@/lib/kernel/actor'

/** Basis points, or nothing where there is no base. */
const shareOf = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 10_000) : null)

/** How much was looked at and how much was found, by platform and week. */
export async function coverageColumns(): Promise<SaidColumn<CoverageRow>[]> {
  const [{ inspection }, f, name] = [await words(), await format(), await called()]
  const w = inspection.coverage
  const share = (part: number, whole: number) => {
    const basis = shareOf(part, whole)
    return basis === null ? null : f.share(basis)
  }
  const number = (key: 'framed' | 'reached' | 'drawn' | 'inspected' | 'missed' | 'late' | 'hits'): SaidColumn<CoverageRow> => ({
    key,
    head: w.column[key],
    align: 'end',
    text: (row) => row[key],
    cell: (row) => f.count(row[key]),
  })
  return [
    { key: 'platform', head: w.column.platform, rowHead: true, text: ({ platform }) => name(platform) },
    {
      key: 'week',
      head: w.column.week,
      text: ({ week }) => f.day(week),
      cell: ({ week }) => <span className="whitespace-nowrap">{f.day(week)}</span>,
    },
    number('framed'),
    number('reached'),
    {
      key: 'coverage',
      head: w.column.coverage,
      align: 'end',
      text: ({ reached, framed }) => share(reached, framed),
      cell: ({ reached, framed }) => share(reached, framed) ?? <Nothing />,
    },
    number('drawn'),
    number('inspected'),
    number('missed'),
    number('late'),
    number('hits'),
    {
      key: 'rate',
      head: w.column.rate,
      align: 'end',
      text: ({ hits, inspected }) => share(hits, inspected),
      cell: ({ hits, inspected }) => share(hits, inspected) ?? <Nothing />,
    },
  ]
}

export const coverageFile = (actor: Actor, asked: Asked) =>
  csvFile(actor, async (tx, now) => {
    const { title } = (await words()).inspection.coverage
    return sheetOf(whole(title, await coverageColumns(), (await coverageOf(tx, actor, now)).rows), asked)
  })
