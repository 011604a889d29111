'use server'

import { formAction } from '@/app/_server/action'
import { linkOnce } from '@/app/_server/link'
import { newToken } from '@/lib/kernel/secret'
import { sendAgain as mailAgain } from '@/lib/notice/commands/mail'
import { openInput } from '@/lib/notice/input'
import { assignDuties, removeMember } from '@/lib/organization/commands/duties'
import { inviteMember, renewInvitation, revokeInvitation } from '@/lib/organization/commands/invite'
import { assignDutiesInput, decideInput, inviteMemberInput } from '@/lib/organization/input'

export const invite = formAction({
  as: ['admin'],
  noun: 'member',
  input: inviteMemberInput.transform((input) => ({ ...input, token: newToken() })),
  run: inviteMember,
  shown: linkOnce,
})

export const renew = formAction({
  as: ['admin'],
  noun: 'member',
  input: decideInput.transform((input) => ({ ...input, token: newToken() })),
  run: renewInvitation,
  shown: linkOnce,
})

export const revoke = formAction({ as: ['admin'], noun: 'member', input: decideInput, run: revokeInvitation, then: () => '/member' })

export const assign = formAction({ as: ['admin'], noun: 'member', input: assignDutiesInput, run: assignDuties, then: () => '/member' })

export const remove = formAction({ as: ['admin'], noun: 'member', input: decideInput, run: removeMember, then: () => '/member' })

export const sendAgain = formAction({ as: ['admin'], noun: 'member', input: openInput, run: mailAgain, then: () => '/member/mail' })
