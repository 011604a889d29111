'use server'

import { formAction } from '@/app/_server/action'
import { askBureau, withdrawQuestion } from '@/lib/consultation/commands'
import { askInput, stepInput } from '@/lib/consultation/input'

export const ask = formAction({
  as: ['creator.editor'],
  noun: 'consultation',
  called: { topic: 'ask.field.topic', title: 'ask.field.title', question: 'ask.field.question', workTitle: 'ask.field.workTitle' },
  input: askInput,
  run: askBureau,
  then: ({ number }) => `/c/${number}`,
})

export const withdraw = formAction({
  as: ['creator.editor'],
  noun: 'consultation',
  input: stepInput,
  run: withdrawQuestion,
  then: ({ number }) => `/c/${number}`,
})
