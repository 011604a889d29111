import * as z from 'zod'
import { held, many, mustTick, optional, required } from '../kernel/form'
import { TOPICS } from './workflow'

export const askInput = z.strictObject({
  topic: z.enum(TOPICS, 'choose'),
  title: required(60),
  question: required(3000),
  workTitle: optional(60),
})
export const stepInput = z.strictObject(held)
export const answerInput = z.strictObject({ ...held, answer: required(5000) })
export const publishInput = z.strictObject({
  ...held,
  title: required(60),
  question: required(3000),
  answer: required(5000),
  clauses: many(z.string().regex(/^V\d{2}-\d{2}$/, 'item_unknown')).default([]),
  checked: mustTick,
})
export type Ask = z.output<typeof askInput>
export type AnswerIt = z.output<typeof answerInput>
export type Publish = z.output<typeof publishInput>
