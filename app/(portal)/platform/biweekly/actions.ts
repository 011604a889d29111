'use server'

import { formAction } from '@/app/_server/action'
import { returnReport, signReport } from '@/lib/biweekly/commands/sign'
import { amendReport, writeReport } from '@/lib/biweekly/commands/write'
import { amendInput, returnInput, signInput, writeInput } from '@/lib/biweekly/input'

export const write = formAction({
  as: ['platform.moderator', 'platform.compliance'],
  noun: 'biweekly',
  input: writeInput,
  run: writeReport,
  then: ({ number }) => `/c/${number}`,
})
export const amend = formAction({
  as: ['platform.moderator', 'platform.compliance'],
  noun: 'biweekly',
  input: amendInput,
  run: amendReport,
  then: ({ number }) => `/c/${number}`,
})
export const sign = formAction({
  as: ['platform.compliance'],
  noun: 'biweekly',
  input: signInput,
  run: signReport,
  then: ({ number }) => `/c/${number}`,
})
export const giveBack = formAction({
  as: ['platform.compliance'],
  noun: 'biweekly',
  input: returnInput,
  run: returnReport,
  then: ({ number }) => `/c/${number}`,
})
