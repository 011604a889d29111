import { expect, test } from 'vitest'
import { ACTS, WATCHED } from '../../lib/desk/rules'
import type { Wait } from '../../lib/kernel/workflow'
import { allWorkflows } from './workflows'

const workflows = await allWorkflows()

test('whatever a workflow lets wait has its words in the queue, and nothing else has', () => {
  const waiting = workflows.flatMap(({ noun, waits = {} }) =>
    (Object.values(waits) as Wait[]).flatMap(({ step, escalates }) => [
      `${noun}.${step}`,
      ...(escalates ? [`${noun}.${escalates.step}`] : []),
    ]),
  )
  expect([...new Set(waiting)].sort()).toEqual([...ACTS].sort())
})

test('a row that the clock brought before somebody offers an act, or is one that is watched', () => {
  const brought = workflows.flatMap((workflow) =>
    Object.entries((workflow.waits ?? {}) as Record<string, Wait>).flatMap(([state, { of, escalates }]) => {
      if (!of || !escalates) return []
      const duties = [escalates.to].flat()
      const hasAct = Object.values(workflow.steps).some(
        (step) => step.from.includes(state) && !step.of && duties.some((duty) => step.by.includes(duty)),
      )
      return [{ act: `${workflow.noun}.${escalates.step}`, hasAct }]
    }),
  )
  expect([...new Set(brought.filter(({ hasAct }) => !hasAct).map(({ act }) => act))].sort()).toEqual([...WATCHED].sort())
})
