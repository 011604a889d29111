import * as z from 'zod'
import { held, many, ticked } from '../kernel/form'
import { type Draft, FIELDS } from './rules/content'

/** Drafts are kept as typed, the poster apart, which is sent by itself; only what could not be a person's typing is refused. */
const loose = (limit: number) => z.string().max(limit, 'too_long').default('')
const words = many(z.string().max(60))
const cell = z.string().max(200, 'too_long').default('')

const draftShape = {
  title: loose(500),
  aliases: loose(2000),
  era: loose(40),
  genre: loose(40),
  form: loose(40),
  aiMade: loose(10),
  /** Empty rows count here, so that a fault is found in the row that was typed. */
  episodes: z
    .preprocess(
      (sent) => Object.values((sent ?? {}) as object),
      z.array(z.strictObject({ number: cell, title: cell, length: cell })).max(2001, 'too_many'),
    )
    .default([]),
  episodeLines: loose(100_000),
  synopsis: loose(20_000),
  investment: loose(60),
  specialSubjects: words.default([]),
  mainPush: ticked,
  firstScreen: ticked,
  voluntary: ticked,
  platformIds: many(z.uuid()).default([]),
} satisfies Record<Exclude<keyof Draft, 'poster'>, z.ZodType>

const note = z.string().trim().max(500, 'too_long').default('')
/**
 * The one form of a draft, sent by one of its buttons or by itself: `autosave` leaves pasted lines as they stand, `overwrite` keeps
 * what is sent whatever another window has kept meanwhile.
 */
export const keepInput = z.strictObject({
  ...held,
  ...draftShape,
  note,
  intent: z.enum(['autosave', 'save', 'overwrite', 'submit', 'offer']).default('save'),
})
/** Resubmitting as the case page does it: what was last saved, and why something objected to stands as it was. */
export const resubmitInput = z.strictObject({ ...held, note })
export const posterInput = z.strictObject({ id: held.id })
export const openInput = z.strictObject({})
export const stepInput = z.strictObject(held)
export const reasonInput = z.strictObject({ ...held, reason: z.string('required').trim().min(1, 'required').max(1000, 'too_long') })
export const opinionInput = z.strictObject({ ...held, opinion: z.string().trim().max(1000, 'too_long').default('') })

const objection = z.strictObject({
  quote: z.string().trim().max(500, 'too_long').default(''),
  reason: z.string().trim().max(1000, 'too_long').default(''),
})
/** A reason for each field that is objected to, with the words that it quotes. */
export const returnInput = z
  .strictObject({
    ...held,
    ...(Object.fromEntries(FIELDS.map((field) => [field, objection.optional()])) as Record<
      (typeof FIELDS)[number],
      z.ZodOptional<typeof objection>
    >),
  })
  .transform(({ id, version, ...fields }) => ({
    id,
    version,
    objections: FIELDS.flatMap((field) => {
      const said = fields[field]
      return said && (said.reason !== '' || said.quote !== '') ? [{ field, ...said }] : []
    }),
  }))

/** `asItCame`: the number fits no published form and is recorded as it stands all the same. */
export const recordInput = z.strictObject({
  id: held.id,
  officialNumber: z.string('required').trim().min(1, 'required').max(100, 'too_long'),
  asItCame: ticked,
})
export const passInput = z.strictObject({ id: held.id, reason: z.string().trim().max(500, 'too_long').default('') })

export type Keep = z.output<typeof keepInput>
/** A draft as it is saved or filed: `note` answers an objection. */
export type Save = Omit<Keep, 'intent' | 'note'> & { note?: string }
