import { bareAmount } from '@/app/_components/figure/amount'
import { FigureAmount, FigureLink, figureHref } from '@/app/_components/figure/figure-link'
import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { type Column, DataTable } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Tabs } from '@/app/_ui/tabs'
import { Nothing, Zh } from '@/app/_ui/words'
import type { Board, CampaignRow, Counted } from '@/lib/campaign/queries'
import { type CampaignFigure, partOf } from '@/lib/campaign/rules'
import { isUnknown } from '@/lib/figure/rules'
import { DayBars } from './day-bars'

type Names = Map<string, { shortName: string; nameEn: string | null }>

/** The figures of a campaign, whole and apart; each but a day's opens its records for who may see them, which visitors do not. */
export async function CampaignBoard({
  board,
  names,
  isNational,
  isVisitor,
  path,
  byDay,
}: {
  board: Board
  names: Names
  isNational: boolean
  isVisitor: boolean
  path: string
  /** The figure whose days are shown, as the address asks for it. */
  byDay: string | undefined
}) {
  const [{ campaign: w, figure }, f, name] = [await words(), await format(), await called()]
  const p = w.page
  const { figures, labels, owners, bureaus, quotas, days, position } = board
  const dayFigure = figures.find(({ name: one }) => one === byDay)?.name ?? board.dayFigure
  const nameOf = (key: string) => name(names.get(key) ?? { shortName: '', nameEn: null })
  const whole = ({ definition, figure: found, readable }: Counted) =>
    isVisitor ? (
      <FigureAmount definition={definition} figure={found} />
    ) : (
      <FigureLink definition={definition} figure={found} readable={readable} at={position} />
    )
  const meant = new Map(figures.map(({ name: one, definition }) => [one, definition]))
  const value = (row: CampaignRow, one: CampaignFigure, by?: 'owner' | 'bureau') => {
    const found = row.figures.get(one)
    if (!found) return <Nothing />
    const amount = bareAmount(found, figure, f)
    return (
      <>
        {by ? (
          <Link href={figureHref(partOf(meant.get(one)!, by, row.key), position)} className="inline-block min-h-6 min-w-6">
            {amount}
          </Link>
        ) : (
          amount
        )}
        {found.unknown > 0 && (
          <span className="block text-13 whitespace-nowrap text-ink-2">{p.unknown(f.count(found.unknown), !isUnknown(found))}</span>
        )}
      </>
    )
  }
  const each = (by?: 'owner' | 'bureau') =>
    figures.map(
      ({ name: one }): Column<CampaignRow> => ({ key: one, head: w.figure[one], align: 'end', cell: (row) => value(row, one, by) }),
    )
  const bars = days.flatMap(({ key, figures: parts }) => {
    const found = parts.get(dayFigure)
    return found ? [{ day: key, value: found.value }] : []
  })
  const apart = (head: string, by: 'owner' | 'bureau', rows: CampaignRow[]) => (
    <DataTable<CampaignRow>
      caption={head}
      keepWide
      rows={rows.toSorted((a, b) => nameOf(a.key).localeCompare(nameOf(b.key), 'zh'))}
      rowKey={({ key }) => key}
      columns={[
        { key: 'organization', head, rowHead: true, cell: ({ key }) => <span className="whitespace-nowrap">{nameOf(key)}</span> },
        ...each(by),
      ]}
    />
  )
  return (
    <>
      <Section id="figures" title={p.figures} aside={position && !isNational ? p.unitsAside : p.figuresAside}>
        <DataTable
          caption={p.figures}
          rows={figures}
          rowKey={({ name: one }) => one}
          columns={[
            { key: 'figure', head: p.figureColumn, rowHead: true, at: 'title', cell: ({ name: one }) => w.figure[one] },
            {
              key: 'value',
              head: p.whole,
              align: 'end',
              at: 'clock',
              cell: whole,
            },
          ]}
        />
      </Section>
      {labels.length > 0 && (
        <Section id="labels" title={p.byLabel} aside={p.byLabelNote}>
          <DataTable
            caption={p.byLabel}
            keepWide
            rows={labels}
            rowKey={({ label }) => label}
            columns={[
              { key: 'label', head: p.byLabel, rowHead: true, cell: ({ label }) => <Zh>{label}</Zh> },
              ...figures.map(
                ({ name: one }): Column<(typeof labels)[number]> => ({
                  key: one,
                  head: w.figure[one],
                  align: 'end',
                  cell: (row) => whole(row.figures.get(one)!),
                }),
              ),
            ]}
          />
        </Section>
      )}
      {!isVisitor && (
        <Section id="days" title={p.days} aside={p.daysOf(w.figure[dayFigure])}>
          {days.length > 0 ? (
            <>
              <Tabs
                label={p.days}
                items={figures.map(({ name: one }) => ({
                  href: `${path}?day=${one}#days`,
                  label: w.figure[one],
                  current: one === dayFigure,
                }))}
              />
              {bars.length > 0 && (
                <DayBars
                  days={bars}
                  label={bars.map(({ day, value: count }) => p.dayValue(f.day(day), f.count(count))).join('；')}
                  ends={[f.day(bars[0]!.day), f.day(bars.at(-1)!.day)]}
                />
              )}
              <details className="mt-2" open={bars.length === 0}>
                <summary className="w-fit text-13 text-accent underline underline-offset-3">{p.table}</summary>
                <DataTable<CampaignRow>
                  caption={p.days}
                  keepWide
                  rows={days}
                  rowKey={({ key }) => key}
                  columns={[
                    { key: 'day', head: p.day, rowHead: true, cell: ({ key }) => <span className="whitespace-nowrap">{f.day(key)}</span> },
                    ...each(),
                  ]}
                />
              </details>
            </>
          ) : (
            <p className="text-ink-2">{p.noDays}</p>
          )}
        </Section>
      )}
      {quotas.length > 0 && (
        <Section id="quotas" title={p.quotas} aside={p.quotasNote}>
          <DataTable
            caption={p.quotas}
            rows={quotas}
            rowKey={({ organizationId, figure: one }) => `${organizationId} ${one}`}
            columns={[
              {
                key: 'organization',
                head: p.quota.organization,
                rowHead: true,
                at: 'title',
                cell: ({ organizationId }) => nameOf(organizationId),
              },
              { key: 'figure', head: p.quota.figure, at: 'line', cell: ({ figure: one }) => w.figure[one] },
              {
                key: 'progress',
                head: p.quota.progress,
                align: 'end',
                at: 'clock',
                cell: ({ definition, reached, count }) => (
                  <span className="inline-flex items-center gap-3">
                    <span aria-hidden="true" className="h-1.5 w-28 rounded-ctl bg-line">
                      <span
                        className="block h-full rounded-ctl bg-accent-fill"
                        style={{ width: `${Math.min(100, (reached / count) * 100)}%` }}
                      />
                    </span>
                    <Link href={figureHref(definition, position)}>{p.quotaLine(f.count(reached), f.count(count))}</Link>
                  </span>
                ),
              },
            ]}
          />
        </Section>
      )}
      {owners.length > 0 && (
        <Section id="owners" title={p.byOwner} aside={p.byOwnerNote}>
          {apart(p.owner, 'owner', owners)}
        </Section>
      )}
      {isNational && bureaus.length > 0 && (
        <Section id="bureaus" title={p.byBureau}>
          {apart(p.bureau, 'bureau', bureaus)}
        </Section>
      )}
    </>
  )
}
