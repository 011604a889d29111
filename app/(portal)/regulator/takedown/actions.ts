'use server'

import { formAction } from '@/app/_server/action'
import { remindPlatform, ruleOnObjection } from '@/lib/takedown/commands/rule'
import { remindInput, ruleInput } from '@/lib/takedown/input'

export const rule = formAction({
  as: ['national.approver'],
  noun: 'takedown',
  called: { ruling: 'rule.title', reason: 'rule.reason' },
  input: ruleInput,
  run: ruleOnObjection,
  then: ({ number }) => `/c/${number}`,
})
export const remind = formAction({
  as: ['national.reviewer', 'national.approver'],
  noun: 'takedown',
  called: { note: 'remind.note' },
  input: remindInput,
  run: remindPlatform,
  then: ({ number }) => `/c/${number}`,
})
