import * as z from 'zod'
import type { FigureDefinition } from './rules'
import { FACT_SOURCES, MEASURES, STANDINGS, TARGET_KINDS, WHATS } from './workflow'

const ids = z.array(z.uuid()).min(1).max(200).optional()
const words = z
  .array(
    z
      .string()
      .max(40)
      .refine((word) => !word.includes('\0')),
  )
  .min(1)
  .max(100)
  .optional()
const instant = z.iso
  .datetime()
  .refine((text) => text > '1970')
  .optional()

/** A figure's meaning as it stands in an address or a draft. */
export const definitionInput: z.ZodType<FigureDefinition> = z.strictObject({
  what: z.enum(WHATS),
  orMeasured: z.literal(true).optional(),
  measure: z.enum(MEASURES),
  targetKinds: z.array(z.enum(TARGET_KINDS)).min(1).optional(),
  rungs: words,
  stage: z.enum(['before_airing', 'after_airing']).optional(),
  groups: words,
  codes: words,
  sources: z.array(z.enum(FACT_SOURCES)).min(1).optional(),
  standings: z.array(z.enum(STANDINGS)).min(1).optional(),
  ownerIds: ids,
  standsOn: ids,
  platformIds: ids,
  bureauIds: ids,
  batchId: z.uuid().optional(),
  from: instant,
  to: instant,
})

/** Would the server take it for one of its snapshots: what ran lies between the first and the last, in order? */
function isSnapshot(text: string) {
  const [first, last, running] = text.split(':')
  const [min, max, all] = [BigInt(first!), BigInt(last!), running ? running.split(',').map(BigInt) : []]
  return min > 0n && min <= max && all.every((one, at) => one >= (all[at - 1] ?? min) && one < max)
}
/** A position as it stands in an address; the snapshot in the server's own spelling. */
export const positionInput = z.strictObject({
  seq: z.number().int().nonnegative(),
  snapshot: z
    .string()
    .regex(/^\d{1,19}:\d{1,19}:(\d{1,19}(,\d{1,19}){0,500})?$/, { abort: true })
    .refine(isSnapshot),
})
