'use server'

import { formAction } from '@/app/_server/action'
import { speak } from '@/app/_server/preference'
import { attemptOwn, changeOwn, leave } from '@/app/_server/sign-in'
import { renameMember, signOutEverywhere } from '@/lib/organization/commands/profile'
import { changePasswordInput, nothing, renameInput } from '@/lib/organization/input'

export const rename = formAction({
  noun: 'member',
  input: renameInput,
  run: renameMember,
  then: async (_, { locale }) => {
    await speak(locale)
    return undefined
  },
})

export const changePassword = formAction({ as: 'visitor', noun: 'member', input: changePasswordInput, run: attemptOwn, then: changeOwn })

export const signOut = formAction({
  noun: 'member',
  input: nothing,
  run: signOutEverywhere,
  then: async () => {
    await leave()
    return '/sign-in?note=signed-out'
  },
})
