'use server'

import { formAction } from '@/app/_server/action'
import { linkOnce } from '@/app/_server/link'
import { newToken } from '@/lib/kernel/secret'
import { acceptOrganization, refuseOrganization, reinstateOrganization, suspendOrganization } from '@/lib/organization/commands/decide'
import { inviteFirst as inviteFirstAdministrator, renewInvitation, revokeInvitation } from '@/lib/organization/commands/invite'
import { decideInput, inviteFirstInput, reasonInput } from '@/lib/organization/input'

const deciding = ['province.reviewer', 'national.reviewer', 'national.approver'] as const
const inviting = ['national.approver', 'admin'] as const
const back = ({ number }: { number: string | null }) => (number ? `/c/${number}` : undefined)

export const accept = formAction({ as: deciding, noun: 'organization', input: decideInput, run: acceptOrganization, then: back })
export const refuse = formAction({ as: deciding, noun: 'organization', input: reasonInput, run: refuseOrganization, then: back })
export const suspend = formAction({ as: deciding, noun: 'organization', input: reasonInput, run: suspendOrganization, then: back })
export const reinstate = formAction({ as: deciding, noun: 'organization', input: reasonInput, run: reinstateOrganization, then: back })

export const inviteFirst = formAction({
  as: inviting,
  noun: 'organization',
  input: inviteFirstInput.transform((input) => ({ ...input, token: newToken() })),
  run: inviteFirstAdministrator,
  shown: linkOnce,
})

export const renewFirst = formAction({
  as: inviting,
  noun: 'organization',
  input: decideInput.transform((input) => ({ ...input, token: newToken() })),
  run: renewInvitation,
  shown: linkOnce,
})

export const revokeFirst = formAction({ as: inviting, noun: 'organization', input: decideInput, run: revokeInvitation })
