import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { Clock } from '@/app/_ui/clock'
import { Nothing } from '@/app/_ui/words'

/** What is left of a filing's clock; while it is returned, that it stands and what it will go on with. */
export async function ReviewClock({ dueAt, clockLeft, state }: { dueAt: Date | null; clockLeft: number | null; state: string }) {
  const [w, f, at] = await Promise.all([words(), format(), now()])
  if (dueAt) return <Clock due={dueAt.toISOString()} now={at.toISOString()} words={w.shell.clock} when={f.inList(dueAt, at)} />
  if (state === 'returned' && clockLeft !== null)
    return <span className="whitespace-nowrap text-ink-2">{w.registration.clock.stoppedShort(clockLeft)}</span>
  return <Nothing />
}
