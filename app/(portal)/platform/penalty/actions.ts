'use server'

import { formAction } from '@/app/_server/action'
import { failGuidance, imposePenalty } from '@/lib/penalty/commands/decide'
import { meetGuidance, revokePenalty } from '@/lib/penalty/commands/end'
import { failInput, imposeInput, meetInput, revokeInput } from '@/lib/penalty/input'

export const impose = formAction({
  as: ['platform.compliance'],
  noun: 'penalty',
  input: imposeInput,
  run: imposePenalty,
  then: ({ opened }) => `/c/${opened[0]?.number}`,
})

export const fail = formAction({
  as: ['platform.compliance'],
  noun: 'penalty',
  input: failInput,
  run: failGuidance,
  then: ({ opened }) => `/c/${opened[0]?.number}`,
})

export const meet = formAction({ as: ['platform.compliance'], noun: 'penalty', input: meetInput, run: meetGuidance })

export const revoke = formAction({ as: ['platform.compliance'], noun: 'penalty', input: revokeInput, run: revokePenalty })
