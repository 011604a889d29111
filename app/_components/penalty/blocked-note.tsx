import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { Official } from '@/app/_ui/words'
import { dayOf } from '@/lib/kernel/time'
import type { BlockedOperator } from '@/lib/penalty/queries/blocked'

/** A mini-program, an account or a producer belongs to an operator that was banned for good; nothing where it does not. */
export async function BlockedNote({ blocked }: { blocked: readonly BlockedOperator[] }) {
  if (blocked.length === 0) return null
  const [{ penalty: all }, f, name] = [await words(), await format(), await called()]
  const w = all.new
  return (
    <div className="mb-4 grid gap-2">
      {blocked.map(({ subjectId, operator, creditCode, number, target, platform, since }) => (
        <Note key={subjectId} tone="overdue" title={w.blocked(operator)}>
          {blocked.length > 1 && `${target} · `}
          {w.blockedHint(creditCode, platform ? name(platform) : null, f.day(dayOf(since)))}{' '}
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
