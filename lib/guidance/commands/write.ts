import { eq } from 'drizzle-orm'
import { type Act, advance, amend, discard, hold, openCase } from '@/db/act'
import { guidanceClauses, guidanceItems, guidanceWorks } from '@/db/schema'
import { ok, refuse } from '../../kernel/outcome'
import { dayOf } from '../../kernel/time'
import { judge } from '../../kernel/workflow'
import { rulebook } from '../../rulebook/queries'
import type { Keep } from '../input'
import { lacks, worksOf } from '../rules/item'
import { type GuidanceKind, guidanceWorkflow } from '../workflow'

type Seen = { id: string; version: number }

/** Opens the draft of a notice, a call or a recommendation. Refusals: not_yours. */
export const openGuidance = (act: Act, { kind }: { kind: GuidanceKind }) =>
  openCase(act, guidanceItems, guidanceWorkflow, 'open', {
    kind,
    title: '',
    body: '',
    sourceName: '',
    issuerId: act.actor.organizationId!,
    openedBy: act.actor.memberId,
    writtenAt: act.now,
  })

async function clear(act: Act, id: string) {
  await act.tx.delete(guidanceClauses).where(eq(guidanceClauses.guidanceId, id))
  await act.tx.delete(guidanceWorks).where(eq(guidanceWorks.guidanceId, id))
}

/**
 * Keeps a draft. Only whoever opened it writes in it, so that whoever publishes it has seen every word as another's.
 * Refusals: not_found, stale, not_yours, wrong_state, not_the_opener, item_unknown {code}.
 */
export async function keepGuidance(act: Act, { id, version, clauses, works, ...words }: Keep) {
  const held = await hold(act, guidanceItems, id, version)
  if (!held.ok) return held
  const kept = await amend(act, guidanceItems, guidanceWorkflow, held.value, { ...words, writtenAt: act.now })
  if (!kept.ok) return kept
  if (held.value.openedBy !== act.actor.memberId) return refuse('not_the_opener')
  const { taxonomy } = await rulebook(act.tx)
  const unknown = clauses.find((code) => !taxonomy.some((item) => item.code === code && item.parent))
  if (unknown) return refuse('item_unknown', { field: 'clauses', params: { code: unknown } })
  await clear(act, id)
  const codes = [...new Set(clauses)]
  if (codes.length > 0) await act.tx.insert(guidanceClauses).values(codes.map((code) => ({ guidanceId: id, code })))
  const named = held.value.kind === 'recommendation' ? worksOf(works) : []
  if (named.length > 0)
    await act.tx.insert(guidanceWorks).values(named.map((work, position) => ({ guidanceId: id, position: position + 1, ...work })))
  return kept
}

/** Publishes what a colleague wrote. Refusals: not_found, stale, not_yours, wrong_state, same_person, incomplete {faults}. */
export async function publishGuidance(act: Act, { id, version }: Seen) {
  const held = await hold(act, guidanceItems, id, version)
  if (!held.ok) return held
  const may = judge(guidanceWorkflow, 'publish', held.value, act.actor)
  if (!may.ok) return may
  const today = dayOf(act.now)
  const faults = lacks(held.value, today)
  if (faults.length > 0) return refuse('incomplete', { params: { count: faults.length } })
  return advance(act, guidanceItems, guidanceWorkflow, 'publish', held.value, {
    set: { publishedBy: act.actor.memberId, publishedAt: act.now, issuedOn: held.value.issuedOn ?? today },
    detail: { kind: held.value.kind },
  })
}

/** Takes an item out of the library, with a reason that its issuer keeps; a draft is thrown away. Refusals: not_found, stale, not_yours, wrong_state, reason_missing. */
export async function withdrawGuidance(act: Act, { id, version, reason }: Seen & { reason: string | null }) {
  const held = await hold(act, guidanceItems, id, version)
  if (!held.ok) return held
  const may = judge(guidanceWorkflow, 'withdraw', held.value, act.actor)
  if (!may.ok) return may
  if (held.value.state === 'draft') {
    await clear(act, id)
    const gone = await discard(act, guidanceItems, guidanceWorkflow, 'withdraw', held.value)
    return gone.ok ? ok({ id, number: null }) : gone
  }
  if (!reason) return refuse('reason_missing', { field: 'reason' })
  return advance(act, guidanceItems, guidanceWorkflow, 'withdraw', held.value, {
    set: { withdrawnAt: act.now },
    words: [{ field: 'reason', words: reason, audience: 'case' }],
  })
}
