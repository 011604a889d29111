import { and, eq, isNotNull } from 'drizzle-orm'
import { type Act, advance, hold } from '@/db/act'
import { announcementCounts, announcementFigures, announcements } from '@/db/schema'
import { refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import type { Approve, Propose, Return } from '../input'
import { figureKeys, loneNumbers } from '../rules'
import { announcementWorkflow } from '../workflow'

/** Where an issuer's count stands, as it said before its first announcement here; until that is published it may say it anew. */
async function keepCount(act: Act, issuerId: string, last: number | null) {
  const [count] = await act.tx.select().from(announcementCounts).where(eq(announcementCounts.issuerId, issuerId))
  if (!count) {
    if (last === null) return refuse('count_missing', { field: 'last' })
    await act.tx.insert(announcementCounts).values({ issuerId, last })
  } else if (last !== null && last !== count.last) {
    const issued = await act.tx.$count(announcements, and(eq(announcements.issuerId, issuerId), isNotNull(announcements.issue)))
    if (issued === 0) await act.tx.update(announcementCounts).set({ last }).where(eq(announcementCounts.issuerId, issuerId))
  }
}

/**
 * Lays a draft before another member of the issuer. The first time the issuer says how many announcements it has made before.
 * Refusals: not_found, stale, not_yours, wrong_state, not_written, figure_in_title, figure_unknown, count_missing, scheduled_in_past.
 */
export async function proposeAnnouncement(act: Act, { id, version, last }: Propose) {
  const held = await hold(act, announcements, id, version)
  if (!held.ok) return held
  const may = judge(announcementWorkflow, 'propose', held.value, act.actor)
  if (!may.ok) return may
  const { title, body, issuerId, scheduledAt } = held.value
  if (!title || !body) return refuse('not_written', { field: title ? 'body' : 'title' })
  if (figureKeys(title).length > 0) return refuse('figure_in_title', { field: 'title' })
  const there = new Set(
    (await act.tx.select({ key: announcementFigures.key }).from(announcementFigures).where(eq(announcementFigures.announcementId, id))).map(
      (one) => one.key,
    ),
  )
  const unknown = figureKeys(body).filter((key) => !there.has(key))
  if (unknown.length) return refuse('figure_unknown', { field: 'body', params: { keys: unknown.join(' ') } })
  if (scheduledAt && scheduledAt <= act.now) return refuse('scheduled_in_past', { field: 'scheduledAt' })
  const uncounted = await keepCount(act, issuerId, last)
  if (uncounted) return uncounted
  return advance(act, announcements, announcementWorkflow, 'propose', held.value, { set: { proposedBy: act.actor.memberId } })
}

/** Gives a proposal back to be written anew. Refusals: not_found, stale, not_yours, wrong_state, same_person. */
export async function returnAnnouncement(act: Act, { id, version, reason }: Return) {
  const held = await hold(act, announcements, id, version)
  if (!held.ok) return held
  return advance(act, announcements, announcementWorkflow, 'return', held.value, {
    set: { proposedBy: null },
    words: [{ field: 'reason', words: reason, audience: 'parties' }],
  })
}

/** Approves what others wrote and another proposed; numbers that are no figures have to be looked at first. Refusals: not_found, stale, not_yours, wrong_state, same_person, numbers_unchecked. */
export async function approveAnnouncement(act: Act, { id, version, checked }: Approve) {
  const held = await hold(act, announcements, id, version)
  if (!held.ok) return held
  const may = judge(announcementWorkflow, 'approve', held.value, act.actor)
  if (!may.ok) return may
  const { title, body, scheduledAt } = held.value
  if (loneNumbers(title, body).length > 0 && !checked) return refuse('numbers_unchecked', { field: 'checked' })
  return advance(act, announcements, announcementWorkflow, 'approve', held.value, {
    set: { approvedBy: act.actor.memberId, scheduledAt: scheduledAt && scheduledAt > act.now ? scheduledAt : act.now },
  })
}
