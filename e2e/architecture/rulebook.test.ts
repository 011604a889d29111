import { describe, expect, test } from 'vitest'
import { WORKFLOWS, wordsOf, workflowOf } from '../../app/_components/rulebook/workflows'
import { catalogues } from '../../lib/i18n/catalogue'
import { allWorkflows } from './workflows'

const shown = Object.values(WORKFLOWS).flatMap((group) => Object.entries(group))

test('the rulebook shows every workflow of the house, each as the table that decides', async () => {
  const all = await allWorkflows()
  expect(shown.map(([noun]) => noun).toSorted()).toEqual(all.map(({ noun }) => noun).toSorted())
  for (const workflow of all) expect(workflowOf(workflow.noun)?.workflow).toBe(workflow)
})

describe.each(Object.entries(catalogues))('in %s', (_, w) => {
  test.each(shown.map(([noun]) => noun))('%s has a word for each state, step, opening, and hand', (noun) => {
    const found = workflowOf(noun)!
    const { workflow } = found
    const say = wordsOf(w, found.noun, workflow)
    const c = w.rulebook.workflow
    const unsaid = [
      ...workflow.states.filter((state) => say.state(state) === state && !c.state[`${noun}.${state}`]),
      ...Object.keys(workflow.steps).filter((step) => say.step(step) === step && !c.step[`${noun}.${step}`]),
      ...Object.keys(workflow.openings).filter((opening) => say.opening(opening) === opening && !c.open[`${noun}.${opening}`]),
      ...[...Object.values(workflow.openings), ...Object.values(workflow.steps)].flatMap(({ of }) => (of && !c.whose[of] ? [of] : [])),
      ...Object.values(workflow.steps).flatMap(({ apartFrom = [] }) => apartFrom.filter((column) => !c.apart[column])),
    ]
    expect(unsaid).toEqual([])
  })
})
