import { words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import type { BlacklistState } from '@/lib/blacklist/workflow'

const tones: Record<BlacklistState, Tone> = {
  proposed: 'waiting',
  verified: 'waiting',
  listed: 'refused',
  declined: 'neutral',
  withdrawn: 'neutral',
  lifted: 'done',
}

export async function EntryState({ state, pill }: { state: BlacklistState; pill?: boolean }) {
  const { blacklist: w } = await words()
  return (
    <State tone={tones[state]} pill={pill}>
      {w.state[state]}
    </State>
  )
}
