import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import type { Workplace } from '@/app/_components/shell/navigation'
import { format, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { FilterBar } from '@/app/_ui/filter-bar'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Shape } from '@/app/_ui/shape'
import { Nothing } from '@/app/_ui/words'
import { closedCampaigns } from '@/lib/campaign/queries'
import { COUNTED } from '@/lib/desk/queries/queue'
import type { Actor } from '@/lib/kernel/actor'
import { bureaus } from '@/lib/organization/queries/organizations'
import { type Overview, overviewOf } from '@/lib/overview/queries'
import { spanOf, WEEKS, weekSpan } from '@/lib/overview/rules'
import { look } from '@/lib/perform'
import { ownCounts } from '@/lib/registration/queries/filings'
import { rulebook } from '@/lib/rulebook/queries'
import { queryOf, readAsked, type Sent, type Ways, waysTo } from './ask'
import { Bars, WeekLine } from './drawn'
import { type KeyFigure, KeyFigures } from './key-figures'
import { Numbers } from './numbers'
import { PublishedCampaigns, PublishedNotices } from './published-campaigns'
import { Measures, Opens, PlatformAnswers, Registrations, Reports, Watch } from './tables'

const MINUTE = 60_000
const OPEN = ['issued', 'objected', 'reappeared']
const FILED = ['mine', 'waiting', 'public', 'stopped', 'ended'] as const

/** What there is to count for this kind of organization, each figure with its rows behind it. */
export async function OverviewPage({ workplace, actor, sent }: { workplace: Workplace; actor: Actor; sent: Sent }) {
  const asked = readAsked(actor, sent)
  const isNational = actor.kind === 'national'
  const { overview, clause, book, closed, provinces, own, now } = await look(actor, async (tx, at) => ({
    overview: await overviewOf(tx, actor, asked, at),
    clause: await clauseName(tx),
    book: await rulebook(tx),
    closed: await closedCampaigns(tx),
    provinces: isNational ? await bureaus(tx) : [],
    own: workplace === 'creator' ? await ownCounts(tx, actor) : null,
    now: at,
  }))
  const [{ overview: w, shell }, f, name] = [await words(), await format(), await called()]
  const span = spanOf(overview.mondays)
  const ways = waysTo(workplace, actor, asked, span)
  const chosen = provinces.find(({ id }) => id === asked.bureauId)
  const whose = isNational ? (chosen ? name(chosen) : w.whole) : w.own
  const path = `/${workplace}/overview`
  const query = queryOf(asked)
  return (
    <>
      <PageHead title={w.title} line={w.line(whose, asked.weeks, f.day(span.from))} time={shell.beijing(f.instant(now))} />
      <FilterBar
        path={path}
        query={query}
        label={w.filter.label}
        filters={[
          {
            name: 'weeks',
            label: w.filter.weeks,
            value: query.weeks ?? '',
            options: WEEKS.map((weeks) => ({ value: queryOf({ weeks }).weeks ?? '', label: shell.list.weeks(weeks) })),
          },
          ...(isNational
            ? [
                {
                  name: 'bureau',
                  label: w.filter.bureau,
                  value: query.bureau ?? '',
                  options: [{ value: '', label: w.filter.all }, ...provinces.map((one) => ({ value: one.id, label: name(one) }))],
                },
              ]
            : []),
        ]}
      />
      <KeyFigures label={w.key} items={await keyFigures(workplace, overview, ways)} />
      {own && (
        <Section id="filings" title={w.filings.title} actions={<Link href="/creator/drama">{w.filings.all}</Link>}>
          <p className="flex flex-wrap gap-x-8 gap-y-2">
            {FILED.map((view) => (
              <span key={view}>
                {w.filings.view[view]} <Opens n={own[view]} href={`/creator/drama?view=${view}`} name={w.filings.view[view]} />{' '}
                {w.filings.unit}
              </span>
            ))}
          </p>
        </Section>
      )}
      {workplace !== 'creator' && (
        <div className="grid gap-x-10 gap-y-8 pt-8 desk:grid-cols-2">
          {workplace !== 'association' && (
            <div className="min-w-0">
              <DarkByWeek overview={overview} ways={ways} />
            </div>
          )}
          <div className="min-w-0">
            <Groups overview={overview} ways={ways} clause={clause} />
          </div>
        </div>
      )}
      {(workplace === 'regulator' || workplace === 'platform') && <PlatformAnswers overview={overview} ways={ways} />}
      {workplace === 'regulator' && <Registrations overview={overview} ways={ways} />}
      {(workplace === 'regulator' || workplace === 'platform') && <Measures overview={overview} ways={ways} />}
      {(workplace === 'regulator' || workplace === 'association') && (
        <Watch overview={overview} ways={ways} coverage={`/${workplace}/inspection/coverage`} />
      )}
      {(workplace === 'regulator' || workplace === 'platform') && <Reports overview={overview} board={`/${workplace}/biweekly`} />}
      <PublishedCampaigns campaigns={book.campaigns} closed={closed} />
      <PublishedNotices notices={book.notices} />
    </>
  )
}

