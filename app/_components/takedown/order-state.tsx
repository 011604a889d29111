import { format, words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import type { TakedownState } from '@/lib/takedown/workflow'

type Standing = { state: TakedownState; dueAt: Date | null; late: boolean; answeredAt: Date | null; orderedDueAt?: Date }

const tones: Record<TakedownState, Tone> = {
  issued: 'progress',
  removed: 'done',
  absent: 'neutral',
  objected: 'waiting',
  excused: 'done',
  withdrawn: 'neutral',
}

/** Overdue is read from the deadline and no state of its own. */
export const toneOf = ({ state, dueAt }: Pick<Standing, 'state' | 'dueAt'>, now: Date): Tone =>
  (state === 'issued' || state === 'objected') && dueAt && dueAt <= now ? 'overdue' : tones[state]

/** Where an order stands, and by how much its answer was late. */
export async function OrderState({ order, now, pill }: { order: Standing; now: Date; pill?: boolean }) {
  const [{ takedown: w }, f] = [await words(), await format()]
  const by = order.late && order.answeredAt && order.orderedDueAt ? order.answeredAt.getTime() - order.orderedDueAt.getTime() : 0
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <State tone={toneOf(order, now)} pill={pill}>
        {w.state[order.state]}
      </State>
      {order.late && order.state !== 'objected' && <span className="text-13 text-ink-2">{by > 0 ? w.late(f.span(by)) : w.lateMark}</span>}
    </span>
  )
}
