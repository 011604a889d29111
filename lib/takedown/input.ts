import * as z from 'zod'
import { held, linkLines, optional, required, wholeNumber } from '../kernel/form'

const LINKS_MAX = 2000
const unused = z.string().optional()
const fields = { episodeCount: unused, links: unused, note: unused, reason: unused }

/** One form, three answers; what was typed under an answer that was not chosen does not count. */
export const answerInput = z.discriminatedUnion(
  'answer',
  [
    z.strictObject({
      ...held,
      ...fields,
      answer: z.literal('removed'),
      episodeCount: wholeNumber(0, 100_000),
      links: linkLines(LINKS_MAX),
    }),
    z.strictObject({ ...held, ...fields, answer: z.literal('absent'), note: optional(1000) }),
    z.strictObject({ ...held, ...fields, answer: z.literal('objection'), reason: required(2000) }),
  ],
  'required',
)
const MANY = 50
/** "Not found" for many orders at once: the cases as their reader saw them, and one note for all. */
export const absentInput = z.strictObject({
  rows: z
    .record(z.string(), z.strictObject({ ...held, number: z.string().max(40) }))
    .refine((rows) => Object.keys(rows).length > 0, 'none_chosen')
    .refine((rows) => Object.keys(rows).length <= MANY, { error: 'too_many', params: { maximum: MANY } }),
  note: optional(1000),
})
/** What was found after the removal was reported. */
export const supplementInput = z.strictObject({ ...held, episodeCount: wholeNumber(0, 100_000), links: linkLines(LINKS_MAX) })
export const ruleInput = z.strictObject({ ...held, ruling: z.enum(['overrule', 'excuse'], 'required'), reason: required(1000) })
export const remindInput = z.strictObject({ ...held, note: optional(500) })

export type Absent = z.output<typeof absentInput>
export type Answer = z.output<typeof answerInput>
export type Supplement = z.output<typeof supplementInput>
export type Rule = z.output<typeof ruleInput>
export type Remind = z.output<typeof remindInput>
