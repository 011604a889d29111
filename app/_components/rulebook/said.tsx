import { Sources } from '@/app/_components/guidance/sources'
import type { SaidColumn } from '@/app/_ui/said-column'
import type { Words } from '@/lib/i18n/catalogue'
import type { Formats } from '@/lib/i18n/formats'
import { addDays, type Day } from '@/lib/kernel/time'
import type { Rulebook, Source } from '@/lib/rulebook/rules/book'
import type { Dated } from '@/lib/rulebook/rules/dated'

/** What every table of the rulebook is said with. */
export type Said = { w: Words; f: Formats; book: Rulebook; today: Day }

export const named = ({ f }: Said, { zh, en }: { zh: string; en: string }) => (f.locale === 'en' ? en : zh)

export const certain = ({ w }: Said, { certainty }: Source) => w.guidance.certainty[certainty]

/** Where a row comes from, each source with how sure it is: as links on the screen, in words in the file. */
export function sourceColumn<Row extends { source: string[] }>(said: Said): SaidColumn<Row> {
  const { w, book } = said
  const of = (keys: string[]) => book.sources.filter(({ key }) => keys.includes(key))
  return {
    key: 'source',
    head: w.rulebook.source,
    at: 'full',
    width: '22%',
    text: ({ source }) =>
      of(source)
        .map((one) => `${named(said, one)} (${certain(said, one)})`)
        .join('; '),
    cell: ({ source }) => (
      <span className="text-13">
        <Sources keys={source} sources={book.sources} />
      </span>
    ),
  }
}

export const targets = ({ w, f }: Said, appliesTo: readonly (keyof Words['rulebook']['target'])[]) =>
  f.list(appliesTo.map((target) => w.rulebook.target[target]))

/** From when a row counts, and whether it has ended or is still to come. */
export function sinceColumn<Row extends Dated & { effectiveFromPrecision?: string | null }>({
  w: { rulebook: w },
  today,
}: Said): SaidColumn<Row> {
  const since = ({ effectiveFrom, effectiveTo, effectiveFromPrecision }: Row) => {
    if (!effectiveFrom) return w.sinceNone
    const from = effectiveFromPrecision === 'month' ? w.item.sinceMonth(effectiveFrom.slice(0, 7)) : effectiveFrom
    if (effectiveTo && effectiveTo <= today) return `${from}, ${w.until(addDays(effectiveTo, -1))}`
    return effectiveFrom > today ? w.coming(from) : from
  }
  return {
    key: 'since',
    head: w.since,
    at: 'number',
    cardLabel: w.since,
    text: since,
    cell: (row) => <span className="text-13 whitespace-nowrap">{since(row)}</span>,
  }
}
