'use server'

import { formAction } from '@/app/_server/action'
import { answerQuestion, publishAnswer } from '@/lib/consultation/commands'
import { answerInput, publishInput } from '@/lib/consultation/input'

const reviewers = ['province.reviewer', 'national.reviewer'] as const

export const answer = formAction({
  as: reviewers,
  noun: 'consultation',
  called: { answer: 'answer.field' },
  input: answerInput,
  run: answerQuestion,
  then: ({ number }) => `/c/${number}`,
})

export const publish = formAction({
  as: reviewers,
  noun: 'consultation',
  called: {
    title: 'publish.field.title',
    question: 'publish.field.question',
    answer: 'publish.field.answer',
    clauses: 'publish.field.clauses',
    checked: 'publish.field.checked',
  },
  input: publishInput,
  run: publishAnswer,
  then: ({ number }) => `/c/${number}`,
})
