import { words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'

/** The entries of the list that a filing's work stands on. */
export async function ListedNotes({
  entries,
  nameOf,
}: {
  entries: { number: string; codes: string[] }[]
  nameOf: (code: string) => string
}) {
  const { filing: w } = (await words()).registration
  return entries.map(({ number, codes }) => (
    <div key={number} className="mb-4">
      <Note tone="refused" title={w.listedAs(number)} action={<Link href={`/c/${number}`}>{number}</Link>}>
        {codes.map((code) => (
          <span key={code} className="block">
            {code} {nameOf(code)}
          </span>
        ))}
        {w.listedStops}
      </Note>
    </div>
  ))
}
