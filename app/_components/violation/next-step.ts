import { type Actor, holds } from '@/lib/kernel/actor'
import type { ReportRow } from '@/lib/violation/queries/reports'

/** From this severity on a work can be proposed for the blacklist. */
const LISTABLE = 3

type Next = { label: 'propose' | 'penalize'; href: string } | null

/** What the filer of an upheld report can do next: propose the work for the blacklist, penalize its own account. */
export function nextStepOf(
  { state, outcome, number, severity, subjects }: Pick<ReportRow, 'state' | 'outcome' | 'number' | 'severity' | 'subjects'>,
  actor: Actor,
): Next {
  const upheld = state === 'upheld' || (state === 'merged' && outcome === 'upheld')
  if (!upheld) return null
  const stands = subjects.filter((subject) => subject.outcome === 'upheld' || state === 'merged')
  const work = stands.find(({ kind }) => kind === 'drama')
  if (work && (work.severity ?? severity ?? 0) >= LISTABLE && holds(actor, 'platform.compliance', 'association.monitor'))
    return { label: 'propose', href: `/${actor.kind}/blacklist/propose?violation=${number}` }
  const account = stands.find(({ kind, platformId }) => kind === 'account' && platformId === actor.organizationId)
  return account && holds(actor, 'platform.compliance') ? { label: 'penalize', href: `/platform/penalty/impose?violation=${number}` } : null
}
