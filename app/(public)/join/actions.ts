'use server'

import { formAction } from '@/app/_server/action'
import { locale } from '@/app/_server/locale'
import { bearerOfInvitation } from '@/app/_server/session'
import { welcome } from '@/app/_server/sign-in'
import { acceptInvitation } from '@/lib/organization/commands/invite'
import { acceptInvitationInput } from '@/lib/organization/input'

export const join = formAction({
  as: 'visitor',
  noun: 'member',
  input: acceptInvitationInput,
  bearer: bearerOfInvitation,
  run: async (act, input) => acceptInvitation(act, { ...input, locale: await locale() }),
  then: ({ memberId }) => welcome(memberId),
})
