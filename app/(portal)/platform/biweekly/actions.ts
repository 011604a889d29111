'use server'

import { formAction } from '@/app/_server/action'
import { returnReport, signReport } from '@/lib/biweekly/commands/sign'
import { amendReport, writeReport } from '@/lib/biweekly/commands/write'
import { amendInput, returnInput, signInput, writeInput } from '@/lib/biweekly/input'

const ofWriting = {
  reasons: 'write.reasonHead',
  'added.group': 'write.group',
  'added.line': 'write.lineOf',
  'added.column': 'write.figure',
  'added.value': 'write.value',
  'added.reason': 'write.reason',
}

export const write = formAction({
  as: ['platform.moderator', 'platform.compliance'],
  noun: 'biweekly',
  called: ofWriting,
  input: writeInput,
  run: writeReport,
  then: ({ number }) => `/c/${number}`,
})
export const amend = formAction({
  as: ['platform.moderator', 'platform.compliance'],
  noun: 'biweekly',
  called: ofWriting,
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
  called: { reason: 'page.returnReason' },
  input: returnInput,
  run: returnReport,
  then: ({ number }) => `/c/${number}`,
})
