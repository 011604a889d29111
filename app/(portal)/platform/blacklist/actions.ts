'use server'

import { lookForWorks } from '@/app/_components/blacklist/look-for-works'
import { formAction } from '@/app/_server/action'
import { proposeEntry, withdrawProposal } from '@/lib/blacklist/commands/propose'
import { proposeInput, withdrawInput } from '@/lib/blacklist/input'

export const propose = formAction({
  as: ['platform.compliance', 'association.monitor'],
  noun: 'blacklist',
  called: {
    codes: 'propose.basis',
    dramaIds: 'propose.works',
    miniProgramIds: 'propose.programs',
    names: 'propose.otherNames',
    reason: 'propose.reason',
  },
  input: proposeInput,
  run: proposeEntry,
  looks: lookForWorks,
  then: ({ number }) => `/c/${number}`,
})
export const withdraw = formAction({
  as: ['platform.compliance', 'association.monitor'],
  noun: 'blacklist',
  called: { reason: 'withdraw.reason' },
  input: withdrawInput,
  run: withdrawProposal,
  then: ({ number }) => `/c/${number}`,
})
