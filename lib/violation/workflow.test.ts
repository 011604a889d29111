import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ActorKind, DUTIES_OF, type Duty, mintActor } from '../kernel/actor'
import { judge, judgeOpening, mayAmend } from '../kernel/workflow'
import { type ViolationState, type ViolationStep, violationWorkflow } from './workflow'

/** Every cell that is allowed, kept by hand; all others are refused. `own`: the report is before the actor's organization, as filer or as bureau. */
const [, ...lines] = readFileSync('lib/violation/workflow.csv', 'utf8').trim().split('\n')
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
const steps = Object.keys(violationWorkflow.steps) as ViolationStep[]
const reportOf = (organizationId: string, state: ViolationState) => ({ state, filerId: organizationId, bureauId: organizationId })

describe.each(duties)('%s of %s', (duty, kind) => {
  const actor = mintActor({ kind, duties: [duty], memberId: OWN, organizationId: OWN, name: 'x' })
  test.each([
    ['own', OWN],
    ['foreign', FOREIGN],
  ])('a report of %s', (whose, organizationId) => {
    for (const state of violationWorkflow.states) {
      const report = reportOf(organizationId, state)
      for (const step of steps)
        expect(`${step} ${state} ${judge(violationWorkflow, step, report, actor).ok}`).toBe(
          `${step} ${state} ${may(step, duty, whose, state)}`,
        )
      expect(`amend ${state} ${mayAmend(violationWorkflow, report, actor).ok}`).toBe(`amend ${state} ${may('amend', duty, whose, state)}`)
    }
    expect(judgeOpening(violationWorkflow, 'open', reportOf(organizationId, 'draft'), actor).ok).toBe(may('open', duty, whose))
  })
})

test('a report goes where the table says', () => {
  const reviewer = mintActor({ kind: 'province', duties: ['province.reviewer'], memberId: OWN, organizationId: OWN, name: 'x' })
  const goesTo = (step: ViolationStep) => judge(violationWorkflow, step, reportOf(OWN, 'filed'), reviewer)
  expect((['uphold', 'dismiss', 'merge', 'reassign'] as const).map(goesTo)).toEqual(
    ['upheld', 'dismissed', 'merged', 'filed'].map((value) => ({ ok: true, value })),
  )
})

test('every step of the workflow stands in the table, and nothing else does', () => {
  expect(new Set(allowed.map(({ step }) => step))).toEqual(new Set([...steps, ...Object.keys(violationWorkflow.openings), 'amend']))
  for (const { states } of allowed) for (const state of states) expect(violationWorkflow.states).toContain(state)
})
