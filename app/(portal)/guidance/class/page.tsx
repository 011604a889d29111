import type { Metadata } from 'next'
import { ClassForm } from '@/app/_components/guidance/class-form'
import { ClassResult } from '@/app/_components/guidance/class-result'
import { GuidanceNav } from '@/app/_components/guidance/guidance-nav'
import { words } from '@/app/_server/locale'
import { now as instant } from '@/app/_server/now'
import { reader } from '@/app/_server/session'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { type Asked, readAsked } from '@/lib/guidance/rules/class'
import { refusalOf } from '@/lib/i18n/refusal'
import type { Fault } from '@/lib/kernel/outcome'
import { dayOf } from '@/lib/kernel/time'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).guidance.classPage.title })

type Query = Record<string, string | string[] | undefined>
const text = (value: Query[string]) => (Array.isArray(value) ? value[0] : value)?.slice(0, 60)

const askedIn = (query: Query): Asked => ({
  on: text(query.on),
  ai: text(query.ai),
  investment: text(query.investment),
  subjects: [query.subject ?? []].flat(),
  push: text(query.push) === 'on',
  screen: text(query.screen) === 'on',
  voluntary: text(query.voluntary) === 'on',
})

/** What stands where the answer will be: what to fill in, or what to mend, each with the way to its field. */
async function Waiting({ faults }: { faults: readonly Fault[] }) {
  const w = await words()
  const c = w.guidance.classPage
  if (faults.length > 0)
    return (
      <Note tone="overdue" title={c.mend(faults.length)}>
        <ul>
          {faults.map(({ field, code }) => (
            <li key={field}>
              <a href={`#${field}`} className="m-0! block w-fit py-0.5! underline underline-offset-3">
                {c[field as 'on' | 'ai' | 'investment']}
                {c.colon}
                {refusalOf(w, 'guidance', { code })}
              </a>
            </li>
          ))}
        </ul>
      </Note>
    )
  return (
    <Note>
      <span className="max-wide:hidden">{c.waiting}</span>
      <span className="wide:hidden">{c.waitingNarrow}</span>
    </Note>
  )
}

/** The class of a work before it is filed. The question is the address; nothing is kept. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const [w, now, { actor }, query] = await Promise.all([words(), instant(), reader(), searchParams])
  const c = w.guidance.classPage
  const asked = askedIn(query)
  const isAsked = query.on !== undefined || query.investment !== undefined
  const read = isAsked ? readAsked(asked) : null
  const faults = (read && !read.ok && read.faults) || []
  const book = await look(actor, (tx) => rulebook(tx))
  return (
    <>
      <PageHead title={c.title} line={c.lead} large />
      <GuidanceNav current="class" />
      <div className="grid items-start gap-x-10 gap-y-8 pt-5 wide:grid-cols-[320px_minmax(0,1fr)]">
        <section aria-label={c.form}>
          <ClassForm asked={asked} faults={faults} today={dayOf(now)} />
          <p className="pt-4">
            <Link href="/rulebook/tier">{c.lines}</Link>
          </p>
        </section>
        <section id="result" aria-label={c.result} className="min-w-0">
          {read?.ok ? <ClassResult question={read.value} book={book} /> : <Waiting faults={faults} />}
        </section>
      </div>
    </>
  )
}