async function keyFigures(workplace: Workplace, overview: Overview, ways: Ways): Promise<KeyFigure[]> {
  const [{ overview: w }, f] = [await words(), await format()]
  const { queue, platforms, dark, entries, found, watch } = overview
  const late = (text: string) => (
    <span className="inline-flex items-center gap-1 font-medium text-overdue">
      <Shape tone="overdue" size={13} /> {text}
    </span>
  )
  const waiting: KeyFigure = {
    label: w.queue.label,
    value: queue.total >= COUNTED ? w.queue.many(f.count(COUNTED)) : f.count(queue.total),
    unit: w.queue.unit,
    href: ways.queue,
    below:
      queue.overdue > 0
        ? late(w.queue.overdue(f.count(queue.overdue)))
        : queue.today > 0
          ? w.queue.today(f.count(queue.today))
          : w.queue.none,
  }
  if (workplace === 'creator') return [waiting]
  const sum = <T,>(rows: readonly T[], pick: (row: T) => number) => rows.reduce((all, row) => all + pick(row), 0)
  const upheld: KeyFigure = {
    label: w.found.label,
    value: f.count(found.upheld),
    unit: w.found.unit,
    href: ways.facts({ what: 'found', standings: ['upheld'] }),
    below: found.recorded > 0 ? w.found.recorded(f.count(found.recorded)) : w.found.none,
  }
  if (workplace === 'association') {
    const [drawn, done, hits] = [sum(watch, (row) => row.drawn), sum(watch, (row) => row.done), sum(watch, (row) => row.hits)]
    return [
      waiting,
      upheld,
      {
        label: w.looked.label,
        value: f.count(done),
        unit: w.looked.unit,
        href: ways.sheets({ view: 'done' }),
        below: w.looked.of(f.count(drawn)),
      },
      {
        label: w.hits.label,
        value: f.count(hits),
        unit: w.hits.unit,
        href: ways.sheets({ view: 'hits' }),
        below: done > 0 && w.hits.rate(f.share(Math.round((hits / done) * 10_000))),
      },
    ]
  }
  const overdue = sum(platforms, (row) => row.overdue)
  const open: KeyFigure = {
    label: w.open.label,
    value: f.count(sum(platforms, (row) => OPEN.reduce((all, state) => all + (row.orders.get(state) ?? 0), 0))),
    unit: w.open.unit,
    href: ways.orders({ view: 'open' }),
    below: overdue > 0 ? <Link href={ways.orders({ view: 'overdue' })}>{late(w.open.overdue(f.count(overdue)))}</Link> : w.open.none,
  }
  const median: KeyFigure = {
    label: w.dark.label,
    value: dark.whole.median === null ? null : f.span(dark.whole.median * MINUTE),
    href: ways.orders({ outcome: 'dark' }),
    below: dark.whole.median === null ? w.dark.none : w.dark.base(f.count(dark.whole.n)),
  }
  if (workplace === 'platform') return [waiting, open, median, upheld]
  const listed: KeyFigure = {
    label: w.listed.label,
    value: f.count(entries.listed),
    unit: w.listed.unit,
    href: ways.entries('listed'),
    below: (
      <>
        <Link href={ways.entries(entries.verified > 0 ? 'verified' : 'proposed')}>
          {w.listed.waiting(f.count(entries.proposed), f.count(entries.verified))}
        </Link>
      </>
    ),
  }
  return [waiting, open, median, listed]
}

async function DarkByWeek({ overview, ways }: { overview: Overview; ways: Ways }) {
  const [{ overview: w_ }, f] = [await words(), await format()]
  const w = w_.weeks
  const { weeks } = overview.dark
  const known = weeks.filter(({ dark }) => dark.median !== null)
  const said = (minutes: number) => f.span(minutes * MINUTE)
  return (
    <Section id="weeks" title={w.title} aside={w.aside}>
      {known.length > 0 ? (
        <>
          <WeekLine
            values={weeks.map(({ dark }) => dark.median)}
            days={weeks.map(({ monday }) => monday)}
            label={w.drawn(said(known[0]!.dark.median!), said(known.at(-1)!.dark.median!))}
            tick={(minutes) => (minutes === 0 ? '0' : minutes % 60 === 0 ? w.hours(minutes / 60) : w.minutes(minutes))}
            ends={[said(known[0]!.dark.median!), said(known.at(-1)!.dark.median!)]}
          />
          <Numbers label={w_.numbers}>
            <DataTable
              caption={w.title}
              rows={weeks}
              rowKey={({ monday }) => monday}
              middle
              columns={[
                { key: 'week', head: w.week, rowHead: true, at: 'title', cell: ({ monday }) => f.day(monday) },
                {
                  key: 'median',
                  head: w.median,
                  align: 'end',
                  at: 'clock',
                  cell: ({ dark }) => (dark.median === null ? <Nothing /> : said(dark.median)),
                },
                {
                  key: 'orders',
                  head: w.orders,
                  align: 'end',
                  cardLabel: w.orders,
                  cell: ({ monday, dark }) => (
                    <Opens n={dark.n} href={ways.orders({ outcome: 'dark' }, weekSpan(monday))} name={`${f.day(monday)} ${w.orders}`} />
                  ),
                },
              ]}
            />
          </Numbers>
        </>
      ) : (
        <p className="border-y border-line py-3 text-ink-2">{w.empty}</p>
      )}
    </Section>
  )
}

async function Groups({ overview, ways, clause }: { overview: Overview; ways: Ways; clause: (code: string) => string }) {
  const [{ overview: w_ }, f] = [await words(), await format()]
  const w = w_.groups
  const { groups, found } = overview
  return (
    <Section id="groups" title={w.title} aside={groups.length > 0 && w.aside(f.count(found.upheld))}>
      {groups.length > 0 ? (
        <Bars
          rows={groups.map(({ code, n }) => ({
            key: code,
            name: `${code} ${clause(code)}`,
            value: n,
            shown: (
              <Opens n={n} href={ways.facts({ what: 'found', standings: ['upheld'], groups: [code] })} name={`${code} ${clause(code)}`} />
            ),
          }))}
        />
      ) : (
        <p className="border-y border-line py-3 text-ink-2">{w.empty}</p>
      )}
    </Section>
  )
}
