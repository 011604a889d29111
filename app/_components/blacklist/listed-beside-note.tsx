import { called } from '@/app/_components/organization/called'
import { words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { Official } from '@/app/_ui/words'
import type { ListedBeside } from '@/lib/blacklist/queries/programs'

/** A listed mini-program has this operator, or this name; nothing where none has. */
export async function ListedBesideNote({ listed }: { listed: readonly ListedBeside[] }) {
  if (listed.length === 0) return null
  const [{ blacklist }, name] = [await words(), await called()]
  const w = blacklist.programs
  return (
    <div className="mb-4 grid gap-2">
      {listed.map(({ id, subjectId, why, number, name: app, appId, platform, operator }) => (
        <Note key={`${subjectId} ${id}`} tone={why === 'name' ? 'waiting' : 'overdue'} title={w.beside[why](app)}>
          {name(platform)} <Official>{appId}</Official>{' '}
          {operator ? w.besideOperator(operator.name, operator.creditCode) : w.unknownOperator}{' '}
          <Link href={`/c/${number}`}>
            <Official>{number}</Official>
          </Link>
        </Note>
      ))}
    </div>
  )
}
