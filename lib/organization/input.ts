import * as z from 'zod'
import { DUTIES_OF, type MemberDuty } from '../kernel/actor'
import { day, email, held, many, required } from '../kernel/form'

/** Judged by the rules; here only kept from being endless. */
const password = z.string('required').min(1, 'required').max(1000, 'password_too_long')
const token = z.string('link_closed').regex(/^[\w-]{20,100}$/, 'link_closed')
const name = required(40)
const duties = many(z.enum([...new Set(Object.values(DUTIES_OF).flat())] as [MemberDuty, ...MemberDuty[]], 'duty_not_of_kind'))

/** One of a list that the page shows. */
const chosen = z.string('choose').min(1, 'choose').max(8, 'too_long')
const application = { name: required(80), creditCode: required(40), provinceCode: chosen, licenceNumber: required(60) }
const applicant = { contactName: name, email, password }

/** A creator registers itself; its bureau accepts it. `provinceCode` is NRTA for a central body. */
const creator = { ...application, licenceExpiresOn: day }
/** A platform applies at a public form; 总局 admits it. `code` is the rulebook's, where it has one for the platform. */
const platform = {
  ...application,
  code: z.string().trim().max(30, 'too_long').optional(),
  shortName: z.string().trim().max(20, 'too_long').optional(),
}

export const applyCreatorInput = z.strictObject({ ...creator, ...applicant })
export const applyPlatformInput = z.strictObject({ ...platform, ...applicant })
export const reapplyCreatorInput = z.strictObject({ ...held, ...creator })
export const reapplyPlatformInput = z.strictObject({ ...held, ...platform })
export type ApplyCreator = z.output<typeof applyCreatorInput>
export type ApplyPlatform = z.output<typeof applyPlatformInput>
export type ReapplyCreator = z.output<typeof reapplyCreatorInput>
export type ReapplyPlatform = z.output<typeof reapplyPlatformInput>

export const decideInput = z.strictObject(held)
export const reasonInput = z.strictObject({ ...held, reason: required(500) })

/** What was typed at the door; nothing about it is judged before it is looked up. */
export const signInInput = z.strictObject({ email, password, back: z.string().max(2000).optional() })
export const requestResetInput = z.strictObject({ email })
export const resetPasswordInput = z.strictObject({ token, password })

export const inviteMemberInput = z.strictObject({ email, duties })
export const inviteFirstInput = z.strictObject({ id: z.uuid('not_found'), email })
export const acceptInvitationInput = z.strictObject({ token, name, password })
/** `seen`: the duties that the form showed, so that two administrators do not undo each other unseen. */
export const assignDutiesInput = z.strictObject({ ...held, duties, seen: z.string() })

export const renameInput = z.strictObject({ name, locale: z.enum(['zh-CN', 'en']) })
export const changePasswordInput = z.strictObject({ oldPassword: password, newPassword: password })
export const nothing = z.strictObject({})
