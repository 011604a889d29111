import type { ReactNode } from 'react'
import { format, words } from '@/app/_server/locale'
import { Nothing } from '@/app/_ui/words'
import { totalMinutes } from '@/lib/drama/rules/episodes'
import type { Words } from '@/lib/i18n/catalogue'
import type { Formats } from '@/lib/i18n/formats'
import type { Day } from '@/lib/kernel/time'
import { aliasesOf, type Draft, episodesOf, type Field } from '@/lib/registration/rules/content'
import { yuanToFen } from '@/lib/registration/rules/money'

type Names = ReadonlyMap<string, string>
const of = (labels: Record<string, string>, code: string) => labels[code] ?? code

function episodesText({ drama: w }: Words, draft: Draft, on: Day): string {
  const { episodes } = episodesOf(draft, on)
  if (episodes.length === 0) return ''
  const minutes = totalMinutes(episodes)
  const [first] = episodes
  return first && episodes.every(({ seconds }) => seconds === first.seconds)
    ? w.uniform(episodes.length, w.seconds(first.seconds), minutes)
    : w.length(episodes.length, minutes)
}

/** A field of a filing in words, as one text; empty where nothing was said. */
export function fieldText(
  w: Words,
  f: Formats,
  draft: Draft,
  field: Exclude<Field, 'producer' | 'poster'>,
  on: Day,
  platforms: Names,
): string {
  const { filing } = w.registration
  switch (field) {
    case 'title':
      return draft.title
    case 'aliases':
      return f.list(aliasesOf(draft.aliases).map((alias) => w.drama.title(alias)))
    case 'era':
      return of(w.drama.era, draft.era)
    case 'genre':
      return of(w.drama.genre, draft.genre)
    case 'form':
      return of(w.drama.form, draft.form)
    case 'aiMade':
      return draft.aiMade === 'yes' ? filing.yes : draft.aiMade === 'no' ? filing.no : ''
    case 'episodes':
      return episodesText(w, draft, on)
    case 'synopsis':
      return draft.synopsis
    case 'investment': {
      const fen = yuanToFen(draft.investment)
      return fen === undefined ? draft.investment : f.money(fen)
    }
    case 'specialSubjects':
      return f.list(draft.specialSubjects.map((subject) => of(w.drama.subject, subject)))
    case 'platformIds':
      return f.list(draft.platformIds.flatMap((id) => platforms.get(id) ?? []))
    default:
      return draft[field] ? filing.yes : filing.no
  }
}

/** The same as it is shown; `none` where a choice was left empty. */
export async function FieldValue({
  draft,
  field,
  on,
  platforms,
}: {
  draft: Draft
  field: Exclude<Field, 'producer' | 'poster'>
  on: Day
  platforms: Names
}): Promise<ReactNode> {
  const [w, f] = await Promise.all([words(), format()])
  const text = fieldText(w, f, draft, field, on, platforms)
  if (text === '') return field === 'specialSubjects' ? w.registration.filing.none : <Nothing />
  const isChinese = field === 'title' || field === 'aliases' || field === 'synopsis' || field === 'platformIds'
  return (
    <span lang={isChinese ? 'zh-CN' : undefined} className={field === 'synopsis' ? 'block max-w-prose whitespace-pre-line' : undefined}>
      {field === 'title' ? w.drama.title(text) : text}
    </span>
  )
}
