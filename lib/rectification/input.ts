import * as z from 'zod'
import { parseSpan } from '../drama/rules/timecode'
import { held, optional, required, wholeNumber } from '../kernel/form'
import { parseEpisodes } from './rules'

const HOURS_MAX = 9999
const TASKS_MAX = 200

type Row = { code: string; what: string; episode: string; span: string }
const row = z.strictObject({
  code: z.string().max(20).default(''),
  what: z.string().trim().max(500, 'too_long').default(''),
  episode: z.string().trim().max(10).default(''),
  span: z.string().trim().max(40).default(''),
})
type Typed = { field?: string; code: string; what: string; episode: number | null; startSecond: number | null; endSecond: number | null }
type Complaint = { field: keyof Row; message: string }

/** A task as typed, or what is wrong with it and where. */
function taskOf({ code, what, episode, span }: Row): Typed | Complaint {
  if (!code) return { field: 'code', message: 'choose' }
  if (!what) return { field: 'what', message: 'required' }
  const number = episode ? wholeNumber(1, 100_000).safeParse(episode) : null
  if (number && !number.success) return { field: 'episode', message: 'not_a_number' }
  if (span && !number) return { field: 'episode', message: 'episode_missing' }
  const found = span ? parseSpan(span) : null
  if (typeof found === 'string') return { field: 'span', message: found }
  return { code, what, episode: number?.data ?? null, startSecond: found?.start ?? null, endSecond: found?.end ?? null }
}

/** Rows as they stand on the page; one that says neither what nor where is left out. */
const tasks = z.record(z.string(), row).transform((rows, ctx): Typed[] => {
  const typed = Object.entries(rows)
    .filter(([, { what, episode, span }]) => what || episode || span)
    .flatMap(([key, one]) => {
      const task = taskOf(one)
      if (!('message' in task)) return [{ ...task, field: `tasks.${key}.episode` }]
      ctx.addIssue({ code: 'custom', path: [key, task.field], message: task.message })
      return []
    })
  if (typed.length > TASKS_MAX) ctx.addIssue({ code: 'custom', path: [], message: 'too_many', params: { maximum: TASKS_MAX } })
  return typed
})

/** What a bureau orders on a report that it upheld. */
export const orderInput = z.strictObject({
  violationSubjectId: z.uuid('not_found'),
  /** The platform that hands in where the subject has no member here. */
  platformId: z.preprocess((sent) => sent || null, z.uuid('required').nullable().default(null)),
  hours: wholeNumber(1, HOURS_MAX),
  tasks: tasks.prefault({}),
})

const episodes = z
  .string()
  .trim()
  .max(2000, 'too_long')
  .default('')
  .transform((text, ctx) => {
    const found = parseEpisodes(text)
    if (found) return found
    ctx.addIssue({ code: 'custom', message: 'episodes_not_understood' })
    return z.NEVER
  })

export const handInInput = z.strictObject({ ...held, account: required(5000), replacedEpisodes: episodes })
export const acceptInput = z.strictObject({ ...held, note: optional(1000) })
export const returnInput = z.strictObject({
  ...held,
  reasons: z.record(z.string().regex(/^\d{1,4}$/), optional(1000)).default({}),
  note: optional(1000),
})
export const extendInput = z.strictObject({ ...held, reason: required(1000) })
export const removeInput = z.strictObject({ ...held, fileId: z.uuid('not_found') })
export type OrderForm = z.output<typeof orderInput>
export type HandIn = z.output<typeof handInInput>
export type Accept = z.output<typeof acceptInput>
export type Return = z.output<typeof returnInput>
export type Extend = z.output<typeof extendInput>
export type Remove = z.output<typeof removeInput>
