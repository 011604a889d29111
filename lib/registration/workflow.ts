// 备案: Order 16 art. 12–21 (Classes I and II), art. 33 (Class III: each platform reviews and numbers by itself).
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

const reviewer: readonly Duty[] = ['province.reviewer', 'national.reviewer']
const signatory: readonly Duty[] = ['creator.signatory']

export const registrationWorkflow = defineWorkflow({
  noun: 'registration',
  prefix: 'BA',
  states: ['draft', 'submitted', 'returned', 'forwarded', 'registered', 'published', 'offered', 'refused', 'withdrawn', 'suspended'],
  drafts: ['draft'],
  amend: { from: ['draft', 'returned'], by: ['creator.editor', 'creator.signatory'], of: 'creatorId' },
  openings: {
    open: { to: 'draft', event: 'opened', by: ['creator.editor', 'creator.signatory'], of: 'creatorId' },
    record: { to: 'registered', event: 'recorded', by: ['platform.compliance'], of: 'issuerId' },
  },
  steps: {
    submit: { from: ['draft', 'returned'], to: 'submitted', event: 'submitted', by: signatory, of: 'creatorId' },
    offer: { from: ['draft'], to: 'offered', event: 'offered', by: signatory, of: 'creatorId' },
    return: { from: ['submitted'], to: 'returned', event: 'returned', by: reviewer, of: 'bureauId' },
    refuse: { from: ['submitted'], to: 'refused', event: 'refused', by: reviewer, of: 'bureauId' },
    approve: { from: ['submitted'], to: 'registered', event: 'approved', by: reviewer, of: 'bureauId' },
    forward: { from: ['submitted'], to: 'forwarded', event: 'forwarded', by: reviewer, of: 'bureauId' },
    publish: { from: ['forwarded'], to: 'published', event: 'published', by: ['national.reviewer'] },
    send_back: { from: ['forwarded'], to: 'returned', event: 'sent_back', by: ['national.reviewer'] },
    reject: { from: ['forwarded'], to: 'refused', event: 'rejected', by: ['national.reviewer'] },
    withdraw: { from: ['draft', 'submitted', 'returned', 'offered'], to: 'withdrawn', event: 'withdrawn', by: signatory, of: 'creatorId' },
    pass_over: { from: ['offered'], to: 'offered', event: 'passed_over', by: ['platform.compliance'], of: 'pendingPlatformIds' },
    note_record: { from: ['offered'], to: 'offered', event: 'record_noted', by: ['house'] },
    suspend: { from: ['registered', 'published', 'offered'], to: 'suspended', event: 'suspended', by: ['house'] },
    restore: { from: ['suspended'], to: { heldIn: 'stateBefore' }, event: 'restored', by: ['house'] },
    escalate: { from: ['submitted', 'forwarded'], to: { heldIn: 'state' }, event: 'escalated', by: ['clock'] },
  },
  waits: {
    submitted: {
      step: 'approve',
      of: 'bureauId',
      deadline: 'registration_review',
      escalates: { to: 'national.reviewer', step: 'escalate' },
    },
    returned: { step: 'submit', of: 'creatorId' },
    forwarded: { step: 'publish', deadline: 'planning_notice', escalates: { to: 'national.reviewer', step: 'escalate' } },
    offered: { step: 'pass_over', of: 'pendingPlatformIds' },
  },
})
export type RegistrationState = (typeof registrationWorkflow.states)[number]
export type RegistrationStep = keyof typeof registrationWorkflow.steps
