// 黑名单共享: announced on 2023-11-15 and confirmed by 广电办发〔2024〕35号 四.3; three persons, three offices.
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

const proposer: readonly Duty[] = ['platform.compliance', 'association.monitor']
const reviewer: readonly Duty[] = ['province.reviewer', 'national.reviewer']

export const blacklistWorkflow = defineWorkflow({
  noun: 'blacklist',
  prefix: 'HM',
  states: ['proposed', 'verified', 'listed', 'declined', 'withdrawn', 'lifted'],
  openings: {
    propose: { to: 'proposed', event: 'proposed', by: proposer, of: 'proposerId' },
    // A platform that imposes P10 has proposed by that.
    propose_imposed: { to: 'proposed', event: 'proposed', by: ['house'] },
  },
  steps: {
    withdraw: { from: ['proposed'], to: 'withdrawn', event: 'withdrawn', by: proposer, of: 'proposerId' },
    support: { from: ['proposed', 'verified', 'listed'], to: { heldIn: 'state' }, event: 'supported', by: [...proposer, 'house'] },
    verify: { from: ['proposed'], to: 'verified', event: 'verified', by: reviewer, of: 'bureauId', apartFrom: ['proposedBy'] },
    dismiss: { from: ['proposed'], to: 'declined', event: 'dismissed', by: reviewer, of: 'bureauId', apartFrom: ['proposedBy'] },
    approve: { from: ['verified'], to: 'listed', event: 'approved', by: ['national.approver'], apartFrom: ['proposedBy', 'verifiedBy'] },
    decline: { from: ['verified'], to: 'declined', event: 'declined', by: ['national.approver'], apartFrom: ['proposedBy'] },
    lift: { from: ['listed'], to: 'lifted', event: 'lifted', by: ['national.approver'], apartFrom: ['approvedBy'] },
    escalate: { from: ['proposed', 'verified'], to: { heldIn: 'state' }, event: 'escalated', by: ['clock'] },
  },
  waits: {
    proposed: {
      step: 'verify',
      of: 'bureauId',
      deadline: 'blacklist_verification',
      urgent: 'severity',
      escalates: { to: 'national.reviewer', step: 'escalate' },
    },
    verified: {
      step: 'approve',
      deadline: 'blacklist_approval',
      urgent: 'severity',
      escalates: { to: 'national.approver', step: 'escalate' },
    },
  },
})
export type BlacklistState = (typeof blacklistWorkflow.states)[number]
export type BlacklistStep = keyof typeof blacklistWorkflow.steps
