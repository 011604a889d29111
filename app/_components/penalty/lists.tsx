import { type Asked, csvFile, type Listing, sheetOf, type Tx } from '@/app/_server/listing'
import { buttonClass } from '@/app/_ui/button'
import { Clock } from '@/app/_ui/clock'
import { RowLink } from '@/app/_ui/data-table'
import { withQuery } from '@/app/_ui/filter-bar'
import { Link } from '@/app/_ui/link'
import { numberColumn } from '@/app/_ui/number-column'
import type { SaidColumn } from '@/app/_ui/said-column'
import { Severity } from '@/app/_ui/severity'
import { Zh } from '@/app/_ui/words'
import { type Actor, holds } from '@/lib/kernel/actor'
import {
  type DueRow,
  decisionsDue,
  type Outline,
  type PenaltyFilter,
  type PenaltyRow,
  penaltiesInOutline,
  penaltiesOf,
  STANDINGS,
} from '@/lib/penalty/queries/lists'
import { penaltyWorkflow, TARGETS } from '@/lib/penalty/workflow'
import { outlineColumns, type Said, wholeColumns } from './columns'
import { saidOf } from './said'

const one = (value: string | string[] | undefined) => [value].flat()[0]?.trim().slice(0, 100) || undefined

export const PLATFORM_VIEWS = ['due', 'active', 'ended', 'shared'] as const
export type PlatformView = (typeof PLATFORM_VIEWS)[number]
export type ListQuery = { q?: string; kind?: string; rung?: string; state?: string; platform?: string; deviation?: string }
/** States to filter by beside `active` and `ended`: each as it is written down. */
export const FILTER_STATES = penaltyWorkflow.states.filter((state) => state !== 'active' && state !== 'ended')

/** What the address asks for; what it cannot mean is left out. */
function readQuery(sent: Asked) {
  const view = PLATFORM_VIEWS.find((each) => each === one(sent.view)) ?? 'due'
  const rung = /^P\d{1,2}$/.test(one(sent.rung) ?? '') ? one(sent.rung) : undefined
  const state = [...STANDINGS, ...FILTER_STATES].find((each) => each === one(sent.state))
  const kind = TARGETS.find((each) => each === one(sent.kind))
  const platform = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(one(sent.platform) ?? '') ? one(sent.platform) : undefined
  const deviation = one(sent.deviation) === 'yes' ? 'yes' : undefined
  const query: ListQuery = {
    q: one(sent.q),
    kind,
    rung,
    state,
    platform,
    deviation,
  }
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
    numberColumn(w.list.column.number),
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

/** `isLoud`: the first row's, the page's one next act. */
const DecideLink = ({ row, label, isLoud }: { row: DueRow; label: string; isLoud?: boolean }) => (
  <Link
    href={decideAt(row)}
    {...(isLoud
      ? { 'data-button': '', className: buttonClass({ look: 'filled', size: 'small' }) }
      : { className: 'inline-flex min-h-6 items-center' })}
  >
    {label}
    <span className="sr-only"> {row.number}</span>
  </Link>
)

const actColumn = ({ w: { penalty: w } }: Said): SaidColumn<DueRow> => ({
  key: 'act',
  act: true,
  head: w.list.column.act,
  at: 'act',
  text: () => null,
  cell: (row, place) => <DecideLink row={row} label={w.list.decide} isLoud={place === 0} />,
})

/** Decisions that are due before a platform, or before those of a regulator; each with its act for whoever takes them. */
const dueListing = (actor: Actor, filter: PenaltyFilter, said: Said): Listing<DueRow> => ({
  name: said.w.penalty.list.file.due,
  columns: [
    ...dueColumns(said, { withPlatform: actor.kind !== 'platform' }),
    ...(actor.kind === 'platform' && holds(actor, 'platform.compliance') ? [actColumn(said)] : []),
  ],
  read: (tx, after, limit) => decisionsDue(tx, actor, { ...filter, after }, limit),
})

/** A platform's own penalties, in force or ended; to a regulator all that it may see, with the platform of each. */
const wholeListing = (actor: Actor, filter: PenaltyFilter, said: Said): Listing<PenaltyRow> => ({
  name: said.w.penalty.list.file.own,
  columns: wholeColumns(said, { withPlatform: actor.kind !== 'platform' }),
  read: (tx, after, limit) => penaltiesOf(tx, actor, { ...filter, after }, limit),
})

/** What other platforms imposed, or to a creator what was imposed on what is its own. */
const sharedListing = (actor: Actor, filter: PenaltyFilter, said: Said): Listing<Outline> => ({
  name: said.w.penalty.list.file.shared,
  columns: outlineColumns(said),
  read: (tx, after, limit) => penaltiesInOutline(tx, actor, { ...filter, after }, limit),
})

const LISTINGS = { due: dueListing, whole: wholeListing, shared: sharedListing }

/** Which list an address shows, by who asks and on which tab, and what it keeps of the questions. */
export function readList(actor: Actor, sent: Asked) {
  const { view, query, filter } = readQuery(sent)
  const { q, kind, rung, state } = query
  if (actor.kind === 'association' || actor.kind === 'creator')
    return { is: 'shared' as const, view, query: { q, kind, rung, state }, filter }
  if (actor.kind !== 'platform') return { is: filter.state === 'due' ? ('due' as const) : ('whole' as const), view, query, filter }
  const own = {
    view,
    q,
    kind,
    rung: view === 'due' ? undefined : rung,
    state: view === 'shared' ? state : undefined,
  }
  if (view === 'due' || view === 'shared') return { is: view, view, query: own, filter }
  const standing: PenaltyFilter = { ...filter, standing: view, state: undefined, deviating: false, platformId: undefined }
  return { is: 'whole' as const, view, query: own, filter: standing }
}

/** The list of an address; its columns read its own rows. */
export async function penaltyListing(tx: Tx, now: Date, actor: Actor, { is, filter }: Pick<ReturnType<typeof readList>, 'is' | 'filter'>) {
  return LISTINGS[is](actor, filter, await saidOf(tx, now)) as unknown as Listing<{ id: string }>
}

export const penaltyFile = (actor: Actor, asked: Asked) =>
  csvFile(actor, async (tx, now) => sheetOf(await penaltyListing(tx, now, actor, readList(actor, asked)), asked))
