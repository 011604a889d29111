import * as z from 'zod'
import { dayOrNone, held, instantOrNone, optional, required, wholeNumber } from '../kernel/form'
import { ANNOUNCED } from './rules'
import { ANNOUNCEMENT_KINDS } from './workflow'

const content = { title: required(100), body: required(10_000), scheduledAt: instantOrNone }
const chosen = {
  figure: z.enum(ANNOUNCED, 'required'),
  fromOn: dayOrNone,
  toOn: dayOrNone,
  rung: z
    .string()
    .default('')
    .refine((text) => text === '' || /^P\d{1,2}$/.test(text), 'rung_unknown')
    .transform((text) => text || null),
}

export const openInput = z.strictObject({ kind: z.enum(ANNOUNCEMENT_KINDS).default('announcement'), ofId: z.uuid('not_found').optional() })
export const draftBatchInput = z.strictObject({ batchId: z.uuid('not_found') })
export const writeInput = z.strictObject({ ...held, ...content })
export const addFigureInput = z.strictObject({ ...held, ...chosen })
export const dropFigureInput = z.strictObject({ ...held, key: z.string().regex(/^f\d{1,2}$/, 'not_found') })
/** `last`: how many announcements the issuer has made before, asked once. */
export const proposeInput = z.strictObject({
  ...held,
  last: z
    .union([z.literal('').transform(() => null), wholeNumber(0, 99_999)])
    .nullish()
    .transform((n) => n ?? null),
})
export const returnInput = z.strictObject({ ...held, reason: required(500) })
export const approveInput = z.strictObject({ ...held, checked: z.literal('on', 'must_tick').optional() })
export const withdrawInput = z.strictObject({ ...held, reason: optional(500) })

export type Open = z.output<typeof openInput>
export type DraftBatch = z.output<typeof draftBatchInput>
export type Write = z.output<typeof writeInput>
export type AddFigure = z.output<typeof addFigureInput>
export type DropFigure = z.output<typeof dropFigureInput>
export type Propose = z.output<typeof proposeInput>
export type Return = z.output<typeof returnInput>
export type Approve = z.output<typeof approveInput>
export type Withdraw = z.output<typeof withdrawInput>
