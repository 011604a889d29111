import { expect, test } from 'vitest'
import { definitionInput, positionInput } from './input'

test.for([
  ['10:20:', true],
  ['10:20:12,15', true],
  ['10:5:', false],
  ['5:10:20', false],
  ['5:10:9,7', false],
  ['0:0:', false],
  ['5:10:x', false],
] as const)('%s is a snapshot: %s', ([snapshot, is]) => expect(positionInput.safeParse({ seq: 1, snapshot }).success).toBe(is))

test('what the server would not take stands in no definition', () => {
  const given = { what: 'found', measure: 'targets' }
  expect(definitionInput.safeParse(given).success).toBe(true)
  for (const odd of [{ from: '0000-01-01T00:00:00Z' }, { codes: ['V01\0'] }])
    expect(definitionInput.safeParse({ ...given, ...odd }).success).toBe(false)
})
