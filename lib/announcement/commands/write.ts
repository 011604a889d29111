import { and, eq } from 'drizzle-orm'
import { type Act, advance, amend, discard, hold, writtenIn } from '@/db/act'
import { announcementFigures, announcements } from '@/db/schema'
import { type Outcome, refuse } from '../../kernel/outcome'
import { judge, mayAmend, type StepRefusal } from '../../kernel/workflow'
import type { AddFigure, DropFigure, Withdraw, Write } from '../input'
import { definitionOf } from '../rules'
import { announcementWorkflow } from '../workflow'
import { issuerOf } from './open'

type Announcement = typeof announcements.$inferSelect
const MOST_FIGURES = 20

async function holdDraft(act: Act, id: string, version: number): Promise<Outcome<Announcement, StepRefusal | 'stale'>> {
  const held = await hold(act, announcements, id, version)
  if (!held.ok) return held
  const may = mayAmend(announcementWorkflow, held.value, act.actor)
  return may.ok ? held : may
}

/** Whoever changes the draft has written in it, whatever another does after. */
const writeIn = (act: Act, draft: Announcement, content: Partial<Omit<Write, 'id' | 'version'>> = {}) =>
  amend(act, announcements, announcementWorkflow, draft, { ...content, ...writtenIn(act, draft) })

/** Writes a draft. Refusals: not_found, stale, not_yours, wrong_state. */
export async function writeAnnouncement(act: Act, { id, version, ...content }: Write) {
  const held = await holdDraft(act, id, version)
  return held.ok ? writeIn(act, held.value, content) : held
}

/** Chooses a figure from the record. Refusals: not_found, stale, not_yours, wrong_state, too_many_figures, ends_before_it_begins. */
export async function addFigure(act: Act, { id, version, ...chosen }: AddFigure) {
  const held = await holdDraft(act, id, version)
  if (!held.ok) return held
  if (chosen.fromOn && chosen.toOn && chosen.toOn < chosen.fromOn) return refuse('ends_before_it_begins', { field: 'toOn' })
  const there = await act.tx
    .select({ key: announcementFigures.key })
    .from(announcementFigures)
    .where(eq(announcementFigures.announcementId, id))
  if (there.length >= MOST_FIGURES) return refuse('too_many_figures')
  const key = `f${Math.max(0, ...there.map((one) => Number(one.key.slice(1)))) + 1}`
  await act.tx.insert(announcementFigures).values({ announcementId: id, key, definition: definitionOf(chosen, issuerOf(act)) })
  return writeIn(act, held.value)
}

/** Takes a figure out of the draft; where the text names it, it stands there as an unknown one until the text is mended. Refusals: not_found, stale, not_yours, wrong_state. */
export async function dropFigure(act: Act, { id, version, key }: DropFigure) {
  const held = await holdDraft(act, id, version)
  if (!held.ok) return held
  await act.tx.delete(announcementFigures).where(and(eq(announcementFigures.announcementId, id), eq(announcementFigures.key, key)))
  return writeIn(act, held.value)
}

/** Takes an announcement back before it is published; a draft goes without a trace. Refusals: not_found, stale, not_yours, wrong_state. */
export async function withdrawAnnouncement(act: Act, { id, version, reason }: Withdraw) {
  const held = await hold(act, announcements, id, version)
  if (!held.ok) return held
  const may = judge(announcementWorkflow, 'withdraw', held.value, act.actor)
  if (!may.ok) return may
  if (held.value.state === 'draft' && held.value.number === null) {
    await act.tx.delete(announcementFigures).where(eq(announcementFigures.announcementId, id))
    return discard(act, announcements, announcementWorkflow, 'withdraw', held.value)
  }
  return advance(act, announcements, announcementWorkflow, 'withdraw', held.value, {
    words: reason ? [{ field: 'reason', words: reason, audience: 'parties' }] : [],
  })
}
