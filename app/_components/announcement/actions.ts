'use server'

import { formAction } from '@/app/_server/action'
import { approveAnnouncement, proposeAnnouncement, returnAnnouncement } from '@/lib/announcement/commands/decide'
import { draftFromBatch, openAnnouncement } from '@/lib/announcement/commands/open'
import { addFigure, dropFigure, withdrawAnnouncement, writeAnnouncement } from '@/lib/announcement/commands/write'
import {
  addFigureInput,
  approveInput,
  draftBatchInput,
  dropFigureInput,
  openInput,
  proposeInput,
  returnInput,
  withdrawInput,
  writeInput,
} from '@/lib/announcement/input'

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
export const write = formAction({
  as: ['national.reviewer', 'association.monitor', 'platform.moderator', 'platform.compliance'],
  noun: 'announcement',
  input: writeInput,
  run: writeAnnouncement,
  then: ({ id }) => `/draft/${id}`,
})
export const add = formAction({
  as: ['national.reviewer', 'association.monitor', 'platform.moderator', 'platform.compliance'],
  noun: 'announcement',
  input: addFigureInput,
  run: addFigure,
})
export const drop = formAction({
  as: ['national.reviewer', 'association.monitor', 'platform.moderator', 'platform.compliance'],
  noun: 'announcement',
  input: dropFigureInput,
  run: dropFigure,
})
export const propose = formAction({
  as: ['national.reviewer', 'association.monitor', 'platform.moderator', 'platform.compliance'],
  noun: 'announcement',
  input: proposeInput,
  run: proposeAnnouncement,
  then: ({ number }) => `/c/${number}`,
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
