'use server'

import { formAction } from '@/app/_server/action'
import { approveAnnouncement, returnAnnouncement } from '@/lib/announcement/commands/decide'
import { draftFromBatch, openAnnouncement } from '@/lib/announcement/commands/open'
import { withdrawAnnouncement, workOnDraft } from '@/lib/announcement/commands/write'
import { approveInput, draftBatchInput, draftInput, openInput, returnInput, withdrawInput } from '@/lib/announcement/input'

export const openDraft = formAction({
  as: ['national.reviewer', 'association.monitor', 'platform.moderator', 'platform.compliance'],
  noun: 'announcement',
  input: openInput,
  run: openAnnouncement,
  then: ({ id }) => `/draft/${id}`,
})
export const draftBatch = formAction({
  as: ['platform.moderator', 'platform.compliance'],
  noun: 'announcement',
  input: draftBatchInput,
  run: draftFromBatch,
  then: ({ id }) => `/draft/${id}`,
})
export const draft = formAction({
  as: ['national.reviewer', 'association.monitor', 'platform.moderator', 'platform.compliance'],
  noun: 'announcement',
  input: draftInput,
  run: workOnDraft,
  then: (value, asked) => {
    if ('number' in value && value.number) return `/c/${value.number}`
    if (asked.do === 'withdraw') return '/announcement'
    return asked.do === 'save' ? `/draft/${asked.id}` : undefined
  },
})
export const sendBack = formAction({
  as: ['national.approver', 'association.monitor', 'platform.compliance'],
  noun: 'announcement',
  input: returnInput,
  run: returnAnnouncement,
  then: ({ number }) => `/c/${number}`,
})
export const approve = formAction({
  as: ['national.approver', 'association.monitor', 'platform.compliance'],
  noun: 'announcement',
  input: approveInput,
  run: approveAnnouncement,
  then: ({ number }) => `/c/${number}`,
})
export const withdraw = formAction({
  as: ['national.reviewer', 'association.monitor', 'platform.moderator', 'platform.compliance'],
  noun: 'announcement',
  input: withdrawInput,
  run: withdrawAnnouncement,
  then: (value) => ('number' in value && value.number ? `/c/${value.number}` : '/announcement'),
})
