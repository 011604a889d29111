import * as z from 'zod'
import { optional, ticked } from '../kernel/form'
import { SUBJECT_KINDS } from './workflow'

const MOST_PROMOTERS = 20
const lines = z
  .string()
  .default('')
  .transform((text) => [...new Set(text.split('\n').flatMap((line) => line.trim() || []))])
  .refine((all) => all.every((one) => one.length <= 100), 'too_long')
  .refine((all) => all.length <= MOST_PROMOTERS, 'too_many')

export const stateOperatorInput = z.strictObject({
  subjectKind: z.enum(SUBJECT_KINDS, 'not_found'),
  subjectId: z.uuid('not_found'),
  /** The statement that its writer saw standing; none where there was none. */
  seenId: z
    .union([z.literal(''), z.uuid('not_found')])
    .optional()
    .transform((id) => id || null),
  operatorName: optional(80),
  creditCode: optional(40),
  /** Empty: as stated before. They are kept as keyed hashes alone. */
  payee: optional(80),
  phone: optional(40),
  forgetPayee: ticked,
  forgetPhone: ticked,
  promoters: lines,
})
export type StateOperator = z.output<typeof stateOperatorInput>
