import * as z from 'zod'
import { parseTimecode } from '../drama/rules/timecode'
import { day, held, linkLines, many, optional, required } from '../kernel/form'
import { wholeOf } from '../kernel/number'
import { type Place, parsePlaces } from './rules'
import { OUTCOMES, STAGES, SUBJECT_KINDS } from './workflow'

const PLACES_MAX = 500
const LINKS_MAX = 200
const DRAFT_MAX = 200_000

const id = z.uuid('not_found')
/** 第 12 集, 12 */
const episode = z
  .string()
  .trim()
  .transform((text) => wholeOf(text.replace(/^第\s*|\s*集$/g, '')))

const row = z.strictObject({
  episode: z.string().default(''),
  start: z.string().default(''),
  end: z.string().default(''),
  note: z.string().trim().max(200, 'too_long').default(''),
})
type Row = z.output<typeof row>
type Complaint = { field: keyof Row; message: string; params?: Record<string, string | number> }

/** A place with the field in which it was typed. */
type Typed = Place & { field?: string }

function placeOf(typed: Row): Place | Complaint {
  const number = episode.safeParse(typed.episode)
  const written = typed.episode.trim()
  if (!number.success || !Number.isInteger(number.data) || number.data < 1 || number.data > 999_999)
    return { field: 'episode', message: written ? 'episode_unknown' : 'episode_missing' }
  const [start, end] = [typed.start, typed.end].map((text) => (text.trim() ? parseTimecode(text) : null))
  if (start === undefined) return { field: 'start', message: 'timecode_unknown' }
  if (end === undefined) return { field: 'end', message: 'timecode_unknown' }
  if (start === null && end !== null) return { field: 'start', message: 'start_missing' }
  if (start !== null && end !== null && end! < start!)
    return { field: 'end', message: 'end_before_start', params: { episode: number.data, start: typed.start.trim(), end: typed.end.trim() } }
  return { episode: number.data, start: start ?? null, end: end ?? null, note: typed.note }
}

const isBlank = (typed: Row) => Object.values(typed).every((text) => text.trim() === '')

/** Rows as they stand on the page, and lines that were pasted below them; each complaint names its own row's field. */
const places = z
  .object({ rows: z.record(z.string(), row).default({}), text: z.string().default('') })
  .transform(({ rows, text }, ctx): Typed[] => {
    const complain = (path: string[], message: string, params?: Complaint['params']) =>
      ctx.addIssue({ code: 'custom', path, message, params })
    const typed = Object.entries(rows)
      .filter(([, one]) => !isBlank(one))
      .flatMap(([key, one]) => {
        const place = placeOf(one)
        if (!('message' in place)) return [{ ...place, field: `places.rows.${key}.episode` }]
        complain(['rows', key, place.field], place.message, place.params)
        return []
      })
    const pasted = parsePlaces(text)
    if (!pasted.ok)
      for (const { line, code, text: words } of pasted.errors.slice(0, 5)) complain(['text'], `line_${code}`, { line, text: words })
    const all = [...typed, ...(pasted.ok ? pasted.places.map((place) => ({ ...place, field: 'places.text' })) : [])]
    if (all.length > PLACES_MAX) complain(['text'], 'too_many', { maximum: PLACES_MAX })
    return all
  })

const blank = (one: Record<string, unknown> | undefined, ...names: string[]) =>
  !one || names.every((name) => !String(one[name] ?? '').trim())
/** A group of fields that is either left out or filled in whole. */
const whole = <T extends z.ZodType>(shape: T, ...names: string[]) =>
  z.preprocess((sent) => (blank(sent as Record<string, unknown> | undefined, ...names) ? undefined : sent), shape.optional())

const filing = {
  ...held,
  /** A work of the register by its id, a new one, or none. */
  work: z.union([z.literal('new'), z.literal('none'), z.uuid('work_missing')], 'work_missing'),
  title: z.string().trim().max(100, 'too_long').default(''),
  aliases: z
    .string()
    .max(500, 'too_long')
    .default('')
    .transform((text) => [
      ...new Set(
        text
          .split(/[\n、;；]/)
          .map((one) => one.trim())
          .filter(Boolean),
      ),
    ]),
  producerName: optional(100),
  miniProgram: whole(z.strictObject({ platformId: z.uuid('required'), appId: required(100), name: required(100) }), 'appId', 'name'),
  account: whole(
    z.strictObject({ platformId: z.uuid('required'), accountId: required(100), handle: required(100) }),
    'accountId',
    'handle',
  ),
  /** Where CNSA saw it. */
  platformId: z.preprocess((sent) => sent || undefined, id.optional()),
  stage: z.enum(STAGES, 'required'),
  seenOn: day,
  places: places.prefault({}),
  items: many(z.string().max(20)).pipe(z.array(z.string()).min(1, 'item_missing').max(66, 'too_many')),
  /** Which subjects an item is cited for. */
  targets: z.record(z.string(), many(z.enum(SUBJECT_KINDS))).default({}),
  description: optional(5000),
  links: linkLines(LINKS_MAX),
  cites: many(id).pipe(z.array(z.uuid()).max(20, 'too_many')),
  /** Asked for on the page and no part of the report. */
  find: z.string().optional(),
  findItems: z.string().optional(),
}

