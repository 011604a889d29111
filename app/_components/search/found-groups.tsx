import { RowLink } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { Official } from '@/app/_ui/words'
import type { Words } from '@/lib/i18n/catalogue'
import type { Found } from './find'

/** What was found, kind by kind; each line opens it. */
export function FoundGroups({ found, words: w }: { found: readonly Found[]; words: Words['search'] }) {
  return found.map(({ group, title, hits, capped }) => (
    <div key={group} className="mb-8">
      <Section id={group} title={title}>
        <ul className="border-t border-line">
          {hits.map(({ href, title: name, note, isName }) => (
            <li key={href} data-row={href} className="relative border-b border-line py-2.5">
              <RowLink href={href}>
                <b>{isName ? name : <Official>{name}</Official>}</b>
              </RowLink>
              {note && <span className="block text-13 text-ink-2">{note}</span>}
            </li>
          ))}
        </ul>
        {capped && <p className="mt-2 text-13 text-ink-2">{w.capped(hits.length)}</p>}
      </Section>
    </div>
  ))
}
