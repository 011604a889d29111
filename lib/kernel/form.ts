import * as z from 'zod'
import { wholeOf } from './number'
import { asDay, type Day, instantAt, isDay, type TimeOfDay } from './time'

/** Shapes of what forms send: strings, and nothing else. A message is a code that the catalogue puts into words. */
export const required = (limit: number) => z.string('required').trim().min(1, 'required').max(limit, 'too_long')
export const optional = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit, 'too_long')
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null)
export const wholeNumber = (least = 0, most = Number.MAX_SAFE_INTEGER) =>
  z
    .string('required')
    .trim()
    .min(1, 'required')
    .transform(wholeOf)
    .pipe(z.number('not_a_number').int('not_a_number').min(least, 'too_small').max(most, 'too_large'))
export const ticked = z
  .literal('on')
  .optional()
  .transform((box) => box === 'on')
export const mustTick = z.literal('on', 'must_tick')
/** A calendar date in Beijing. */
export const day = z.string('required').trim().min(1, { error: 'required', abort: true }).refine(isDay, 'not_a_day').transform(asDay)
export const dayOrNone = z
  .string()
  .trim()
  .refine((text) => text === '' || isDay(text), 'not_a_day')
  .nullish()
  .transform((text): Day | null => (text ? asDay(text) : null))

const LOCAL = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(:\d{2})?$/
/** Date and time as the browser's picker sends them, in Beijing; left empty it is none. */
export const instantOrNone = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || isDay(LOCAL.exec(text)?.[1] ?? ''), 'not_an_instant')
  .transform((text) => {
    const [, on, hour, minute] = LOCAL.exec(text) ?? []
    return on && isDay(on) ? instantAt(on, `${hour}:${minute}` as TimeOfDay) : null
  })

/** A file's name as it is shown: without folders, without control and direction marks. */
export const fileName = (limit: number) =>
  z.string().transform(
    (raw) =>
      [
        ...raw
          .normalize('NFC')
          .replace(/^.*[\\/]/s, '')
          .replace(/[\p{Cc}\p{Cf}]/gu, '')
          .trim(),
      ]
        .slice(0, limit)
        .join('') || '—',
  )
/** None, one or many boxes under one name. */
export const many = <T extends z.ZodType>(one: T) =>
  z.preprocess((sent) => (sent === undefined || sent === '' ? [] : Array.isArray(sent) ? sent : [sent]), z.array(one))
/** A case as its reader saw it. */
export const held = { id: z.uuid('not_found'), version: z.coerce.number().int().positive() }
export const email = z.string('required').trim().toLowerCase().min(1, 'required').pipe(z.email('not_an_email').max(200, 'too_long'))

const link = z.url({ protocol: /^https?$/ }).max(2000)
/** One line for each link; http and https only. The complaint is the field's, not a line's. */
export const linkLines = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => [...new Set(text.split(/\s+/).filter(Boolean))])
    .refine((links) => links.every((one) => link.safeParse(one).success), 'not_a_link')
    .refine((links) => links.length <= most, { error: 'too_many', params: { maximum: most } })

/** Of what was sent, the fields that fit by themselves, and the names of those that do not. */
export function fitting<S extends z.ZodRawShape>(shape: S, sent: Record<string, unknown>) {
  const input: Record<string, unknown> = {}
  const unfit = new Set<string>()
  for (const [name, field] of Object.entries(shape)) {
    const read = z.safeParse(field, sent[name])
    if (read.success) input[name] = read.data
    else unfit.add(name)
  }
  return { input: input as Partial<z.output<z.ZodObject<S>>>, unfit: unfit as ReadonlySet<string> }
}

const KEY = /^(\d+|[\da-f]{8}-[\da-f-]{27})$/
/** A field's name without the keys of the rows that it stands in: `places.rows.0.start` is `places.rows.start`. */
export const withoutKeys = (field: string) =>
  field
    .split('.')
    .filter((part) => !KEY.test(part))
    .join('.')

/** The fields of a shape that are chosen from a list and never typed, by their names without keys: what they send are codes. */
export function chosenIn(schema: z.core.$ZodType, name = ''): string[] {
  const { def } = schema._zod as unknown as { def: Record<string, unknown> & { type: string; format?: string } }
  const within = (inner: unknown, part?: string) => chosenIn(inner as z.core.$ZodType, [name, part].filter(Boolean).join('.'))
  if (def.type === 'object') return Object.entries(def.shape as object).flatMap(([part, inner]) => within(inner, part))
  if (def.type === 'union') return (def.options as unknown[]).flatMap((one) => within(one))
  if (def.type === 'pipe') return [def.in, def.out].flatMap((one) => within(one))
  if (def.type === 'enum' || def.type === 'literal' || def.format === 'uuid') return [name]
  const inner = def.innerType ?? def.element ?? def.valueType
  return inner ? within(inner) : []
}

/** What no database text can hold goes: NUL, and halves of characters. */
export const storable = (text: string) => text.toWellFormed().replaceAll('\0', '')

/** No form of the portal nests deeper. */
const DEEPEST = 8

/** `places.0.episode=12` as nested records; a name sent more than once becomes a list. Next's own fields are dropped. */
export function readForm(entries: Iterable<[string, unknown]>): Record<string, unknown> {
  const sent: Record<string, unknown> = Object.create(null)
  for (const [name, value] of entries) {
    if (name.startsWith('$ACTION') || typeof value !== 'string') continue
    const path = name.split('.')
    if (path.length > DEEPEST) continue
    const last = path.pop()!
    let at = sent
    for (const part of path)
      at = (
        typeof at[part] === 'object' && at[part] !== null && !Array.isArray(at[part]) ? at[part] : (at[part] = Object.create(null))
      ) as Record<string, unknown>
    const text = storable(value)
    at[last] = last in at ? [at[last], text].flat() : text
  }
  return sent
}
