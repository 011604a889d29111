import type { ReactNode } from 'react'
import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { type Column, DataTable } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Shape } from '@/app/_ui/shape'
import { Nothing } from '@/app/_ui/words'
import type { Overview, PlatformRow, ReportRow, WatchRow } from '@/lib/overview/queries'
import { registrationWorkflow } from '@/lib/registration/workflow'
import type { Ways } from './ask'
import { Bar } from './drawn'

type Figure = { n: number; href?: string; name: string }
/** A figure that opens its rows; where there is nothing there is nothing to open. */
export async function Opens({ n, href, name }: Figure) {
  const f = await format()
  return n > 0 && href ? (
    <Link href={href} aria-label={`${name}: ${f.count(n)}`} className="tabular-nums">
      {f.count(n)}
    </Link>
  ) : (
    <span className="tabular-nums">{f.count(n)}</span>
  )
}

const Empty = ({ children }: { children: ReactNode }) => <p className="border-y border-line py-3 text-ink-2">{children}</p>
const MINUTE = 60_000

/** How platforms answered the orders of these weeks, the quickest first. */
export async function PlatformAnswers({ overview, ways }: { overview: Overview; ways: Ways }) {
  const [{ overview: words_ }, f, name] = [await words(), await format(), await called()]
  const w = words_.platforms
  const { platforms: rows, dark } = overview
  const count = (row: PlatformRow, ...states: string[]) => states.reduce((all, state) => all + (row.orders.get(state) ?? 0), 0)
  const all = (pick: (row: PlatformRow) => number) => rows.reduce((sum, row) => sum + pick(row), 0)
  const greatest = Math.max(1, ...rows.map((row) => row.dark.median ?? 0))
  const figure = (
    key: 'orders' | 'removed' | 'absent' | 'objected',
    pick: (row: PlatformRow) => number,
    query: { outcome?: string },
  ): Column<PlatformRow> => ({
    key,
    head: w.column[key],
    align: 'end',
    cardLabel: w.column[key],
    cell: (row) => <Opens n={pick(row)} href={ways.orders({ ...query, platform: row.id })} name={`${name(row.name)} ${w.column[key]}`} />,
  })
  const median = (minutes: number | null) => (minutes === null ? <Nothing /> : f.span(minutes * MINUTE))
  const columns: Column<PlatformRow>[] = [
    { key: 'platform', head: w.column.platform, rowHead: true, at: 'title', cell: (row) => name(row.name) },
    figure('orders', ({ total }) => total, {}),
    figure('removed', (row) => count(row, 'removed'), { outcome: 'removed' }),
    figure('absent', (row) => count(row, 'absent'), { outcome: 'absent' }),
    figure('objected', (row) => count(row, 'objected'), { outcome: 'objected' }),
    {
      key: 'overdue',
      head: w.column.overdue,
      align: 'end',
      cardLabel: w.column.overdue,
      cell: (row) => (
        <span className={row.overdue > 0 ? 'inline-flex items-center gap-1 font-medium text-overdue' : undefined}>
          {row.overdue > 0 && <Shape tone="overdue" size={13} />}
          <Opens n={row.overdue} href={ways.orders({ view: 'overdue', platform: row.id })} name={`${name(row.name)} ${w.column.overdue}`} />
        </span>
      ),
    },
    {
      key: 'dark',
      head: w.column.dark,
      cardLabel: w.column.dark,
      cell: (row) =>
        row.dark.median === null ? (
          <Nothing />
        ) : (
          <Link href={ways.orders({ outcome: 'dark', platform: row.id })} className="whitespace-nowrap">
            {median(row.dark.median)}
          </Link>
        ),
    },
    {
      key: 'drawn',
      head: <span className="sr-only">{w.column.drawn}</span>,
      at: 'hide',
      width: '26%',
      cell: (row) => <Bar value={row.dark.median ?? 0} greatest={greatest} />,
    },
  ]
  return (
    <Section id="platforms" title={w.title} aside={rows.length > 0 && w.aside(f.count(all(({ total }) => total)))}>
      {rows.length > 0 ? (
        <DataTable
          caption={w.title}
          columns={columns}
          rowKey={({ id }) => id}
          rows={rows}
          middle
          keepWide
          foot={
            <tr>
              <th scope="row">{w.total}</th>
              {[
                [w.column.orders, all(({ total }) => total), {}] as const,
                [w.column.removed, all((row) => count(row, 'removed')), { outcome: 'removed' }] as const,
                [w.column.absent, all((row) => count(row, 'absent')), { outcome: 'absent' }] as const,
                [w.column.objected, all((row) => count(row, 'objected')), { outcome: 'objected' }] as const,
                [w.column.overdue, all(({ overdue }) => overdue), { view: 'overdue' }] as const,
              ].map(([label, n, query]) => (
                <td key={label} data-align="end">
                  <Opens n={n} href={ways.orders(query)} name={`${w.total} ${label}`} />
                </td>
              ))}
              <td>{median(dark.whole.median)}</td>
              <td />
            </tr>
          }
        />
      ) : (
        <Empty>{w.empty}</Empty>
      )}
    </Section>
  )
}

