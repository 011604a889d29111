import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { State } from '@/app/_ui/state'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import type { QuestionRow } from '@/lib/consultation/queries'
import type { ConsultationState } from '@/lib/consultation/workflow'
import { dayOf } from '@/lib/kernel/time'

export const questionTones = { asked: 'waiting', answered: 'done', published: 'done', withdrawn: 'neutral' } as const satisfies Record<
  ConsultationState,
  string
>

/** Questions with how they stand; `shows`: whose they are, or before which bureau. */
export async function QuestionTable({
  rows,
  now,
  shows,
  caption,
}: {
  rows: QuestionRow[]
  now: Date
  shows: ('asker' | 'bureau')[]
  caption: string
}) {
  const [w, f, name] = [await words(), await format(), await called()]
  const c = w.consultation
  const columns: Column<QuestionRow>[] = [
    {
      key: 'title',
      head: c.own.column.title,
      rowHead: true,
      at: 'title',
      cell: ({ number, title }) => (
        <RowLink href={`/c/${number}`} sub={<Official>{number}</Official>}>
          <Zh>{title}</Zh>
        </RowLink>
      ),
    },
    ...shows.map(
      (who) =>
        ({
          key: who,
          head: c.office[who],
          at: 'full',
          cell: (row) => <Zh>{who === 'asker' ? (row.asker?.name ?? '') : name(row.bureau)}</Zh>,
        }) satisfies Column<QuestionRow>,
    ),
    {
      key: 'topic',
      head: c.own.column.topic,
      at: 'aside',
      cell: ({ topic }) => <span className="whitespace-nowrap">{c.topic[topic]}</span>,
    },
    {
      key: 'state',
      head: c.own.column.state,
      at: 'line',
      cell: ({ state }) => <State tone={questionTones[state]}>{c.state[state]}</State>,
    },
    {
      key: 'asked',
      head: c.own.column.asked,
      at: 'hide',
      cell: ({ openedAt }) => <span className="whitespace-nowrap">{f.dayInList(dayOf(openedAt), now)}</span>,
    },
    {
      key: 'due',
      head: c.own.column.due,
      at: 'clock',
      cell: ({ dueAt }) =>
        dueAt ? <Clock due={dueAt.toISOString()} now={now.toISOString()} words={w.shell.clock} when={f.inList(dueAt, now)} /> : <Nothing />,
    },
  ]
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />
}
