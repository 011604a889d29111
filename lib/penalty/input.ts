import * as z from 'zod'
import { held, many, optional, required } from '../kernel/form'
import { instantAt, isDay, type TimeOfDay } from '../kernel/time'

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
}

export const imposeInput = z.strictObject({ violationId: z.uuid('not_found'), accountId: z.uuid('not_found'), ...chosen })
export const failInput = z.strictObject({ ...held, ...chosen })
export const meetInput = z.strictObject({ ...held, note: optional(500) })
export const revokeInput = z.strictObject({ ...held, reason: required(500) })

export type Impose = z.output<typeof imposeInput>
export type Fail = z.output<typeof failInput>
export type Meet = z.output<typeof meetInput>
export type Revoke = z.output<typeof revokeInput>
export type Chosen = Pick<Impose, 'rungs' | 'parameters' | 'startsAt' | 'reason'>
