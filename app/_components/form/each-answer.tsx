import type { Row } from '@/app/_server/answer'
import { useLanguage } from '@/app/_ui/chinese-here'
import { Note } from '@/app/_ui/note'
import { Shape } from '@/app/_ui/shape'
import { caseLinks } from './case-links'

export type EachWords = { done: string; refused: string; caption: string }

/** What became of each of many acts: those that were refused first, with the reason. */
export function EachAnswer({ title, rows, words }: { title: string; rows: readonly Row[]; words: EachWords }) {
  const language = useLanguage()
  const refused = rows.filter((row) => row.refused !== null)
  const ordered = [...refused, ...rows.filter((row) => row.refused === null)]
  return (
    <div className="grid gap-3">
      <Note tone={refused.length > 0 ? 'waiting' : 'done'} title={title} live />
      <ul aria-label={words.caption} className="border-y border-line">
        {ordered.map(({ named, refused: why }) => (
          <li key={named} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 border-b border-line py-2 last:border-0">
            <span aria-hidden="true" className={why === null ? 'text-done' : 'text-refused'}>
              <Shape tone={why === null ? 'done' : 'refused'} />
            </span>
            <b className="official">{caseLinks(named)}</b>
            <span>{why === null ? words.done : caseLinks(`${words.refused}${why[language]}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
