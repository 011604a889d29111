'use server'

import { chosenMeasures } from '@/app/_components/penalty/chosen'
import { formAction } from '@/app/_server/action'
import { hardenSuspension, imposePenalty, spareTarget } from '@/lib/penalty/commands/decide'
import { liftPenalty, revokePenalty, withdrawRecorded } from '@/lib/penalty/commands/end'
import { hardenInput, imposeInput, liftInput, revokeInput, spareInput } from '@/lib/penalty/input'

export const impose = formAction({
  as: ['platform.compliance'],
  noun: 'penalty',
  called: { parameters: 'rungs' },
  written: chosenMeasures,
  input: imposeInput,
  run: imposePenalty,
  then: ({ opened }) => `/c/${opened[0]?.number}`,
})

export const spare = formAction({
  as: ['platform.compliance'],
  noun: 'penalty',
  called: { reason: 'new.spareReason' },
  input: spareInput,
  run: spareTarget,
  then: ({ number }) => `/c/${number}`,
})

export const harden = formAction({
  as: ['platform.compliance'],
  noun: 'penalty',
  called: { reason: 'page.hardenReason' },
  input: hardenInput,
  run: hardenSuspension,
  then: ({ opened }) => `/c/${opened[0]?.number}`,
})

export const lift = formAction({ as: ['platform.compliance'], noun: 'penalty', input: liftInput, run: liftPenalty })

export const revoke = formAction({
  as: ['platform.compliance'],
  noun: 'penalty',
  called: { reason: 'page.revokeReason' },
  input: revokeInput,
  run: revokePenalty,
})

export const withdraw = formAction({
  as: ['platform.compliance'],
  noun: 'penalty',
  called: { reason: 'page.withdrawReason' },
  input: revokeInput,
  run: withdrawRecorded,
})
