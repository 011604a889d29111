import { eq } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { miniPrograms, platformAccounts, rectificationOrders } from '@/db/schema'
import { ok, refuse } from '../../kernel/outcome'
import { keepDraft, openDraft } from '../../violation/commands/draft'
import type { Report } from '../input'
import { refusalReport } from '../queries/report'
import { type HeldRectification, holdRectification, orderOf } from './hold'

/** 拒不整改 */
const REFUSED = 'V10-05'

/** What the report is about, as its form spells it; an episode's refusal is its work's. */
async function subjectOf(act: Act, { targetKind, targetId, title }: HeldRectification): Promise<Record<string, unknown>> {
  if (targetKind === 'drama') return { work: targetId, title }
  if (targetKind === 'account') {
    const [account] = await act.tx.select().from(platformAccounts).where(eq(platformAccounts.id, targetId))
    const { platformId = '', accountId = '', handle = title } = account ?? {}
    return { work: 'none', account: { platformId, accountId, handle } }
  }
  const [program] = await act.tx.select().from(miniPrograms).where(eq(miniPrograms.id, targetId))
  const { platformId = '', appId = '', name = title } = program ?? {}
  return { work: 'none', miniProgram: { platformId, appId, name } }
}

/**
 * Drafts the report of a refusal (V10-05), which may be filed instead of the guide's next row and not beside it; a draft that is there
 * already is gone on with. Refusals: not_found, stale, not_yours, not_refused, penalty_follows.
 */
export async function reportRefusal(act: Act, { id, version, description }: Report) {
  const held = await holdRectification(act, id, version)
  if (!held.ok) return held
  const { openerId, bureauId, state } = held.value
  if (openerId !== act.actor.organizationId || openerId === bureauId) return refuse('not_found')
  if (state !== 'refused') return refuse('not_refused')
  const order = await orderOf(act, id)
  if (order?.followedBy === 'penalty') return refuse('penalty_follows')
  const there = await refusalReport(act.tx, id)
  if (there) return ok({ id: there.id })
  const opened = await openDraft(act)
  if (!opened.ok) return opened
  const draft = { ...(await subjectOf(act, held.value)), items: REFUSED, description }
  const kept = await keepDraft(act, { id: opened.value.id, version: 1, do: 'keep', draft })
  if (!kept.ok) return kept
  await act.tx.update(rectificationOrders).set({ reportId: opened.value.id }).where(eq(rectificationOrders.rectificationId, id))
  return ok({ id: opened.value.id })
}