/** What was submitted in these weeks, by class and by how it stands now. */
export async function Registrations({ overview, ways }: { overview: Overview; ways: Ways }) {
  const [{ overview: w_, drama, registration }] = [await words()]
  const w = w_.registrations
  const { registrations } = overview
  const states = registrationWorkflow.states.filter((state) => registrations.some((one) => one.state === state))
  const classes = [...new Set(registrations.map((one) => one.class))].sort()
  const n = (of: number, state?: string) =>
    registrations.reduce((all, one) => all + (one.class === of && (state === undefined || one.state === state) ? one.n : 0), 0)
  const columns: Column<number>[] = [
    { key: 'class', head: w.class, rowHead: true, at: 'title', cell: (of) => drama.class[of] ?? of },
    ...states.map(
      (state): Column<number> => ({
        key: state,
        head: registration.state[state],
        align: 'end',
        cardLabel: registration.state[state],
        cell: (of) => (
          <Opens
            n={n(of, state)}
            href={ways.filings({ class: String(of), state })}
            name={`${drama.class[of]} ${registration.state[state]}`}
          />
        ),
      }),
    ),
    {
      key: 'total',
      head: w.total,
      align: 'end',
      cardLabel: w.total,
      cell: (of) => <Opens n={n(of)} href={ways.filings({ class: String(of) })} name={`${drama.class[of]} ${w.total}`} />,
    },
  ]
  return (
    <Section id="registrations" title={w.title} aside={w.aside}>
      {classes.length > 0 ? (
        <DataTable caption={w.title} columns={columns} rowKey={String} rows={classes} middle keepWide />
      ) : (
        <Empty>{w.empty}</Empty>
      )}
    </Section>
  )
}

/** What was done, by rung: on a ruling, and recorded by platforms themselves; then what was mended and what was not. */
export async function Measures({ overview, ways }: { overview: Overview; ways: Ways }) {
  const [{ overview: w_, penalty }] = [await words()]
  const [w, m] = [w_.rungs, w_.mended]
  const { rungs, mended } = overview
  type Rung = (typeof rungs)[number]
  const figure = (key: 'done' | 'recorded'): Column<Rung> => ({
    key,
    head: w[key],
    align: 'end',
    cardLabel: w[key],
    cell: (row) => (
      <Opens
        n={row[key]}
        href={ways.facts({ what: 'measured', rungs: [row.code], standings: [key] })}
        name={`${penalty.rung(row.code)} ${w[key]}`}
      />
    ),
  })
  return (
    <Section id="measures" title={w.title} aside={w.aside}>
      {rungs.length > 0 ? (
        <DataTable
          caption={w.title}
          columns={[
            { key: 'rung', head: w.rung, rowHead: true, at: 'title', cell: ({ code }) => `${code} ${penalty.rung(code)}` },
            figure('done'),
            figure('recorded'),
          ]}
          rowKey={({ code }) => code}
          rows={rungs}
          middle
          fits
        />
      ) : (
        <Empty>{w.empty}</Empty>
      )}
      <p className="mt-3 flex flex-wrap gap-x-6">
        <b className="font-medium">{m.title}</b>
        {(['rectified', 'refused'] as const).map((what) => (
          <span key={what}>
            {m[what]} <Opens n={mended[what]} href={ways.facts({ what })} name={`${m.title} ${m[what]}`} /> {m.unit}
          </span>
        ))}
      </p>
    </Section>
  )
}

/** CNSA's daily looks by platform: how many of those drawn were done, and how many found something. */
export async function Watch({ overview, ways, coverage }: { overview: Overview; ways: Ways; coverage: string }) {
  const [{ overview: w_ }, f, name] = [await words(), await format(), await called()]
  const w = w_.watch
  const { watch: rows } = overview
  const share = (part: number, whole: number) => (whole > 0 ? f.share(Math.round((part / whole) * 10_000)) : <Nothing />)
  const figure = (key: 'drawn' | 'done' | 'missed' | 'hits', view: string): Column<WatchRow> => ({
    key,
    head: w.column[key],
    align: 'end',
    cardLabel: w.column[key],
    cell: (row) => <Opens n={row[key]} href={ways.sheets({ view, platform: row.id })} name={`${name(row.name)} ${w.column[key]}`} />,
  })
  return (
    <Section id="watch" title={w.title} aside={w.aside} actions={<Link href={coverage}>{w.coverage}</Link>}>
      {rows.length > 0 ? (
        <DataTable
          caption={w.title}
          columns={[
            { key: 'platform', head: w.column.platform, rowHead: true, at: 'title', cell: (row) => name(row.name) },
            figure('drawn', 'all'),
            figure('done', 'done'),
            figure('missed', 'missed'),
            { key: 'share', head: w.column.share, align: 'end', cardLabel: w.column.share, cell: (row) => share(row.done, row.drawn) },
            figure('hits', 'hits'),
            { key: 'rate', head: w.column.rate, align: 'end', cardLabel: w.column.rate, cell: (row) => share(row.hits, row.done) },
          ]}
          rowKey={({ id }) => id}
          rows={rows}
          middle
          keepWide
        />
      ) : (
        <Empty>{w.empty}</Empty>
      )}
    </Section>
  )
}

/** The last six biweekly reports of each platform: in time, late, or not in. */
export async function Reports({ overview, board }: { overview: Overview; board: string }) {
  const [{ overview: w_ }, name] = [await words(), await called()]
  const w = w_.reports
  const { reports: rows } = overview
  const figure = (key: 'inTime' | 'late' | 'open'): Column<ReportRow> => ({
    key,
    head: w.column[key],
    align: 'end',
    cardLabel: w.column[key],
    cell: (row) => <Opens n={row[key]} href={board} name={`${name(row.name)} ${w.column[key]}`} />,
  })
  return (
    <Section id="reports" title={w.title} aside={w.aside} actions={<Link href={board}>{w.board}</Link>}>
      {rows.length > 0 ? (
        <DataTable
          caption={w.title}
          columns={[
            { key: 'platform', head: w.column.platform, rowHead: true, at: 'title', cell: (row) => name(row.name) },
            figure('inTime'),
            figure('late'),
            figure('open'),
          ]}
          rowKey={({ id }) => id}
          rows={rows}
          middle
          fits
        />
      ) : (
        <Empty>{w.empty}</Empty>
      )}
    </Section>
  )
}
