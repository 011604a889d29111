import { DUTIES_OF, type Kind, type MemberDuty } from '../../kernel/actor'
import { type Outcome, ok, refuse } from '../../kernel/outcome'

export type DutyRefusal = 'duty_needed' | 'duty_not_of_kind'

/** May a member of this kind of organization hold these together? Gives them in the order of the kind's own list. */
export function judgeDuties(kind: Kind, duties: readonly MemberDuty[]): Outcome<MemberDuty[], DutyRefusal> {
  const known: readonly MemberDuty[] = DUTIES_OF[kind]
  if (!duties.length) return refuse('duty_needed')
  return duties.every((duty) => known.includes(duty)) ? ok(known.filter((duty) => duties.includes(duty))) : refuse('duty_not_of_kind')
}

/** Would the organization be without an administrator if this member held these duties, or none any more? */
export const isLastAdministrator = (administrators: readonly string[], memberId: string, duties: readonly MemberDuty[] = []) =>
  administrators.includes(memberId) && administrators.length === 1 && !duties.includes('admin')
