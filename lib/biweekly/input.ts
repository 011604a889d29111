import * as z from 'zod'
import { held, optional, required } from '../kernel/form'

/** By the name of a figure: what is declared instead of it, and why. A line left empty declares nothing. */
const declared = {
  declared: z.record(z.string().max(60), z.string().max(20, 'too_long')).default({}),
  reasons: z.record(z.string().max(60), z.string().trim().max(300, 'too_long')).default({}),
}
const word = z.string().max(40).default('')
/** Lines for figures of which the record holds nothing, each chosen from three lists. */
const added = z
  .record(
    z.string().regex(/^\d$/),
    z.strictObject({
      line: word,
      group: word,
      column: word,
      value: z.string().max(20, 'too_long').default(''),
      reason: z.string().trim().max(300, 'too_long').default(''),
    }),
  )
  .default({})

const written = { ...declared, added, remark: optional(1000) }

export const writeInput = z.strictObject({ ...held, ...written })
export const amendInput = z.strictObject({ ...held, ...written, why: required(500) })
export const signInput = z.strictObject(held)
export const returnInput = z.strictObject({ ...held, reason: required(500) })
export const waiveInput = z.strictObject({ ...held, reason: required(500) })

export type Write = z.output<typeof writeInput>
export type AmendReport = z.output<typeof amendInput>
export type Sign = z.output<typeof signInput>
export type Return = z.output<typeof returnInput>
export type Waive = z.output<typeof waiveInput>
