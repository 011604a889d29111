import * as z from 'zod'
import { dayOrNone, held, many, optional } from '../kernel/form'
import { wholeOf } from '../kernel/number'
import { KINDS } from './workflow'

const CODE = /^V\d{2}-\d{2}$/
const address = optional(500).refine((text) => text === null || z.url({ protocol: /^https?$/ }).safeParse(text).success, 'not_a_link')
const count = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : wholeOf(text)))
  .refine((value) => value === null || (Number.isInteger(value) && value > 0 && value <= 10_000), 'not_a_number')
  .nullish()
  .transform((value) => value ?? null)

export const openInput = z.strictObject({ kind: z.enum(KINDS, 'choose') })
export const stepInput = z.strictObject(held)
export const withdrawInput = z.strictObject({ ...held, reason: optional(500) })

/** A draft is kept as far as it goes; what it lacks is said when it is published. */
export const keepInput = z.strictObject({
  ...held,
  title: z.string().trim().max(100, 'too_long').default(''),
  titleEn: optional(200),
  body: z.string().trim().max(8000, 'too_long').default(''),
  bodyEn: optional(8000),
  issuedOn: dayOrNone,
  closesOn: dayOrNone,
  batch: optional(60),
  workCount: count,
  works: z.string().trim().max(8000, 'too_long').default(''),
  sourceName: z.string().trim().max(200, 'too_long').default(''),
  sourceUrl: address,
  clauses: many(z.string().regex(CODE, 'item_unknown')).default([]),
})
export type Keep = z.output<typeof keepInput>
