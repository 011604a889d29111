import { amountOf } from '@/app/_components/figure/amount'
import { format, locale, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { DataTable } from '@/app/_ui/data-table'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Zh } from '@/app/_ui/words'
import { closedCampaigns } from '@/lib/campaign/queries'
import { look } from '@/lib/perform'
import type { PublishedCampaign, PublishedNotice, Source } from '@/lib/rulebook/input'
import { rulebook } from '@/lib/rulebook/queries'

type Campaign = { code: string; rows: PublishedCampaign[] }

/** What was published before the portal, with its qualifiers, and what was closed on it. Different units are never added. */
export async function PublishedFigures() {
  const { actor } = await reader()
  const { book, closed } = await look(actor, async (tx) => ({ book: await rulebook(tx), closed: await closedCampaigns(tx) }))
  const [{ campaign: w, figure }, f, english] = [await words(), await format(), (await locale()) === 'en']
  const p = w.published
  const counted = (metric: string, metricZh: string, { count, qualifier }: Pick<PublishedCampaign, 'count' | 'qualifier'>) =>
    p.counted(metricZh, p.unit[metric] ?? '', p.qualified[qualifier](count === null ? '' : f.count(count)), count !== null)
  const dated = (day: string, precision: string | null) =>
    precision === 'month' ? day.slice(0, 7) : precision === 'year' ? day.slice(0, 4) : f.day(day)
  const sources = new Map<string, Source>(book.sources.map((one) => [one.key, one]))
  const cited = (keys: readonly string[]) =>
    keys.map((key) => {
      const source = sources.get(key)
      const title = source ? (english ? source.en : source.zh) : key
      return (
        <span key={key} className="block text-13">
          {source?.address ? (
            <a href={source.address} className="inline-block py-0.5">
              {title}
            </a>
          ) : (
            title
          )}
          {source?.certainty === 'second_hand' && <span className="text-ink-2"> · {p.secondHand}</span>}
        </span>
      )
    })
  const campaigns = [...Map.groupBy(book.campaigns, ({ code }) => code)].map(([code, rows]): Campaign => ({ code, rows: [...rows] }))
  const window = ({ from, fromPrecision, to, toPrecision, durationMonths }: PublishedCampaign) => {
    const [first, last] = [dated(from, fromPrecision), to && dated(to, toPrecision)]
    return last === first ? first : `${first} ${last ? `– ${last}` : durationMonths ? p.months(durationMonths) : p.open}`
  }
  return (
    <>
      <PageHead title={p.title} line={p.line} large />
      {closed.length > 0 && (
        <Section id="closed" title={p.closed}>
          <DataTable
            caption={p.closed}
            rows={closed}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                head: p.column.name,
                rowHead: true,
                at: 'title',
                cell: ({ number, title }) => (
                  <Link href={`/c/${number}`}>
                    <Zh>{title}</Zh>
                  </Link>
                ),
              },
              { key: 'window', head: p.column.window, at: 'line', cell: ({ fromOn, toOn }) => `${f.day(fromOn)} – ${f.day(toOn)}` },
              {
                key: 'counts',
                head: p.column.counts,
                at: 'full',
                cell: ({ figures }) =>
                  figures.map(({ figure: name, value, unknown, measure, targetKinds }) => (
                    <span key={name} className="block">
                      <span className="text-ink-2">{w.figure[name]}</span>{' '}
                      {amountOf({ value, unknown }, { measure, targetKinds }, figure, f)}
                      {value > 0 && unknown > 0 && (
                        <span className="block text-13 text-ink-2">{figure.unknown(f.count(unknown), measure)}</span>
                      )}
                    </span>
                  )),
              },
            ]}
          />
        </Section>
      )}
      <Section id="campaigns" title={p.campaigns}>
        <DataTable<Campaign>
          caption={p.campaigns}
          rows={campaigns}
          rowKey={({ code }) => code}
          columns={[
            { key: 'name', head: p.column.name, rowHead: true, at: 'title', cell: ({ rows }) => (english ? rows[0]!.en : rows[0]!.zh) },
            { key: 'window', head: p.column.window, at: 'line', cell: ({ rows }) => <span className="text-13">{window(rows[0]!)}</span> },
            {
              key: 'counts',
              head: p.column.counts,
              at: 'full',
              cell: ({ rows }) =>
                rows.map((row) => (
                  <span key={`${row.kind} ${row.metric}`} className="block">
                    {p.kind[row.kind] && <span className="text-ink-2">{p.kind[row.kind]} </span>}
                    {counted(row.metric, row.metricZh, row)}
                  </span>
                )),
            },
            {
              key: 'source',
              head: p.column.source,
              at: 'full',
              cell: ({ rows }) => cited([...new Set(rows.flatMap(({ source }) => source))]),
            },
          ]}
        />
        <p className="mt-2 text-13 text-ink-2">{p.note}</p>
      </Section>
      <Section id="notices" title={p.notices}>
        <DataTable<PublishedNotice>
          caption={p.notices}
          rows={book.notices.toReversed()}
          rowKey={({ date, publisher, kind, subject }) => `${date} ${publisher} ${kind} ${subject}`}
          columns={[
            {
              key: 'date',
              head: p.column.date,
              at: 'line',
              cell: ({ date, datePrecision, dateTo }) => (
                <span className="whitespace-nowrap">
                  {dated(date, datePrecision)}
                  {dateTo && ` – ${dated(dateTo, datePrecision)}`}
                </span>
              ),
            },
            {
              key: 'publisher',
              head: p.column.publisher,
              rowHead: true,
              at: 'title',
              cell: ({ publisher, publisherZh }) => (english ? publisher : publisherZh),
            },
            {
              key: 'counts',
              head: p.column.counts,
              at: 'clock',
              cell: (row) => (
                <>
                  {counted(row.subject, row.subjectZh, row)}
                  {row.outOf ? <span className="text-13 text-ink-2"> {p.outOf(f.count(row.outOf))}</span> : null}
                </>
              ),
            },
            { key: 'what', head: p.column.what, at: 'full', cell: ({ action, actionZh }) => (english ? action : actionZh) },
            { key: 'source', head: p.column.source, at: 'full', cell: ({ source }) => cited(source) },
          ]}
        />
      </Section>
    </>
  )
}
