'use server'

import { lookForWorks } from '@/app/_components/blacklist/look-for-works'
import { formAction } from '@/app/_server/action'
import { approveEntry, liftEntry } from '@/lib/blacklist/commands/approve'
import { declineEntry, dismissProposal, verifyEntry } from '@/lib/blacklist/commands/verify'
import { approveInput, reasonInput, verifyInput } from '@/lib/blacklist/input'

export const verify = formAction({
  as: ['province.reviewer', 'national.reviewer'],
  noun: 'blacklist',
  input: verifyInput,
  run: verifyEntry,
  looks: lookForWorks,
  then: ({ number }) => `/c/${number}`,
})
export const dismiss = formAction({
  as: ['province.reviewer', 'national.reviewer'],
  noun: 'blacklist',
  input: reasonInput,
  run: dismissProposal,
  then: ({ number }) => `/c/${number}`,
})
export const approve = formAction({
  as: ['national.approver'],
  noun: 'blacklist',
  input: approveInput,
  run: approveEntry,
  rereads: ['scope_changed'],
  then: ({ number }) => `/c/${number}`,
})
export const decline = formAction({
  as: ['national.approver'],
  noun: 'blacklist',
  input: reasonInput,
  run: declineEntry,
  then: ({ number }) => `/c/${number}`,
})
export const lift = formAction({
  as: ['national.approver'],
  noun: 'blacklist',
  input: reasonInput,
  run: liftEntry,
  then: ({ number }) => `/c/${number}`,
})
