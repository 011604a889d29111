'use server'

import { formAction } from '@/app/_server/action'
import { acknowledgeReferral, concludeReferral } from '@/lib/penalty/commands/end'
import { acknowledgeInput, concludeInput } from '@/lib/penalty/input'

export const acknowledge = formAction({
  as: ['province.reviewer', 'national.reviewer'],
  noun: 'penalty',
  input: acknowledgeInput,
  run: acknowledgeReferral,
})

export const conclude = formAction({
  as: ['province.reviewer', 'national.reviewer'],
  noun: 'penalty',
  input: concludeInput,
  run: concludeReferral,
})
