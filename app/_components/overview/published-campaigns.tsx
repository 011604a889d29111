import { format, locale, words } from '@/app/_server/locale'
import { type Column, DataTable, type RowGroup } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Zh } from '@/app/_ui/words'
import type { closedCampaigns } from '@/lib/campaign/queries'
import type { PublishedCampaign, PublishedNotice } from '@/lib/rulebook/input'

const METRICS = ['drama', 'episode', 'mini_program', 'account', 'minute', 'announcement'] as const
type Metric = (typeof METRICS)[number]
const KINDS = ['takedown', 'registration', 'stock', 'other'] as const
type Kind = (typeof KINDS)[number]
type Row = { key: string; first: PublishedCampaign; of: PublishedCampaign[] }

/** The greatest bar takes so much of its column, that an open end has room. */
const FULL = 82
const STRIPES = 'repeating-linear-gradient(90deg, currentColor 0 2px, transparent 2px 4px)'

/** Where a figure stands in the table: announcements beside what they announced, what has no column of its own in words. */
const placeOf = ({ kind, metric }: PublishedCampaign): { kind: Kind; metric: Metric | null } => ({
  kind: metric === 'announcement' ? 'takedown' : kind,
  metric: metric === 'drama_online' ? 'drama' : (METRICS.find((one) => one === metric) ?? null),
})

/** Exact: a closed bar. More than: open to the right. About: striped across its end. Not published: dashed, and no bar. */
function Drawn({ count, qualifier, greatest }: Pick<PublishedCampaign, 'count' | 'qualifier'> & { greatest: number }) {
  if (count === null) return <span aria-hidden="true" className="mt-1 block h-1.5 border-b border-dashed border-control" />
  const share = (count / greatest) * FULL
  const ends = qualifier === 'exact' ? 0 : 10
  return (
    <span aria-hidden="true" className="mt-1 flex h-1.5 text-chart-1">
      <span className="h-full bg-current" style={{ width: qualifier === 'about' ? `calc(${share}% - ${ends / 2}px)` : `${share}%` }} />
      {ends > 0 && <span className="h-full" style={{ width: ends, background: STRIPES }} />}
    </span>
  )
}

const Key = ({ qualifier }: { qualifier: PublishedCampaign['qualifier'] }) => (
  <span className="inline-block w-8">
    <Drawn count={qualifier === 'unknown' ? null : 1} qualifier={qualifier} greatest={qualifier === 'exact' ? 0.82 : 1.2} />
  </span>
)

/**
 * The figures that were published before the portal, with their qualifiers and drawn by them. Takedowns, stock and registrations stand
 * apart and nothing is added up; what was closed on the portal is linked.
 */
export async function PublishedCampaigns({
  campaigns,
  closed,
}: {
  campaigns: readonly PublishedCampaign[]
  closed: Awaited<ReturnType<typeof closedCampaigns>>
}) {
  const [{ overview, campaign }, f, english] = [await words(), await format(), (await locale()) === 'en']
  const [w, p] = [overview.campaigns, campaign.published]
  const qualified = ({ count, qualifier }: Pick<PublishedCampaign, 'count' | 'qualifier'>) =>
    p.qualified[qualifier](count === null ? '' : f.count(count))
  const greatest = new Map(
    METRICS.map((metric) => [
      metric,
      Math.max(
        1,
        ...campaigns.map((row) => (row.kind !== 'stock' && row.kind !== 'registration' && row.metric === metric ? (row.count ?? 0) : 0)),
      ),
    ]),
  )
  const dated = (day: string, precision: string | null) =>
    precision === 'month' ? day.slice(0, 7) : precision === 'year' ? day.slice(0, 4) : day
  const window = ({ from, fromPrecision, to, toPrecision, durationMonths }: PublishedCampaign) => {
    const [first, last] = [dated(from, fromPrecision), to && dated(to, toPrecision)]
    return last === first ? first : `${first} ${last ? `– ${last}` : durationMonths ? p.months(durationMonths) : p.open}`
  }
  const groups = KINDS.map((kind): RowGroup<Row> => {
    const of = campaigns.filter((row) => placeOf(row).kind === kind)
    const apart = w.apart[kind]
    return {
      key: kind,
      title: (
        <>
          {w.group[kind]}
          {apart && <span className="ml-2 font-normal text-ink-2">{apart}</span>}
        </>
      ),
      rows: [...Map.groupBy(of, ({ code }) => code)].map(([code, rows]) => ({ key: `${kind} ${code}`, first: rows[0]!, of: [...rows] })),
    }
  }).filter(({ rows }) => rows.length > 0)
  const figure = (metric: Metric): Column<Row> => ({
    key: metric,
    head: w.metric[metric],
    align: 'end',
    cardLabel: w.metric[metric],
    cell: ({ first, of }) => {
      const found = of.find((row) => placeOf(row).metric === metric)
      const isDrawn = placeOf(first).kind === 'takedown'
      return (
        <span className="max-desk:contents desk:inline-block desk:w-full desk:min-w-24 desk:align-top">
          {found && found.count !== null ? (
            <b className="font-medium">{qualified(found)}</b>
          ) : (
            <span className="text-ink-2">{w.unknown}</span>
          )}
          {isDrawn && <Drawn count={found?.count ?? null} qualifier={found?.qualifier ?? 'unknown'} greatest={greatest.get(metric)!} />}
        </span>
      )
    },
  })
  const columns: Column<Row>[] = [
    {
      key: 'name',
      head: w.name,
      rowHead: true,
      at: 'full',
      width: '24%',
      cell: ({ first, of }) => (
        <>
          <span className="font-medium">{english ? first.en : first.zh}</span>
          <span className="block text-13 font-normal text-ink-2">{window(first)}</span>
          {of
            .filter((row) => placeOf(row).metric === null)
            .map((row) => (
              <span key={row.metric} className="block text-13 font-normal">
                {p.counted(row.metricZh, p.unit[row.metric] ?? '', qualified(row), row.count !== null)}
              </span>
            ))}
        </>
      ),
    },
    ...METRICS.map(figure),
  ]
  return (
    <Section id="campaigns" title={w.title} aside={w.aside} actions={<Link href="/campaign">{w.source}</Link>}>
      {closed.length > 0 && (
        <p className="mb-2 text-13">
          {w.closed}{' '}
          {closed.map(({ id, number, title }) => (
            <Link key={id} href={`/c/${number}`} className="mr-3">
              <Zh>{title}</Zh>
            </Link>
          ))}
        </p>
      )}
      <DataTable caption={w.caption} columns={columns} rowKey={({ key }) => key} groups={groups} reachable />
      <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-13 text-ink-2">
        {(['exact', 'more_than', 'about', 'unknown'] as const).map((qualifier) => (
          <span key={qualifier} className="inline-flex items-center gap-2">
            <Key qualifier={qualifier} />
            {w.legend[qualifier]}
          </span>
        ))}
        <span>{w.legend.scale}</span>
      </p>
    </Section>
  )
}

