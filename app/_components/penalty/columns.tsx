import clsx from 'clsx'
import { Clock } from '@/app/_ui/clock'
import { RowLink } from '@/app/_ui/data-table'
import { numberColumn } from '@/app/_ui/number-column'
import type { SaidColumn } from '@/app/_ui/said-column'
import { Nothing, Zh } from '@/app/_ui/words'
import type { Words } from '@/lib/i18n/catalogue'
import type { Formats } from '@/lib/i18n/formats'
import { isOverdue } from '@/lib/kernel/time'
import type { Named } from '@/lib/organization/queries/organizations'
import type { Outline, PenaltyRow } from '@/lib/penalty/queries/lists'
import { openEnded, PenaltyStanding, standingWords } from './standing'

export type Said = { w: Words; f: Formats; now: Date; nameOf: (clause: string) => string; name: (of: Named | null) => string }

/** What everybody reads of a penalty who may know of it. */
export function outlineColumns<Row extends Outline>({ w: { penalty: w, shell }, f, now, nameOf }: Said): SaidColumn<Row>[] {
  const ends = ({ endsAt, endedAt }: Row) => endedAt ?? endsAt
  return [
    {
      key: 'handle',
      head: w.list.column.handle,
      rowHead: true,
      at: 'title',
      text: ({ targetKind, targetName, episode }) => w.named(targetKind, targetName, episode),
      cell: ({ targetKind, targetName, episode, number }) => (
        <RowLink href={`/c/${number}`}>
          <Zh>{w.named(targetKind, targetName, episode)}</Zh>
        </RowLink>
      ),
    },
    {
      key: 'kind',
      head: w.list.column.kind,
      at: 'aside',
      text: ({ targetKind }) => w.target[targetKind],
      cell: ({ targetKind }) => <span className="whitespace-nowrap">{w.target[targetKind]}</span>,
    },
    {
      key: 'measure',
      head: w.list.column.measure,
      at: 'line',
      text: ({ rung, parameter }) => (rung ? w.measure(rung, parameter) : w.state.spared),
    },
    {
      key: 'items',
      head: w.list.column.items,
      at: 'full',
      text: ({ clauses }) => clauses.map((code) => `${code} ${nameOf(code)}`).join('; '),
      cell: ({ clauses }) =>
        clauses.map((code) => (
          <span key={code} className="block">
            {code} {nameOf(code)}
          </span>
        )),
    },
    {
      key: 'starts',
      head: w.list.column.starts,
      fileHead: shell.list.inBeijing(w.list.column.starts),
      at: 'hide',
      text: ({ startsAt }) => (startsAt ? f.instant(startsAt) : ''),
      cell: ({ startsAt }) => (startsAt ? <span className="whitespace-nowrap">{f.inList(startsAt, now)}</span> : <Nothing />),
    },
    {
      key: 'ends',
      head: w.list.column.ends,
      fileHead: shell.list.inBeijing(w.list.column.ends),
      at: 'aside',
      cardLabel: w.list.column.ends,
      text: (row) => {
        const at = ends(row)
        return at ? f.instant(at) : w.list.open[openEnded(row)]
      },
      cell: (row) => {
        const at = ends(row)
        if (!at) return <Nothing>{w.list.open[openEnded(row)] || undefined}</Nothing>
        if (!row.endedAt && !isOverdue(at, now))
          return <Clock due={at.toISOString()} now={now.toISOString()} words={shell.clock} when={f.inList(at, now)} />
        return <span className="whitespace-nowrap">{f.inList(at, now)}</span>
      },
    },
    {
      key: 'state',
      head: w.list.column.state,
      at: 'clock',
      text: (row) => standingWords(w, row, now),
      cell: (row) => <PenaltyStanding row={row} now={now} />,
    },
    numberColumn(w.list.column.number),
  ]
}

/** What a platform reads of its own, and a regulator of all: also how it stands to the guide, and whose it is. */
export function wholeColumns(said: Said, { withPlatform = false } = {}): SaidColumn<PenaltyRow>[] {
  const { penalty: w } = said.w
  const columns = outlineColumns<PenaltyRow>(said)
  const against: SaidColumn<PenaltyRow> = {
    key: 'against',
    head: w.list.column.against,
    at: 'act',
    text: ({ decision }) => (decision ? w.list.against[decision] : ''),
    cell: ({ decision }) =>
      decision && (
        <span className={clsx('whitespace-nowrap', decision === 'as_guided' ? 'text-ink-2' : 'font-bold')}>{w.list.against[decision]}</span>
      ),
  }
  const platform: SaidColumn<PenaltyRow> = {
    key: 'platform',
    head: w.list.column.platform,
    at: 'full',
    text: (row) => said.name(row.platform),
  }
  const [handle, ...rest] = columns
  return [handle!, ...(withPlatform ? [platform] : []), ...rest.slice(0, -1), against, rest.at(-1)!]
}
