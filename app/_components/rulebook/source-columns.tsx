import type { SaidColumn } from '@/app/_ui/said-column'
import { Zh } from '@/app/_ui/words'
import type { Source } from '@/lib/rulebook/rules/book'
import { certain, named, type Said } from './said'

/** The sources, each with how many rows of which file rest on it. */
export function sourceColumns(said: Said): SaidColumn<Source>[] {
  const { w, f, book } = said
  const c = w.rulebook.sources
  const files: Record<string, readonly { source: string[] }[]> = {
    tier_rules: book.tiers,
    violation_taxonomy: book.taxonomy,
    penalty_ladder: book.ladder,
    penalty_guide: book.guide,
    deadlines: book.deadlines,
    working_days: book.days,
    regulators: book.regulators,
    platforms: book.platforms,
    papers: book.papers,
    campaigns: book.campaigns,
    reference_cases: book.notices,
  }
  const used = (key: string) =>
    Object.entries(files).flatMap(([file, rows]) => {
      const count = rows.filter(({ source }) => source.includes(key)).length
      return count > 0 ? [c.rows(c.file[file] ?? file, count)] : []
    })
  return [
    {
      key: 'source',
      head: c.column.source,
      rowHead: true,
      at: 'title',
      text: (source) => `${named(said, source)}${source.address ? ` ${source.address}` : ''}`,
      cell: (source) => {
        const name = f.locale === 'en' ? source.en : <Zh>{source.zh}</Zh>
        return (
          <span id={source.key} className="font-normal">
            {source.address ? (
              <a href={source.address} rel="noreferrer" className="underline underline-offset-3">
                {name}
              </a>
            ) : (
              name
            )}
          </span>
        )
      },
    },
    { key: 'certainty', head: c.column.certainty, at: 'line', text: (source) => certain(said, source) },
    {
      key: 'used',
      head: c.column.used,
      at: 'full',
      text: ({ key }) => used(key).join('; '),
      cell: ({ key }) => (
        <span className="text-13">
          {used(key).map((one) => (
            <span key={one} className="block">
              {one}
            </span>
          ))}
        </span>
      ),
    },
    { key: 'key', head: c.key, at: 'number', text: ({ key }) => key },
  ]
}
