import type { Followed } from '@/lib/dossier/queries'
import { type Actor, holds } from '@/lib/kernel/actor'
import type { ReportRow } from '@/lib/violation/queries/reports'

/** From this severity on a work can be proposed for the blacklist. */
const LISTABLE = 3

/** A step that is open, by its label, or what has come of one, by its number. */
export type Next = { href: string } & ({ label: 'propose' | 'penalize' } | { number: string })
const done = (number: string): Next => ({ number, href: `/c/${number}` })

/** What the filer of an upheld report can do next, or has done: propose the work for the blacklist, penalize its own account. */
export function nextStepsOf(
  { state, outcome, number, severity, subjects }: Pick<ReportRow, 'state' | 'outcome' | 'number' | 'severity' | 'subjects'>,
  followed: Followed | undefined,
  actor: Actor,
): Next[] {
  const upheld = state === 'upheld' || (state === 'merged' && outcome === 'upheld')
  if (!upheld) return []
  const stands = subjects.filter((subject) => subject.outcome === 'upheld' || state === 'merged')
  const work = stands.find(({ kind }) => kind === 'drama')
  const account = stands.find(({ kind, platformId }) => kind === 'account' && platformId === actor.organizationId)
  const listable = work && (work.severity ?? severity ?? 0) >= LISTABLE && holds(actor, 'platform.compliance', 'association.monitor')
  const entries = followed?.entries ?? []
  const penalties = (followed?.penalties ?? []).filter(({ accountId }) => accountId === account?.accountId)
  const aboutWork: Next[] =
    entries.length > 0
      ? entries.map(done)
      : listable
        ? [{ label: 'propose', href: `/${actor.kind}/blacklist/propose?violation=${number}` }]
        : []
  const mayPenalize = account && holds(actor, 'platform.compliance')
  const aboutAccount: Next[] =
    penalties.length > 0
      ? penalties.map((one) => done(one.number))
      : mayPenalize
        ? [{ label: 'penalize', href: `/platform/penalty/new?case=${number}&account=${account.accountId}` }]
        : []
  return [...aboutWork, ...aboutAccount]
}
