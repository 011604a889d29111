import { words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import type { Promised } from '@/lib/registration/rules/promise'

/** Registered is not cleared: green is kept for what may be shown. */
export const toneOf: Record<Promised, Tone> = {
  listed: 'refused',
  lifted: 'neutral',
  suspended: 'refused',
  awaiting_platforms: 'waiting',
  passed_over: 'neutral',
  awaiting_licence: 'waiting',
  awaiting_film_review: 'waiting',
  registered: 'done',
  numbered: 'done',
}

export async function Standing({ promised }: { promised: Promised }) {
  const { register: w } = await words()
  return <State tone={toneOf[promised]}>{w.promised[promised]}</State>
}
