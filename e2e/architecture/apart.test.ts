import { describe, expect, test } from 'vitest'
import { type Actor, DUTIES_OF, mintActor } from '../../lib/kernel/actor'
import { judge, judgeOpening, mayAmend, type Workflow } from '../../lib/kernel/workflow'
import { allWorkflows, keptByHand } from './workflows'

/**
 * Which steps must be another person's than whoever took these, last or ever, kept by hand: `taken_by` may be an opening or another
 * noun's step; several are ways to the same column, as P10 proposes an entry in the name of whoever imposed it.
 */
const pairs = keptByHand('e2e/architecture/apart.csv').map(([noun, step, column, takenBy, hands]) => ({
  noun: noun!,
  step: step!,
  column: column!,
  takenBy: takenBy!.split(' '),
  isEvery: hands === 'every',
}))
const workflows = await allWorkflows()

const ORGANIZATION = 'own'
const duties = Object.values(DUTIES_OF).flat()
/** Three who hold every duty there is, in one organization, and the portal itself. */
const PEOPLE = ['one', 'another', 'third'].map((memberId) =>
  mintActor({ kind: 'national', duties, memberId, organizationId: ORGANIZATION, name: memberId }),
)
const ITSELF = mintActor({ kind: 'house', duties: ['house', 'clock'], memberId: null, organizationId: ORGANIZATION, name: '' })

/** Where a case stands, and who took each step that somebody else's depends on. */
type Stand = { state: string; takers: Readonly<Record<string, readonly (string | null)[]>> }

function walk(workflow: Workflow, kept: typeof pairs) {
  const watched = new Set(kept.flatMap(({ takenBy }) => takenBy))
  const organizations = [...Object.values(workflow.steps), ...Object.values(workflow.openings), workflow.amend].flatMap(
    (row) => row?.of ?? [],
  )
  const own = Object.values(workflow.steps).flatMap((row) => row.own ?? [])
  const subjectOf = ({ state, takers }: Stand, actor: Actor, heldState = state) => ({
    ...Object.fromEntries(organizations.map((column) => [column, ORGANIZATION])),
    ...Object.fromEntries(own.map((column) => [column, actor.memberId])),
    ...Object.fromEntries(kept.map(({ column, takenBy }) => [column, takers[takenBy.join(' ')] ?? null])),
    ...Object.fromEntries(Object.values(workflow.steps).flatMap(({ to }) => (typeof to === 'string' ? [] : [[to.heldIn, heldState]]))),
    state,
  })
  const after = ({ takers }: Stand, step: string, by: Actor, state: string): Stand => ({
    state,
    takers: watched.has(step)
      ? {
          ...takers,
          ...Object.fromEntries(
            kept
              .filter(({ takenBy }) => takenBy.includes(step))
              .map(({ takenBy, isEvery }) => {
                const key = takenBy.join(' ')
                return [key, isEvery ? [...new Set([...(takers[key] ?? []), by.memberId])].sort() : [by.memberId]]
              }),
          ),
        }
      : takers,
  })

  const taken = new Set<string>()
  const broken = new Set<string>()
  const seen = new Set<string>()
  const ahead: Stand[] = []
  const reach = (stand: Stand) => {
    const key = JSON.stringify(stand)
    if (!seen.has(key)) ahead.push(stand)
    seen.add(key)
  }
  const elsewhere = [...new Set(kept.flatMap(({ takenBy }) => (takenBy.some((step) => step.includes('.')) ? [takenBy.join(' ')] : [])))]
  for (const before of elsewhere.length ? PEOPLE : [null])
    for (const actor of [...PEOPLE, ITSELF])
      for (const [opening, { to }] of Object.entries(workflow.openings)) {
        const start: Stand = { state: '', takers: before ? Object.fromEntries(elsewhere.map((steps) => [steps, [before.memberId]])) : {} }
        if (judgeOpening(workflow, opening, subjectOf(start, actor), actor).ok) reach(after(start, opening, actor, to))
      }
  for (let stand = ahead.pop(); stand; stand = ahead.pop())
    for (const actor of [...PEOPLE, ITSELF]) {
      if (workflow.amend && mayAmend<string, string>(workflow, subjectOf(stand, actor), actor).ok)
        reach(after(stand, 'amend', actor, stand.state))
      for (const [step, { to }] of Object.entries(workflow.steps)) {
        if (!judge(workflow, step, subjectOf(stand, actor), actor).ok) continue
        for (const { column, takenBy } of kept.filter((pair) => pair.step === step)) {
          const before = (stand.takers[takenBy.join(' ')] ?? []).filter((one) => one !== null)
          if (actor.memberId && before.includes(actor.memberId)) broken.add(`${step} by whoever took ${takenBy.join(' or ')}`)
          else if (before.length) taken.add(`${step} ${column}`)
        }
        const next = typeof to === 'string' ? [to] : to.heldIn === 'state' ? [stand.state] : workflow.states
        for (const state of next) reach(after(stand, step, actor, state))
      }
    }
  return { broken: [...broken], taken: [...taken].sort(), stands: seen.size }
}

describe.each(workflows.map((workflow) => [workflow.noun, workflow] as const))('%s', (noun, workflow) => {
  const kept = pairs.filter((pair) => pair.noun === noun)

  test('the workflow keeps exactly those apart that the table names', () => {
    const told = Object.entries(workflow.steps).flatMap(([step, { apartFrom = [] }]) => apartFrom.map((column) => `${step} ${column}`))
    expect(told.sort()).toEqual(kept.map(({ step, column }) => `${step} ${column}`).sort())
  })

  test('on no path does one person take both steps of a pair, and another can', () => {
    const { broken, taken, stands } = walk(workflow, kept)
    expect(broken).toEqual([])
    expect(taken).toEqual(kept.map(({ step, column }) => `${step} ${column}`).sort())
    expect(stands).toBeGreaterThanOrEqual(workflow.states.length > 1 ? 2 : 1)
  })
})

test('the table names steps and openings that there are', () => {
  const named = new Map(workflows.map((workflow) => [workflow.noun, workflow]))
  for (const { noun, step, takenBy } of pairs) {
    expect(Object.keys(named.get(noun)!.steps), noun).toContain(step)
    for (const one of takenBy) {
      const [of, name] = one.includes('.') ? one.split('.') : [noun, one]
      const { steps, openings, amend } = named.get(of!)!
      expect([...Object.keys(steps), ...Object.keys(openings), ...(amend ? ['amend'] : [])], one).toContain(name)
    }
  }
})

test('a walk finds a pair that is not kept apart', () => {
  const workflow = structuredClone(workflows.find(({ noun }) => noun === 'blacklist')!) as Workflow
  workflow.steps.approve!.apartFrom = ['proposedBy']
  expect(
    walk(
      workflow,
      pairs.filter(({ noun }) => noun === 'blacklist'),
    ).broken,
  ).toEqual(['approve by whoever took verify'])
})

test('a walk goes the way of P10 as well: whoever imposed it would approve what the house proposes', () => {
  const workflow = structuredClone(workflows.find(({ noun }) => noun === 'blacklist')!) as Workflow
  for (const opening of Object.keys(workflow.openings)) if (opening !== 'propose_imposed') delete workflow.openings[opening]
  const kept = pairs.filter(({ noun }) => noun === 'blacklist')
  expect(walk(workflow, kept).broken).toEqual([])
  workflow.steps.approve!.apartFrom = ['verifiedBy']
  expect(walk(workflow, kept).broken).toEqual(['approve by whoever took propose or penalty.impose'])
})
