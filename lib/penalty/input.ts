import * as z from 'zod'
import { held, many, optional, required } from '../kernel/form'
import { instantAt, isDay, type TimeOfDay } from '../kernel/time'
import { TARGETS } from './workflow'

const LOCAL = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(:\d{2})?$/
/** Date and time as the browser's picker sends them, in Beijing; left empty it is the moment of the act. */
const instant = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || isDay(LOCAL.exec(text)?.[1] ?? ''), 'not_an_instant')
  .transform((text) => {
    const [, day, hour, minute] = LOCAL.exec(text) ?? []
    return day && isDay(day) ? instantAt(day, `${hour}:${minute}` as TimeOfDay) : null
  })

const chosen = {
  rungs: many(z.string().regex(/^P\d{1,2}$/, 'rung_unknown')).pipe(z.array(z.string()).min(1, 'measure_missing').max(11, 'too_many')),
  /** By rung; what was typed under one that is not chosen does not count. */
  parameters: z.record(z.string(), z.string().max(20, 'too_long')).default({}),
  startsAt: instant,
  reason: optional(500),
  /** What to mend, where P1 is among them; left empty the upheld items say it. */
  asks: optional(500),
}

const episode = z.coerce.number().int().min(1).max(9999)
export const imposeInput = z.strictObject({
  violationId: z.uuid('not_found'),
  targetKind: z.enum(TARGETS),
  targetId: z.uuid('not_found'),
  /** Of a work, where the decision is kept to these. */
  episodes: many(episode).pipe(z.array(z.number()).max(50, 'too_many')).default([]),
  ...chosen,
})
export const spareInput = z.strictObject({ ...held, reason: required(500) })
export const liftInput = z.strictObject({ ...held, shown: required(500) })
export const concludeInput = z.strictObject({ ...held, result: required(500) })
export const acknowledgeInput = z.strictObject({ ...held, note: optional(500) })
export const revokeInput = z.strictObject({ ...held, reason: required(500) })

export type Impose = z.output<typeof imposeInput>
export type Acknowledge = z.output<typeof acknowledgeInput>
export type Revoke = z.output<typeof revokeInput>
export type Spare = z.output<typeof spareInput>
export type Lift = z.output<typeof liftInput>
export type Conclude = z.output<typeof concludeInput>
export type Chosen = Pick<Impose, 'rungs' | 'parameters' | 'startsAt' | 'reason' | 'asks'>
