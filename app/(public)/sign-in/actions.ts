'use server'

import { formAction } from '@/app/_server/action'
import { admit, attempt } from '@/app/_server/sign-in'
import { signInInput } from '@/lib/organization/input'

export const signIn = formAction({ as: 'visitor', noun: 'member', input: signInInput, run: attempt, then: admit })
