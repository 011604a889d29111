import * as z from 'zod'
import { day, held, many, optional, required, wholeNumber } from '../kernel/form'
import { CAMPAIGN_FIGURES, CAMPAIGN_KINDS } from './rules'

/** Numbered rows of a form, those that are empty left out; their order is their number's. */
const rows = <T extends z.ZodRawShape>(shape: T, most: number, isEmpty: (row: Record<string, unknown>) => boolean) =>
  z
    .record(z.string().regex(/^\d{1,3}$/), z.unknown())
    .default({})
    .transform((sent) =>
      Object.entries(sent)
        .toSorted(([a], [b]) => Number(a) - Number(b))
        .filter(([, row]) => !isEmpty((row ?? {}) as Record<string, unknown>))
        .map(([, row]) => row),
    )
    .pipe(z.array(z.strictObject(shape)).max(most, 'too_many'))

const blank = (value: unknown) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const content = {
  title: required(100),
  basis: required(500),
  fromOn: day,
  toOn: day,
  targetKinds: many(z.enum(CAMPAIGN_KINDS)).pipe(z.array(z.enum(CAMPAIGN_KINDS)).min(1, 'required')),
  platformIds: many(z.uuid('not_found')),
  bureauIds: many(z.uuid('not_found')),
  labels: rows(
    {
      label: required(40),
      codes: many(z.string().regex(/^V\d{2}-\d{2}$/, 'item_unknown')).pipe(z.array(z.string()).min(1, 'label_without_items')),
    },
    12,
    (row) => blank(row.label) && blank(row.codes),
  ),
  quotas: rows(
    {
      organizationId: z.uuid('required'),
      figure: z.enum(CAMPAIGN_FIGURES, 'required'),
      count: wholeNumber(1, 10_000_000),
    },
    200,
    (row) => blank(row.organizationId) && blank(row.count),
  ),
}

export const openInput = z.strictObject({})
export const writeInput = z.strictObject({ ...held, ...content })
export const startInput = z.strictObject({ ...held })
export const withdrawInput = z.strictObject({ ...held })
export const proposeCloseInput = z.strictObject({ ...held, reason: required(500) })
export const closeInput = z.strictObject({ ...held, remark: optional(500) })
export const resumeInput = z.strictObject({ ...held, reason: required(500) })

export type Write = z.output<typeof writeInput>
export type Held = z.output<typeof startInput>
export type ProposeClose = z.output<typeof proposeCloseInput>
export type Close = z.output<typeof closeInput>
export type Resume = z.output<typeof resumeInput>
