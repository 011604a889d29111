// 违规举报: platforms report what breaks Order 16 art. 25–38; the bureau of the work decides (art. 41).
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

/** Who sees that something was wrong: a platform at its own checks, CNSA at its monitoring. */
export const SOURCES = ['self_inspection', 'association'] as const
export const SUBJECT_KINDS = ['drama', 'mini_program', 'account'] as const
export const STAGES = ['before_airing', 'after_airing'] as const
export const OUTCOMES = ['upheld', 'dismissed'] as const
export type Stage = (typeof STAGES)[number]
export type RulingOutcome = (typeof OUTCOMES)[number]

const filer: readonly Duty[] = ['platform.moderator', 'association.monitor']
const compliance: readonly Duty[] = ['platform.compliance']
const reviewer: readonly Duty[] = ['province.reviewer', 'national.reviewer']

export const violationWorkflow = defineWorkflow({
  noun: 'violation',
  prefix: 'JB',
  states: ['draft', 'recorded', 'filed', 'upheld', 'dismissed', 'merged', 'withdrawn'],
  drafts: ['draft'],
  amend: { from: ['draft'], by: filer, of: 'filerId' },
  openings: {
    open: { to: 'draft', event: 'opened', by: filer, of: 'filerId' },
    record: { to: 'recorded', event: 'recorded', by: compliance, of: 'filerId' },
  },
  steps: {
    file: { from: ['draft'], to: 'filed', event: 'filed', by: filer, of: 'filerId' },
    withdraw: { from: ['draft', 'filed'], to: 'withdrawn', event: 'withdrawn', by: filer, of: 'filerId' },
    take_back: { from: ['recorded'], to: 'withdrawn', event: 'withdrawn', by: compliance, of: 'filerId' },
    take_up: { from: ['recorded'], to: 'filed', event: 'taken_up', by: reviewer, of: 'bureauId' },
    add_evidence: { from: ['filed', 'upheld'], to: { heldIn: 'state' }, event: 'evidence_added', by: filer, of: 'filerId' },
    uphold: { from: ['filed'], to: 'upheld', event: 'upheld', by: reviewer, of: 'bureauId' },
    dismiss: { from: ['filed'], to: 'dismissed', event: 'dismissed', by: reviewer, of: 'bureauId' },
    merge: { from: ['filed'], to: 'merged', event: 'merged', by: reviewer, of: 'bureauId' },
    conclude: { from: ['merged'], to: 'merged', event: 'concluded', by: ['house'] },
    reassign: { from: ['filed'], to: 'filed', event: 'reassigned', by: reviewer, of: 'bureauId' },
    take_over: { from: ['filed'], to: 'filed', event: 'taken_over', by: ['national.reviewer'] },
    escalate: { from: ['filed'], to: 'filed', event: 'escalated', by: ['clock'] },
  },
  waits: {
    filed: { step: 'uphold', of: 'bureauId', deadline: 'violation_review', escalates: { to: 'national.reviewer', step: 'take_over' } },
  },
})
export type ViolationState = (typeof violationWorkflow.states)[number]
export type ViolationStep = keyof typeof violationWorkflow.steps
