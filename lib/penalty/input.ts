import * as z from 'zod'
import { held, instantOrNone, many, optional, required } from '../kernel/form'
import { TARGETS } from './workflow'

const chosen = {
  rungs: many(z.string().regex(/^P\d{1,2}$/, 'rung_unknown')).pipe(z.array(z.string()).min(1, 'measure_missing').max(11, 'too_many')),
  /** By rung; what was typed under one that is not chosen does not count. */
  parameters: z.record(z.string(), z.string().max(20, 'too_long')).default({}),
  /** Left empty it is the moment of the act. */
  startsAt: instantOrNone,
  reason: optional(500),
  /** What to mend, where P1 is among them; left empty the upheld items say it. */
  asks: optional(500),
}

/** What the guide asked for where it was read, as `sightOf` has it. */
const sight = z.string().max(200)
const episode = z.coerce.number().int().min(1).max(9999)
export const imposeInput = z.strictObject({
  violationId: z.uuid('not_found'),
  targetKind: z.enum(TARGETS),
  targetId: z.uuid('not_found'),
  /** Of a work, where the decision is kept to these. */
  episodes: many(episode).pipe(z.array(z.number()).max(50, 'too_many')).default([]),
  ...chosen,
  /** The decision that was due where it was read, if one was. */
  dueId: z.preprocess((sent) => sent || undefined, z.uuid('not_found').optional()),
  sight,
})
export const spareInput = z.strictObject({ ...held, reason: required(500), sight })
export const hardenInput = z.strictObject({ ...held, reason: required(500) })
export const liftInput = z.strictObject({ ...held, shown: required(500) })
export const concludeInput = z.strictObject({ ...held, result: required(500) })
export const acknowledgeInput = z.strictObject({ ...held, note: optional(500) })
export const revokeInput = z.strictObject({ ...held, reason: required(500) })
/** The words that the draft of the report of a refusal begins with. */
export const reportInput = z.strictObject({ ...held, description: required(2000) })

type Imposing = z.output<typeof imposeInput>
/** Whoever decides without having read it anywhere names no sight. */
export type Impose = Omit<Imposing, 'dueId' | 'sight'> & Partial<Pick<Imposing, 'dueId' | 'sight'>>
export type Acknowledge = z.output<typeof acknowledgeInput>
export type Revoke = z.output<typeof revokeInput>
export type Harden = z.output<typeof hardenInput>
export type Spare = Harden & Partial<z.output<typeof spareInput>>
export type Lift = z.output<typeof liftInput>
export type Report = z.output<typeof reportInput>
export type Conclude = z.output<typeof concludeInput>
export type Chosen = Pick<Impose, 'rungs' | 'parameters' | 'startsAt' | 'reason' | 'asks'>
