import { words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { isPublic } from '@/lib/registration/rules/promise'
import type { RegistrationState } from '@/lib/registration/workflow'

const UNDECIDED: readonly RegistrationState[] = ['submitted', 'returned', 'forwarded']

/** The entries of the list that a filing's work stands on. */
export async function ListedNotes({
  entries,
  nameOf,
  state,
}: {
  entries: { number: string; codes: string[] }[]
  nameOf: (code: string) => string
  state: RegistrationState
}) {
  const { filing: w } = (await words()).registration
  const effect = UNDECIDED.includes(state) ? w.listedWaits : isPublic(state) ? w.listedStops : null
  return entries.map(({ number, codes }) => (
    <div key={number} className="mb-4">
      <Note tone="refused" title={w.listedAs(number)} action={<Link href={`/c/${number}`}>{number}</Link>}>
        {codes.map((code) => (
          <span key={code} className="block">
            {code} {nameOf(code)}
          </span>
        ))}
        {effect}
      </Note>
    </div>
  ))
}
