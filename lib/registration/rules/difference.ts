import { type Draft, FIELDS, type Field } from './content'

const lines = (draft: Draft) =>
  [...draft.episodes.map(({ number, title, length }) => [number, title, length].filter(Boolean).join(' ')), draft.episodeLines]
    .filter(Boolean)
    .join('\n')

/** A field of a filing as one text, to quote from and to compare; choices are their codes. The producer is not the filing's to change. */
export function textOf(draft: Draft, field: Field): string {
  if (field === 'producer') return ''
  if (field === 'episodes') return lines(draft)
  const value = draft[field]
  return Array.isArray(value) ? value.toSorted().join('\n') : typeof value === 'boolean' ? (value ? 'yes' : 'no') : value.trim()
}

const isField = (field: string): field is Field => (FIELDS as readonly string[]).includes(field)

/** Does this field of a filing stand as it did? */
export const unchanged = (field: string, before: Draft, after: Draft) => isField(field) && textOf(before, field) === textOf(after, field)

/** What a filing gives its work to show of itself. */
export const FACE = ['title', 'aliases', 'episodes', 'poster'] as const satisfies readonly Field[]

/** The fields that differ, in the order of the form. */
export const changedFields = (before: Draft, after: Draft) => FIELDS.filter((field) => !unchanged(field, before, after))

const bare = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')
/** Is this quoted from the field? Spaces and widths aside; what is chosen and not written cannot be misquoted. */
export const isQuoted = (quote: string, draft: Draft, field: Field) =>
  !['title', 'aliases', 'synopsis'].includes(field) || bare(textOf(draft, field)).includes(bare(quote))
