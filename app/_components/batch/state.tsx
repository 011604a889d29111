import { words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import type { BatchState } from '@/lib/batch/workflow'

const toneOf: Record<BatchState, Tone> = { read: 'waiting', running: 'progress', stopped: 'overdue', done: 'done', withdrawn: 'neutral' }

/** How a batch stands, in shape and word. */
export async function BatchStateMark({ state, pill }: { state: BatchState; pill?: boolean }) {
  const { batch: w } = await words()
  return (
    <State tone={toneOf[state]} pill={pill}>
      {w.state[state]}
    </State>
  )
}
