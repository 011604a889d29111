import clsx from 'clsx'
import type { ReactNode } from 'react'
import { words } from '@/app/_server/locale'
import { Nothing } from '@/app/_ui/words'
import { formatTimecode } from '@/lib/drama/rules/timecode'
import type { Day } from '@/lib/kernel/time'
import { type Draft, episodesOf, type Field } from '@/lib/registration/rules/content'
import { FieldValue } from './field-value'
import { PosterImage } from './poster-image'

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
  const w = await words()
  return (
    <>
      <span lang="zh-CN">{producer.name ?? w.registration.filing.producerUnknown}</span>
      {producer.licence?.number && (
        <span className="block text-13 text-ink-2">
          {w.registration.draft.licence(producer.licence.number, producer.licence.expiresOn ?? '')}
        </span>
      )}
    </>
  )
}

/** What needs the whole line. */
const WIDE: readonly Field[] = ['synopsis', 'poster']
/** What costs and counts stands above the story, so that the lines pair up. */
const SHOWN: readonly Field[] = [
  'title',
  'aliases',
  'era',
  'genre',
  'form',
  'aiMade',
  'episodes',
  'investment',
  'synopsis',
  'producer',
  'platformIds',
  'specialSubjects',
  'voluntary',
  'mainPush',
  'firstScreen',
  'poster',
]

/** Everything that was filed, field by field between hairlines; `beside` puts what belongs to a field under it. */
export async function ContentList({
  id,
  draft,
  on,
  platforms,
  producer,
  beside,
}: {
  /** the filing, whose poster is shown */
  id: string
  draft: Draft
  on: Day
  platforms: ReadonlyMap<string, string>
  producer: Producer
  beside?: (field: Field) => ReactNode
}) {
  const { registration: w, drama } = await words()
  const poster = draft.poster ? <PosterImage small of={id} sha={draft.poster} alt={w.poster.alt(drama.title(draft.title))} /> : <Nothing />
  return (
    <dl className="grid gap-x-8 border-y-[1.5px] border-rule desk:grid-cols-2">
      {SHOWN.map((field) => (
        <div
          key={field}
          id={`field-${field}`}
          className={clsx(
            '-mb-px grid grid-cols-[96px_minmax(0,1fr)] content-start gap-x-3 border-b border-line px-2 py-2 max-desk:grid-cols-[84px_minmax(0,1fr)]',
            WIDE.includes(field) && 'desk:col-span-2',
          )}
        >
          <dt className="text-13 leading-5.5 text-ink-2">{w.field[field]}</dt>
          <dd className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <div className="min-w-0 flex-1 basis-auto">
              {field === 'producer' ? (
                <ProducerValue producer={producer} />
              ) : field === 'poster' ? (
                poster
              ) : (
                <FieldValue draft={draft} field={field} on={on} platforms={platforms} />
              )}
              {field === 'episodes' && <Episodes draft={draft} on={on} />}
            </div>
            {beside?.(field)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
