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
/** What was found after the removal was reported. */
export const supplementInput = z.strictObject({ ...held, episodeCount: wholeNumber(0, 100_000), links: linkLines(LINKS_MAX) })
export const ruleInput = z.strictObject({ ...held, ruling: z.enum(['overrule', 'excuse'], 'required'), reason: required(1000) })
export const remindInput = z.strictObject({ ...held, note: optional(500) })

export type Answer = z.output<typeof answerInput>
export type Supplement = z.output<typeof supplementInput>
export type Rule = z.output<typeof ruleInput>
export type Remind = z.output<typeof remindInput>
