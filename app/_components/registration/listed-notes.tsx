import { words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import type { RegistrationState } from '@/lib/registration/workflow'

const UNDECIDED: readonly RegistrationState[] = ['submitted', 'returned', 'forwarded']
const STOPPED: readonly RegistrationState[] = ['offered', 'registered', 'published', 'suspended']

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
  const effect = UNDECIDED.includes(state) ? w.listedWaits : STOPPED.includes(state) ? w.listedStops : null
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
