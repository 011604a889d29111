import { format, words } from '@/app/_server/locale'
import { Diff } from '@/app/_ui/diff'
import { Section } from '@/app/_ui/heads'
import type { Day } from '@/lib/kernel/time'
import type { Turn } from '@/lib/registration/queries/case'
import type { Field } from '@/lib/registration/rules/content'
import { changedFields, textOf } from '@/lib/registration/rules/difference'
import { fieldText } from './field-value'

/** What a resubmission changed beside what was objected to. */
export async function FilingChanges({
  turns,
  on,
  platforms,
  except,
}: {
  turns: Turn[]
  on: Day
  platforms: ReadonlyMap<string, string>
  except: Field[]
}) {
  const [w, f] = await Promise.all([words(), format()])
  const c = w.registration.filing
  const [before, after] = turns.slice(-2)
  if (!before || !after) return null
  const changed = changedFields(before.draft, after.draft).filter((field) => !except.includes(field))
  const text = (draft: Turn['draft'], field: Field) =>
    field === 'producer' || field === 'poster'
      ? ''
      : field === 'episodes'
        ? textOf(draft, field)
        : fieldText(w, f, draft, field, on, platforms)
  return (
    <Section id="changes" title={c.changes} aside={c.changesAside(after.turn)}>
      {changed.length === 0 ? (
        <p className="text-ink-2">{except.length > 0 ? c.changesNoOther : c.changesNone}</p>
      ) : (
        <dl className="border-y-[1.5px] border-rule">
          {changed.map((field) => (
            <div
              key={field}
              className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-4 border-b border-line px-2 py-2 last:border-b-0 max-desk:grid-cols-[84px_minmax(0,1fr)]"
            >
              <dt className="text-13 leading-5.5 text-ink-2">{w.registration.field[field]}</dt>
              <dd>
                <Diff before={text(before.draft, field)} after={text(after.draft, field)} words={w.shell.diff} context={48} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  )
}
