import { buttonClass } from '@/app/_ui/button'
import { Clock } from '@/app/_ui/clock'
import { RowLink } from '@/app/_ui/data-table'
import { withQuery } from '@/app/_ui/filter-bar'
import { Link } from '@/app/_ui/link'
import type { SaidColumn } from '@/app/_ui/said-column'
import { Severity } from '@/app/_ui/severity'
import { Official, Zh } from '@/app/_ui/words'
import type { Actor } from '@/lib/kernel/actor'
import {
  type DueRow,
  decisionsDue,
  ownCounts,
  type PenaltyFilter,
  penaltiesInOutline,
  penaltiesOf,
  STANDINGS,
} from '@/lib/penalty/queries/lists'
import { penaltyWorkflow, TARGETS } from '@/lib/penalty/workflow'
import { look } from '@/lib/perform'
import { outlineColumns, type Said, wholeColumns } from './columns'
import { saidOf } from './said'

type Sent = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => [value].flat()[0]?.trim().slice(0, 100) || undefined

export const PLATFORM_VIEWS = ['due', 'active', 'ended', 'shared'] as const
export type PlatformView = (typeof PLATFORM_VIEWS)[number]
export type ListQuery = { q?: string; kind?: string; rung?: string; state?: string; platform?: string; deviation?: string }
/** States to filter by beside `active` and `ended`: each as it is written down. */
export const FILTER_STATES = penaltyWorkflow.states.filter((state) => state !== 'active' && state !== 'ended')

/** What the address asks for; what it cannot mean is left out. */
export function readQuery(sent: Sent) {
  const view = PLATFORM_VIEWS.find((each) => each === one(sent.view)) ?? 'due'
  const rung = /^P\d{1,2}$/.test(one(sent.rung) ?? '') ? one(sent.rung) : undefined
  const state = [...STANDINGS, ...FILTER_STATES].find((each) => each === one(sent.state))
  const kind = TARGETS.find((each) => each === one(sent.kind))
  const platform = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(one(sent.platform) ?? '') ? one(sent.platform) : undefined
  const deviation = one(sent.deviation) === 'yes' ? 'yes' : undefined
  const query: ListQuery = { q: one(sent.q), kind, rung, state, platform, deviation }
  const filter: PenaltyFilter = {
    q: query.q,
    rung,
    targetKind: kind,
    standing: STANDINGS.find((each) => each === state),
    state: FILTER_STATES.find((each) => each === state),
    platformId: platform,
    deviating: deviation === 'yes',
    after: one(sent.after),
  }
  return { view, query, filter }
}

const decideAt = ({ number }: DueRow) => withQuery('/platform/penalty/new', { due: number ?? undefined })

function dueColumns({ w: { penalty: w, shell }, f, now, name }: Said, { withPlatform = false } = {}): SaidColumn<DueRow>[] {
  const platform: SaidColumn<DueRow> = {
    key: 'platform',
    head: w.list.column.platform,
    at: 'full',
    text: (row) => name(row.platform),
  }
  return [
    {
      key: 'handle',
      head: w.list.column.handle,
      rowHead: true,
      at: 'title',
      text: ({ targetKind, targetName }) => w.named(targetKind, targetName, null),
      cell: ({ targetKind, targetName, number }) => (
        <RowLink href={`/c/${number}`}>
          <Zh>{w.named(targetKind, targetName, null)}</Zh>
        </RowLink>
      ),
    },
    { key: 'kind', head: w.list.column.kind, at: 'aside', text: ({ targetKind }) => w.target[targetKind] },
    ...(withPlatform ? [platform] : []),
    {
      key: 'severity',
      head: w.list.column.severity,
      at: 'aside',
      text: ({ severity }) => shell.severity(severity),
      cell: ({ severity }) => <Severity level={severity as 1 | 2 | 3 | 4} label={shell.severity(severity)} />,
    },
    {
      key: 'occurrence',
      head: w.list.column.occurrence,
      at: 'line',
      text: ({ occurrence, isUnmet }) => (isUnmet ? w.state.unmet : w.occurrence[occurrence]),
    },
    {
      key: 'number',
      head: w.list.column.number,
      at: 'number',
      text: ({ number }) => number ?? '',
      cell: ({ number }) => <Official>{number}</Official>,
    },
    {
      key: 'due',
      head: w.list.column.due,
      fileHead: shell.list.inBeijing(w.list.column.due),
      at: 'clock',
      text: ({ dueAt }) => f.instant(dueAt),
      cell: ({ dueAt, targetName }) => (
        <Clock due={dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(dueAt, now)} subject={targetName} />
      ),
    },
  ]
}

const actColumn = ({ w: { penalty: w } }: Said, first: string | undefined): SaidColumn<DueRow> => ({
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

/** Decisions that are due before a platform, or before those of a regulator. */
export const dueList = (actor: Actor, filter: PenaltyFilter, limit?: number) =>
  look(actor, async (tx, now) => {
    const [{ rows, next }, said] = [await decisionsDue(tx, actor, filter, limit), await saidOf(tx, now)]
    const columns = dueColumns(said, { withPlatform: actor.kind !== 'platform' })
    const counts = actor.kind === 'platform' ? await ownCounts(tx, actor) : null
    return { rows, next, columns, acts: [...columns, actColumn(said, rows[0]?.id)], now, counts }
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
