'use server'

import { formAction } from '@/app/_server/action'
import { passOver, recordNumber } from '@/lib/registration/commands/number'
import { passInput, recordInput } from '@/lib/registration/input'

export const record = formAction({
  as: ['platform.compliance'],
  noun: 'registration',
  called: { officialNumber: 'filing.recordNumber', asItCame: 'filing.asItCame' },
  input: recordInput,
  run: recordNumber,
  then: ({ number }) => `/c/${number}`,
})
export const pass = formAction({
  as: ['platform.compliance'],
  noun: 'registration',
  called: { reason: 'filing.passReason' },
  input: passInput,
  run: passOver,
  then: ({ number }) => `/c/${number}`,
})
