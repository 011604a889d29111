import { expect, test } from 'vitest'
import { DUTIES_OF, KINDS, type MemberDuty } from '../../kernel/actor'
import { isLastAdministrator, judgeDuties } from './duties'

const every = [...new Set(Object.values(DUTIES_OF).flat())] as MemberDuty[]

test.for(KINDS.flatMap((kind) => every.map((duty) => [kind, duty] as const)))('%s and %s', ([kind, duty]) => {
  const own = duty === 'admin' || duty.startsWith(`${kind}.`)
  expect(judgeDuties(kind, [duty])).toMatchObject(own ? { ok: true, value: [duty] } : { ok: false, code: 'duty_not_of_kind' })
})

test('a member holds at least one, each once, in the kind’s order', () => {
  expect(judgeDuties('platform', [])).toMatchObject({ code: 'duty_needed' })
  expect(judgeDuties('platform', ['admin', 'platform.compliance', 'admin'])).toEqual({ ok: true, value: ['platform.compliance', 'admin'] })
  expect(judgeDuties('creator', ['creator.editor', 'platform.compliance'])).toMatchObject({ code: 'duty_not_of_kind' })
})

test.for([
  [['a'], 'a', [], true],
  [['a'], 'a', ['creator.editor'], true],
  [['a'], 'a', ['admin'], false],
  [['a', 'b'], 'a', [], false],
  [['a'], 'b', [], false],
] as const)('of administrators %j, %s left with %j: the last one is %s', ([administrators, member, duties, last]) =>
  expect(isLastAdministrator(administrators, member, duties as readonly MemberDuty[])).toBe(last),
)
