import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { Clock, StoppedClock } from '@/app/_ui/clock'
import { Nothing } from '@/app/_ui/words'

/** What is left of a filing's clock; while it is returned, what has been used of it and why it stands. `full`: the whole time. */
export async function ReviewClock({
  dueAt,
  clockLeft,
  state,
  full,
}: {
  dueAt: Date | null
  clockLeft: number | null
  state: string
  full: number
}) {
  const [w, f, at] = await Promise.all([words(), format(), now()])
  if (dueAt) return <Clock due={dueAt.toISOString()} now={at.toISOString()} words={w.shell.clock} when={f.inList(dueAt, at)} />
  if (state === 'returned' && clockLeft !== null)
    return (
      <StoppedClock
        text={w.registration.clock.stopped(Math.max(0, full - clockLeft), clockLeft)}
        reason={w.registration.clock.stoppedWhy}
      />
    )
  return <Nothing />
}
