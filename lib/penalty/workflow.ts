// 处罚: the platform's own measure by degree (Order 16 art. 33.4, 36; notices of 2023-11), one case per target and rung.
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

/** What a measure can be imposed on. An episode counts for its work. */
export const TARGETS = ['drama', 'episode', 'mini_program', 'account'] as const
/** How a measure stands to the guide. */
export const AGAINST = ['as_guided', 'lighter', 'heavier', 'not_listed'] as const
/** Whether another violation of the same target was decided in the 90 days before. */
export const OCCURRENCES = ['first', 'repeat_within_90_days'] as const
/** What came after a refusal: the next row of the guide, or a report of the refusal (V10-05). One of them, never both. */
export const FOLLOWERS = ['penalty', 'report'] as const
export type Follower = (typeof FOLLOWERS)[number]
export type TargetKind = (typeof TARGETS)[number]
export type Against = (typeof AGAINST)[number]

const compliance: readonly Duty[] = ['platform.compliance']
const reviewer: readonly Duty[] = ['province.reviewer', 'national.reviewer']

export const penaltyWorkflow = defineWorkflow({
  noun: 'penalty',
  prefix: 'CF',
  states: ['due', 'active', 'ended', 'met', 'unmet', 'revoked', 'spared', 'recorded', 'withdrawn', 'acknowledged', 'concluded'],
  openings: {
    call: { to: 'due', event: 'called', by: ['house'] },
    impose: { to: 'active', event: 'imposed', by: compliance, of: 'platformId' },
    record: { to: 'recorded', event: 'recorded', by: compliance, of: 'platformId' },
  },
  steps: {
    impose: { from: ['due'], to: 'active', event: 'imposed', by: compliance, of: 'platformId' },
    spare: { from: ['due'], to: 'spared', event: 'spared', by: compliance, of: 'platformId' },
    step_up: { from: ['due'], to: 'due', event: 'stepped_up', by: ['house'] },
    give_way: { from: ['due'], to: 'spared', event: 'gave_way', by: ['house'] },
    lift: { from: ['active'], to: 'ended', event: 'lifted', by: compliance, of: 'platformId' },
    harden: { from: ['active'], to: 'ended', event: 'hardened', by: compliance, of: 'platformId' },
    begin: { from: ['active'], to: 'active', event: 'begun', by: ['house', 'clock'] },
    meet: { from: ['active'], to: 'met', event: 'met', by: ['house'] },
    fail: { from: ['active'], to: 'unmet', event: 'failed', by: ['house'] },
    expire: { from: ['active'], to: 'ended', event: 'expired', by: ['clock'] },
    revoke: { from: ['active'], to: 'revoked', event: 'revoked', by: compliance, of: 'platformId' },
    withdraw: { from: ['recorded'], to: 'withdrawn', event: 'withdrawn', by: compliance, of: 'platformId' },
    undo: { from: ['active'], to: 'withdrawn', event: 'undone', by: ['house'] },
    dismiss: { from: ['recorded'], to: 'withdrawn', event: 'dismissed', by: ['house'] },
    acknowledge: { from: ['active'], to: 'acknowledged', event: 'acknowledged', by: reviewer, of: 'bureauId' },
    conclude: { from: ['acknowledged'], to: 'concluded', event: 'concluded', by: reviewer, of: 'bureauId' },
    escalate: { from: ['due', 'active', 'acknowledged'], to: { heldIn: 'state' }, event: 'escalated', by: ['clock'] },
  },
  waits: {
    due: {
      step: 'impose',
      of: 'platformId',
      deadline: 'penalty_decision',
      urgent: 'severity',
      escalates: { to: reviewer, of: 'bureauId', step: 'escalate' },
    },
    active: {
      step: 'acknowledge',
      of: 'bureauId',
      deadline: 'referral',
      escalates: { to: 'national.reviewer', step: 'escalate' },
      when: { column: 'rung', is: ['P11'] },
    },
    acknowledged: { step: 'conclude', of: 'bureauId', deadline: 'referral', escalates: { to: 'national.reviewer', step: 'escalate' } },
  },
})
export type PenaltyState = (typeof penaltyWorkflow.states)[number]
export type PenaltyStep = keyof typeof penaltyWorkflow.steps
