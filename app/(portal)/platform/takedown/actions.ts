'use server'

import { formAction } from '@/app/_server/action'
import { answerOrder, supplementAnswer } from '@/lib/takedown/commands/answer'
import { answerInput, supplementInput } from '@/lib/takedown/input'

export const answer = formAction({
  as: ['platform.moderator', 'platform.compliance'],
  noun: 'takedown',
  input: answerInput,
  run: answerOrder,
  then: ({ number }) => `/c/${number}`,
})
export const supplement = formAction({
  as: ['platform.moderator', 'platform.compliance'],
  noun: 'takedown',
  input: supplementInput,
  run: supplementAnswer,
  then: ({ number }) => `/c/${number}`,
})
