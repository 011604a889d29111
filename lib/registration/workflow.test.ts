import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ActorKind, DUTIES_OF, type Duty, mintActor } from '../kernel/actor'
import { judge, judgeOpening, mayAmend } from '../kernel/workflow'
import { type RegistrationState, type RegistrationStep, registrationWorkflow } from './workflow'

/** Every cell that is allowed, kept by hand; all others are refused. `own`: the case is before the actor's organization. */
const [, ...lines] = readFileSync('lib/registration/workflow.csv', 'utf8').trim().split('\n')
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
const steps = Object.keys(registrationWorkflow.steps) as RegistrationStep[]
const filingOf = (organizationId: string, state: RegistrationState) => ({
  state,
  creatorId: organizationId,
  bureauId: organizationId,
  issuerId: organizationId,
  pendingPlatformIds: [organizationId],
  stateBefore: 'registered' as const,
})

describe.each(duties)('%s of %s', (duty, kind) => {
  const actor = mintActor({ kind, duties: [duty], memberId: OWN, organizationId: OWN, name: 'x' })
  test.each([
    ['own', OWN],
    ['foreign', FOREIGN],
  ])('a case of %s', (whose, organizationId) => {
    for (const state of registrationWorkflow.states) {
      const filing = filingOf(organizationId, state)
      for (const step of steps)
        expect(`${step} ${state} ${judge(registrationWorkflow, step, filing, actor).ok}`).toBe(
          `${step} ${state} ${may(step, duty, whose, state)}`,
        )
      expect(`amend ${state} ${mayAmend(registrationWorkflow, filing, actor).ok}`).toBe(
        `amend ${state} ${may('amend', duty, whose, state)}`,
      )
    }
    for (const opening of ['open', 'record'] as const)
      expect(`${opening} ${judgeOpening(registrationWorkflow, opening, filingOf(organizationId, 'draft'), actor).ok}`).toBe(
        `${opening} ${may(opening, duty, whose)}`,
      )
  })
})

test('every step of the workflow stands in the table, and nothing else does', () => {
  expect(new Set(allowed.map(({ step }) => step))).toEqual(new Set([...steps, ...Object.keys(registrationWorkflow.openings), 'amend']))
  for (const { states } of allowed) for (const state of states) expect(registrationWorkflow.states).toContain(state)
})
