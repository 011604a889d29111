import { format, words } from '@/app/_server/locale'
import { Facts } from '@/app/_ui/facts'
import { Link } from '@/app/_ui/link'
import { Name, Nothing, Official, Zh } from '@/app/_ui/words'
import type { workRecord } from '@/lib/dossier/queries/work'

type Work = NonNullable<Awaited<ReturnType<typeof workRecord>>>

/** What is known of a work itself; its filings stand on its public page. */
export async function WorkFacts({ work }: { work: Work }) {
  const [{ dossier: w, drama }, f] = [await words(), await format()]
  const { facts } = w.work
  return (
    <Facts
      items={[
        { label: facts.code, value: <Official>{work.code}</Official> },
        { label: facts.origin, value: w.work.origin[work.origin] },
        { label: facts.producer, value: work.producerName ? <Name>{work.producerName}</Name> : <Nothing /> },
        {
          label: facts.episodes,
          value: work.episodeCount === null ? <Nothing>{w.work.unknown}</Nothing> : w.work.episodes(work.episodeCount),
        },
        work.aliases.length > 0 && { label: facts.aliases, wide: true, value: <Zh>{f.list(work.aliases.map(drama.title))}</Zh> },
        work.publicSince && { label: facts.public, wide: true, value: <Link href={`/w/${work.code}`}>{w.work.open}</Link> },
      ]}
    />
  )
}
