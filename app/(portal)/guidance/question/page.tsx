import type { Metadata } from 'next'
import { AnswerList } from '@/app/_components/consultation/answer-list'
import { GuidanceNav } from '@/app/_components/guidance/guidance-nav'
import { ListPager } from '@/app/_components/shell/list-pager'
import { words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { publicAnswers } from '@/lib/consultation/queries'
import { TOPICS } from '@/lib/consultation/workflow'
import { look } from '@/lib/perform'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).consultation.answers.title })

const PATH = '/guidance/question'

/** Questions of general interest that bureaus have answered, without whoever asked. */
export default async function Page({ searchParams }: { searchParams: Promise<{ q?: string; topic?: string; after?: string }> }) {
  const [w, { actor }, { after, ...asked }] = await Promise.all([words(), reader(), searchParams])
  const c = w.consultation.answers
  const topic = TOPICS.find((one) => one === asked.topic)
  const q = asked.q?.trim().slice(0, 80) || undefined
  const query = { topic, q }
  const page = await look(actor, (tx) => publicAnswers(tx, { topic, q, after }))
  return (
    <>
      <PageHead title={c.title} line={c.lead} large />
      <GuidanceNav current="question" />
      <FilterBar
        path={PATH}
        query={query}
        label={w.shell.list.filter}
        search={{ name: 'q', label: c.search, placeholder: c.search, submit: w.shell.list.search }}
        filters={[
          {
            name: 'topic',
            label: c.topic,
            value: topic ?? '',
            options: [{ value: '', label: w.shell.list.all }, ...TOPICS.map((value) => ({ value, label: w.consultation.topic[value] }))],
          },
        ]}
      />
      {page.rows.length > 0 ? (
        <>
          <AnswerList answers={page.rows} />
          <ListPager path={PATH} query={query} page={page} after={after} />
        </>
      ) : q || topic ? (
        <EmptyState title={c.nothing} link={<Link href={PATH}>{c.reset}</Link>} />
      ) : (
        <EmptyState title={c.empty}>{c.emptyNext}</EmptyState>
      )}
    </>
  )
}
