'use server'

import { lookForWorks } from '@/app/_components/blacklist/look-for-works'
import { formAction } from '@/app/_server/action'
import { approveEntry, liftEntry } from '@/lib/blacklist/commands/approve'
import { declineEntry, dismissProposal, verifyEntry } from '@/lib/blacklist/commands/verify'
import { approveInput, reasonInput, verifyInput } from '@/lib/blacklist/input'

export const verify = formAction({
  as: ['province.reviewer', 'national.reviewer'],
  noun: 'blacklist',
  called: { severity: 'verify.severity', dramaIds: 'verify.scope', miniProgramIds: 'verify.programs', remark: 'verify.remark' },
  input: verifyInput,
  run: verifyEntry,
  looks: lookForWorks,
  then: ({ number }) => `/c/${number}`,
})
export const dismiss = formAction({
  as: ['province.reviewer', 'national.reviewer'],
  noun: 'blacklist',
  called: { reason: 'verify.dismissReason' },
  input: reasonInput,
  run: dismissProposal,
  then: ({ number }) => `/c/${number}`,
})
export const approve = formAction({
  as: ['national.approver'],
  noun: 'blacklist',
  called: { remark: 'approve.remark', checked: 'approve.checked' },
  input: approveInput,
  run: approveEntry,
  rereads: ['scope_changed'],
  then: ({ number }) => `/c/${number}`,
})
export const decline = formAction({
  as: ['national.approver'],
  noun: 'blacklist',
  called: { reason: 'approve.declineReason' },
  input: reasonInput,
  run: declineEntry,
  then: ({ number }) => `/c/${number}`,
})
export const lift = formAction({
  as: ['national.approver'],
  noun: 'blacklist',
  called: { reason: 'lift.reason' },
  input: reasonInput,
  run: liftEntry,
  then: ({ number }) => `/c/${number}`,
})
