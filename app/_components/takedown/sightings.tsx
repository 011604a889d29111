import { format, words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import { Zh } from '@/app/_ui/words'
import { formatTimecode } from '@/lib/drama/rules/timecode'
import type { FoundOrder } from './find-order'

/** Where CNSA saw the work again and what shows it, as far as the reader may read it. */
export async function Sightings({ found }: { found: FoundOrder }) {
  const [{ takedown }, f] = [await words(), await format()]
  const w = takedown.page
  const { sightings, now } = found
  if (!sightings.length) return <p className="text-ink-2">{w.sealedSightings}</p>
  return (
    <ol className="grid gap-3">
      {sightings.map((seen) => (
        <li key={seen.id} className="border-t border-line pt-3 first:border-0 first:pt-0">
          <p>
            <time dateTime={seen.at.toISOString()}>{f.inList(seen.at, now)}</time>{' '}
            {seen.episode !== null && w.seenAt(seen.episode, seen.startSecond === null ? '' : formatTimecode(seen.startSecond))}
          </p>
          <p className="official break-all">{seen.address}</p>
          {seen.note && (
            <p className="text-ink-2">
              <Zh>{seen.note}</Zh>
            </p>
          )}
          {seen.sha256 && (
            <p>
              <Link href={`/api/picture/${seen.id}`}>{w.picture}</Link>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
