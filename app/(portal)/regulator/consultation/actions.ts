'use server'

import { formAction } from '@/app/_server/action'
import { answerQuestion, publishAnswer } from '@/lib/consultation/commands'
import { answerInput, publishInput } from '@/lib/consultation/input'

const reviewers = ['province.reviewer', 'national.reviewer'] as const

export const answer = formAction({
  as: reviewers,
  noun: 'consultation',
  input: answerInput,
  run: answerQuestion,
  then: ({ number }) => `/c/${number}`,
})

export const publish = formAction({
  as: reviewers,
  noun: 'consultation',
  input: publishInput,
  run: publishAnswer,
  then: ({ number }) => `/c/${number}`,
})
