import { expect, test } from 'vitest'
import { passedOf } from './passed'

const told = (...names: string[]) =>
  names.map((name, day) => ({ name: `registration.${name}`, at: new Date(Date.UTC(2026, 9, day + 1)) })).toReversed()
const on = (day: number) => new Date(Date.UTC(2026, 9, day))

test.each([
  ['a Class II filing by its approval', told('submitted', 'approved', 'suspended'), on(2), null, false],
  ['a Class I filing by its forwarding, not by the notice', told('submitted', 'forwarded', 'published'), on(2), null, false],
  ['not while it is reviewed', told('submitted'), null, null, false],
  ['not while it is returned', told('submitted', 'returned'), null, on(2), false],
  ['only by the last turn', told('submitted', 'forwarded', 'sent_back', 'submitted'), null, on(3), true],
  ['with an earlier return', told('submitted', 'returned', 'submitted', 'approved'), on(4), on(2), false],
])('the review is passed: %s', (_, events, reviewedAt, returnedAt, sentBack) =>
  expect(passedOf(events)).toEqual({ reviewedAt, returnedAt, sentBack }),
)
