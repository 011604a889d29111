import { buttonClass } from '@/app/_ui/button'
import { Clock } from '@/app/_ui/clock'
import { RowLink } from '@/app/_ui/data-table'
import { withQuery } from '@/app/_ui/filter-bar'
import { Link } from '@/app/_ui/link'
import { Severity } from '@/app/_ui/severity'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import type { Actor } from '@/lib/kernel/actor'
import {
  accountsToDecide,
  type DueRow,
  ownCounts,
  type PenaltyFilter,
  penaltiesInOutline,
  penaltiesOf,
  STANDINGS,
} from '@/lib/penalty/queries/lists'
import { decisionDue } from '@/lib/penalty/rules/due'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { outlineColumns, type Said, type SaidColumn, wholeColumns } from './columns'
import { saidOf } from './said'

type Sent = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => [value].flat()[0]?.trim().slice(0, 100) || undefined

export const PLATFORM_VIEWS = ['due', 'active', 'ended', 'shared'] as const
export type PlatformView = (typeof PLATFORM_VIEWS)[number]
export type ListQuery = { q?: string; rung?: string; state?: string; platform?: string; deviation?: string }

/** What the address asks for; what it cannot mean is left out. */
export function readQuery(sent: Sent) {
  const view = PLATFORM_VIEWS.find((each) => each === one(sent.view)) ?? 'due'
  const rung = /^P\d{1,2}$/.test(one(sent.rung) ?? '') ? one(sent.rung) : undefined
  const state = STANDINGS.find((each) => each === one(sent.state))
  const platform = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(one(sent.platform) ?? '') ? one(sent.platform) : undefined
  const deviation = one(sent.deviation) === 'yes' ? 'yes' : undefined
  const query: ListQuery = { q: one(sent.q), rung, state, platform, deviation }
  const filter: PenaltyFilter = {
    q: query.q,
    rung,
    standing: state,
    platformId: platform,
    deviating: deviation === 'yes',
    after: one(sent.after),
  }
  return { view, query, filter }
}

const decideAt = ({ number, accountId }: DueRow) => withQuery('/platform/penalty/new', { case: number ?? undefined, account: accountId })
type Due = DueRow & { dueAt: Date }

function dueColumns({ w: { penalty: w, shell }, f, now }: Said): SaidColumn<Due>[] {
  return [
    {
      key: 'handle',
      head: w.list.column.handle,
      rowHead: true,
      at: 'title',
      text: ({ handle }) => handle,
      cell: (row) => (
        <RowLink href={decideAt(row)}>
          <Zh>{row.handle}</Zh>
        </RowLink>
      ),
    },
    {
      key: 'report',
      head: w.list.column.report,
      at: 'number',
      text: ({ number }) => number ?? '',
      cell: ({ number }) => <Official>{number}</Official>,
    },
    {
      key: 'severity',
      head: w.list.column.severity,
      at: 'aside',
      text: ({ severity }) => (severity ? shell.severity(severity) : ''),
      cell: ({ severity }) => (severity ? <Severity level={severity as 1 | 2 | 3 | 4} label={shell.severity(severity)} /> : <Nothing />),
    },
    {
      key: 'ruled',
      head: w.list.column.ruled,
      at: 'line',
      cardLabel: w.list.column.ruled,
      text: ({ decidedAt }) => f.instant(decidedAt),
      cell: ({ decidedAt }) => <span className="whitespace-nowrap">{f.inList(decidedAt, now)}</span>,
    },
    {
      key: 'due',
      head: w.list.column.due,
      at: 'clock',
      text: ({ dueAt }) => f.instant(dueAt),
      cell: ({ dueAt, handle }) => (
        <Clock due={dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(dueAt, now)} subject={handle} />
      ),
    },
  ]
}

const actColumn = ({ w: { penalty: w } }: Said, first: string | undefined): SaidColumn<Due> => ({
  key: 'act',
  head: w.list.column.act,
  at: 'act',
  text: () => '',
  cell: (row) => (
    <Link
      href={decideAt(row)}
      {...(row.id === first
        ? { 'data-button': '', className: buttonClass({ look: 'filled', size: 'small' }) }
        : { className: 'inline-flex min-h-6 items-center' })}
    >
      {w.list.decide}
      <span className="sr-only"> {row.number}</span>
    </Link>
  ),
})

/** Accounts that a platform has to decide on, with the deadline of each. */
export const dueList = (actor: Actor, filter: PenaltyFilter, limit?: number) =>
  look(actor, async (tx, now) => {
    const [page, said, book] = [await accountsToDecide(tx, actor, filter, limit), await saidOf(tx, now), await rulebook(tx)]
    const rows = page.rows.map((row) => ({ ...row, dueAt: decisionDue(book, row.severity, row.decidedAt) }))
    const columns = dueColumns(said)
    return { rows, next: page.next, columns, acts: [...columns, actColumn(said, rows[0]?.id)], now, counts: await ownCounts(tx, actor) }
  })

/** A platform's own penalties, in force or ended. */
export const ownList = (actor: Actor, filter: PenaltyFilter, limit?: number) =>
  look(actor, async (tx, now) => {
    const page = await penaltiesOf(tx, actor, filter, limit)
    return { ...page, columns: wholeColumns(await saidOf(tx, now)), now, counts: await ownCounts(tx, actor) }
  })

/** What other platforms imposed. */
export const sharedList = (actor: Actor, filter: PenaltyFilter, limit?: number) =>
  look(actor, async (tx, now) => {
    const page = await penaltiesInOutline(tx, actor, filter, limit)
    const counts = actor.kind === 'platform' ? await ownCounts(tx, actor) : null
    return { ...page, columns: outlineColumns(await saidOf(tx, now)), now, counts }
  })

/** What a regulator sees, whole, with the platform of each. */
export const regulatedList = (actor: Actor, filter: PenaltyFilter, limit?: number) =>
  look(actor, async (tx, now) => ({
    ...(await penaltiesOf(tx, actor, filter, limit)),
    columns: wholeColumns(await saidOf(tx, now), { withPlatform: true }),
    now,
  }))

/** At most so many lines in a file. */
export const FILE_LINES = 10_000
