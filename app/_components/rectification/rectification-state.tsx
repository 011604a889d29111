import { words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import { isUnmet } from '@/lib/rectification/rules'
import type { RectificationState as At } from '@/lib/rectification/workflow'

const tones: Record<At, Tone> = {
  ordered: 'progress',
  returned: 'progress',
  handed_in: 'waiting',
  accepted: 'done',
  refused: 'refused',
  ended: 'neutral',
}

/** Where a rectification stands; overdue is read from the deadline and no state of its own. */
export async function RectificationState({ of, now, pill }: { of: { state: At; dueAt: Date | null }; now: Date; pill?: boolean }) {
  const { rectification: w } = await words()
  const late = isUnmet(of, now) || (of.state === 'handed_in' && of.dueAt !== null && of.dueAt <= now)
  return (
    <State tone={late ? 'overdue' : tones[of.state]} pill={pill}>
      {w.state[of.state]}
    </State>
  )
}
