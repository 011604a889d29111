import { NoticesOn } from '@/app/_components/guidance/notices-on'
import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { Diff } from '@/app/_ui/diff'
import { Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { State } from '@/app/_ui/state'
import { clausesOfFields } from '@/lib/guidance/rules/clauses'
import type { Day } from '@/lib/kernel/time'
import type { Reason } from '@/lib/registration/queries/case'
import { type Draft, FIELDS, type Field } from '@/lib/registration/rules/content'
import { textOf, unchanged } from '@/lib/registration/rules/difference'
import { sectionOf } from '@/lib/registration/rules/progress'
import { fieldText } from './field-value'

type Shown = {
  id: string
  reasons: Reason[]
  organ: string
  returnedAt: Date | null
  before: Draft
  after: Draft
  resubmitted: boolean
  /** what the creator said when it resubmitted */
  note: string | undefined
  mayEdit: boolean
  on: Day
  platforms: ReadonlyMap<string, string>
}

/** Each objection with the words it quotes, and below it what became of the field since. */
export async function Objections({ id, reasons, organ, returnedAt, before, after, resubmitted, note, mayEdit, on, platforms }: Shown) {
  const [w, f, at] = await Promise.all([words(), format(), now()])
  const c = w.registration.filing
  const summary = (draft: Draft, field: Field) =>
    field === 'producer' || field === 'poster' ? '' : fieldText(w, f, draft, field, on, platforms)
  // Equal in number and length: then it is the titles that differ, line by line.
  const text = (draft: Draft, field: Field) =>
    field === 'episodes' && summary(before, field) === summary(after, field) ? textOf(draft, field) : summary(draft, field)
  return (
    <Section id="objections" title={c.objections} aside={c.objectionsAside(reasons.length, FIELDS.length - reasons.length)}>
      {resubmitted && note && (
        <div className="mb-3">
          <Note title={c.note}>
            <p lang="zh-CN" className="whitespace-pre-line">
              {note}
            </p>
          </Note>
        </div>
      )}
      <ol className="border-t-[1.5px] border-rule">
        {reasons.map(({ field, quote, reason }) => {
          const same = unchanged(field, before, after)
          return (
            <li
              key={field}
              id={`objection-${field}`}
              className="grid gap-x-6 gap-y-2 border-b border-line px-2 py-4 desk:grid-cols-[132px_minmax(0,1fr)]"
            >
              <div>
                <h3>{w.registration.field[field]}</h3>
                {same ? <State tone="waiting">{c.unchanged}</State> : <State tone="done">{resubmitted ? c.resubmitted : c.changed}</State>}
              </div>
              <div className="grid min-w-0 gap-2">
                <div className="border-l-[3px] border-waiting bg-waiting-tint px-3 py-2.5">
                  <p lang="zh-CN" className="whitespace-pre-line">
                    {reason}
                  </p>
                  {quote && (
                    <p className="mt-1 text-13 text-ink-2">
                      {c.quoted}
                      <q lang="zh-CN" className="ml-1.5">
                        {quote}
                      </q>
                    </p>
                  )}
                  {returnedAt && <p className="mt-0.5 text-13 text-ink-2">{c.objectionBy(organ, f.inList(returnedAt, at))}</p>}
                </div>
                <NoticesOn codes={clausesOfFields([field])} />
                {!same && <Diff before={text(before, field)} after={text(after, field)} words={w.shell.diff} context={48} />}
                <p className="flex flex-wrap gap-x-4 text-13 text-ink-2">
                  {field === 'synopsis' && !same && (
                    <span>{c.length([...after.synopsis.trim()].length, [...before.synopsis.trim()].length)}</span>
                  )}
                  {mayEdit && <Link href={`/draft/${id}#section-${sectionOf(field)}`}>{c.goOn}</Link>}
                </p>
              </div>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
