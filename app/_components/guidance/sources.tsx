import { locale, words } from '@/app/_server/locale'
import { Zh } from '@/app/_ui/words'
import type { Rulebook } from '@/lib/rulebook/rules/book'

/** Where a fact comes from, each source with its address and with how sure it makes the fact. */
export async function Sources({ keys, sources }: { keys: readonly string[]; sources: Rulebook['sources'] }) {
  const [{ guidance: w }, language] = [await words(), await locale()]
  return (
    <ul className="grid gap-1">
      {keys.flatMap((key) => {
        const source = sources.find((one) => one.key === key)
        if (!source) return []
        const isOurs = source.certainty === 'known' || source.certainty === 'proposed'
        const name = language === 'en' ? source.en : <Zh>{source.zh}</Zh>
        return (
          <li key={key}>
            {source.address ? (
              <a href={source.address} rel="noreferrer" className="underline underline-offset-3">
                {name}
              </a>
            ) : (
              name
            )}{' '}
            {!isOurs && <span className="text-13 text-ink-2">{w.certainty[source.certainty]}</span>}
          </li>
        )
      })}
    </ul>
  )
}
