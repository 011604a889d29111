import { expect, test } from 'vitest'
import { type Duty, enters, KINDS, type Kind, mintActor } from './actor'

const administrator = (kind: Kind) => mintActor({ kind, memberId: 'm', organizationId: 'o', name: '', duties: ['admin'] })

test.for([
  ['regulator', ['national.approver', 'national.reviewer', 'province.reviewer', 'admin'], ['national', 'province']],
  ['platform', ['platform.moderator', 'platform.compliance', 'admin'], ['platform']],
  ['association', ['association.monitor', 'admin'], ['association']],
  ['creator', ['creator.editor', 'creator.signatory', 'admin'], ['creator']],
  ['members', ['admin'], KINDS],
  ['approvals', ['national.approver'], []],
] as const)('the room of %s opens to administrators of its own kinds alone', ([, duties, expected]) => {
  expect(KINDS.filter((kind) => enters(administrator(kind), ...(duties as readonly Duty[])))).toEqual(expected)
})

test('whoever holds one of its duties enters a room, nobody else', () => {
  const moderator = mintActor({ kind: 'platform', memberId: 'm', organizationId: 'o', name: '', duties: ['platform.moderator'] })
  expect(enters(moderator, 'platform.compliance', 'platform.moderator')).toBe(true)
  expect(enters(moderator, 'platform.compliance', 'admin')).toBe(false)
})
