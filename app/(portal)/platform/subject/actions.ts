'use server'

import { formAction } from '@/app/_server/action'
import { stateOperator } from '@/lib/distribution/commands/state'
import { stateOperatorInput } from '@/lib/distribution/input'

export const state = formAction({
  as: ['platform.moderator', 'platform.compliance'],
  noun: 'dossier',
  input: stateOperatorInput,
  run: stateOperator,
})
