import { words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { Official } from '@/app/_ui/words'
import type { BlockedOperator } from '@/lib/penalty/queries/blocked'

/** A mini-program or an account belongs to an operator that was banned for good; nothing where it does not. */
export async function BlockedNote({ blocked }: { blocked: readonly BlockedOperator[] }) {
  if (blocked.length === 0) return null
  const {
    penalty: { new: w },
  } = await words()
  return (
    <div className="mb-4 grid gap-2">
      {blocked.map(({ operatorId, operator, number, target }) => (
        <Note key={`${operatorId} ${target}`} tone="overdue" title={w.blocked(operator)}>
          {target} · {w.blockedHint}{' '}
          {number && (
            <Link href={`/c/${number}`}>
              <Official>{number}</Official>
            </Link>
          )}
        </Note>
      ))}
    </div>
  )
}
