import { Standing } from '@/app/_components/register/standing'
import { words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import type { RegistrationState } from '@/lib/registration/workflow'
import { type Filed, promisedOf } from './promised-of'

const tones: Record<RegistrationState, Tone> = {
  draft: 'draft',
  submitted: 'progress',
  returned: 'waiting',
  forwarded: 'progress',
  registered: 'done',
  published: 'done',
  offered: 'progress',
  refused: 'refused',
  withdrawn: 'neutral',
  suspended: 'refused',
}

/** Where a filing stands; in public states in the words that promise no more than the state does. */
export async function FilingState({ filing, pill }: { filing: Filed; pill?: boolean }) {
  const { registration: w } = await words()
  const promised = promisedOf(filing)
  if (promised) return <Standing promised={promised} />
  return (
    <State tone={tones[filing.state]} pill={pill}>
      {w.state[filing.state]}
    </State>
  )
}
