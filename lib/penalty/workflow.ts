// 账号处罚: the platform's own measure by degree (Order 16 art. 33.4, 36; notices of 2023-11), one case per rung.
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

/** How a measure stands to the guide. */
export const AGAINST = ['as_guided', 'lighter', 'heavier', 'not_listed'] as const
/** Whether another violation of the same account was decided in the 90 days before. */
export const OCCURRENCES = ['first', 'repeat_within_90_days'] as const
export type Against = (typeof AGAINST)[number]

const compliance: readonly Duty[] = ['platform.compliance']

export const penaltyWorkflow = defineWorkflow({
  noun: 'penalty',
  prefix: 'CF',
  states: ['active', 'ended', 'met', 'unmet', 'revoked'],
  openings: { impose: { to: 'active', event: 'imposed', by: compliance, of: 'platformId' } },
  steps: {
    meet: { from: ['active'], to: 'met', event: 'met', by: compliance, of: 'platformId' },
    fail: { from: ['active'], to: 'unmet', event: 'failed', by: compliance, of: 'platformId' },
    expire: { from: ['active'], to: 'ended', event: 'expired', by: ['clock'] },
    revoke: { from: ['active'], to: 'revoked', event: 'revoked', by: compliance, of: 'platformId' },
  },
  waits: {
    active: { step: 'meet', of: 'platformId', when: { column: 'rung', is: ['P1'] } },
  },
})
export type PenaltyState = (typeof penaltyWorkflow.states)[number]
export type PenaltyStep = keyof typeof penaltyWorkflow.steps
