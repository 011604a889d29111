import type { Tone } from '@/app/_ui/shape'
import type { OrganizationState } from '@/lib/organization/workflow'

export const toneOf = { applied: 'waiting', accepted: 'done', refused: 'refused', suspended: 'refused' } as const satisfies Record<
  OrganizationState,
  Tone
>
