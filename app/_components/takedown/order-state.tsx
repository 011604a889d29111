import { format, words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import { askedBy, awaitsAnswer } from '@/lib/takedown/rules'
import type { TakedownState } from '@/lib/takedown/workflow'

type Standing = {
  state: TakedownState
  dueAt: Date | null
  late: boolean
  answeredAt: Date | null
  orderedDueAt: Date
  reappearedAt: Date | null
  reappearedDueAt: Date | null
}

const tones: Record<TakedownState, Tone> = {
  issued: 'progress',
  removed: 'done',
  absent: 'neutral',
  objected: 'waiting',
  excused: 'done',
  reappeared: 'refused',
  withdrawn: 'neutral',
}

/** Overdue is read from the deadline and no state of its own. */
export const toneOf = ({ state, dueAt }: Pick<Standing, 'state' | 'dueAt'>, now: Date): Tone =>
  (awaitsAnswer(state) || state === 'objected') && dueAt && dueAt <= now ? 'overdue' : tones[state]

/** Where an order stands, and by how much its answer was late. */
export async function OrderState({ order, now, pill }: { order: Standing; now: Date; pill?: boolean }) {
  const [{ takedown: w }, f] = [await words(), await format()]
  const by = order.late && order.answeredAt ? order.answeredAt.getTime() - askedBy(order).getTime() : 0
  const again = order.reappearedAt && order.state !== 'reappeared'
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <State tone={toneOf(order, now)} pill={pill}>
        {w.state[order.state]}
      </State>
      {order.late && order.state !== 'objected' && order.state !== 'reappeared' && (
        <span className="text-13 text-ink-2">{by > 0 ? w.late(f.span(by)) : w.lateMark}</span>
      )}
      {again && <span className="text-13 text-ink-2">{w.afterReappearing(f.inList(order.reappearedAt!, now))}</span>}
    </span>
  )
}
