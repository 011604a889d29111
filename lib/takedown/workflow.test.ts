import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ActorKind, DUTIES_OF, type Duty, mintActor } from '../kernel/actor'
import { judge, judgeOpening } from '../kernel/workflow'
import { type TakedownState, type TakedownStep, takedownWorkflow } from './workflow'

/** Every cell that is allowed, kept by hand; all others are refused. `own`: the case is the actor's organization's. */
const [, ...lines] = readFileSync('lib/takedown/workflow.csv', 'utf8').trim().split('\n')
const allowed = lines.map((line) => {
  const [step, duty, whose, states] = line.split(',')
  return { step, duty, whose, states: states ? states.split(' ') : [] }
})
const may = (step: string, duty: string, whose: string, state?: string) =>
  allowed.some(
    (row) =>
      row.step === step &&
      row.duty === duty &&
      (row.whose === 'any' || row.whose === whose) &&
      (state === undefined || row.states.includes(state)),
  )

const OWN = '0198aaaa-0000-7000-8000-000000000001'
const FOREIGN = '0198aaaa-0000-7000-8000-000000000002'
const duties: [Duty, ActorKind][] = [
  ...Object.entries(DUTIES_OF).flatMap(([kind, held]) => held.map((duty): [Duty, ActorKind] => [duty, kind as ActorKind])),
  ['clock', 'clock'],
  ['house', 'house'],
  ['visitor', 'visitor'],
]
const steps = Object.keys(takedownWorkflow.steps) as TakedownStep[]
const caseOf = (organizationId: string, state: TakedownState, hands: object = {}) => ({
  state,
  platformId: organizationId,
  approvedBy: 'approver',
  ...hands,
})

describe.each(duties)('%s of %s', (duty, kind) => {
  const actor = mintActor({ kind, duties: [duty], memberId: 'someone', organizationId: OWN, name: 'x' })
  test.each([
    ['own', OWN],
    ['foreign', FOREIGN],
  ])('a case of %s', (whose, organizationId) => {
    for (const state of takedownWorkflow.states)
      for (const step of steps)
        expect(`${step} ${state} ${judge(takedownWorkflow, step, caseOf(organizationId, state), actor).ok}`).toBe(
          `${step} ${state} ${may(step, duty, whose, state)}`,
        )
    expect(judgeOpening(takedownWorkflow, 'issue', caseOf(organizationId, 'issued'), actor).ok).toBe(may('issue', duty, whose))
  })
})

test('every step and opening has its row, every row its step', () => {
  const named = [...steps, ...Object.keys(takedownWorkflow.openings)]
  expect(new Set(allowed.map(({ step }) => step))).toEqual(new Set(named))
})

test.each(['overrule', 'excuse'] as const)('nobody takes %s on an objection to what they approved', (step) => {
  const actor = mintActor({ kind: 'national', duties: ['national.approver'], memberId: 'someone', organizationId: OWN, name: 'x' })
  expect(judge(takedownWorkflow, step, caseOf(OWN, 'objected', { approvedBy: 'someone' }), actor)).toEqual({
    ok: false,
    code: 'same_person',
  })
})
