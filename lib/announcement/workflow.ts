// 公告第 N 期: platforms, CNSA and 总局 announce regularly what was done (CNSA, 2023-11-15; 抖音's of 2023-11-16 was its 19th); two people.
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

export const ANNOUNCEMENT_KINDS = ['announcement', 'correction', 'retraction'] as const
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number]

const writer: readonly Duty[] = ['national.reviewer', 'association.monitor', 'platform.moderator', 'platform.compliance']
const approver: readonly Duty[] = ['national.approver', 'association.monitor', 'platform.compliance']

export const announcementWorkflow = defineWorkflow({
  noun: 'announcement',
  prefix: 'GG',
  states: ['draft', 'proposed', 'scheduled', 'published', 'withdrawn'],
  drafts: ['draft'],
  amend: { from: ['draft'], by: writer, of: 'issuerId' },
  openings: { open: { to: 'draft', event: 'opened', by: writer, of: 'issuerId' } },
  steps: {
    propose: { from: ['draft'], to: 'proposed', event: 'proposed', by: writer, of: 'issuerId' },
    withdraw: { from: ['draft', 'proposed', 'scheduled'], to: 'withdrawn', event: 'withdrawn', by: writer, of: 'issuerId' },
    return: { from: ['proposed'], to: 'draft', event: 'returned', by: approver, of: 'issuerId', apartFrom: ['proposedBy'] },
    approve: {
      from: ['proposed'],
      to: 'scheduled',
      event: 'approved',
      by: approver,
      of: 'issuerId',
      apartFrom: ['writtenBy', 'proposedBy'],
    },
    publish: { from: ['scheduled'], to: 'published', event: 'published', by: ['clock'] },
  },
  waits: { proposed: { step: 'approve', of: 'issuerId' } },
})
export type AnnouncementState = (typeof announcementWorkflow.states)[number]
export type AnnouncementStep = keyof typeof announcementWorkflow.steps
