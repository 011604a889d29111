import { describe, expect, test } from 'vitest'
import { type ActorKind, DUTIES_OF, type Duty, mintActor } from '../../lib/kernel/actor'
import { judge, judgeOpening, mayAmend, type Workflow } from '../../lib/kernel/workflow'
import { allWorkflows, keptByHand } from './workflows'

/** Every cell that is allowed, kept by hand; all others are refused. `own`: the case is the actor's organization's, or the actor's self. */
const allowed = keptByHand('e2e/architecture/permissions.csv').map(([noun, step, duty, whose, states]) => ({
  noun,
  step,
  duty,
  whose,
  states: states ? states.split(' ') : [],
}))

const workflows = await allWorkflows()

const members: [Duty, ActorKind][] = Object.entries(DUTIES_OF).flatMap(([kind, held]) =>
  held.map((duty): [Duty, ActorKind] => [duty, kind as ActorKind]),
)
const everyone: [Duty, ActorKind][] = [...members, ['clock', 'clock'], ['house', 'house'], ['visitor', 'visitor']]
const isMember = (duty: string) => members.some(([one]) => one === duty)

const [OWN, FOREIGN, SELF, OTHER] = ['own', 'foreign', 'self', 'other']

/** A case that stands with one organization and one person in every column that a step may ask for. */
function caseOf(workflow: Workflow, state: string, whose: string): { state: string } & Record<string, unknown> {
  const [organization, member] = whose === 'own' ? [OWN, SELF] : [FOREIGN, OTHER]
  const rows = [...Object.values(workflow.steps), ...Object.values(workflow.openings)]
  const of = [...rows.map((row) => row.of), workflow.amend?.of].filter((column) => column !== undefined)
  const own = Object.values(workflow.steps).flatMap((row) => row.own ?? [])
  return {
    ...Object.fromEntries(of.map((column) => [column, organization])),
    ...Object.fromEntries(own.map((column) => [column, member])),
    state,
    stateBefore: workflow.states[0],
  }
}

describe.each(workflows.map((workflow) => [workflow.noun, workflow] as const))('%s', (noun, workflow) => {
  const rows = allowed.filter((row) => row.noun === noun)
  const may = (step: string, duty: string, whose: string, state?: string) =>
    rows.some(
      (row) =>
        row.step === step &&
        (row.duty === duty || (row.duty === '*' && isMember(duty))) &&
        (row.whose === 'any' || row.whose === whose) &&
        (state === undefined || row.states.includes(state)),
    )

  test.each(everyone.flatMap(([duty, kind]) => ['own', 'foreign'].map((whose) => [duty, kind, whose] as const)))(
    '%s of %s on a case that is %s',
    (duty, kind, whose) => {
      const actor = mintActor({ kind, duties: [duty], memberId: SELF, organizationId: OWN, name: 'x' })
      const judged: string[] = []
      const told: string[] = []
      for (const state of workflow.states) {
        const subject = caseOf(workflow, state, whose)
        for (const step of Object.keys(workflow.steps)) {
          if (judge(workflow, step, subject, actor).ok) judged.push(`${step} ${state}`)
          if (may(step, duty, whose, state)) told.push(`${step} ${state}`)
        }
        if (mayAmend(workflow, subject, actor).ok) judged.push(`amend ${state}`)
        if (may('amend', duty, whose, state)) told.push(`amend ${state}`)
      }
      for (const opening of Object.keys(workflow.openings)) {
        if (judgeOpening(workflow, opening, caseOf(workflow, '', whose), actor).ok) judged.push(opening)
        if (may(opening, duty, whose)) told.push(opening)
      }
      expect(judged).toEqual(told)
    },
  )

  test('every step and opening has its row, every row its step and its states', () => {
    const steps = [...Object.keys(workflow.steps), ...Object.keys(workflow.openings), ...(workflow.amend ? ['amend'] : [])]
    expect(new Set(rows.map(({ step }) => step))).toEqual(new Set(steps))
    for (const { states } of rows) for (const state of states) expect(workflow.states).toContain(state)
  })
})

test('the table names no other noun', () => {
  expect(new Set(allowed.map(({ noun }) => noun))).toEqual(new Set(workflows.map(({ noun }) => noun)))
})
