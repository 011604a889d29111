import * as z from 'zod'
import { parseTimecode } from '../drama/rules/timecode'
import { day, held, linkLines, many, optional, required, wholeNumber } from '../kernel/form'
import { FRAMES } from './workflow'

const laterDay = z.preprocess((sent) => sent || undefined, day.optional()).transform((text) => text ?? null)

const plan = {
  title: required(60),
  frame: z.enum(FRAMES, 'required'),
  platformId: z.preprocess((sent) => sent || undefined, z.uuid('required').optional()).transform((id) => id ?? null),
  sampleSize: wholeNumber(1, 500),
  weekdays: many(z.coerce.number().int().min(1).max(7)).pipe(z.array(z.number()).min(1, 'weekday_missing')),
  startsOn: day,
  endsOn: laterDay,
}
type Typed = { frame: string; platformId: string | null; startsOn: string; endsOn: string | null }
function whole({ frame, platformId, startsOn, endsOn }: Typed, ctx: z.RefinementCtx) {
  const complain = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message })
  if (frame === 'platform' && !platformId) complain('platformId', 'platform_missing')
  if (endsOn !== null && endsOn < startsOn) complain('endsOn', 'ends_before_start')
}
export const openInput = z.strictObject(plan).superRefine(whole)
export const amendInput = z.strictObject({ ...held, ...plan }).superRefine(whole)
export const heldInput = z.strictObject(held)

const seconds = z
  .string()
  .trim()
  .default('')
  .transform((text, ctx) => {
    if (!text) return null
    const at = parseTimecode(text)
    if (at === undefined) ctx.addIssue({ code: 'custom', message: 'timecode_unknown' })
    return at ?? null
  })
const episode = z
  .string()
  .default('')
  .transform((text) => text.normalize('NFKC').replace(/^\s*第\s*|\s*集\s*$/g, ''))
  .pipe(z.union([z.literal('').transform(() => null), wholeNumber(1, 999_999)]))

/** What was found, as it is typed on the sheet; which of it must be there depends on what the sheet is about. */
export const findInput = z
  .strictObject({
    ...held,
    address: linkLines(1).transform(([link]) => link ?? null),
    episode,
    start: seconds,
    end: seconds,
    items: many(z.string().max(20)).pipe(z.array(z.string()).max(20, 'too_many')),
    note: required(1000),
  })
  .superRefine(({ start, end }, ctx) => {
    const complain = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message })
    if (start === null && end !== null) complain('start', 'start_missing')
    if (start !== null && end !== null && end < start) complain('end', 'end_before_start')
  })
export const cleanInput = z.strictObject({ ...held, note: optional(500) })

export type OpenPlan = z.output<typeof openInput>
export type AmendPlan = z.output<typeof amendInput>
export type Held = z.output<typeof heldInput>
export type Find = z.output<typeof findInput>
export type Clean = z.output<typeof cleanInput>
