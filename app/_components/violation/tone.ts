import type { Tone } from '@/app/_ui/shape'
import type { ViolationState } from '@/lib/violation/workflow'

export const toneOf: Record<ViolationState, Tone> = {
  draft: 'draft',
  recorded: 'neutral',
  filed: 'waiting',
  upheld: 'refused',
  dismissed: 'neutral',
  merged: 'neutral',
  withdrawn: 'neutral',
}
