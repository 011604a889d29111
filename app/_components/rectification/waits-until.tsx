import { format, words } from '@/app/_server/locale'
import { Clock } from '@/app/_ui/clock'
import type { FoundRectification } from './find-rectification'

/** The case's number and how long whoever is asked still has. */
export async function WaitsUntil({ found: { number, dueAt, now }, what }: { found: FoundRectification; what: string }) {
  const [{ rectification: w, shell }, f] = [await words(), await format()]
  return (
    <>
      {number}{' '}
      {dueAt && (
        <Clock
          due={dueAt.toISOString()}
          now={now.toISOString()}
          words={shell.clock}
          when={w.page.before(f.inList(dueAt, now))}
          subject={what}
        />
      )}
    </>
  )
}
