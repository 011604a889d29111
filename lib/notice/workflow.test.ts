import { expect, test } from 'vitest'
import { allWorkflows } from '@/e2e/architecture/workflows'
import { DUTIES_OF } from '../kernel/actor'
import { LAW, NOTICE_KINDS, PARTIES } from './workflow'

test('every row tells of an event that there is, to somebody who can hold the duty, and every kind and party is used', async () => {
  const events = (await allWorkflows()).flatMap(({ noun, openings, steps }) =>
    [...Object.values(openings), ...Object.values(steps)].map(({ event }) => `${noun}.${event}`),
  )
  const held: readonly string[] = Object.values(DUTIES_OF).flat()
  expect(Object.keys(LAW).filter((event) => !events.includes(event))).toEqual([])
  const told = Object.values(LAW).flatMap((rows) => rows ?? [])
  expect(told.filter(({ duties }) => duties.length === 0 || duties.some((duty) => !held.includes(duty)))).toEqual([])
  expect([...new Set(told.map(({ kind }) => kind))].toSorted()).toEqual(
    NOTICE_KINDS.filter((kind) => kind !== 'due_soon' && kind !== 'overdue').toSorted(),
  )
  expect([...new Set(told.map(({ to }) => to))].toSorted()).toEqual([...PARTIES].toSorted())
})
