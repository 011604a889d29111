import { expect, test } from 'vitest'
import { type ActorKind, type Duty, mintActor } from '../kernel/actor'
import { judge } from '../kernel/workflow'
import { type PenaltyState, type PenaltyStep, penaltyWorkflow } from './workflow'

const at = (duty: Duty, kind: ActorKind) => mintActor({ kind, duties: [duty], memberId: 'm', organizationId: 'o', name: 'x' })
const compliance = at('platform.compliance', 'platform')
const bureau = at('province.reviewer', 'province')

test.for([
  ['impose', 'due', compliance, 'active'],
  ['spare', 'due', compliance, 'spared'],
  ['lift', 'active', compliance, 'ended'],
  ['harden', 'active', compliance, 'ended'],
  ['begin', 'active', at('house', 'house'), 'active'],
  ['begin', 'active', at('clock', 'clock'), 'active'],
  ['meet', 'active', at('house', 'house'), 'met'],
  ['fail', 'active', at('house', 'house'), 'unmet'],
  ['expire', 'active', at('clock', 'clock'), 'ended'],
  ['revoke', 'active', compliance, 'revoked'],
  ['withdraw', 'recorded', compliance, 'withdrawn'],
  ['undo', 'active', at('house', 'house'), 'withdrawn'],
  ['acknowledge', 'active', bureau, 'acknowledged'],
  ['conclude', 'acknowledged', bureau, 'concluded'],
  ['escalate', 'due', at('clock', 'clock'), 'due'],
] as const)('%s: from %s', ([step, state, actor, to]: readonly [PenaltyStep, PenaltyState, ReturnType<typeof at>, PenaltyState]) => {
  expect(judge(penaltyWorkflow, step, { state, platformId: 'o', bureauId: 'o' }, actor)).toEqual({ ok: true, value: to })
})
