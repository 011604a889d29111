import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { CsvLink } from '@/app/_ui/csv-link'
import { type Column, DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { Figures } from '@/app/_ui/figures'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Nothing } from '@/app/_ui/words'
import { type CoverageRow, coverageOf } from '@/lib/inspection/queries/coverage'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { CoverageChart } from './coverage-chart'
import { Rooms, type Workplace } from './rooms'

/** Basis points, or nothing where there is no base. */
export const shareOf = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 10_000) : null)

/** How much was looked at and how much was found, by platform and week: drawn, in a table, as a file. */
export async function CoveragePage({ workplace, actor }: { workplace: Workplace; actor: Actor }) {
  const { coverage, now } = await look(actor, async (tx, at) => ({ coverage: await coverageOf(tx, actor, at), now: at }))
  const [{ inspection, shell }, f, name] = [await words(), await format(), await called()]
  const w = inspection.coverage
  const share = (part: number, whole: number) => {
    const basis = shareOf(part, whole)
    return basis === null ? <Nothing /> : f.share(basis)
  }
  const number = (key: 'framed' | 'reached' | 'drawn' | 'inspected' | 'missed' | 'late' | 'hits'): Column<CoverageRow> => ({
    key,
    head: w.column[key],
    align: 'end',
    cell: (row) => f.count(row[key]),
  })
  const columns: Column<CoverageRow>[] = [
    { key: 'platform', head: w.column.platform, rowHead: true, cell: ({ platform }) => name(platform) },
    { key: 'week', head: w.column.week, cell: ({ week }) => <span className="whitespace-nowrap">{f.day(week)}</span> },
    number('framed'),
    number('reached'),
    {
      key: 'coverage',
      head: w.column.coverage,
      align: 'end',
      cell: ({ reached, framed }) => share(reached, framed),
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
      cell: ({ hits, inspected }) => share(hits, inspected),
    },
  ]
  const { pairs, looked, unlooked, reappeared } = coverage.listed
  return (
    <>
      <PageHead title={w.title} line={w.line(f.day(coverage.weeks[0]!))} time={shell.beijing(f.instant(now))} />
      <Rooms workplace={workplace} here="coverage" />
      {coverage.rows.length === 0 ? (
        <EmptyState title={w.empty} link={<Link href={`/${workplace}/inspection/plan`}>{inspection.list.toPlans}</Link>}>
          {w.emptyNext}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-8 pt-4">
          <Section id="listed" title={w.listed} aside={w.listedAside}>
            <Figures
              items={[
                { label: w.pairs, value: f.count(pairs) },
                { label: w.looked, value: f.count(looked) },
                { label: w.unlooked, value: f.count(unlooked) },
                { label: w.reappeared, value: f.count(reappeared) },
              ]}
            />
          </Section>
          <Section id="chart" title={w.chart}>
            <CoverageChart coverage={coverage} name={name} />
          </Section>
          <Section
            id="figures"
            title={w.caption}
            actions={<CsvLink href={`/${workplace}/inspection/coverage/csv`} label={shell.list.csv} />}
          >
            <DataTable
              caption={w.caption}
              columns={columns}
              rowKey={({ platformId, week }) => `${platformId} ${week}`}
              rows={coverage.rows}
              middle
              keepWide
            />
            <p className="mt-2 text-13 text-ink-2">{w.base}</p>
          </Section>
        </div>
      )}
    </>
  )
}
