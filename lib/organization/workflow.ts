// Who takes part: creators under 属地管理 (Order 16 art. 4), platforms admitted by 总局 (Order 16 art. 29).
import { DUTIES_OF, type Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

const accepting: readonly Duty[] = ['province.reviewer', 'national.reviewer']
const anyMember: readonly Duty[] = [...new Set(Object.values(DUTIES_OF).flat())]

/** A creator's own bureau accepts it; a platform is admitted by 总局 (bureauId is then 总局, and the approver's duty counts). */
export const organizationWorkflow = defineWorkflow({
  noun: 'organization',
  prefix: 'JG',
  states: ['applied', 'accepted', 'refused', 'suspended'],
  openings: {
    apply: { to: 'applied', event: 'applied', by: ['visitor'] },
    enroll: { to: 'accepted', event: 'enrolled', by: ['house'] },
  },
  steps: {
    accept: { from: ['applied'], to: 'accepted', event: 'accepted', by: accepting, of: 'creatorBureauId' },
    refuse: { from: ['applied'], to: 'refused', event: 'refused', by: accepting, of: 'creatorBureauId' },
    suspend: { from: ['accepted'], to: 'suspended', event: 'suspended', by: accepting, of: 'creatorBureauId' },
    reinstate: { from: ['suspended'], to: 'accepted', event: 'reinstated', by: accepting, of: 'creatorBureauId' },
    admit: { from: ['applied'], to: 'accepted', event: 'admitted', by: ['national.approver'], of: 'platformBureauId' },
    turn_down: { from: ['applied'], to: 'refused', event: 'turned_down', by: ['national.approver'], of: 'platformBureauId' },
    bar: { from: ['accepted'], to: 'suspended', event: 'barred', by: ['national.approver'], of: 'platformBureauId' },
    readmit: { from: ['suspended'], to: 'accepted', event: 'readmitted', by: ['national.approver'], of: 'platformBureauId' },
    /** Its own applicant, who holds no duty until the organization is accepted, hands in a corrected application. */
    reapply: { from: ['refused'], to: 'applied', event: 'reapplied', by: ['visitor'], of: 'id' },
    escalate: { from: ['applied'], to: 'applied', event: 'escalated', by: ['clock'] },
  },
  waits: {
    applied: {
      step: 'accept',
      of: 'bureauId',
      duties: [...accepting, 'national.approver'],
      deadline: 'creator_registration',
      escalates: { to: 'national.reviewer', step: 'escalate' },
    },
  },
})
export type OrganizationState = (typeof organizationWorkflow.states)[number]
export type OrganizationStep = keyof typeof organizationWorkflow.steps

/** A person of the portal. Duties, profile and password change without a change of state. */
export const memberWorkflow = defineWorkflow({
  noun: 'member',
  states: ['active', 'removed'],
  openings: {
    found: { to: 'active', event: 'founded', by: ['visitor', 'house'] },
    join: { to: 'active', event: 'joined', by: ['visitor'], of: 'organizationId' },
  },
  steps: {
    assign: { from: ['active'], to: 'active', event: 'assigned', by: ['admin'], of: 'organizationId' },
    remove: { from: ['active'], to: 'removed', event: 'removed', by: ['admin'], of: 'organizationId' },
    rename: { from: ['active'], to: 'active', event: 'renamed', by: anyMember, own: 'id' },
    change_password: { from: ['active'], to: 'active', event: 'password_changed', by: anyMember, own: 'id' },
    reset_password: { from: ['active'], to: 'active', event: 'password_reset', by: ['visitor'], own: 'id' },
    sign_out: { from: ['active'], to: 'active', event: 'signed_out_everywhere', by: anyMember, own: 'id' },
  },
})

/** A one-time link into an organization, given by its administrator, or by 总局 to the first administrator of another one. */
export const invitationWorkflow = defineWorkflow({
  noun: 'invitation',
  states: ['open', 'used', 'revoked'],
  openings: {
    invite: { to: 'open', event: 'invited', by: ['admin'], of: 'organizationId' },
    invite_first: { to: 'open', event: 'invited_first', by: ['national.approver', 'admin'], of: 'firstFromId' },
    invite_founder: { to: 'open', event: 'invited_founder', by: ['house'] },
  },
  steps: {
    use: { from: ['open'], to: 'used', event: 'used', by: ['visitor'], of: 'organizationId' },
    renew: { from: ['open'], to: 'open', event: 'renewed', by: ['admin'], of: 'organizationId' },
    revoke: { from: ['open'], to: 'revoked', event: 'revoked', by: ['admin'], of: 'organizationId' },
    renew_first: { from: ['open'], to: 'open', event: 'renewed_first', by: ['national.approver', 'admin'], of: 'firstFromId' },
    revoke_first: { from: ['open'], to: 'revoked', event: 'revoked_first', by: ['national.approver', 'admin'], of: 'firstFromId' },
    revoke_founder: { from: ['open'], to: 'revoked', event: 'revoked_founder', by: ['house'] },
  },
})
