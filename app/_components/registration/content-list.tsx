import type { ReactNode } from 'react'
import { format, words } from '@/app/_server/locale'
import { Official } from '@/app/_ui/words'
import { formatTimecode } from '@/lib/drama/rules/timecode'
import type { Day } from '@/lib/kernel/time'
import { type Draft, episodesOf, FIELDS, type Field } from '@/lib/registration/rules/content'
import { FieldValue } from './field-value'

export type Producer = { name: string | null; licence: { number: string | null; expiresOn: string | null } | null }

async function Episodes({ draft, on }: { draft: Draft; on: Day }) {
  const w = await words()
  const { episodes } = episodesOf(draft, on)
  if (episodes.length === 0 || episodes.every(({ title }) => title === '')) return null
  return (
    <details className="mt-1">
      <summary className="w-fit text-13 text-accent underline underline-offset-3">
        {w.registration.form.rowsShown.replace('{count}', String(episodes.length))}
      </summary>
      <ol className="mt-1 max-h-80 overflow-y-auto text-13">
        {episodes.map(({ number, title, seconds }) => (
          <li key={number} className="grid grid-cols-[48px_minmax(0,1fr)_64px] gap-2 border-b border-line py-1">
            <span>{number}</span>
            <span lang="zh-CN">{title}</span>
            <span className="text-right">{formatTimecode(seconds)}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

async function ProducerValue({ producer }: { producer: Producer }) {
  const [w, f] = await Promise.all([words(), format()])
  return (
    <>
      <span lang="zh-CN">{producer.name ?? w.registration.filing.producerUnknown}</span>
      {producer.licence?.number && (
        <span className="block text-13 text-ink-2">
          {w.registration.filing.licence} <Official>{producer.licence.number}</Official>
          {producer.licence.expiresOn && ` · ${f.day(producer.licence.expiresOn)}`}
        </span>
      )}
    </>
  )
}

/** Everything that was filed, field by field between hairlines; `beside` puts what belongs to a field under it. */
export async function ContentList({
  draft,
  on,
  platforms,
  producer,
  beside,
}: {
  draft: Draft
  on: Day
  platforms: ReadonlyMap<string, { shortName: string }>
  producer: Producer
  beside?: (field: Field) => ReactNode
}) {
  const { registration: w } = await words()
  const shown = FIELDS.filter((field) => field !== 'poster')
  return (
    <dl className="border-y-[1.5px] border-rule">
      {shown.map((field) => (
        <div
          key={field}
          id={`field-${field}`}
          className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-4 border-b border-line px-2 py-2 last:border-b-0 max-desk:grid-cols-[84px_minmax(0,1fr)]"
        >
          <dt className="text-13 leading-5.5 text-ink-2">{w.field[field]}</dt>
          <dd>
            {field === 'producer' ? (
              <ProducerValue producer={producer} />
            ) : (
              <FieldValue draft={draft} field={field} on={on} platforms={platforms} />
            )}
            {field === 'episodes' && <Episodes draft={draft} on={on} />}
            {beside?.(field)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
