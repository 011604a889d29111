import * as z from 'zod'
import { dayOrNone, held, instantOrNone, optional, required, wholeNumber } from '../kernel/form'
import { ANNOUNCED } from './rules'
import { ANNOUNCEMENT_KINDS } from './workflow'

const written = (limit: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(limit, 'too_long'))
const content = { title: written(100), body: written(10_000), scheduledAt: instantOrNone }
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

/** The draft's one form: whatever is pressed, the text comes along; of the other fields each button sends its own. */
export const draftInput = z.preprocess(
  (sent) => {
    const {
      do: asked = 'save',
      drop,
      last,
      figure,
      rung,
      fromOn,
      toOn,
      title,
      body,
      scheduledAt,
      ...rest
    } = sent as Record<string, unknown>
    const text = { ...rest, title, body, scheduledAt }
    if (drop) return { ...text, do: 'drop', key: drop }
    if (asked === 'add') return { ...text, do: 'add', figure, rung, fromOn, toOn }
    if (asked === 'propose') return { ...text, do: 'propose', last }
    return asked === 'withdraw' ? { ...rest, do: 'withdraw' } : { ...text, do: asked }
  },
  z.discriminatedUnion('do', [
    writeInput.extend({ do: z.literal('save') }),
    addFigureInput.extend({ do: z.literal('add'), ...content }),
    dropFigureInput.extend({ do: z.literal('drop'), ...content }),
    proposeInput.extend({ do: z.literal('propose'), ...content }),
    z.strictObject({ do: z.literal('withdraw'), ...held }),
  ]),
)

export type Open = z.output<typeof openInput>
export type DraftBatch = z.output<typeof draftBatchInput>
export type Write = z.output<typeof writeInput>
export type AddFigure = z.output<typeof addFigureInput>
export type DropFigure = z.output<typeof dropFigureInput>
export type Propose = z.output<typeof proposeInput>
export type Draft = z.output<typeof draftInput>
export type Return = z.output<typeof returnInput>
export type Approve = z.output<typeof approveInput>
export type Withdraw = z.output<typeof withdrawInput>