const filed = z.strictObject({ do: z.literal('file'), ...filing })
export type FileViolation = z.output<typeof filed>

/** What a report is about must hang together, as far as its fields fit. */
export function aboutFaults(
  { work, title, places: seen, miniProgram, account }: Partial<FileViolation>,
  unfit: ReadonlySet<string> = new Set(),
) {
  const nothing = !miniProgram && !account && !unfit.has('miniProgram') && !unfit.has('account')
  return [
    ...(work === 'new' && title === '' ? [{ field: 'title', code: 'required' }] : []),
    ...(work === 'none' && seen?.length ? [{ field: 'work', code: 'places_without_work' }] : []),
    ...(work === 'none' && nothing ? [{ field: 'work', code: 'subject_missing' }] : []),
  ]
}

export const fileInput = filed.superRefine((sent, ctx) => {
  for (const { field, code } of aboutFaults(sent)) ctx.addIssue({ code: 'custom', path: [field], message: code })
})

/** What the draft's buttons ask for besides filing: each keeps what was typed. */
const KEEPING = ['keep', 'overwrite', 'find', 'items', 'attach', 'more', 'later'] as const
const keepInput = z.strictObject({
  ...held,
  do: z.enum(KEEPING),
  /** One of its files, to be taken out. */
  remove: id.optional(),
  draft: z.record(z.string(), z.unknown()).refine((draft) => JSON.stringify(draft).length <= DRAFT_MAX, 'too_long'),
})
export type KeepDraft = z.output<typeof keepInput>

/** The draft's one form: filing is judged field by field, whatever else is asked keeps the fields as typed. */
export const draftInput = z.preprocess(
  (sent) => {
    const { do: asked, remove, id: subject, version, ...draft } = sent as Record<string, unknown>
    return asked === 'file' && !remove
      ? { do: 'file', id: subject, version, ...draft }
      : { do: remove ? 'keep' : asked, id: subject, version, remove, draft }
  },
  z.discriminatedUnion('do', [fileInput, keepInput]),
)

const ruling = z.strictObject({
  outcome: z.enum(OUTCOMES, 'ruling_missing'),
  items: many(z.string().max(20)),
  reason: z.string('reason_missing').trim().min(1, 'reason_missing').max(1000, 'too_long'),
})
export const upholdInput = z.strictObject({ ...held, rulings: z.record(z.uuid(), ruling) })
export const dismissInput = z.strictObject({ ...held, reason: required(1000) })
export const mergeInput = z.strictObject({
  ...held,
  into: z
    .string('required')
    .trim()
    .toUpperCase()
    .regex(/^JB-\d{4}-\d+$/, 'not_a_number_of_reports'),
  /** The reviewer finds that the two works, reported separately, are one. */
  sameWork: z.literal('on').optional(),
})
const MANY = 50
const rows = z
  .record(z.string(), z.strictObject({ ...held, number: z.string().max(40) }))
  .refine((all) => Object.keys(all).length > 0, 'none_chosen')
  .refine((all) => Object.keys(all).length <= MANY, { error: 'too_many', params: { maximum: MANY } })
const unused = z.string().optional()
/** Many duplicates at once: merged into one report or dismissed with one reason; what stands under the other choice does not count. */
export const settleInput = z.discriminatedUnion(
  'how',
  [
    z.strictObject({ rows, how: z.literal('merge'), into: mergeInput.shape.into, reason: unused }),
    z.strictObject({ rows, how: z.literal('dismiss'), reason: required(1000), into: unused }),
  ],
  'required',
)
export const takeOverInput = z.strictObject({ ...held, reason: required(500) })
export const reassignInput = z.strictObject({ ...held, bureauId: z.uuid('required'), reason: required(500) })
export const withdrawInput = z.strictObject({ ...held, reason: optional(500) })
export const openInput = z.strictObject({})
export const heldInput = z.strictObject(held)

export type Uphold = z.output<typeof upholdInput>
export type Dismiss = z.output<typeof dismissInput>
export type Merge = z.output<typeof mergeInput>
export type Settle = z.output<typeof settleInput>
export type TakeOver = z.output<typeof takeOverInput>
export type Reassign = z.output<typeof reassignInput>
export type Withdraw = z.output<typeof withdrawInput>
export type Held = z.output<typeof heldInput>