type Notice = { key: string; of: PublishedNotice[] }

/** What platforms published themselves: one row for each notice, unknown where no number was given. */
export async function PublishedNotices({ notices }: { notices: readonly PublishedNotice[] }) {
  const [{ overview, campaign }, f, english] = [await words(), await format(), (await locale()) === 'en']
  const [w, p] = [overview.notices, campaign.published]
  const rows = [...Map.groupBy(notices, ({ date, publisher }) => `${date} ${publisher}`)]
    .map(([key, of]): Notice => ({ key, of: [...of] }))
    .toReversed()
  const dated = (day: string, precision: string | null) =>
    precision === 'month' ? day.slice(0, 7) : precision === 'year' ? day.slice(0, 4) : f.day(day)
  const figure = (subject: 'drama' | 'account' | 'mini_program'): Column<Notice> => ({
    key: subject,
    head: w[subject],
    align: 'end',
    cardLabel: w[subject],
    cell: ({ of }) => {
      const found = of.find((row) => row.subject === subject && row.kind === 'takedown')
      if (!found || found.qualifier === 'unknown') return <span className="text-ink-2">{overview.campaigns.unknown}</span>
      return (
        <>
          {p.qualified[found.qualifier](found.count === null ? '' : f.count(found.count))}
          {found.outOf ? <span className="block text-13 text-ink-2">{p.outOf(f.count(found.outOf))}</span> : null}
        </>
      )
    },
  })
  return (
    <Section id="notices" title={w.title} aside={w.aside}>
      <DataTable<Notice>
        caption={w.title}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'date',
            head: w.date,
            at: 'clock',
            cell: ({ of: [first] }) => (
              <span className="whitespace-nowrap">
                {dated(first!.date, first!.datePrecision)}
                {first!.dateTo && ` – ${dated(first!.dateTo, first!.datePrecision)}`}
              </span>
            ),
          },
          {
            key: 'platform',
            head: w.platform,
            rowHead: true,
            at: 'title',
            cell: ({ of: [first] }) => (english ? first!.publisher : first!.publisherZh),
          },
          figure('drama'),
          figure('account'),
          figure('mini_program'),
          {
            key: 'what',
            head: w.what,
            cell: ({ of }) => (
              <>
                {f.sentences(of.map(({ action, actionZh }) => (english ? action : actionZh)).join(english ? '; ' : '；'))}
                {of
                  .filter(({ kind }) => kind !== 'takedown')
                  .map((row) => (
                    <span key={row.subject} className="block text-13 text-ink-2">
                      {p.kind[row.kind]}{' '}
                      {p.counted(
                        row.subjectZh,
                        p.unit[row.subject] ?? '',
                        p.qualified[row.qualifier](row.count === null ? '' : f.count(row.count)),
                        row.count !== null,
                      )}
                    </span>
                  ))}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
