import { type Act, advance } from '@/db/act'
import { blacklistEntries } from '@/db/schema'
import { holdWorks } from '../../drama/commands'
import { refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import type { Approve, Reason } from '../input'
import { previewOf, totalsIn } from '../queries/preview'
import { blacklistWorkflow } from '../workflow'
import { holdEntry, sign } from './hold'
import { nameScope, setActive, worksOn } from './scope'

/**
 * 总局 lists an entry: what it hits must still be what the approver saw, down to the link. Orders and suspensions follow.
 * Refusals: not_found, stale, not_yours, wrong_state, same_person, scope_changed.
 */
export async function approveEntry(act: Act, { id, version, scope, shown, remark }: Approve) {
  const held = await holdEntry(act, id, version)
  if (!held.ok) return held
  const entry = held.value
  const may = judge(blacklistWorkflow, 'approve', entry, act.actor)
  if (!may.ok) return may
  await holdWorks(act, await worksOn(act, id))
  const preview = await previewOf(act.tx, id)
  if (preview.digest !== scope) return refuse('scope_changed', { params: { before: shown, after: totalsIn(preview) } })
  const moved = await advance(act, blacklistEntries, blacklistWorkflow, 'approve', entry, {
    set: { listedAt: act.now },
    words: [{ field: 'remark', words: remark, audience: 'everyone' }],
    detail: {
      dramaIds: preview.hits.map(({ id: hit }) => hit),
      miniProgramIds: preview.programs.map(({ id: hit }) => hit),
      severity: entry.severity,
    },
  })
  if (!moved.ok) return moved
  await sign(act, id, 'approvedBy')
  await nameScope(
    act,
    id,
    preview.hits.map(({ id: hit }) => hit),
  )
  await setActive(act, id, { blocks: true, warns: true })
  return moved
}

/** Another approver than the one who approved takes an entry off the list. Refusals: not_found, stale, not_yours, wrong_state, same_person. */
export async function liftEntry(act: Act, { id, version, reason }: Reason) {
  const held = await holdEntry(act, id, version)
  if (!held.ok) return held
  const { hits, programs } = await previewOf(act.tx, id)
  const moved = await advance(act, blacklistEntries, blacklistWorkflow, 'lift', held.value, {
    set: { liftedAt: act.now },
    words: [{ field: 'reason', words: reason, audience: 'everyone' }],
    detail: { dramaIds: hits.map(({ id: hit }) => hit), miniProgramIds: programs.map(({ id: hit }) => hit) },
  })
  if (!moved.ok) return moved
  await sign(act, id, 'liftedBy')
  await setActive(act, id, { blocks: false, warns: false })
  return moved
}
