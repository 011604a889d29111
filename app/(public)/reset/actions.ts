'use server'

import { formAction } from '@/app/_server/action'
import { bearerOfReset } from '@/app/_server/session'
import { addressOfRequest, evenly } from '@/app/_server/sign-in'
import { newToken } from '@/lib/kernel/secret'
import { requestReset, resetPassword } from '@/lib/organization/commands/password'
import { requestResetInput, resetPasswordInput } from '@/lib/organization/input'

export const request = formAction({
  as: 'visitor',
  noun: 'member',
  input: requestResetInput,
  run: async (act, { email }) => requestReset(act, { email, address: await addressOfRequest(), token: newToken() }),
  then: () => evenly('/reset?sent=1'),
})

export const reset = formAction({
  as: 'visitor',
  noun: 'member',
  input: resetPasswordInput,
  bearer: bearerOfReset,
  run: resetPassword,
  then: () => '/sign-in?note=password-set',
})
