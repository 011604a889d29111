import * as z from 'zod'
import { held, many, mustTick, optional, required } from '../kernel/form'

const NAMES_MAX = 40
const NAME_MAX = 100
const chosen = many(z.uuid('invalid')).pipe(z.array(z.string()).max(200, 'too_many'))
/** Works everywhere, mini-programs on their hosts; at least one of either. */
const scope = { dramaIds: chosen, miniProgramIds: chosen }
/** A name or number on each line. */
const nameLines = z
  .string()
  .default('')
  .transform((text) => [
    ...new Set(
      text
        .split(/\r\n?|\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ])
  .refine((names) => names.every((name) => name.length <= NAME_MAX), { error: 'names_too_long', params: { maximum: NAME_MAX } })
  .refine((names) => names.length <= NAMES_MAX, { error: 'too_many', params: { maximum: NAMES_MAX } })

export const proposeInput = z.strictObject({
  violationId: z.uuid('not_found'),
  codes: many(z.string().max(8)).pipe(z.array(z.string()).min(1, 'item_missing')),
  ...scope,
  names: nameLines,
  reason: required(2000),
})
export const withdrawInput = z.strictObject({ ...held, reason: optional(500) })
export const verifyInput = z.strictObject({
  ...held,
  severity: z.coerce.number('choose').int().min(1).max(4),
  ...scope,
  remark: optional(1000),
})
/** `scope` is the digest of what the approver saw, `shown` its totals. */
export const approveInput = z.strictObject({
  ...held,
  scope: z.string().max(64),
  shown: z.string().max(60),
  checked: mustTick,
  remark: required(500),
})
export const reasonInput = z.strictObject({ ...held, reason: required(1000) })

export type Propose = z.output<typeof proposeInput>
export type Withdraw = z.output<typeof withdrawInput>
export type Verify = z.output<typeof verifyInput>
export type Approve = z.output<typeof approveInput>
export type Reason = z.output<typeof reasonInput>
