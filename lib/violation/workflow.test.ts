import { expect, test } from 'vitest'
import { mintActor } from '../kernel/actor'
import { judge } from '../kernel/workflow'
import { type ViolationStep, violationWorkflow } from './workflow'

test('a report goes where the table says', () => {
  const reviewer = mintActor({ kind: 'province', duties: ['province.reviewer'], memberId: 'm', organizationId: 'o', name: 'x' })
  const goesTo = (step: ViolationStep) => judge(violationWorkflow, step, { state: 'filed', filerId: 'f', bureauId: 'o' }, reviewer)
  expect((['uphold', 'dismiss', 'merge', 'reassign'] as const).map(goesTo)).toEqual(
    ['upheld', 'dismissed', 'merged', 'filed'].map((value) => ({ ok: true, value })),
  )
})
