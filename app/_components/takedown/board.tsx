import { called } from '@/app/_components/organization/called'
import { CsvFile } from '@/app/_components/shell/csv-file'
import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { Figures } from '@/app/_ui/figures'
import { Section } from '@/app/_ui/heads'
import { LaneAxis, Lane as LaneMark } from '@/app/_ui/lane'
import { Nothing } from '@/app/_ui/words'
import type { BoardCounts, Lane, Board as Read } from '@/lib/takedown/queries/board'
import { isAnswered } from '@/lib/takedown/rules'
import { OrderState, toneOf } from './order-state'

const HOUR = 3_600_000
/** How far past the deadline the board reaches. */
const BEYOND = 1.13

type Props = { board: Read; severity: number; now: Date; csv?: string; linked: boolean; lifted: boolean; hostsOnly?: boolean }

/** Platform by platform from the order to the deadline: the late first, then by time; the median dashed, with its base. */
export async function Board({ board, severity, now, csv, linked, lifted, hostsOnly }: Props) {
  const [{ takedown, shell }, f, name] = [await words(), await format(), await called()]
  const w = takedown.board
  const hours = severity === 4 ? 2 : 24
  const length = hours * HOUR
  const issuedAt = board.lanes.reduce<Date | null>((first, { openedAt }) => (!first || openedAt < first ? openedAt : first), null)
  if (!issuedAt)
    return (
      <Section id="board" title={w.title}>
        <p className="text-ink-2">{w.none}</p>
      </Section>
    )
  const share = (milliseconds: number) => milliseconds / (length * BEYOND)
  const taken = ({ askedAt, answeredAt, removedAt, state }: Lane) => {
    const until = state === 'removed' ? removedAt : answeredAt
    return isAnswered(state) && until ? until.getTime() - askedAt.getTime() : null
  }
  /** An objection stops the clock, except at severity 4. */
  const stands = ({ state }: Lane) => state === 'objected' && severity !== 4
  const dark = (lane: Lane) => {
    if (lane.state === 'withdrawn') return null
    return (stands(lane) && lane.answeredAt ? lane.answeredAt : now).getTime() - lane.askedAt.getTime()
  }
  const columns: Column<Lane>[] = [
    {
      key: 'platform',
      head: w.column.platform,
      rowHead: true,
      at: 'title',
      cell: ({ number, platform, isMine }) =>
        linked || isMine ? (
          <RowLink href={`/c/${number}`} sub={isMine ? w.mine : undefined}>
            {name(platform)}
          </RowLink>
        ) : (
          <b>{name(platform)}</b>
        ),
    },
    { key: 'answer', head: w.column.answer, at: 'line', cell: (lane) => <OrderState order={lane} now={now} /> },
    {
      key: 'lane',
      head: (
        <LaneAxis
          label={w.axis}
          ticks={[
            { at: 0, text: w.sent },
            ...(hours === 24 ? [6, 12, 18] : [1]).map((tick) => ({ at: share(tick * HOUR), text: w.hours(tick) })),
            { at: share(length), text: w.deadline(hours) },
          ]}
        />
      ),
      cell: (lane) => {
        const answered = taken(lane)
        const running = dark(lane)
        return (
          <LaneMark
            tone={toneOf(lane, now)}
            marks={{
              deadline: share(lane.askedBy.getTime() - lane.askedAt.getTime()),
              ...(board.median && { median: share(board.median.milliseconds) }),
              ...(answered !== null && { answered: share(answered) }),
              ...(answered === null && running !== null && { now: share(running) }),
            }}
          />
        )
      },
    },
    {
      key: 'time',
      head: w.column.time,
      align: 'end',
      at: 'clock',
      cell: (lane) => {
        const answered = taken(lane)
        if (answered !== null) return f.span(answered)
        if (stands(lane)) return <span className="text-ink-2">{takedown.page.left(f.span((lane.clockLeft ?? 0) * 1000))}</span>
        return lane.state === 'withdrawn' || !lane.dueAt ? (
          <Nothing />
        ) : (
          <Clock due={lane.dueAt.toISOString()} now={now.toISOString()} words={shell.clock} subject={name(lane.platform)} />
        )
      },
    },
    {
      key: 'episodes',
      head: w.column.episodes,
      align: 'end',
      at: 'aside',
      cardLabel: w.column.episodes,
      cell: ({ given }) => (given?.episodeCount != null ? f.count(given.episodeCount) : <Nothing />),
    },
    {
      key: 'links',
      head: w.column.links,
      align: 'end',
      at: 'number',
      cardLabel: w.column.links,
      cell: ({ given, state }) => (given && state === 'removed' ? f.count(given.linkCount) : <Nothing />),
    },
  ]
  const shown = hostsOnly ? columns.filter(({ key }) => key !== 'episodes') : columns
  const median = board.median
  const first = board.lanes.filter(({ isLater }) => !isLater)
  const rows = board.later
    ? {
        groups: [
          { key: 'first', title: w.withListing, count: first.length, rows: first },
          { key: 'later', title: w.later, count: board.later, rows: board.lanes.filter(({ isLater }) => isLater) },
        ],
      }
    : { rows: board.lanes }
  return (
    <Section
      id="board"
      title={w.title}
      aside={w.aside(f.inList(issuedAt, now), hours)}
      actions={csv && <CsvFile href={csv} label={w.links} />}
    >
      <Figures
        items={[
          {
            label: w.answered,
            value: board.answered,
            after: `/ ${lifted ? first.length : first.filter(({ state }) => state !== 'withdrawn').length}`,
          },
          {
            label: w.removed,
            value: board.removed,
            after: board.linkCount === null ? w.removedPlain(board.removed) : w.removedAfter(board.removed, board.linkCount),
          },
          ...(board.reappeared ? [{ label: w.reappeared, value: board.reappeared, after: w.reappearedAfter(board.reappeared) }] : []),
          {
            label: w.median,
            value: median ? f.span(median.milliseconds) : <Nothing />,
            after: median ? w.medianBase(median.of) : w.noMedian,
          },
        ]}
      />
      <DataTable caption={w.caption} columns={shown} rowKey={({ id }) => id} {...rows} middle />
      <p className="mt-2 text-13 text-ink-2">
        {f.sentences(
          hostsOnly && w.hostsOnly,
          median ? w.legend : w.legendShort,
          board.lanes.some(({ reappearedAt }) => reappearedAt) && w.legendReappeared,
          board.linkCount === null && board.lanes.length > 1 && w.othersSealed,
        )}
      </p>
    </Section>
  )
}

/** The same in numbers, for the creator and the public. */
export async function BoardInNumbers({ counts }: { counts: BoardCounts }) {
  const { board: w } = (await words()).takedown
  return (
    <Section id="board" title={w.title}>
      <Figures
        items={[
          { label: w.answered, value: counts.answered, after: `/ ${counts.orders}` },
          { label: w.removed, value: counts.removed, after: w.removedPlain(counts.removed) },
          { label: w.absent, value: counts.absent, after: w.removedPlain(counts.absent) },
          ...(counts.reappeared ? [{ label: w.reappeared, value: counts.reappeared, after: w.reappearedAfter(counts.reappeared) }] : []),
          ...(counts.withdrawn ? [{ label: w.withdrawn, value: counts.withdrawn, after: w.removedPlain(counts.withdrawn) }] : []),
        ]}
      />
      <p className="text-13 text-ink-2">
        {w.countsOnly(counts.answered, counts.orders, counts.removed, counts.absent)}
        {counts.later > 0 && w.countsLater(counts.later)}
        {counts.reappeared > 0 && w.countsReappeared(counts.reappeared)}
      </p>
    </Section>
  )
}
