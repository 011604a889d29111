import { called } from '@/app/_components/organization/called'
import { ListTools } from '@/app/_components/shell/list-tools'
import type { Asked } from '@/app/_server/listing'
import { format, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { Figures } from '@/app/_ui/figures'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { choose, shown } from '@/app/_ui/said-column'
import { coverageOf } from '@/lib/inspection/queries/coverage'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { CoverageChart } from './coverage-chart'
import { coverageColumns } from './coverage-listing'
import { Rooms, type Workplace } from './rooms'

/** How much was looked at and how much was found, by platform and week: drawn, in a table, as a file. */
export async function CoveragePage({ workplace, actor, sent }: { workplace: Workplace; actor: Actor; sent: Asked }) {
  const { coverage, now } = await look(actor, async (tx, at) => ({ coverage: await coverageOf(tx, actor, at), now: at }))
  const [{ inspection, shell }, f, name] = [await words(), await format(), await called()]
  const w = inspection.coverage
  const table = choose(await coverageColumns(), sent.columns)
  const { pairs, looked, unlooked, reappeared } = coverage.listed
  return (
    <>
      <PageHead title={w.title} line={w.line(f.day(coverage.weeks[0]!))} time={shell.beijing(f.instant(now))} />
      <Rooms workplace={workplace} here="coverage" />
      {coverage.rows.length === 0 && pairs === 0 ? (
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
            actions={<ListTools path={`/${workplace}/inspection/coverage`} query={{ columns: table.columns }} table={table} />}
          >
            <DataTable
              caption={w.caption}
              columns={shown(table.shown)}
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
