import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ActorKind, DUTIES_OF, type Duty, mintActor } from '../kernel/actor'
import { judge, judgeOpening } from '../kernel/workflow'
import { type PenaltyState, type PenaltyStep, penaltyWorkflow } from './workflow'

/** Every cell that is allowed, kept by hand; all others are refused. `own`: the account is the actor's own platform's. */
const [, ...lines] = readFileSync('lib/penalty/workflow.csv', 'utf8').trim().split('\n')
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
const steps = Object.keys(penaltyWorkflow.steps) as PenaltyStep[]

describe.each(duties)('%s of %s', (duty, kind) => {
  const actor = mintActor({ kind, duties: [duty], memberId: OWN, organizationId: OWN, name: 'x' })
  test.each([
    ['own', OWN],
    ['foreign', FOREIGN],
  ])('a penalty on an account of %s', (whose, platformId) => {
    for (const state of penaltyWorkflow.states)
      for (const step of steps)
        expect(`${step} ${state} ${judge(penaltyWorkflow, step, { state, platformId }, actor).ok}`).toBe(
          `${step} ${state} ${may(step, duty, whose, state)}`,
        )
    expect(judgeOpening(penaltyWorkflow, 'impose', { platformId }, actor).ok).toBe(may('impose', duty, whose))
  })
})

test('a penalty goes where the table says', () => {
  const at = (duty: Duty, kind: ActorKind) => mintActor({ kind, duties: [duty], memberId: OWN, organizationId: OWN, name: 'x' })
  const goesTo = (step: PenaltyStep, actor = at('platform.compliance', 'platform')) =>
    judge(penaltyWorkflow, step, { state: 'active' as PenaltyState, platformId: OWN }, actor)
  expect([goesTo('meet'), goesTo('fail'), goesTo('revoke'), goesTo('expire', at('clock', 'clock'))]).toEqual(
    ['met', 'unmet', 'revoked', 'ended'].map((value) => ({ ok: true, value })),
  )
})

test('every step of the workflow stands in the table, and nothing else does', () => {
  expect(new Set(allowed.map(({ step }) => step))).toEqual(new Set([...steps, ...Object.keys(penaltyWorkflow.openings)]))
  for (const { states } of allowed) for (const state of states) expect(penaltyWorkflow.states).toContain(state)
})
