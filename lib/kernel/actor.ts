/** The kinds of organization, each with the duties that its members can hold. */
export const DUTIES_OF = {
  national: ['national.approver', 'national.reviewer', 'admin'],
  province: ['province.reviewer', 'admin'],
  association: ['association.monitor', 'admin'],
  platform: ['platform.moderator', 'platform.compliance', 'admin'],
  creator: ['creator.editor', 'creator.signatory', 'admin'],
} as const

export type Kind = keyof typeof DUTIES_OF
export const KINDS = Object.keys(DUTIES_OF) as Kind[]
export type MemberDuty = (typeof DUTIES_OF)[Kind][number]
/** `clock` is the worker, `house` acts in consequences, `visitor` has not signed in; no member can hold these. */
export type Duty = MemberDuty | 'clock' | 'house' | 'visitor'
export type ActorKind = Kind | 'clock' | 'house' | 'visitor'

declare const proven: unique symbol
/** Who acts or reads. Minted only where a session, a one-time link or the process itself has been checked. */
export type Actor = {
  readonly kind: ActorKind
  readonly memberId: string | null
  readonly organizationId: string | null
  readonly name: string
  readonly duties: readonly Duty[]
  /** For house: the organization whose act these consequences follow from. */
  readonly onBehalfOf?: string | null
  readonly [proven]: true
}
export type Claim = Omit<Actor, typeof proven>

/** The only way to an Actor; the architecture test counts who calls it. */
export const mintActor = (claim: Claim) => Object.freeze({ ...claim }) as Actor

const nobody = { memberId: null, organizationId: null, name: '' }
export const visitor = mintActor({ ...nobody, kind: 'visitor', duties: ['visitor'] })
export const clock = mintActor({ ...nobody, kind: 'clock', duties: ['clock'] })
/** Consequences run under the house and not under the member whose act they follow from. */
export const houseFor = (actor: Actor) => mintActor({ ...nobody, kind: 'house', duties: ['house'], onBehalfOf: actor.organizationId })

export const holds = (actor: Actor, ...duties: Duty[]) => duties.some((duty) => actor.duties.includes(duty))

/**
 * May this actor enter a room kept for these duties? An administrator holds `admin` whatever the kind: beside other duties it
 * opens the room only to administrators of a kind that has one of those.
 */
export function enters(actor: Actor, ...duties: Duty[]): boolean {
  const own = duties.filter((duty) => duty !== 'admin')
  if (holds(actor, ...own)) return true
  if (!duties.includes('admin') || !holds(actor, 'admin')) return false
  const ofKind: readonly Duty[] = actor.kind in DUTIES_OF ? DUTIES_OF[actor.kind as Kind] : []
  return own.length === 0 || own.some((duty) => ofKind.includes(duty))
}
