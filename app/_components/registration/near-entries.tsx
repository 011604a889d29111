import { ListedTitle } from '@/app/_components/blacklist/listed-title'
import { format, words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { Severity } from '@/app/_ui/severity'
import type { NearListed } from '@/lib/matching/queries'

/** Listed entries of near names, each with how near, why it was listed and what is to be made of it; they point and never decide. */
export async function NearEntries({
  near,
  nameOf,
  reader,
}: {
  near: readonly NearListed[]
  nameOf: (code: string) => string
  reader: 'creator' | 'reviewer'
}) {
  if (near.length === 0) return null
  const [{ registration, violation, shell }, f] = [await words(), await format()]
  const w = registration.near
  return (
    <div className="mb-4 grid gap-2">
      {near.map(({ entryId, number, title, titleKind, severity, codes, reasons }) => (
        <Note
          key={entryId}
          tone="waiting"
          title={
            <>
              {w.title} <ListedTitle title={title} kind={titleKind} />{' '}
              <Severity level={severity as 1 | 2 | 3 | 4} label={shell.severity(severity)} />
            </>
          }
          action={<Link href={`/c/${number}`}>{number}</Link>}
        >
          <p>{w.how(f.list(reasons.slice(0, 2).map(({ code, mine, theirs }) => violation.near[code]({ mine, theirs }))))}</p>
          <ul className="text-13 text-ink-2">
            {codes.map((code) => (
              <li key={code}>
                {code} {nameOf(code)}
              </li>
            ))}
          </ul>
          <p className="text-13 text-ink-2">{w.next[reader]}</p>
        </Note>
      ))}
    </div>
  )
}
