'use server'

import { formAction } from '@/app/_server/action'
import { keepGuidance, openGuidance, publishGuidance, withdrawGuidance } from '@/lib/guidance/commands/write'
import { keepInput, openInput, stepInput, withdrawInput } from '@/lib/guidance/input'

const reviewers = ['national.reviewer', 'province.reviewer'] as const

export const open = formAction({
  as: reviewers,
  noun: 'guidance',
  input: openInput,
  run: openGuidance,
  then: ({ id }) => `/draft/${id}`,
})

export const keep = formAction({
  as: reviewers,
  noun: 'guidance',
  input: keepInput,
  run: keepGuidance,
  anew: () => true,
  then: ({ id }) => `/draft/${id}?saved=1`,
})

export const publish = formAction({
  as: reviewers,
  noun: 'guidance',
  input: stepInput,
  run: publishGuidance,
  then: ({ number }) => `/c/${number}`,
})

export const withdraw = formAction({
  as: reviewers,
  noun: 'guidance',
  called: { reason: 'item.withdrawReason' },
  input: withdrawInput,
  run: withdrawGuidance,
  then: ({ number }) => (number ? `/c/${number}` : '/regulator/guidance'),
})
