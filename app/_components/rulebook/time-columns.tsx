import { RowLink } from '@/app/_ui/data-table'
import type { SaidColumn } from '@/app/_ui/said-column'
import { type Deadline, dayCalled, type Rulebook } from '@/lib/rulebook/rules/book'
import { named, type Said, sinceColumn, sourceColumn } from './said'

/** The states in which a clock stands, in the words of whatever the deadline is used for. */
function stopsIn({ w, f }: Said, { appliesTo, stopsWhen }: Deadline): string {
  if (stopsWhen.length === 0) return w.rulebook.deadline.never
  const own = (w as unknown as Record<string, { state?: Record<string, string> }>)[appliesTo]?.state ?? {}
  const others: Record<string, string> = w.registration.state
  return w.rulebook.deadline.stops(f.list(stopsWhen.map((state) => own[state] ?? others[state] ?? state)))
}

/** Legal days start on the day after; what has no cut-off runs from the moment. */
const startOf = ({ unit, amount, cutOff }: Deadline) => (amount === 0 ? 'same' : unit === 'hours' || !cutOff ? 'hours' : 'days')

export function deadlineColumns(said: Said): SaidColumn<Deadline>[] {
  const c = said.w.rulebook.deadline
  const amount = ({ unit, amount: of, cutOff }: Deadline) => `${c.amount[unit](of)}${cutOff ? `, ${c.cutOff(cutOff)}` : ''}`
  return [
    {
      key: 'name',
      head: c.column.name,
      rowHead: true,
      at: 'title',
      text: (row) => named(said, row),
      cell: (row) => <RowLink href={`/rulebook/deadline?code=${row.code}#try`}>{named(said, row)}</RowLink>,
    },
    {
      key: 'amount',
      head: c.column.amount,
      at: 'line',
      text: amount,
      cell: ({ unit, amount: of, cutOff }) => (
        <>
          <b className="whitespace-nowrap">{c.amount[unit](of)}</b>
          {cutOff && <span className="block text-13 whitespace-nowrap text-ink-2">{c.cutOff(cutOff)}</span>}
        </>
      ),
    },
    {
      key: 'start',
      head: c.column.start,
      at: 'aside',
      cardLabel: c.column.start,
      text: (row) => c.start[startOf(row)],
      cell: (row) => <span className="whitespace-nowrap">{c.start[startOf(row)]}</span>,
    },
    { key: 'stops', head: c.column.stops, at: 'full', cardLabel: c.column.stops, text: (row) => stopsIn(said, row) },
    {
      key: 'overdue',
      head: c.column.overdue,
      at: 'clock',
      text: ({ onOverdue }) => c.overdue[onOverdue],
      cell: ({ onOverdue }) => <span className="whitespace-nowrap">{c.overdue[onOverdue]}</span>,
    },
    sinceColumn<Deadline>(said),
    sourceColumn<Deadline>(said),
  ]
}

export function dayColumns(said: Said): SaidColumn<Rulebook['days'][number]>[] {
  const { w, f } = said
  const c = w.rulebook.calendar
  return [
    {
      key: 'date',
      head: c.column.date,
      rowHead: true,
      at: 'title',
      text: ({ date }) => f.day(date),
      cell: ({ date }) => <span className="whitespace-nowrap">{f.day(date)}</span>,
    },
    { key: 'kind', head: c.column.kind, at: 'line', text: ({ kind }) => c.kind[kind] },
    { key: 'name', head: c.column.name, at: 'aside', text: (day) => dayCalled(day, f.locale) },
    {
      key: 'certainty',
      head: c.column.certainty,
      at: 'clock',
      text: ({ certainty }) => c.certainty[certainty],
      cell: ({ certainty }) => <span className={certainty === 'provisional' ? 'text-waiting' : undefined}>{c.certainty[certainty]}</span>,
    },
    sourceColumn<Rulebook['days'][number]>(said),
  ]
}
