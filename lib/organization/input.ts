import * as z from 'zod'
import { email, held, required } from '../kernel/form'
import { isDay } from '../kernel/time'

const day = z.string('required').trim().min(1, 'required').refine(isDay, 'not_a_day')
const applicant = { contactName: required(40), email, password: z.string('required').min(1, 'required').max(128, 'too_long') }

/** A creator registers itself; its bureau accepts it. `provinceCode` is NRTA for a central body. */
export const applyCreatorInput = z.strictObject({
  name: required(80),
  creditCode: required(40),
  provinceCode: required(8),
  licenceNumber: required(60),
  licenceExpiresOn: day,
  ...applicant,
})
/** A platform applies at a public form; 总局 admits it. */
export const applyPlatformInput = z.strictObject({
  code: required(30),
  name: required(80),
  shortName: required(20),
  creditCode: required(40),
  provinceCode: required(8),
  licenceNumber: required(60),
  ...applicant,
})

export const decideInput = z.strictObject(held)
export const reasonInput = z.strictObject({ ...held, reason: required(500) })

export type ApplyCreator = z.output<typeof applyCreatorInput>
export type ApplyPlatform = z.output<typeof applyPlatformInput>

/** What was typed at the door; nothing about it is judged before it is looked up. */
export const signInInput = z.strictObject({
  email,
  password: z.string('required').min(1, 'required').max(1000, 'too_long'),
  back: z.string().max(2000).optional(),
})
