'use server'

import { formAction } from '@/app/_server/action'
import { waiveReport } from '@/lib/biweekly/commands/sign'
import { waiveInput } from '@/lib/biweekly/input'

export const waive = formAction({
  as: ['national.approver'],
  noun: 'biweekly',
  called: { reason: 'page.waiveReason' },
  input: waiveInput,
  run: waiveReport,
  then: ({ number }) => `/c/${number}`,
})
