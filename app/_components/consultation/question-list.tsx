import type { ReactNode } from 'react'
import { ListPager } from '@/app/_components/shell/list-pager'
import { words } from '@/app/_server/locale'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar } from '@/app/_ui/filter-bar'
import { Link } from '@/app/_ui/link'
import { type QuestionFilter, questionsOf } from '@/lib/consultation/queries'
import { consultationWorkflow, TOPICS } from '@/lib/consultation/workflow'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { QuestionTable } from './question-table'

export type Asked = Partial<Record<'state' | 'topic' | 'q' | 'after', string>>
const readFilter = ({ state, topic, q, after }: Asked): QuestionFilter => ({
  state: consultationWorkflow.states.find((one) => one === state),
  topic: TOPICS.find((one) => one === topic),
  q: q?.trim().slice(0, 80) || undefined,
  after,
})

/** The reader's questions with their filters; `empty` stands where there are none at all. */
export async function QuestionList({
  actor,
  path,
  asked,
  shows,
  caption,
  now,
  empty,
}: {
  actor: Actor
  path: string
  asked: Asked
  shows: ('asker' | 'bureau')[]
  caption: string
  now: Date
  empty: ReactNode
}) {
  const w = await words()
  const c = w.consultation
  const filter = readFilter(asked)
  const page = await look(actor, (tx) => questionsOf(tx, actor, filter))
  const query = { state: filter.state, topic: filter.topic, q: filter.q }
  const all = { value: '', label: w.shell.list.all }
  return (
    <>
      <FilterBar
        path={path}
        query={query}
        label={w.shell.list.filter}
        search={{ name: 'q', label: c.own.search, placeholder: c.own.search, submit: w.shell.list.search }}
        filters={[
          {
            name: 'state',
            label: c.own.stateFilter,
            value: filter.state ?? '',
            options: [all, ...consultationWorkflow.states.map((value) => ({ value, label: c.state[value] }))],
          },
          {
            name: 'topic',
            label: c.own.topicFilter,
            value: filter.topic ?? '',
            options: [all, ...TOPICS.map((value) => ({ value, label: c.topic[value] }))],
          },
        ]}
      />
      {page.rows.length > 0 ? (
        <>
          <QuestionTable rows={page.rows} now={now} shows={shows} caption={caption} />
          <ListPager path={path} query={query} page={page} after={filter.after} />
        </>
      ) : Object.values(query).some(Boolean) ? (
        <EmptyState title={c.own.nothing} link={<Link href={path}>{c.own.reset}</Link>} />
      ) : (
        empty
      )}
    </>
  )
}
