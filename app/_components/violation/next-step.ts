import type { Followed } from '@/lib/dossier/queries/followed'
import { type Actor, holds } from '@/lib/kernel/actor'
import type { ReportRow } from '@/lib/violation/queries/reports'

/** From this severity on a work or a mini-program can be proposed for the blacklist. */
const LISTABLE = 3

/** A step that is open, by its label, or what has come of one, by its number. */
export type Next = { href: string } & ({ label: 'propose' | 'penalize' } | { number: string })
const done = (number: string): Next => ({ number, href: `/c/${number}` })

/** What can follow from an upheld report, or has: a proposal for the blacklist, the decision of the reader's own platform. */
export function nextStepsOf(
  { state, outcome, number, severity, subjects }: Pick<ReportRow, 'state' | 'outcome' | 'number' | 'severity' | 'subjects'>,
  followed: Followed | undefined,
  actor: Actor,
  isFiler = true,
): Next[] {
  const upheld = state === 'upheld' || (state === 'merged' && outcome === 'upheld')
  if (!upheld) return []
  const stands = subjects.filter((subject) => subject.outcome === 'upheld' || state === 'merged')
  const work = stands.find(({ kind, severity: own }) => kind !== 'account' && (own ?? severity ?? 0) >= LISTABLE)
  const listable = isFiler && work && holds(actor, 'platform.compliance', 'association.monitor')
  const entries = followed?.entries ?? []
  const own = (followed?.penalties ?? []).filter(({ platformId }) => actor.kind !== 'platform' || platformId === actor.organizationId)
  const mayDecide = actor.kind === 'platform' && holds(actor, 'platform.compliance')
  const aboutWork: Next[] =
    entries.length > 0
      ? entries.map(done)
      : listable
        ? [{ label: 'propose', href: `/${actor.kind}/blacklist/propose?violation=${number}` }]
        : []
  const decided: Next[] = own.map(({ number: penalty, state: at }) =>
    at === 'due' && mayDecide ? { label: 'penalize', href: `/platform/penalty/new?due=${penalty}` } : done(penalty),
  )
  return [...aboutWork, ...decided]
}
