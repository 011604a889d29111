import { expect, test } from 'vitest'
import { type ActorKind, type Duty, mintActor } from '../kernel/actor'
import { judge } from '../kernel/workflow'
import { type PenaltyStep, penaltyWorkflow } from './workflow'

test('a penalty goes where the table says', () => {
  const at = (duty: Duty, kind: ActorKind) => mintActor({ kind, duties: [duty], memberId: 'm', organizationId: 'o', name: 'x' })
  const goesTo = (step: PenaltyStep, actor = at('platform.compliance', 'platform')) =>
    judge(penaltyWorkflow, step, { state: 'active', platformId: 'o' }, actor)
  expect([goesTo('meet'), goesTo('fail'), goesTo('revoke'), goesTo('expire', at('clock', 'clock'))]).toEqual(
    ['met', 'unmet', 'revoked', 'ended'].map((value) => ({ ok: true, value })),
  )
})
